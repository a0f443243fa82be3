import type { Body, ModulePart, Piece, Solids } from '../module.ts';
import { moved, solidOf } from '../solids/solidOf.ts';

/** What a module has to tell of its parts, all of it following from its pieces. */
export const madeOf = <Values>(piecesOf: (values: Values) => readonly Piece[]) => ({
  pieces: piecesOf,
  parts: (values: Values): ModulePart[] => piecesOf(values).map(partOf),
  holes: (values: Values): Record<string, number> =>
    Object.fromEntries(piecesOf(values).map(({ id, holes }) => [id, holes] as const)),
  bodies: (values: Values, solids: Solids): Body[] =>
    piecesOf(values).flatMap((piece) => bodiesOf(piece, solids)),
});

const partOf = ({ shape: _shape, holes: _holes, places, ...part }: Piece): ModulePart => ({
  ...part,
  quantity: places.length,
});

function bodiesOf({ id, shape, places }: Piece, solids: Solids): Body[] {
  const one = solidOf(shape, solids);
  const bodies = places.map((place) => ({ part: id, solid: moved(one, place) }));
  one.delete();
  return bodies;
}

type Told = Pick<Piece, 'id' | 'name' | 'material' | 'specification'>;

/** A part off a shelf. */
export const bought = (told: Told) =>
  ({ ...told, source: 'buy', tracked: false, machines: [], cut: null }) as const;

/** A part that the workshop makes. */
export const made = (told: Told, machines: ModulePart['machines'], cut: ModulePart['cut'] = null) =>
  ({ ...told, source: 'make', tracked: false, machines, cut }) as const;

/** Millimetres as they are told in a name: at most two decimals. */
export const told = (millimetres: number): string => String(Math.round(millimetres * 100) / 100);
