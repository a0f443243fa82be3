/** Text in one line of so many characters at most, without what cannot be shown. */
export const lineOf = (text: string, most: number): string =>
  cutTo(
    text
      .toWellFormed()
      .replaceAll(/[\s\p{Cc}]+/gu, ' ')
      .trim(),
    most,
  ).trim();

/** Markdown of so many characters at most, without what cannot be shown. */
export const textOfAtMost = (text: string, most: number): string =>
  cutTo(text.toWellFormed().replaceAll(/[^\P{Cc}\t\r\n]/gu, ''), most);

function cutTo(text: string, most: number): string {
  if (text.length <= most) return text;
  // No half of a surrogate pair stays at the end.
  return text.slice(0, most).toWellFormed().replace(/�$/, '');
}
