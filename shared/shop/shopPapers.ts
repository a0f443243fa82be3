import { strToU8, zipSync } from 'fflate';
import type { SolvedAssembly } from '../assemblies/assembly.ts';
import type { CutStock } from '../assemblies/cutList.ts';
import type { Module } from '../modules/module.ts';
import { barDrawing } from './barDrawing.ts';
import { barOf } from './bars.ts';
import { inMillimetres } from './fractions.ts';
import { csv, cutListRows, cuttingPlanRows, partsRows } from './lists.ts';
import { openScad } from './openScad.ts';
import { modulesIn, type PieceUse, piecesIn } from './pieceUses.ts';
import { sheetDxf } from './sheetDxf.ts';
import { sheetOfPiece } from './sheets.ts';
import type { Paper } from './svg.ts';
import type { ShopWords } from './words.ts';

export interface ShopOptions {
  /** The design's title, as drawings name it. */
  design: string;
  paper: Paper;
  words: ShopWords;
  /** How pieces are laid on bars, where somebody reckoned it. */
  cutting?: readonly CutStock[];
}

/** A file for the shop: where it lies in the archive, and its text. */
export interface ShopFile {
  path: string;
  text: string;
}

const quantityOf = ({ quantity, mirrored }: PieceUse, words: ShopWords): string =>
  mirrored > 0 ? `${quantity} × (${mirrored} ${words.mirrored})` : `${quantity} ×`;

/** Every distinct flat plate as DXF at 1:1. A mirrored plate is the same one turned over, and says so. */
export const plateFiles = (uses: readonly PieceUse[], { words }: ShopOptions): ShopFile[] =>
  uses.flatMap((use) => {
    const sheet = sheetOfPiece(use.piece);
    if (!sheet) return [];
    const lines = [
      use.piece.name,
      `${use.file}, ${inMillimetres(sheet.thickness)} mm`,
      quantityOf(use, words),
    ];
    return [{ path: `plates/${use.file}.dxf`, text: sheetDxf(sheet, lines) }];
  });

/** Every distinct tube and bar that is cut to length as dimensioned drawings, one file for each page. */
export const barFiles = (uses: readonly PieceUse[], { design, paper, words }: ShopOptions): ShopFile[] =>
  uses.flatMap((use) => {
    const { piece, file } = use;
    const bar = barOf(piece);
    if (!bar || !piece.cut) return [];
    const pages = barDrawing(
      bar,
      {
        design,
        name: piece.name,
        id: file,
        stock: piece.cut.stock,
        material: piece.material,
        quantity: quantityOf(use, words),
      },
      paper,
      words,
    );
    return pages.map((text, n) => ({ path: `${barPath(use)}${n === 0 ? '' : `-page-${n + 1}`}.svg`, text }));
  });

const barPath = ({ file }: PieceUse): string => `bars/${file}`;

/** The cut list as a table for spreadsheets. */
export const cutListFile = (uses: readonly PieceUse[], { words }: ShopOptions): ShopFile => ({
  path: 'cut-list.csv',
  text: csv(cutListRows(uses, (use) => (barOf(use.piece) ? `${barPath(use)}.svg` : ''), words)),
});

/** An OpenSCAD script for every module at every set of values. */
export function scriptFiles(assembly: SolvedAssembly): ShopFile[] {
  const count = new Map<string, number>();
  return modulesIn(assembly).map(({ module, values }) => {
    const number = (count.get(module.id) ?? 0) + 1;
    count.set(module.id, number);
    return {
      path: `openscad/${module.id}${number > 1 ? `-${number}` : ''}.scad`,
      text: openScad(module, values),
    };
  });
}

/** Everything that a shop needs to make an assembly: plates, drawings of bars, lists, scripts. */
export function shopFiles(assembly: SolvedAssembly, options: ShopOptions): ShopFile[] {
  const uses = piecesIn(assembly);
  if (uses.length === 0) return [];
  return [
    cutListFile(uses, options),
    ...(options.cutting?.length
      ? [{ path: 'cutting-plan.csv', text: csv(cuttingPlanRows(options.cutting, options.words)) }]
      : []),
    { path: 'parts.csv', text: csv(partsRows(uses, options.words)) },
    ...plateFiles(uses, options),
    ...barFiles(uses, options),
    ...scriptFiles(assembly),
  ];
}

/** One module by itself, as if an assembly held nothing else. */
export function aloneInAssembly(module: Module, values: Parameters<Module['pieces']>[0]): SolvedAssembly {
  const at = { origin: [0, 0, 0], x: [1, 0, 0], z: [0, 0, 1] } as const;
  const of = { kind: 'module', module: module.id } as const;
  const placed = { origin: [0, 0, 0], x: [1, 0, 0], z: [0, 0, 1] } satisfies Record<
    string,
    [number, number, number]
  >;
  return {
    instances: [
      {
        instance: {
          id: module.id,
          name: module.name,
          of,
          parameters: {},
          at: placed,
          mirrored: false,
          step: null,
          alternatives: [],
        },
        of,
        name: module.name,
        values,
        at,
        mirrored: false,
        interfaces: [],
        inner: null,
      },
    ],
    mates: [],
    values: {},
    problems: [],
  };
}

/** Files as one archive; always the same bytes for the same files. */
export const zipped = (files: readonly ShopFile[]): Uint8Array<ArrayBuffer> =>
  zipSync(Object.fromEntries(files.map(({ path, text }) => [path, strToU8(text)] as const)), {
    level: 6,
    mtime: '1980-01-01T00:00:00',
  });
