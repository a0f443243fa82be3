import { type Layout, leftOf, rowBox } from './layout.ts';

/** A line down the rows at this moment; where rows are days, in today's only. */
export function NowLine({ layout, now, height }: { layout: Layout; now: number; height: number }) {
  const { board } = layout;
  const index = board.rows.findIndex(
    ({ days }) => now >= (days[0]?.start ?? 0) && now < (days.at(-1)?.end ?? 0),
  );
  const row = board.rows[index];
  if (!row) return null;
  const box = board.layout === 'machines' ? { top: 0, height } : rowBox(layout, index);
  const left = layout.plates + leftOf(layout, row, now);
  return (
    <>
      <div
        class="timeline-past"
        aria-hidden="true"
        style={{
          left: `${layout.plates}px`,
          width: `${left - layout.plates}px`,
          top: `${box.top}px`,
          height: `${box.height}px`,
        }}
      />
      <div
        class="timeline-now"
        aria-hidden="true"
        style={{
          left: `${left}px`,
          top: `${box.top}px`,
          height: `${box.height}px`,
        }}
      />
    </>
  );
}
