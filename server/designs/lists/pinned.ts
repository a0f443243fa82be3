import type { PinnedRevision } from '../../../shared/designs/partLines.ts';
import type { ViewsReader } from '../../views/reader.ts';
import { designPins, type PinRow } from '../tables.ts';

/** All that a revision holds through what it pins: each pin once, under the version that pins it. */
export type PinsByVersion = ReadonlyMap<string, readonly PinRow[]>;

/** More than any real machine has; what lies beyond is not looked at. */
const MOST_PINS = 200_000;

/**
 * The pins in the parts lists of a revision, and of all that it pins in turn. `union` keeps each version once, so no circle holds it up;
 * `cross join` keeps SQLite from reading all pins first, which it takes for the shorter way.
 */
const BELOW = `with recursive below (version) as (
  values (?) union select pinned from below cross join designPins on pinning = version and quantity > 0)
  select designPins.* from below cross join designPins on pinning = version and quantity > 0 limit ${MOST_PINS}`;

export function pinsBelow(views: ViewsReader, version: string): PinsByVersion {
  return Map.groupBy(views.ask(designPins.columns, BELOW, version), ({ pinning }) => pinning);
}

/** Versions from these down, each once and before all that it pins; a pin that leads back up is left out. */
export function fromTheTop(
  pins: ReadonlyMap<string, readonly Pick<PinRow, 'pinned'>[]>,
  tops: Iterable<string>,
): string[] {
  const done = new Set<string>();
  const open = new Set<string>();
  const order: string[] = [];
  const waiting = Array.from(tops, (version) => ({ version, isLeaving: false }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.isLeaving) {
      open.delete(next.version);
      done.add(next.version);
      order.push(next.version);
      continue;
    }
    if (done.has(next.version) || open.has(next.version)) continue;
    open.add(next.version);
    waiting.push({ version: next.version, isLeaving: true });
    for (const { pinned } of pins.get(next.version) ?? []) {
      if (!done.has(pinned) && !open.has(pinned)) waiting.push({ version: pinned, isLeaving: false });
    }
  }
  return order.reverse();
}

/** The revision that a version names. */
export function revisionNamed(version: string): PinnedRevision {
  const colon = version.lastIndexOf(':');
  return { designId: version.slice(0, colon), revision: Number(version.slice(colon + 1)) };
}
