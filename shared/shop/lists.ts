import type { CutStock } from '../assemblies/cutList.ts';
import { DENSITIES } from '../modules/materials.ts';
import { inMillimetres, onTape } from './fractions.ts';
import type { PieceUse } from './pieceUses.ts';
import type { ShopWords } from './words.ts';

/** A table as a spreadsheet reads it (RFC 4180); cells that a spreadsheet would take for formulas are told as text. */
export const csv = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const inOrder = (uses: readonly PieceUse[]): PieceUse[] =>
  uses
    .filter(({ piece }) => piece.cut !== null)
    .toSorted(({ piece: { cut: one } }, { piece: { cut: other } }) =>
      one && other && one.stock === other.stock
        ? other.length - one.length
        : (one?.stock ?? '') < (other?.stock ?? '')
          ? -1
          : 1,
    );

/** What is sawn from what: by stock, the longest first; `drawingOf` names the drawing of a use, if there is one. */
export const cutListRows = (
  uses: readonly PieceUse[],
  drawingOf: (use: PieceUse) => string,
  words: ShopWords,
): (string | number)[][] => [
  [
    words.stock,
    words.lengthMillimetres,
    words.lengthInches,
    words.quantity,
    words.part,
    words.material,
    words.drawing,
  ],
  ...inOrder(uses).map((use) => {
    const { cut, name, material } = use.piece;
    const length = cut?.length ?? 0;
    return [
      cut?.stock ?? '',
      Number(inMillimetres(length)),
      onTape(length),
      use.quantity,
      name,
      material,
      drawingOf(use),
    ];
  }),
];

/** Everything that goes into it, with the mass of one by hand calculation. */
export const partsRows = (uses: readonly PieceUse[], words: ShopWords): (string | number)[][] => [
  [words.part, words.quantity, words.source, words.material, words.mass, words.specification],
  ...uses.map(({ piece, quantity }) => {
    const source = { make: words.made, buy: words.bought, recover: words.recovered }[piece.source];
    const mass = Math.round(piece.volume * DENSITIES[piece.material] * 1000) / 1000;
    return [piece.name, quantity, source, piece.material, mass, piece.specification];
  }),
];

/** How pieces are laid on bars: one row for each kind of bar, with what is left of it. */
export const cuttingPlanRows = (stocks: readonly CutStock[], words: ShopWords): (string | number)[][] => [
  [words.stock, words.bars, words.barLength, words.piecesOnBar, words.offcut],
  ...stocks.flatMap(({ stock, bar, bars }) =>
    (bars ?? []).map(({ count, pieces, offcut }) => [
      stock,
      count,
      Number(inMillimetres(bar)),
      pieces.map(inMillimetres).join(' + '),
      Number(inMillimetres(offcut)),
    ]),
  ),
];
