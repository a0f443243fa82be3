import type { MomentsView } from '../../shared/network/momentViews.ts';
import type { ViewsReader } from '../views/reader.ts';
import { networkVersions, revisionNamed, type VersionRow } from './tables.ts';

type Revisions = MomentsView['things'][number]['revisions'];

/** Spans of one thing that are looked at. */
const MOST_SPANS = 1000;

/** Positions of the log within the keys of spans tell which came first. */
const positionOf = ({ span }: VersionRow): number => Number(span.slice(span.lastIndexOf('@') + 1));

/**
 * Which revision a thing was at each of the moments that are told.
 * @param moments when they were, UTC milliseconds, the earliest first
 * @param until what it became afterwards is not told
 */
export function revisionsOf(
  views: ViewsReader,
  itemId: string,
  moments: readonly number[],
  until = Number.POSITIVE_INFINITY,
): Revisions {
  const rows = views
    .all(networkVersions, `where itemId = ? limit ${MOST_SPANS}`, itemId)
    .toSorted((one, other) => positionOf(one) - positionOf(other));
  return revisionsAt(rows, moments, until);
}

/**
 * The same from the spans of a thing in the order of the log. A description that was corrected says what it was all
 * along, and a build that was given up does not make it another thing: only a change does.
 */
export function revisionsAt(
  spans: readonly Pick<VersionRow, 'version' | 'since' | 'why'>[],
  moments: readonly number[],
  until = Number.POSITIVE_INFINITY,
): Revisions {
  const was: { since: number; version: string | null }[] = [];
  for (const { version, since, why } of spans) {
    const last = was.at(-1);
    if (why === 'abandoned' && last) continue;
    if (why === 'modified' || !last) was.push({ since, version });
    else last.version = version;
  }
  const told = new Map<number, string | null>([[0, null]]);
  for (const [number, { since, version }] of was.entries()) {
    const from = number === 0 ? 0 : moments.findIndex((at) => at >= since);
    if (from >= 0 && (number === 0 || since <= until)) told.set(from, version);
  }
  return [...told]
    .toSorted(([one], [other]) => one - other)
    .map(([from, version]) => ({ from, of: version === null ? null : revisionNamed(version) }));
}
