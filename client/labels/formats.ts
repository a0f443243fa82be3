/** Paper that labels are printed on. Millimetres. */
export interface LabelFormat {
  page: { width: number; height: number };
  label: { width: number; height: number };
  columns: number;
  rows: number;
  /** Side of the square code, its quiet zone included. */
  code: number;
}

export type FormatName = 'sheet' | 'roll' | 'round';

/** A4 with 3 × 8 labels of 70 × 37 mm, a roll of 62 mm cut every 29 mm, round stickers of 25 mm. */
export const LABEL_FORMATS: Record<FormatName, LabelFormat> = {
  sheet: {
    page: { width: 210, height: 297 },
    label: { width: 70, height: 37 },
    columns: 3,
    rows: 8,
    code: 31,
  },
  roll: { page: { width: 62, height: 29 }, label: { width: 62, height: 29 }, columns: 1, rows: 1, code: 27 },
  round: { page: { width: 25, height: 25 }, label: { width: 25, height: 25 }, columns: 1, rows: 1, code: 17 },
};

/**
 * Labels in the order of printing, page by page. `used`: labels of the first page that are gone already, so that a
 * sheet can be put in again; they stay empty.
 */
export function pagesOf<Label>(
  labels: readonly Label[],
  { columns, rows }: Pick<LabelFormat, 'columns' | 'rows'>,
  used = 0,
): (Label | null)[][] {
  const perPage = columns * rows;
  const places = [...Array.from({ length: used % perPage }, () => null), ...labels];
  return Array.from({ length: Math.ceil(places.length / perPage) }, (_, page) =>
    places.slice(page * perPage, (page + 1) * perPage),
  );
}
