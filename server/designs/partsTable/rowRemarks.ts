/** What was repaired or left out, by the number of its row in the file. */
export interface RowRemark {
  row: number;
  sentence: string;
}

const MOST_REMARKS = 500;
/** Of one kind so many are told each for itself before the rest is counted. */
const MOST_ALIKE = 1;

const kindOf = (sentence: string): string => sentence.replaceAll(/“[^”]*”|\d[\d.,]*/g, '…');

/** Of remarks that say the same of many rows the first few and how many more there are; of all, no more than anybody reads. */
export function told(remarks: readonly RowRemark[]): RowRemark[] {
  const counts = new Map<string, number>();
  const kept: RowRemark[] = [];
  const rest = new Map<string, { at: number; row: number; count: number }>();
  for (const remark of remarks) {
    const kind = kindOf(remark.sentence);
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const more = rest.get(kind);
    if (count <= MOST_ALIKE) kept.push(remark);
    else if (more) more.count += 1;
    else rest.set(kind, { at: kept.push(remark) - 1, row: remark.row, count: 1 });
  }
  for (const { at, row, count } of rest.values()) {
    // One more of a kind is told as itself.
    if (count > 1) kept[at] = { row, sentence: `It is so in ${count} more rows.` };
  }
  if (kept.length <= MOST_REMARKS) return kept;
  const first = kept.slice(0, MOST_REMARKS - 1);
  return [
    ...first,
    {
      row: kept[first.length]?.row ?? 1,
      sentence: `${kept.length - first.length} more rows were repaired or left out.`,
    },
  ];
}
