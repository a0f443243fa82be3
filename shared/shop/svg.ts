const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What XML cannot say is left out: control characters, halves of pairs, two that are no characters. */
const UNSAYABLE = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;
export const escaped = (text: string): string =>
  text.replaceAll(UNSAYABLE, ' ').replaceAll(/[&<>"]/g, (each) => ENTITIES[each] ?? '');

/** Millimetres on paper, to a thousandth. */
export const onPaper = (value: number): string => String(Math.round(value * 1000) / 1000 + 0);

export const line = (x1: number, y1: number, x2: number, y2: number, width = 0.18): string =>
  `<line x1="${onPaper(x1)}" y1="${onPaper(y1)}" x2="${onPaper(x2)}" y2="${onPaper(y2)}" stroke="#000" stroke-width="${width}"/>`;

export const rectangle = (x: number, y: number, width: number, height: number, stroke = 0.35): string =>
  `<rect x="${onPaper(x)}" y="${onPaper(y)}" width="${onPaper(width)}" height="${onPaper(height)}" fill="none" stroke="#000" stroke-width="${stroke}"/>`;

interface Lettering {
  size?: number;
  anchor?: 'start' | 'middle' | 'end';
  bold?: boolean;
  /** Reads upwards. */
  upwards?: boolean;
}

export function text(x: number, y: number, words: string, lettering: Lettering = {}): string {
  const { size = 3.2, anchor = 'start', bold = false, upwards = false } = lettering;
  const turned = upwards ? ` transform="rotate(-90 ${onPaper(x)} ${onPaper(y)})"` : '';
  return `<text x="${onPaper(x)}" y="${onPaper(y)}" font-size="${size}" text-anchor="${anchor}"${bold ? ' font-weight="bold"' : ''}${turned}>${escaped(words)}</text>`;
}

/** Sizes of paper, lying; millimetres. */
export const PAPERS = { a4: { width: 297, height: 210 }, letter: { width: 279.4, height: 215.9 } } as const;
export type Paper = keyof typeof PAPERS;

/** A sheet of paper at its true size. */
export function sheetOfPaper(paper: Paper, title: string, drawn: readonly string[]): string {
  const { width, height } = PAPERS[paper];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}" font-family="'Atkinson Hyperlegible Next', Arial, sans-serif">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...drawn,
    '</svg>\n',
  ].join('\n');
}
