import { changeOfClocks } from '../booking/moments.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { longDate } from '../time.ts';
import type { Board } from './board.ts';

/** Says that the clocks change on one of the days shown. */
export function ClockNote({ board }: { board: Board }) {
  const day = board.days.find(({ pieces }) => pieces.length > 1);
  const change = day && changeOfClocks(day);
  if (!change) return null;
  return (
    <p class="note" data-tone="soon">
      {longDate(day.date)}: {t.timeline.changes[change.kind](change.from, change.to)}
    </p>
  );
}
