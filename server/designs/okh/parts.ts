import { emptyLine, type PartLine } from '../../../shared/designs/partLines.ts';
import type { MachineKind } from '../../../shared/machines/words.ts';
import { isTable } from './document.ts';
import type { EntryIds } from './entryIds.ts';
import { type Fields, listOf, oneLine, shortenedTo, webAddress, wordsOf } from './fields.ts';
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

/** A line of which nothing is known but its name: a manifest tells of what is made. */
export const madeLine = (id: string, name: string): PartLine => ({ ...emptyLine(id, name), source: 'make' });

/** `[[part]]`: what the design is made of, each with the files that it is made by. */
export function readParts(fields: Fields, ids: EntryIds): ReadParts {
  const lines: PartLine[] = [];
  const leftovers: PlainTable = {};
  const entries = listOf(fields.take('part', 'parts'));
  if (entries.length > MOST_PARTS) fields.tell('lost', 'part', `It has more than ${MOST_PARTS} parts.`);
  entries.slice(0, MOST_PARTS).forEach((entry, index) => {
    const table = isTable(entry) ? withDashes(entry) : { name: wordsOf(entry) };
    if (Object.keys(table).length === 0 || (!isTable(entry) && wordsOf(entry) === '')) return;
    const { line, leftover } = readPart(table, `part[${index}]`, fields, ids);
    lines.push(line);
    if (Object.keys(leftover).length > 0) leftovers[line.id] = leftover;
  });
  return { lines, leftovers };
}

/** `outer_dimensions` is `outer-dimensions`; what says nothing is left away. */
const withDashes = (entry: PlainTable): PlainTable =>
  Object.fromEntries(
    Object.entries(entry)
      .filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))
      .map(([key, value]) => [key.replaceAll('_', '-'), value]),
  );

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
    'tsdc-id': oldTsdc,
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
  const line = madeLine(ids.of('part', title), title);
  const leftover: PlainTable = { ...others };
  const files = new Set<string>();
  for (const [field, value, role] of [
    ['source', source, 'source'],
    ['export', exported, 'export'],
    ['image', image, 'picture'],
  ] as const) {
    const elsewhere: Plain[] = [];
    for (const each of listOf(value ?? null)) {
      const place = isTable(each) ? (each.location ?? each.path ?? null) : each;
      const words = role === 'picture' ? (isTable(each) && wordsOf(each.depicts)) || title : '';
      const path = fields.file(place, role, `${at}.${field}`, words);
      if (path !== null) files.add(path);
      else if (wordsOf(place) !== '') elsewhere.push(each);
      if (webAddress(place) !== '') fields.elsewhere(`part.${field}`);
    }
    if (elsewhere.length > 0) leftover[field] = elsewhere;
  }
  line.files = [...files].slice(0, 50);
  line.material = shortenedTo(oneLine(wordsOf(material)), 120);
  const grams = readMass(mass ?? null);
  line.mass = grams === null ? null : Math.min(1e7, Number((grams / 1000).toPrecision(12)));
  const count = Number(wordsOf(quantity ?? amount ?? null) || 1);
  const isCount = Number.isFinite(count) && count > 0 && count <= 1e9;
  line.quantity = isCount ? count : 1;
  if (!isCount) line.written = shortenedTo(oneLine(wordsOf(quantity ?? amount)), 40);
  const codes = listOf(tsdc ?? oldTsdc ?? null).map((code) => readTechnologyCode(wordsOf(code)) ?? code);
  line.machines = machinesOf(codes);
  const drawn = dimensions ?? oldDimensions ?? null;
  const size = dimensionsFrom(
    typeof drawn === 'string' ? { openSCAD: drawn, unit: unit ?? 'mm' } : drawn,
    `${at}.outer-dimensions`,
    fields,
  );
  if (codes.length > 0) leftover.tsdc = codes;
  if (size !== null) leftover['outer-dimensions'] = { ...size };
  return { line, leftover };
}

export function machinesOf(codes: readonly Plain[]): MachineKind[] {
  const kinds = codes.flatMap((code) => {
    const known = readTechnologyCode(wordsOf(code));
    return (known && MACHINE_OF[known]) ?? [];
  });
  return [...new Set(kinds)];
}
