import { createHash } from 'node:crypto';
import { emptyLine, MOST_LINES, type PartLine } from '../../../shared/designs/partLines.ts';
import { type ProductTree, StepRefused } from '../../../shared/models/read/step/productTree.ts';
import { lineOf } from './fitting.ts';
import { Occurrences } from './occurrences.ts';

const MOST_LEVELS = 50;

/** An id of an entry that is the same whenever the same thing is brought again. */
export const entryIdOf = (...names: readonly (string | number)[]): string =>
  createHash('sha256').update(JSON.stringify(names)).digest('hex').slice(0, 16);

/** A part of which only name and quantity are known. */
export const bareLine = (
  line: Pick<PartLine, 'id' | 'parent' | 'name' | 'quantity'> & Partial<PartLine>,
): PartLine => ({ ...emptyLine(line.id, line.name), source: 'make', ...line });

/** A parts list from a product tree: each assembly's parts below it, wherever it stands. */
export interface AssemblyLines {
  /** What the whole is called in the file; empty where several stand side by side. */
  title: string;
  lines: PartLine[];
  /** There were more lines than a parts list takes. */
  cut: boolean;
}

/** @throws {StepRefused} for a part that is said to be part of itself, with the way round. */
export function linesOfTree({ names, links }: ProductTree): AssemblyLines {
  assertNoCycle({ names, links });
  const held = new Set([...links.values()].flatMap((parts) => [...parts.keys()]));
  const roots = [...links.keys()].filter((id) => !held.has(id));
  const lines: PartLine[] = [];
  const seen = new Occurrences();
  let cut = false;
  const add = (id: string, quantity: number, parent: string | null, path: readonly string[]): void => {
    if (lines.length >= MOST_LINES || path.length >= MOST_LEVELS) {
      cut = true;
      return;
    }
    const name = names.get(id) ?? '';
    const way = [...path, name];
    // Two parts of one assembly may share a name.
    const line = entryIdOf('step', ...way, seen.next(JSON.stringify(way)));
    lines.push(bareLine({ id: line, parent, name: lineOf(name, 160) || 'Part', quantity }));
    for (const [part, count] of links.get(id) ?? []) add(part, count, line, way);
  };
  const [root] = roots;
  if (roots.length === 1 && root !== undefined) {
    for (const [part, count] of links.get(root) ?? []) add(part, count, null, []);
    return { title: names.get(root) ?? '', lines, cut };
  }
  for (const each of roots) add(each, 1, null, []);
  return { title: '', lines, cut };
}

/** @throws {StepRefused} */
function assertNoCycle({ names, links }: Pick<ProductTree, 'names' | 'links'>): void {
  const done = new Set<string>();
  for (const start of links.keys()) {
    if (done.has(start)) continue;
    // Without recursion: a hostile file may be a chain of a hundred thousand parts.
    const way: { id: string; left: string[] }[] = [
      { id: start, left: [...(links.get(start)?.keys() ?? [])] },
    ];
    const onWay = new Set([start]);
    for (let top = way.at(-1); top !== undefined; top = way.at(-1)) {
      const next = top.left.pop();
      if (next === undefined) {
        way.pop();
        onWay.delete(top.id);
        done.add(top.id);
      } else if (onWay.has(next)) {
        const round = way.slice(way.findIndex(({ id }) => id === next)).map(({ id }) => names.get(id));
        throw new StepRefused(
          `A part is said to be part of itself: ${[...round, names.get(next)].slice(-8).join(' → ')}.`,
        );
      } else if (!done.has(next)) {
        onWay.add(next);
        way.push({ id: next, left: [...(links.get(next)?.keys() ?? [])] });
      }
    }
  }
}
