import type { LengthUnits } from '../../shared/measures/lengths.ts';

/** By how much a key or a button pushes, millimetres: a centimetre, or a quarter of an inch. */
export const pushOf = (units: LengthUnits): number => (units === 'in' ? 6.35 : 10);

/** What a dragged thing snaps to, millimetres: a millimetre, or a sixteenth of an inch. */
export const gridOf = (units: LengthUnits): number => (units === 'in' ? 25.4 / 16 : 1);

export const onGrid = (value: number, grid: number): number => Math.round(value / grid) * grid;
