import type { ReadLimits } from '../../limits.ts';
import { refused } from '../findings.ts';
import { GrowingTree, IDENTITY, times } from '../rawModel.ts';
import type { ProductTree } from './productTree.ts';
import type { Shapes, StatedSolid } from './shapes.ts';

/** A solid where the product tree says that it stands. */
export interface ExpectedSolid extends StatedSolid {
  /** The same for the same solid of the same product, wherever it stands. */
  key: string;
  /** What it is called: its product, and its own name where that has several. */
  title: string;
  node: number;
  /** Where it stands, in the file's own unit; null: the file does not say. */
  matrix: readonly number[] | null;
}

export interface Expanded {
  tree: GrowingTree;
  solids: ExpectedSolid[];
}

/**
 * The product tree with every part at each of its places, and the solids that stand there, in the order of the file.
 * @param matrices where each usage places its part, by the usage's number.
 * @throws {CannotBeRead} for a part of itself, and for more than the limits say.
 */
export function expanded(
  products: ProductTree,
  shapes: Shapes,
  matrices: ReadonlyMap<string, readonly number[]>,
  name: string,
  limits: ReadLimits,
): Expanded {
  const { names, nameless, usages } = products;
  const parts = new Map<string, ProductTree['usages']>();
  for (const usage of usages) {
    const list = parts.get(usage.whole);
    if (list) list.push(usage);
    else parts.set(usage.whole, [usage]);
  }
  const held = new Set(usages.map(({ part }) => part));
  const above = [...names.keys()].filter((id) => !held.has(id));
  // Materials and the like may be products too: what has neither parts nor a shape is none to show.
  const standing = above.filter((id) => parts.has(id) || shapes.of(id).length > 0);
  const roots = standing.length > 0 ? standing : above;
  const tree = new GrowingTree();
  const solids: ExpectedSolid[] = [];
  const stated = new Map<string, StatedSolid[]>();
  const onWay = new Set<string>();
  const add = (id: string, parent: number, level: number, at: readonly number[] | null): void => {
    // A whole without a name is called as its file.
    const isWhole = parent < 0 && nameless.has(id);
    const title = isWhole ? name : (names.get(id) ?? '').slice(0, limits.nameLength);
    if (onWay.has(id)) throw refused('circular', { name: title });
    if (level > limits.levels) throw refused('tooDeep', { most: limits.levels });
    if (tree.nodes.length > limits.occurrences)
      throw refused('tooManyOccurrences', { most: limits.occurrences });
    const node = tree.add(title, parent);
    const below = parts.get(id) ?? [];
    const own = stated.get(id) ?? shapes.of(id);
    stated.set(id, own);
    onWay.add(id);
    for (const { id: usage, part, count } of below) {
      // Several of one usage stand in several places, of which it says one at most.
      const place = count === 1 ? matrices.get(usage) : undefined;
      const stands = at && place ? times(at, place) : null;
      for (let each = 0; each < count; each += 1) add(part, node, level + 1, stands);
    }
    onWay.delete(id);
    for (const [index, solid] of own.entries()) {
      const isAlone = own.length === 1 && below.length === 0;
      const called = /^(|solid|none|''|shell)$/i.test(solid.name) ? `${title} ${index + 1}` : solid.name;
      const leaf = isAlone ? node : tree.add(called.slice(0, limits.nameLength), node);
      const placed = { ...solid, key: `${id}.${index}`, title: isAlone ? title : called };
      solids.push({ ...placed, node: leaf, matrix: at });
    }
  };
  if (roots.length !== 1) tree.add(name, -1);
  // All in a ring: none is the whole.
  if (roots.length === 0 && names.size > 0) throw refused('circular', { name: [...names.values()][0] ?? '' });
  for (const root of roots) add(root, roots.length === 1 ? -1 : 0, 1, IDENTITY);
  return { tree, solids };
}
