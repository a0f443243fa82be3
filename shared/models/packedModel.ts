import type { Model, ModelNode, ModelPart, Occurrence } from './model.ts';

/** A model with many pieces as few long rows, which go from thread to thread in an instant. */
export interface PackedModel {
  parts: ModelPart[];
  /** Sixteen numbers for each piece. */
  matrices: Float64Array<ArrayBuffer>;
  /** For each piece its part and its node. */
  pieces: Uint32Array<ArrayBuffer>;
  ids: string[];
  /** Everything that nodes say in words, each once. */
  words: string[];
  /** For each node: name, the node above, instance, line, step; words by their number, -1: none. */
  nodes: Int32Array<ArrayBuffer>;
}

const PER_NODE = 5;
const PER_PIECE = 2;
/** Unpacked in one go; in between whoever waits may draw. */
const AT_ONCE = 10_000;

export function packed({ parts, occurrences, nodes }: Model): PackedModel {
  const numbers = new Map<string, number>();
  const words: string[] = [];
  const numberOf = (word: string | null): number => {
    if (word === null) return -1;
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, words.length);
    words.push(word);
    return words.length - 1;
  };
  const matrices = new Float64Array(occurrences.length * 16);
  const pieces = new Uint32Array(occurrences.length * PER_PIECE);
  occurrences.forEach(({ part, matrix, node }, index) => {
    matrices.set(matrix, index * 16);
    pieces.set([part, node], index * PER_PIECE);
  });
  const rows = new Int32Array(nodes.length * PER_NODE);
  nodes.forEach(({ name, parent, instance, line, step }, index) => {
    rows.set([numberOf(name), parent, numberOf(instance), numberOf(line), numberOf(step)], index * PER_NODE);
  });
  return { parts, matrices, pieces, ids: nodes.map(({ id }) => id), words, nodes: rows };
}

/** What moves from thread to thread; meshes are copied. */
export const rowsOf = ({ matrices, pieces, nodes }: PackedModel): ArrayBuffer[] => [
  matrices.buffer,
  pieces.buffer,
  nodes.buffer,
];

/** The model as it was. @param pause awaited now and then. */
export async function unpacked(
  { parts, matrices, pieces, ids, words, nodes: rows }: PackedModel,
  pause: () => Promise<void>,
): Promise<Model> {
  const wordOf = (number: number | undefined): string | null => words[number ?? -1] ?? null;
  const nodes: ModelNode[] = [];
  for (let at = 0; at < ids.length; at += 1) {
    if (at > 0 && at % (AT_ONCE * 4) === 0) await pause();
    const row = at * PER_NODE;
    nodes.push({
      id: ids[at] ?? '',
      name: wordOf(rows[row]) ?? '',
      parent: rows[row + 1] ?? -1,
      instance: wordOf(rows[row + 2]),
      line: wordOf(rows[row + 3]),
      step: wordOf(rows[row + 4]),
    });
  }
  const occurrences: Occurrence[] = [];
  for (let at = 0; at * PER_PIECE < pieces.length; at += 1) {
    if (at % AT_ONCE === 0) await pause();
    occurrences.push({
      part: pieces[at * PER_PIECE] ?? 0,
      matrix: Array.from(matrices.subarray(at * 16, at * 16 + 16)),
      node: pieces[at * PER_PIECE + 1] ?? 0,
    });
  }
  return { parts, occurrences, nodes };
}
