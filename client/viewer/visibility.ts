import type { Model } from '../../shared/models/model.ts';
import type { ViewState } from './viewState.ts';

/** What is said of a node, as bits. */
export const HIDDEN = 1;
export const GHOSTED = 2;
export const SELECTED = 4;
export const HOVERED = 8;

type Chosen = {
  [Key in 'selected' | 'hovered' | 'hidden' | 'ghosted' | 'isolated']: ViewState[Key]['value'];
};

/** For each node the bits that hold for it: what is said of a node holds for all below it. */
export function marksOfNodes({ nodes }: Pick<Model, 'nodes'>, chosen: Chosen): Uint8Array {
  const marks = new Uint8Array(nodes.length);
  const selected = new Set(chosen.selected);
  const hidden = new Set(chosen.hidden);
  const ghosted = new Set(chosen.ghosted);
  const alone = chosen.isolated && new Set(chosen.isolated);
  const isAlone = new Uint8Array(nodes.length);
  nodes.forEach(({ id, parent }, index) => {
    const inherited = (marks[parent] ?? 0) & ~HIDDEN;
    const own =
      (selected.has(id) ? SELECTED : 0) |
      (ghosted.has(id) ? GHOSTED : 0) |
      (chosen.hovered === id ? HOVERED : 0);
    isAlone[index] = !alone || isAlone[parent] || alone.has(id) ? 1 : 0;
    const away = hidden.has(id) || wasHidden(index);
    marks[index] = inherited | own | (away ? HIDDEN : 0);
  });
  // Hiding for the sake of others is judged last: a node that is not alone itself may have some below it that are.
  for (let index = 0; index < nodes.length; index += 1) {
    if (!isAlone[index]) marks[index] = (marks[index] ?? 0) | HIDDEN;
  }
  return marks;

  function wasHidden(index: number): boolean {
    const parent = nodes[index]?.parent ?? -1;
    return parent >= 0 && ((marks[parent] ?? 0) & HIDDEN) !== 0;
  }
}

/** Indices of the nodes from just below the whole down to a node. */
export function wayTo({ nodes }: Pick<Model, 'nodes'>, node: number): number[] {
  const way: number[] = [];
  for (let at = node; at > 0; at = nodes[at]?.parent ?? -1) way.push(at);
  return way.reverse();
}

/**
 * What a press on a part selects: the thing that a line of the parts list counts, else the part; pressed again the
 * assembly that it stands in, level by level, and then the part anew.
 */
export function nodeForPress(
  model: Pick<Model, 'nodes'>,
  leaf: number,
  selected: readonly string[],
): string | null {
  const way = wayTo(model, leaf);
  const idAt = (place: number) => model.nodes[way[place] ?? -1]?.id ?? null;
  const listed = way.findLastIndex((node) => model.nodes[node]?.line != null);
  const first = listed >= 0 ? listed : way.length - 1;
  const now = way.findIndex((node) => selected.includes(model.nodes[node]?.id ?? ''));
  if (selected.length !== 1 || now < 0) return idAt(first) ?? model.nodes[0]?.id ?? null;
  return idAt(now > 0 ? now - 1 : way.length - 1);
}
