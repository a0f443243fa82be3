import './dayStrip.css';
import { t } from '../catalogue/workshopTexts.ts';
import { weekdayOf } from '../time/wall.ts';
import type { Board, BoardRow } from './board.ts';
import { cellsOf } from './cells.ts';

export interface DayStripProps {
  /** Its rows are days. */
  board: Board;
  chosen: number;
  now: number;
  onChoose: (index: number) => void;
}

/** The days of a week as seven buttons, each with a sign of whether anything is free. */
export function DayStrip({ board, chosen, now, onChoose }: DayStripProps) {
  return (
    <div class="day-strip">
      {board.rows.map((row, index) => {
        const date = row.days[0]?.date ?? '';
        const isFree = hasFree(row, now);
        return (
          <button type="button" key={row.key} aria-pressed={index === chosen} onClick={() => onChoose(index)}>
            <span>{t.time.weekdays[weekdayOf(date) - 1]}</span>
            <strong>{Number(date.slice(8))}</strong>
            <span class="only-heard">, {isFree ? t.timeline.someFree : t.timeline.nothingFree}</span>
            <i data-free={isFree ? '' : undefined} aria-hidden="true" />
          </button>
        );
      })}
    </div>
  );
}

const hasFree = (row: BoardRow, now: number): boolean =>
  cellsOf(row, now).some(({ kind }) => kind === 'free');
