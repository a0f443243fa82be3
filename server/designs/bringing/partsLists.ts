import type { PartLine } from '../../../shared/designs/partLines.ts';
import {
  type ProductTree,
  productTreeOf,
  StepRefused,
} from '../../../shared/models/read/step/productTree.ts';
import { partsFromTable } from '../partsTable/fromTable.ts';
import { linesOfTree } from './assembly.ts';
import { PARTS_NAME } from './fileRoles.ts';
import { counted } from './instructions.ts';
import { type Page, pageOf } from './markdown.ts';
import { Occurrences } from './occurrences.ts';
import { extensionOf, nameOf, type Remarks, readText, stemOf, type Tree, type TreeFile } from './tree.ts';
import { writtenParts } from './writtenParts.ts';

const MOST_TABLE_BYTES = 5_000_000;
const MOST_TABLES = 5;
const MOST_PAGE_BYTES = 200_000;
const MOST_STEP_FILES = 20;
/** Bytes of STEP files that are read for their products. */
const MOST_STEP_BYTES = 400_000_000;

export interface ListSources {
  /** What the manifest names as its parts list; else null. */
  named: string | null;
  readme: { page: Page; path: string } | null;
  /** Lines that stand already: those that are meant keep their ids. */
  known: readonly PartLine[];
  /** The day: `2026-11-22`. */
  today: string;
  remarks: Remarks;
  signal: AbortSignal;
}

interface FoundList {
  lines: PartLine[];
  /** Path of the STEP file whose tree it is; null: it was written. */
  model: string | null;
}

/** The parts list of a folder: from a table, else from the product tree of a STEP file, else from what is
 * written. Null: none. */
export async function partsOf(
  tree: Tree,
  files: readonly TreeFile[],
  sources: ListSources,
): Promise<FoundList | null> {
  const written = await fromTables(tree, files, sources);
  const found: FoundList | null = written
    ? { lines: written, model: null }
    : await fromModels(tree, files, sources);
  const lines = found?.lines ?? (await fromPages(tree, files, sources));
  return lines && { lines: withFiles(lines, files), model: found?.model ?? null };
}

async function fromTables(
  tree: Tree,
  files: readonly TreeFile[],
  sources: ListSources,
): Promise<PartLine[] | null> {
  const { named, known, today, remarks } = sources;
  const tables = files.filter(({ path }) => ['csv', 'tsv'].includes(extensionOf(path)));
  const rank = ({ path }: TreeFile) =>
    (path === named ? 0 : PARTS_NAME.test(stemOf(path)) ? 100 : 1000) + path.split('/').length;
  const likely = tables.toSorted((one, other) => rank(one) - rank(other)).slice(0, MOST_TABLES);
  for (const file of likely) {
    const read = await readText(tree, file, MOST_TABLE_BYTES);
    if (read === null) continue;
    const isNamed = rank(file) < 1000;
    const found = partsFromTable(read.text, { known, today });
    const means = new Set(found.columns.map((column) => column.means));
    if (found.lines.length === 0 || !(isNamed || (means.has('part') && means.has('quantity')))) continue;
    remarks.add('recognised', file.path, `A parts list with ${counted(found.lines.length, 'line')}.`);
    for (const { row, sentence } of found.remarks.slice(0, 100)) {
      remarks.add('repaired', `${file.path}:${row}`, sentence);
    }
    const homeless = found.columns.filter(({ heading, means }) => heading !== '' && means === null);
    if (homeless.length > 0) {
      const headings = homeless.map(({ heading }) => heading.slice(0, 40)).slice(0, 12);
      remarks.add(
        'kept',
        file.path,
        `What stands under these headings is in the file alone: ${headings.join(', ')}.`,
      );
    }
    for (const other of likely) {
      if (other !== file && rank(other) < 1000)
        remarks.add(
          'kept',
          other.path,
          'This may be a parts list too: bring it to the draft where it belongs there.',
        );
    }
    if (read.cut) remarks.add('lost', file.path, 'The table is very long: only its beginning was read.');
    return found.lines;
  }
  const sheet = files.find(
    ({ path }) => /^(xlsx?|ods)$/.test(extensionOf(path)) && PARTS_NAME.test(stemOf(path)),
  );
  if (sheet)
    remarks.add('kept', sheet.path, 'A spreadsheet is not read: save it as CSV and bring it to the draft.');
  return null;
}

async function fromModels(
  tree: Tree,
  files: readonly TreeFile[],
  { known, remarks, signal }: ListSources,
): Promise<FoundList | null> {
  const rank = ({ path }: TreeFile) =>
    /(asm|assembl|baugruppe|conjunto|complete|full|main)/i.test(nameOf(path)) ? 0 : 1;
  const models = files
    .filter(({ path, type }) => type === 'model/step' || /^(step|stp)$/.test(extensionOf(path)))
    .sort((one, other) => rank(one) - rank(other) || other.bytes - one.bytes)
    .slice(0, MOST_STEP_FILES);
  let best: { file: TreeFile; products: ProductTree } | null = null;
  let bytes = 0;
  for (const file of models) {
    signal.throwIfAborted();
    bytes += file.bytes;
    if (bytes > MOST_STEP_BYTES) {
      remarks.add(
        'kept',
        file.path,
        'It was not looked into for parts: the models before it took long enough.',
      );
      continue;
    }
    const products = await productsIn(tree, file, remarks);
    if (products && products.links.size > (best?.products.links.size ?? 0)) best = { file, products };
  }
  if (best === null) return null;
  const { file, products } = best;
  try {
    const { lines, cut } = linesOfTree(products);
    remarks.add(
      'recognised',
      file.path,
      `A tree of ${counted(products.names.size, 'product')} became the parts list.`,
    );
    if (cut)
      remarks.add(
        'lost',
        file.path,
        'The tree is too large for a parts list: what lies deepest was left out.',
      );
    return { lines: keepingKnown(lines, known), model: file.path };
  } catch (error) {
    if (!(error instanceof StepRefused)) throw error;
    remarks.add('lost', file.path, error.message);
    return null;
  }
}

async function productsIn(tree: Tree, file: TreeFile, remarks: Remarks): Promise<ProductTree | null> {
  const stream = await tree.stream(file);
  if (stream === null) return null;
  try {
    return await productTreeOf(stream);
  } catch (error) {
    if (!(error instanceof StepRefused)) throw error;
    remarks.add('kept', file.path, `No parts were read from it: ${error.message}`);
    return null;
  } finally {
    stream.destroy();
  }
}

/** A model says what is in what, and how often; all else of a line stays as its author wrote it. */
function keepingKnown(lines: readonly PartLine[], known: readonly PartLine[]): PartLine[] {
  const before = byWay(known);
  const ids = new Map<string, string>();
  for (const [way, line] of byWay(lines)) ids.set(line.id, before.get(way)?.id ?? line.id);
  return [...byWay(lines)].map(([way, line]) => ({
    ...(before.get(way) ?? line),
    quantity: line.quantity,
    parent: line.parent === null ? null : (ids.get(line.parent) ?? line.parent),
  }));
}

/** Lines by their name and those of all that they go into. */
function byWay(lines: readonly PartLine[]): Map<string, PartLine> {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const ways = new Map<string, PartLine>();
  const seen = new Occurrences();
  for (const line of lines) {
    const names: string[] = [];
    for (let at: PartLine | undefined = line; at && names.length < 100; at = byId.get(at.parent ?? ''))
      names.push(at.name);
    const way = JSON.stringify([...names, seen.next(JSON.stringify(names))]);
    ways.set(way, line);
  }
  return ways;
}

/** What a page about parts lists, or the README under a heading that speaks of them. */
async function fromPages(
  tree: Tree,
  files: readonly TreeFile[],
  { readme, known, today, remarks }: ListSources,
): Promise<PartLine[] | null> {
  const pages = files.filter(
    ({ path }) => /^(md|markdown)$/.test(extensionOf(path)) && PARTS_NAME.test(stemOf(path)),
  );
  for (const file of pages.slice(0, MOST_TABLES)) {
    const read = await readText(tree, file, MOST_PAGE_BYTES);
    const lines = read ? writtenParts(pageOf(read.text), true, { known, today }) : [];
    if (lines.length === 0) continue;
    remarks.add('recognised', file.path, `A parts list with ${counted(lines.length, 'line')}.`);
    return lines;
  }
  const lines = readme ? writtenParts(readme.page, false, { known, today }) : [];
  if (!readme || lines.length === 0) return null;
  remarks.add('recognised', readme.path, `A parts list with ${counted(lines.length, 'line')}.`);
  return lines;
}

const MODELS = /^(step|stp|iges|igs|stl|3mf|dxf|fcstd|scad|sldprt|ipt|svg|obj|gcode|nc|f3d)$/;

/** A line is made by the models that carry its name. */
function withFiles(lines: readonly PartLine[], files: readonly TreeFile[]): PartLine[] {
  const byName = new Map<string, string[]>();
  for (const { path } of files) {
    if (!MODELS.test(extensionOf(path))) continue;
    const name = folded(stemOf(path));
    byName.set(name, [...(byName.get(name) ?? []), path]);
  }
  const there = new Set(files.map(({ path }) => path));
  return lines.map((line) => {
    const kept = line.files.filter((path) => there.has(path));
    const named =
      kept.length > 0
        ? kept
        : (byName.get(folded(line.name)) ?? byName.get(folded(line.specification)) ?? []);
    return { ...line, files: named.slice(0, 50) };
  });
}

const folded = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '') || '-';
