import type { Outcome } from '../commands/outcome.ts';
import type { ViewsReader } from '../views/reader.ts';
import { bookingById } from './queries.ts';

/**
 * The outcome of a command as its booking knows it. One append may hold more than what is said of the booking (a held
 * slot that it took, the next in line): the revision is then that of the last event that touched it, not of the last
 * of all. Where the views have not shown it, or have shown later changes already, it is left as it is: an `If-Match`
 * with it finds nothing, and changes nothing.
 */
export function outcomeFor(bookingId: string, outcome: Outcome, views: ViewsReader): Outcome {
  if (outcome.outcome !== 'accepted' || outcome.eventIds.length < 2) return outcome;
  const revision = bookingById(views, bookingId)?.revision;
  const isOfThisAppend =
    revision !== undefined &&
    revision <= outcome.revision &&
    revision > outcome.revision - outcome.eventIds.length;
  return isOfThisAppend ? { ...outcome, revision } : outcome;
}
