import type { DesignCategory, TechnologyReadiness } from '../../../shared/designs/content.ts';
import type { InterfaceKind } from '../../../shared/designs/interfaces.ts';
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
  /** A module of the construction set that it is made of, at any level. */
  module?: string | undefined;
  /** Kinds of machine that are at hand: only designs that need no others. */
  kindsAtHand?: ReadonlySet<MachineKind> | undefined;
}

/** Half a per cent: 31.75 mm is what people call 1¼ in and 32 mm is not. */
const SIZE_TOLERANCE = 0.005;

const isLike = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

export function fits({ facets }: Entry, filters: Filters): boolean {
  const { category, tag, licence, readiness, machine, module, kindsAtHand } = filters;
  if (category !== undefined && facets.category !== category) return false;
  if (tag !== undefined && !facets.tags.some((each) => isLike(each, tag))) return false;
  if (licence !== undefined && !isLike(facets.licence, licence)) return false;
  if (readiness !== undefined && facets.readiness !== readiness) return false;
  if (module !== undefined && !facets.modules.includes(module)) return false;
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
