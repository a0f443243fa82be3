import type { DesignCategory, TechnologyReadiness } from '../../../shared/designs/content.ts';
import type { InterfaceKind } from '../../../shared/designs/interfaces.ts';
import type { DesignList } from '../../../shared/designs/views.ts';
import type { MachineKind } from '../../../shared/machines/words.ts';
import type { Facets } from '../searchWords.ts';
import type { Entry } from './catalogue.ts';

/** What a design must be, besides its words; what is missing is not asked. */
export interface Filters {
  category?: DesignCategory | undefined;
  tag?: string | undefined;
  licence?: string | undefined;
  readiness?: TechnologyReadiness | undefined;
  interface?: InterfaceKind | undefined;
  /** Millimetres (volts for electric ones). */
  size?: number | undefined;
  side?: 'offers' | 'needs' | undefined;
  machine?: MachineKind | undefined;
  /** Kinds of machine that are at hand: only designs that need no others. */
  kindsAtHand?: ReadonlySet<MachineKind> | undefined;
}

/** Half a per cent: 31.75 mm is what people call 1¼ in and 32 mm is not. */
const SIZE_TOLERANCE = 0.005;
const MOST_VALUES = 40;

const isLike = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

export function fits({ facets }: Entry, filters: Filters): boolean {
  const { category, tag, licence, readiness, machine, kindsAtHand } = filters;
  if (category !== undefined && facets.category !== category) return false;
  if (tag !== undefined && !facets.tags.some((each) => isLike(each, tag))) return false;
  if (licence !== undefined && !isLike(facets.licence, licence)) return false;
  if (readiness !== undefined && facets.readiness !== readiness) return false;
  if (machine !== undefined && !facets.machines.includes(machine)) return false;
  if (kindsAtHand && !facets.machines.every((kind) => kindsAtHand.has(kind))) return false;
  return mates(facets, filters);
}

function mates({ interfaces }: Facets, { interface: kind, size, side }: Filters): boolean {
  if (kind === undefined && size === undefined && side === undefined) return true;
  return interfaces.some(
    (each) =>
      (kind === undefined || each.kind === kind) &&
      (side === undefined || each.side === side) &&
      (size === undefined || (each.size !== null && Math.abs(each.size - size) <= size * SIZE_TOLERANCE)),
  );
}

/** How many of the found have each value, most first. */
export function countFacets(found: readonly Entry[]): DesignList['facets'] {
  const counts = {
    category: new Map<string, number>(),
    tag: new Map<string, number>(),
    licence: new Map<string, number>(),
    readiness: new Map<string, number>(),
    interface: new Map<string, number>(),
    machine: new Map<string, number>(),
  };
  const count = (map: Map<string, number>, value: string) => map.set(value, (map.get(value) ?? 0) + 1);
  for (const { facets } of found) {
    count(counts.category, facets.category);
    count(counts.licence, facets.licence);
    if (facets.readiness !== null) count(counts.readiness, facets.readiness);
    for (const tag of facets.tags) count(counts.tag, tag);
    for (const kind of facets.machines) count(counts.machine, kind);
    const kinds = facets.interfaces.map(({ kind }) => kind);
    kinds.forEach((kind, index) => {
      if (kinds.indexOf(kind) === index) count(counts.interface, kind);
    });
  }
  return {
    category: mostFirst(counts.category),
    tag: mostFirst(counts.tag),
    licence: mostFirst(counts.licence),
    readiness: mostFirst(counts.readiness),
    interface: mostFirst(counts.interface),
    machine: mostFirst(counts.machine),
  };
}

const mostFirst = (counts: ReadonlyMap<string, number>) =>
  [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
    .slice(0, MOST_VALUES);
