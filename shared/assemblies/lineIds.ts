/** Characters of an entry's id, at most; see `entryId`. */
const MOST = 40;

/** Whether a line of a parts list follows from the model; all others are written by hand. */
export const isDerived = ({ id }: { id: string }): boolean => id.startsWith('m-');

/** The id of a derived line: from the instance it begins with and what of it the line is; the same every time. */
export function derivedId(...of: readonly string[]): string {
  const whole = ['m', ...of].join('-');
  return whole.length <= MOST ? whole : `m-${hashOf(whole)}`;
}

/** Sixteen digits from all characters: FNV-1a (Fowler, Noll, Vo) twice, from two starts. */
function hashOf(text: string): string {
  let [one, other] = [0x811c9dc5, 0x2f0b4c47];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ (unit + index), 0x01000193);
  }
  return [one, other].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
