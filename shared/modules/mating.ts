import type { DesignInterface } from '../designs/interfaces.ts';

/** Without what names it: an interface as a design or a module has it. */
type Known<Interface> = Interface extends unknown ? Omit<Interface, 'id' | 'name'> : never;
export type AnyInterface = Known<DesignInterface>;

/** Why two interfaces do not meet: which measure, and what each of them has. */
export interface Mismatch {
  /** `kind`, `side`, or the name of a measure. */
  what: string;
  /** Millimetres, litres a minute, bar, volts, amps, or a word. */
  one: number | string;
  other: number | string;
}

/** Millimetres by which two lengths may differ and still be the same in a workshop. */
const SLACK = 0.3;

/**
 * What stands against two interfaces meeting, with the numbers; empty: they mate. A measure that nobody knows stands
 * against nothing. Where one side offers and the other needs, what is offered must suffice.
 */
export function mismatches(one: AnyInterface, other: AnyInterface): Mismatch[] {
  if (one.kind === 'shaft' && other.kind === 'holeGrid') return throughHole(one, other.hole, 'diameter');
  if (one.kind === 'holeGrid' && other.kind === 'shaft') return throughHole(other, one.hole, 'hole');
  if (one.kind !== other.kind) return [{ what: 'kind', one: one.kind, other: other.kind }];
  const found = sameMeasures(one, other);
  if (isDirected(one) && one.side === other.side) {
    found.push({ what: 'side', one: one.side, other: other.side });
  }
  if (one.side === other.side) return found;
  const [offer, need] = one.side === 'offers' ? [one, other] : [other, one];
  return [...found, ...shortfalls(offer, need)];
}

/** Share of a hole's width that a bolt or pin in it may leave empty. */
const PLAY = 0.3;

/** A bolt, a pin or a shaft goes through a hole that is wide enough for it and not much wider. */
function throughHole(
  bolt: Extract<AnyInterface, { kind: 'shaft' }>,
  hole: number,
  first: 'diameter' | 'hole',
): Mismatch[] {
  const { side, diameter } = bolt;
  if (side !== 'offers') return [{ what: 'side', one: side, other: 'offers' }];
  if (diameter <= hole + SLACK && diameter >= (1 - PLAY) * hole) return [];
  const [one, other] = first === 'diameter' ? [diameter, hole] : [hole, diameter];
  return [{ what: first, one, other }];
}

/** A hub needs a shaft and a motor needs current; two tubes or two plates simply meet. */
const isDirected = ({ kind }: AnyInterface): boolean =>
  kind === 'shaft' || kind === 'hydraulicPort' || kind === 'electric';

/** Measures that must be equal, by kind. */
const EQUAL: Record<AnyInterface['kind'], readonly string[]> = {
  tubeEnd: ['outer'],
  holeGrid: ['pitch', 'hole'],
  boltCircle: ['diameter', 'count', 'hole'],
  shaft: ['diameter', 'keyway'],
  rodPair: ['diameter', 'spacing'],
  hydraulicPort: ['size'],
  electric: [],
  mountFace: ['width', 'height'],
  other: ['size'],
};

function sameMeasures(one: AnyInterface, other: AnyInterface): Mismatch[] {
  return EQUAL[one.kind].flatMap((what) => {
    const [a, b] = [measureOf(one, what), measureOf(other, what)];
    return a === null || b === null || Math.abs(a - b) <= SLACK ? [] : [{ what, one: a, other: b }];
  });
}

const measureOf = (interface_: AnyInterface, what: string): number | null => {
  const measure: unknown = Reflect.get(interface_, what);
  return typeof measure === 'number' ? measure : null;
};

/** Volts must agree within a tenth; flow, pressure and amps must suffice. */
function shortfalls(offer: AnyInterface, need: AnyInterface): Mismatch[] {
  if (offer.kind === 'electric' && need.kind === 'electric') {
    const apart = Math.abs(offer.volts - need.volts) > need.volts / 10;
    return [
      ...(apart ? [{ what: 'volts', one: offer.volts, other: need.volts }] : []),
      ...short('amps', offer.amps, need.amps),
    ];
  }
  if (offer.kind === 'hydraulicPort' && need.kind === 'hydraulicPort') {
    return [...short('flow', offer.flow, need.flow), ...short('pressure', offer.pressure, need.pressure)];
  }
  return [];
}

const short = (what: string, offered: number | null, needed: number | null): Mismatch[] =>
  offered === null || needed === null || offered >= needed ? [] : [{ what, one: offered, other: needed }];
