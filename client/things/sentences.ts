/** A piece of a sentence: words, or the place where something is put in (a name with its link). */
export type Piece = { text: string } | { put: string };

/**
 * A sentence of the catalogue in its pieces: `{by} fitted it into {thing}.` The order is the language's own, and names
 * stay links wherever they stand.
 */
export function piecesOf(sentence: string): Piece[] {
  return sentence
    .split(/(\{[a-zA-Z]+\})/)
    .filter((piece) => piece !== '')
    .map((piece) => (/^\{[a-zA-Z]+\}$/.test(piece) ? { put: piece.slice(1, -1) } : { text: piece }));
}
