import { type PlaceStatus, placeStatus } from '../../shared/competences/views.ts';
import { competencesOf } from '../members/queries.ts';
import type { ViewsReader } from '../views/reader.ts';
import { recognitionsOf } from '../workshops/queries.ts';
import { type InductionRow, inductionPeople, inductions } from './projection.ts';

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

/** An induction as the views have it; instants in UTC milliseconds. */
export type Induction = Omit<InductionRow, 'startsAt' | 'endsAt'> & {
  start: number;
  end: number;
  cancelled: boolean;
};

/** Somebody's place in an induction. */
export interface InductionPerson {
  inductionId: string;
  memberId: string;
  status: PlaceStatus;
  revision: number;
}

/** Sessions that are shown or told about at once. */
const MOST = 200;

export function inductionById(views: ViewsReader, inductionId: string): Induction | null {
  const row = views.byKey(inductions, inductionId);
  return row ? inductionOf(row) : null;
}

/** Inductions that end after `from`, cancelled ones too, by start; of one workshop, or of all (`null`). */
export function inductionsAfter(views: ViewsReader, workshopId: string | null, from: number): Induction[] {
  const order = `order by startsAt, inductionId limit ${MOST}`;
  const rows =
    workshopId === null
      ? views.all(inductions, `where endsAt > ? ${order}`, from)
      : views.all(inductions, `where workshopId = ? and endsAt > ? ${order}`, workshopId, from);
  return rows.map(inductionOf);
}

/** Everybody in an induction, in the order in which they came. */
export function peopleOfInduction(views: ViewsReader, inductionId: string): InductionPerson[] {
  return views
    .all(inductionPeople, 'where inductionId = ? order by came, person', inductionId)
    .map(({ memberId, status, revision }) => ({
      inductionId,
      memberId,
      status: placeStatus.parse(status),
      revision,
    }));
}

/** Every induction in which a member has, or had, a place or waits. */
export function inductionsOfMember(
  views: ViewsReader,
  memberId: string,
): { induction: Induction; status: PlaceStatus }[] {
  return views.all(inductionPeople, 'where memberId = ?', memberId).flatMap(({ inductionId, status }) => {
    const induction = inductionById(views, inductionId);
    return induction ? [{ induction, status: placeStatus.parse(status) }] : [];
  });
}

/** The same as it stands in a member's download. */
export const everyInductionOf = (views: ViewsReader, memberId: string) =>
  inductionsOfMember(views, memberId).map(({ induction: { inductionId, competenceId, start }, status }) => ({
    inductionId,
    competenceId,
    start: new Date(start).toISOString(),
    status,
  }));

/** A session that leads to a competence, and in which there is a place. */
export interface NextInduction {
  inductionId: string;
  workshopId: string;
  competenceId: string;
  /** UTC milliseconds. */
  start: number;
  end: number;
  placesLeft: number;
}

/**
 * The next sessions, at most `limit`, that would let somebody do in a workshop what asks for the competence: its own,
 * and those of other workshops that it recognises. Only sessions with a free place that have not begun; by start.
 */
export function nextInductionsFor(
  views: ViewsReader,
  { workshopId, competenceId }: { workshopId: string; competenceId: string },
  now: number,
  limit = 3,
): NextInduction[] {
  const recognised = recognitionsOf(views, workshopId).filter(({ countsAs }) => countsAs === competenceId);
  return [competenceId, ...recognised.map((one) => one.competenceId)]
    .flatMap((leading) =>
      views.all(
        inductions,
        'where competenceId = ? and startsAt > ? and reasonId is null and taken < places order by startsAt limit ?',
        leading,
        now,
        limit,
      ),
    )
    .sort((one, other) => one.startsAt - other.startsAt)
    .slice(0, limit)
    .map(({ startsAt: start, endsAt: end, places, taken, ...row }) => ({
      inductionId: row.inductionId,
      workshopId: row.workshopId,
      competenceId: row.competenceId,
      start,
      end,
      placesLeft: places - taken,
    }));
}

const inductionOf = ({ startsAt: start, endsAt: end, ...row }: InductionRow): Induction => ({
  ...row,
  start,
  end,
  cancelled: row.reasonId !== null,
});
