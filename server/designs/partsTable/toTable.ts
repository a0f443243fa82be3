import { stringify } from 'csv-stringify/sync';
import type { DraftContent } from '../../../shared/designs/content.ts';
import type { PartLine } from '../../../shared/designs/partLines.ts';
import type { PartColumn } from './headings.ts';

type Cell = (line: PartLine, level: number) => string;
const number = (value: number | null | undefined): string => (value == null ? '' : String(value));

/** The columns of a table that we write, each by the heading under which it is read again. */
const CELLS: readonly [heading: string, column: PartColumn, cell: Cell][] = [
  ['part', 'part', ({ name }) => name],
  ['quantity', 'quantity', ({ quantity }) => number(quantity)],
  ['unit', 'unit', ({ unit }) => unit],
  ['level', 'level', (_, level) => String(level)],
  ['parent', 'parent', ({ parent }) => parent ?? ''],
  ['specification', 'specification', ({ specification }) => specification],
  ['material', 'material', ({ material }) => material],
  ['source', 'source', ({ source }) => source],
  ['tracked', 'tracked', ({ tracked }) => (tracked ? 'yes' : 'no')],
  ['design', 'design', ({ of }) => of?.designId ?? ''],
  ['revision', 'revision', ({ of }) => number(of?.revision)],
  ['stock', 'stock', ({ cut }) => cut?.stock ?? ''],
  ['length (mm)', 'length', ({ cut }) => number(cut?.length)],
  ['kerf (mm)', 'kerf', ({ cut }) => number(cut?.kerf)],
  ['mass (kg)', 'mass', ({ mass }) => number(mass)],
  ['price', 'price', ({ price }) => number(price?.amount)],
  ['currency', 'currency', ({ price }) => price?.currency ?? ''],
  ['price date', 'priceOn', ({ price }) => price?.on ?? ''],
  ['supplier', 'supplier', ({ price }) => price?.supplier ?? ''],
  ['machines', 'machines', ({ machines }) => listed(machines)],
  ['files', 'files', ({ files }) => listed(files)],
  ['alternatives', 'alternatives', ({ alternatives }) => alternatives.map(alternativeOf).join('\n')],
  ['note', 'note', ({ note }) => note],
  ['written', 'written', ({ written }) => written],
  ['id', 'id', ({ id }) => id],
];

/** One a line; a single one is a line as well, as it may hold what parts others. */
const listed = (each: readonly string[]): string =>
  each.length === 1 && /[|;]/.test(each[0] ?? '') ? `${each[0]}\n` : each.join('\n');

const alternativeOf = ({ name, specification, of, note }: PartLine['alternatives'][number]): string =>
  [name, specification, of ? `${of.designId} ${of.revision}` : '', note].join('\t').trimEnd();

/** No cell is taken for a formula by a spreadsheet; {@link partsFromTable} takes the apostrophe away again. */
const harmless = (text: string): string => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** Whether a table is one of ours: then every cell is as it was written, and nothing is to be repaired. */
export const isOwnTable = (headings: readonly string[]): boolean =>
  headings.length === CELLS.length && CELLS.every(([heading], index) => heading === headings[index]);

/** The parts list as CSV (RFC 4180, UTF-8, commas): `partsFromTable` makes the same lines of it. */
export function tableOfParts({ parts }: Pick<DraftContent, 'parts'>): string {
  const levels = levelsOf(parts);
  const rows = parts.map((line) => CELLS.map(([, , cell]) => harmless(cell(line, levels.get(line.id) ?? 1))));
  return stringify([CELLS.map(([heading]) => heading), ...rows], { record_delimiter: 'windows' });
}

/** 1 for what goes into the whole. Where parents stand in each other in a circle it is counted once around. */
function levelsOf(parts: readonly PartLine[]): Map<string, number> {
  const parents = new Map(parts.map(({ id, parent }) => [id, parent]));
  const levels = new Map<string, number>();
  for (const { id } of parts) {
    const path = new Set<string>();
    let at: string | null = id;
    while (at !== null && !levels.has(at) && !path.has(at)) {
      path.add(at);
      at = parents.get(at) ?? null;
    }
    let level = at === null ? 0 : (levels.get(at) ?? 0);
    for (const each of [...path].toReversed()) levels.set(each, ++level);
  }
  return levels;
}
