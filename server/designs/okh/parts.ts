import type { PartLine } from '../../../shared/designs/partLines.ts';
import type { MachineKind } from '../../../shared/machines/words.ts';
import { isTable } from './document.ts';
import type { EntryIds } from './entryIds.ts';
import { type Fields, listOf, oneLine, shortenedTo, wordsOf } from './fields.ts';
import type { Plain, PlainTable } from './manifest.ts';
import { readMass } from './measures.ts';
import { dimensionsFrom } from './repairing.ts';
import { MACHINE_OF, readTechnologyCode } from './vocabulary.ts';

/** Lines of a parts list, and by their ids what a manifest says of them that a line has no place for. */
export interface ReadParts {
  lines: PartLine[];
  leftovers: PlainTable;
}

const MOST_PARTS = 5000;

/** A line of which nothing is known but its name. */
export const emptyLine = (id: string, name: string): PartLine => ({
  id,
  parent: null,
  name,
  specification: '',
  material: '',
  quantity: 1,
  written: '',
  unit: 'piece',
  source: 'make',
  tracked: false,
  of: null,
  cut: null,
  alternatives: [],
  mass: null,
  price: null,
  machines: [],
  files: [],
  note: '',
});

/** `[[part]]`: what the design is made of, each with the files that it is made by. */
export function readParts(fields: Fields, ids: EntryIds): ReadParts {
  const lines: PartLine[] = [];
  const leftovers: PlainTable = {};
  listOf(fields.take('part', 'parts'))
    .slice(0, MOST_PARTS)
    .forEach((entry, index) => {
      if (!isTable(entry)) return;
      const { line, leftover } = readPart(entry, `part[${index}]`, fields, ids);
      lines.push(line);
      if (Object.keys(leftover).length > 0) leftovers[line.id] = leftover;
    });
  return { lines, leftovers };
}

function readPart(
  entry: PlainTable,
  at: string,
  fields: Fields,
  ids: EntryIds,
): { line: PartLine; leftover: PlainTable } {
  const {
    name,
    source,
    export: exported,
    image,
    tsdc,
    material,
    mass,
    quantity,
    amount,
    'outer-dimensions': dimensions,
    'outer-dimension': oldDimensions,
    'outer-dimension-dim': unit,
    ...others
  } = entry;
  const title = shortenedTo(oneLine(wordsOf(name)), 160) || `Part ${at}`;
  if (wordsOf(name) === '') fields.tell('repaired', at, 'It has no name.');
  const line = emptyLine(ids.of('part', title), title);
  const paths = [
    ...listOf(source ?? null).map((path) => fields.file(path, 'source', `${at}.source`)),
    ...listOf(exported ?? null).map((path) => fields.file(path, 'export', `${at}.export`)),
    ...listOf(image ?? null).map((path) => fields.file(path, 'picture', `${at}.image`, title)),
  ];
  line.files = [...new Set(paths)].filter((path) => path !== null).slice(0, 50);
  line.material = shortenedTo(oneLine(wordsOf(material)), 120);
  const grams = readMass(mass ?? null);
  line.mass = grams === null ? null : Math.min(1e7, grams / 1000);
  const count = Number(wordsOf(quantity ?? amount ?? null) || 1);
  line.quantity = Number.isFinite(count) && count > 0 && count <= 1e9 ? count : 1;
  const codes = listOf(tsdc ?? null).map((code) => readTechnologyCode(wordsOf(code)) ?? code);
  line.machines = machinesOf(codes);
  const drawn = dimensions ?? oldDimensions ?? null;
  const size = dimensionsFrom(
    typeof drawn === 'string' ? { openSCAD: drawn, unit: unit ?? 'mm' } : drawn,
    `${at}.outer-dimensions`,
    fields,
  );
  const elsewhere = (value: Plain | undefined): Plain[] =>
    listOf(value ?? null).filter((each) => typeof each === 'string' && /^https?:/i.test(each));
  const leftover: PlainTable = {
    ...others,
    ...(codes.length > 0 ? { tsdc: codes } : {}),
    ...(size === null ? {} : { 'outer-dimensions': { ...size } }),
    ...(elsewhere(source).length > 0 ? { source: elsewhere(source) } : {}),
    ...(elsewhere(exported).length > 0 ? { export: elsewhere(exported) } : {}),
  };
  return { line, leftover };
}

export function machinesOf(codes: readonly Plain[]): MachineKind[] {
  const kinds = codes.flatMap((code) => {
    const known = readTechnologyCode(wordsOf(code));
    return (known && MACHINE_OF[known]) ?? [];
  });
  return [...new Set(kinds)];
}
