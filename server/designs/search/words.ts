/** Words that one question asks for, at most. */
const MOST_WORDS = 20;

/**
 * A query for FTS5 from anything that people type: all words must be there, the last may be the beginning of one. Signs
 * that mean something to FTS5 mean nothing here. Null: there is no word in it.
 */
export function wordsQuery(typed: string): string | null {
  const words = typed.normalize('NFC').match(/[\p{L}\p{N}\p{M}\p{Co}]+/gu) ?? [];
  if (words.length === 0) return null;
  const quoted = words.slice(0, MOST_WORDS).map((word) => `"${word}"`);
  return `${quoted.join(' ')}*`;
}
