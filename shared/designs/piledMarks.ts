/**
 * What matching marks in one text may cost: within a paragraph the parsers of Markdown take time with the square of the
 * runs of `*`, `_`, `~` and brackets. So much takes some tenths of a second; honest paragraphs have a hundred.
 */
const MOST_COST = 16_000_000;
const MARK = /\*+|_+|~+|[[\]]/g;
/** A paragraph ends at an empty line, a heading and an entry of a list. */
const END = /(\n(?=[ \t\r]*\n| {0,3}(?:[-+*][ \t]+\S|#{1,6}[ \t])))/;

const costOf = (paragraph: string): number => (paragraph.match(MARK)?.length ?? 0) ** 2;

/** Whether a Markdown text is such that reading its marks would take seconds and more. */
export function isPiledUp(text: string): boolean {
  if (costOf(text) <= MOST_COST) return false;
  return text.split(END).reduce((sum, paragraph) => sum + costOf(paragraph), 0) > MOST_COST;
}

/** Markdown in which paragraphs that are nothing but marks say these as they are. */
export function withoutPiledMarks(text: string): string {
  if (!isPiledUp(text)) return text;
  let left = MOST_COST;
  return text
    .split(END)
    .map((paragraph) => {
      const cost = costOf(paragraph);
      if (cost > left) return paragraph.replaceAll(/[*_~[\]]/g, '\\$&');
      left -= cost;
      return paragraph;
    })
    .join('');
}
