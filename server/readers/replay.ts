import type { ReplayedEntry } from '../../shared/readers/commands.ts';
import type { ReplayReply } from '../../shared/readers/views.ts';
import type { Badges } from '../accounts/badges.ts';
import type { GrantKeys } from '../accounts/grantKeys.ts';
import { calendarCommands } from '../bookings/commands.ts';
import { bookingOfSession } from '../bookings/entitlement.ts';
import { bookingById } from '../bookings/queries.ts';
import { uuidv5 } from '../commands/identity.ts';
import type { Outcome } from '../commands/outcome.ts';
import { machineById } from '../machines/queries.ts';
import type { Parts } from '../parts.ts';
import type { Reader } from './queries.ts';

type Replayed = ReplayReply['entries'][number];

/** Clocks that were just set still differ by this much. Milliseconds. */
const SLACK = 60_000;
const SECOND = 1_000;
/** What still runs, and was never booked, is asked about after so long. Milliseconds. */
const USUAL_SESSION = 3_600_000;

/**
 * Takes what a reader logged while it was offline: each entry once, with its own time by our clock. What has happened
 * is not refused; only what cannot have happened yet, or what nobody did, is told of, and the others are taken.
 */
export async function replayEntries(
  parts: Pick<Parts, 'commands' | 'views'> & { badges: Pick<Badges, 'memberOf'>; keys: GrantKeys },
  reader: Reader,
  entries: readonly ReplayedEntry[],
  { clockAheadMs, now }: { clockAheadMs: number | null; now: number },
): Promise<ReplayReply> {
  const { commands, views, badges, keys } = parts;
  const { RecordUse } = calendarCommands(views);

  const whose = ({ badge, grant, machineId }: ReplayedEntry): string | null => {
    const granted = grant === undefined ? null : keys.read(grant);
    if (granted?.reader === reader.readerId && granted.machine === machineId) return granted.member;
    return badge === undefined ? null : badges.memberOf(badge);
  };

  const taken = async (entry: ReplayedEntry): Promise<Replayed> => {
    const { entryId, machineId } = entry;
    const refused = (rule: string, message: string): Replayed => ({
      entryId,
      outcome: 'refused',
      objections: [{ rule, message }],
    });
    const machine = machineById(views, machineId);
    if (machine?.workshopId !== reader.workshopId) {
      return refused('machine', 'This machine is not one of this reader’s workshop.');
    }
    const memberId = whose(entry);
    if (memberId === null) return refused('unknownBadge', 'Nobody here has this badge.');
    const { startedAt, stoppedAt } = timesOf(entry, clockAheadMs);
    if (startedAt > now + SLACK || (stoppedAt !== null && stoppedAt > now + SLACK)) {
      return refused('future', 'What has not happened yet cannot be written down.');
    }
    const ownId = uuidv5(`entry ${entryId}`, reader.readerId);
    const who = { machineId, workshopId: reader.workshopId, memberId };
    const booking = bookingOfSession(views, who, { ownId, startedAt, stoppedAt });
    const bookingId = booking?.bookingId ?? ownId;
    const hadBegun = booking?.startedAt != null;
    const outcome = await commands.handle(RecordUse, {
      command: {
        type: 'RecordUse',
        bookingId,
        ...who,
        startedAt,
        stoppedAt,
        plannedEnd: stoppedAt ?? booking?.end ?? startedAt + USUAL_SESSION,
      },
      actor: { kind: 'member', memberId },
      // What was told while it ran, and its end, are two facts about one entry.
      commandId: uuidv5(stoppedAt === null ? 'begun' : 'ended', ownId),
    });
    return answerOf(outcome, { entryId, bookingId, hadBegun, isEnd: stoppedAt !== null });
  };

  const answerOf = (
    outcome: Outcome,
    {
      entryId,
      bookingId,
      hadBegun,
      isEnd,
    }: { entryId: string; bookingId: string; hadBegun: boolean; isEnd: boolean },
  ): Replayed => {
    switch (outcome.outcome) {
      case 'accepted': {
        const isNew = !outcome.repeated && outcome.eventIds.length > 0 && (isEnd || !hadBegun);
        if (!isNew) return { entryId, outcome: 'known', bookingId };
        const contradicts = bookingById(views, bookingId)?.contradicts ?? [];
        return { entryId, outcome: 'recorded', bookingId, contradicts };
      }
      // Its command id is its own: it was taken before, and other facts are known of it by now.
      case 'commandIdReused':
        return { entryId, outcome: 'known', bookingId };
      case 'refused':
        return { entryId, outcome: 'refused', objections: outcome.objections };
      default:
        return {
          entryId,
          outcome: 'refused',
          objections: [
            { rule: 'contended', message: 'Others were writing at the same moment: send it again.' },
          ],
        };
    }
  };

  // In the order in which they happened: an earlier session may have been taken back by a later one.
  const byStart = entries.toSorted((one, other) => Date.parse(one.startedAt) - Date.parse(other.startedAt));
  const replies = new Map<ReplayedEntry, Replayed>();
  for (const entry of byStart) replies.set(entry, await taken(entry));
  return { entries: entries.flatMap((entry) => replies.get(entry) ?? []) };
}

/**
 * When it was by our clock, in UTC milliseconds. The reader tells by how much its clock was ahead when it wrote; if it
 * never heard, what its last heartbeat showed is all there is. A clock that was set back in between cannot tell how
 * long it lasted: the counter does, and without one it lasted no time.
 */
export function timesOf(
  { startedAt, stoppedAt, lastedSeconds, clockAheadSeconds }: ReplayedEntry,
  clockAheadMs: number | null,
): { startedAt: number; stoppedAt: number | null } {
  const ahead = clockAheadSeconds === null ? (clockAheadMs ?? 0) : clockAheadSeconds * SECOND;
  const started = Math.round(Date.parse(startedAt) - ahead);
  if (stoppedAt === null) return { startedAt: started, stoppedAt: null };
  const stopped =
    lastedSeconds === undefined
      ? Math.round(Date.parse(stoppedAt) - ahead)
      : started + lastedSeconds * SECOND;
  return { startedAt: started, stoppedAt: Math.max(started, stopped) };
}
