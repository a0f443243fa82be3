import type { DesignInterface, InterfaceKind } from '../../../shared/designs/interfaces.ts';

/** A number that an interface of some kind has. */
export interface InterfaceField {
  field: string;
  /** Null: not known. */
  value: number | null;
  /** Millimetres; anything else is a plain number. */
  isLength: boolean;
  /** Whole. */
  isCount: boolean;
  mayLack: boolean;
}

const NO_LENGTH: readonly string[] = ['rows', 'count', 'flow', 'pressure', 'volts', 'amps'];
const COUNTS: readonly string[] = ['rows', 'count'];
const MAY_LACK: Record<InterfaceKind, readonly string[]> = {
  tubeEnd: ['wall'],
  holeGrid: ['rows'],
  boltCircle: ['hole'],
  shaft: ['keyway'],
  rodPair: ['spacing'],
  hydraulicPort: ['size', 'flow', 'pressure'],
  electric: ['amps'],
  mountFace: [],
  other: ['size'],
};
const COMMON: readonly string[] = ['id', 'name', 'side', 'kind'];

/** The numbers of an interface, in their order. */
export const fieldsOf = (own: DesignInterface): InterfaceField[] =>
  Object.entries(own).flatMap(([field, value]) =>
    COMMON.includes(field) || typeof value === 'string'
      ? []
      : [
          {
            field,
            value,
            isLength: !NO_LENGTH.includes(field),
            isCount: COUNTS.includes(field),
            mayLack: MAY_LACK[own.kind].includes(field),
          },
        ],
  );

/** One of a kind, with sizes that are common for it. */
export function newInterface(id: string, kind: InterfaceKind): DesignInterface {
  const common = { id, name: '', side: 'offers' as const };
  switch (kind) {
    case 'tubeEnd':
      return { ...common, kind, outer: 50, wall: null };
    case 'holeGrid':
      return { ...common, kind, pitch: 50, hole: 10, rows: null };
    case 'boltCircle':
      return { ...common, kind, diameter: 100, count: 4, hole: null };
    case 'shaft':
      return { ...common, kind, diameter: 25, keyway: null };
    case 'rodPair':
      return { ...common, kind, diameter: 8, spacing: null };
    case 'hydraulicPort':
      return { ...common, kind, size: null, flow: null, pressure: null };
    case 'electric':
      return { ...common, kind, volts: 12, amps: null };
    case 'mountFace':
      return { ...common, kind, width: 100, height: 100 };
    case 'other':
      return { ...common, kind, size: null };
  }
}
