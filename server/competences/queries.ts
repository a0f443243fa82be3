import { competencesOf } from '../members/queries.ts';
import type { ViewsReader } from '../views/reader.ts';
import { recognitionsOf } from '../workshops/queries.ts';

/** The later of two ends in UTC milliseconds; null is for good. */
const later = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : Math.max(one, other);

/**
 * What counts in a workshop of what a member can do: by competence id the end in UTC milliseconds, null for good (some
 * may have run out: compare with now). Own competences, granted or taught, and those of other workshops that this one
 * recognises; of several the one that lasts longest. What another workshop recognises is its own affair: recognition
 * does not pass on.
 */
export function competencesHeldIn(
  views: ViewsReader,
  memberId: string,
  workshopId: string,
): Map<string, number | null> {
  const held = new Map(competencesOf(views, memberId).map((one) => [one.competenceId, one.until]));
  const counting = new Map(held);
  if (held.size === 0) return counting;
  for (const { competenceId, countsAs } of recognitionsOf(views, workshopId)) {
    const until = held.get(competenceId);
    if (until === undefined) continue;
    const own = counting.get(countsAs);
    counting.set(countsAs, own === undefined ? until : later(own, until));
  }
  return counting;
}
