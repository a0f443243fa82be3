/** Letters without their accents, in lower case: what people type. */
export const folded = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** What can be found: its name counts most, the rest makes it fit. */
export interface Findable {
  name: string;
  more: readonly (string | null)[];
}

/**
 * How well something fits the words, the smaller the better; null where a word is missing. Pure.
 * 0: the name itself, 1: the name begins so, 2: a word of the name begins so, 3: found elsewhere.
 */
export function rankOf({ name, more }: Findable, typed: string): number | null {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  const own = folded(name);
  const all = `${own} ${folded(more.filter((text) => text !== null).join(' '))}`;
  if (words.length === 0 || !words.every((word) => all.includes(word))) return null;
  const whole = words.join(' ');
  if (own === whole) return 0;
  if (own.startsWith(whole)) return 1;
  return words.every((word) => own.split(/[\s-]+/).some((part) => part.startsWith(word))) ? 2 : 3;
}
