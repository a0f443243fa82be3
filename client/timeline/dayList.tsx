import './dayList.css';
import { IconFlag, IconPlus, IconUserFilled } from '@tabler/icons-preact';
import { spanInWords } from '../booking/moments.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { EmptyState } from '../ui/emptyState.tsx';
import { Fold } from '../ui/page.tsx';
import type { BoardRow } from './board.ts';
import { type Cell, cellsOf } from './cells.ts';
import { type Opened, openCell } from './opened.ts';
import { bookingCaption, cellLabel, takenCaption } from './words.ts';

export interface DayListProps {
  row: BoardRow;
  /** Milliseconds since 1970. */
  now: number;
  onOpen: (opened: Opened) => void;
}

/** One machine's day for a thumb: what is free is a button that books it, what is booked is a row. */
export function DayList({ row, now, onOpen }: DayListProps) {
  const cells = cellsOf(row, now).filter((cell) => cell.kind !== 'plate');
  if (cells.every(({ kind }) => kind === 'past')) return <EmptyState text={t.timeline.past} />;
  const over = cells.filter(({ end }) => end <= now);
  const coming = cells.filter(({ end }) => end > now);
  const lines = (shown: readonly Cell[]) => (
    <ol class="day-list">
      {shown.map((cell) => (
        <li
          key={cell.key}
          data-kind={cell.kind}
          data-outage={cell.kind === 'outage' ? cell.outage.view.kind : undefined}
          data-status={cell.kind === 'booking' ? cell.booking.view.status : undefined}
        >
          <Line row={row} cell={cell} onOpen={() => openCell(row, cell, null, onOpen)} />
        </li>
      ))}
    </ol>
  );
  if (over.length === 0 || coming.length === 0) return lines(cells);
  return (
    <>
      <Fold summary={t.timeline.earlier(over.length)}>{lines(over)}</Fold>
      {lines(coming)}
    </>
  );
}

function Line({ row, cell, onOpen }: { row: BoardRow; cell: Cell; onOpen: () => void }) {
  const when = spanInWords(row.days, cell.start, cell.end);
  switch (cell.kind) {
    case 'free':
      return (
        <button type="button" class="day-line" onClick={onOpen}>
          <span class="day-sign" aria-hidden="true" />
          <span class="day-words">
            <span>
              {t.timeline.free} <time>{when}</time>
              <span class="only-heard">, </span>
            </span>
            {row.machine.capacity > 1 && <small>{t.timeline.freePlaces(cell.places)}</small>}
          </span>
          <span class="day-do">
            <IconPlus size={20} aria-hidden="true" />
            {t.timeline.book}
          </span>
        </button>
      );
    case 'booking': {
      const { view } = cell.booking;
      return (
        <button
          type="button"
          class="day-line"
          data-mine={view.mine ? '' : undefined}
          data-over={view.over ? '' : undefined}
          onClick={onOpen}
        >
          <span class="day-sign" aria-hidden="true" />
          <span class="day-words">
            <span>
              <time>{spanInWords(row.days, cell.booking.start, cell.booking.end)}</time>
            </span>
            <span class="only-heard">, </span>
            <strong>
              {view.mine && <IconUserFilled size={14} aria-hidden="true" />}
              {bookingCaption(cell)}
            </strong>
            {view.purpose && <small>{view.purpose}</small>}
          </span>
          {view.marks.length > 0 && (
            <span class="day-do" data-marked>
              <IconFlag size={20} aria-hidden="true" />
              {t.timeline.marked}
            </span>
          )}
        </button>
      );
    }
    case 'outage':
      return (
        <button type="button" class="day-line" onClick={onOpen}>
          <span class="day-sign" aria-hidden="true" />
          <span class="day-words">
            <strong>{t.care.outageKinds[cell.outage.view.kind]}</strong>
            <time>{when}</time>
            {cell.outage.view.reason && <span>{cell.outage.view.reason}</span>}
          </span>
        </button>
      );
    case 'reserved':
    case 'held':
      return (
        <button type="button" class="day-line" onClick={onOpen}>
          <span class="day-sign" aria-hidden="true" />
          <span class="day-words">
            <time>{when}</time>
            <strong>{takenCaption(cell.taken)}</strong>
          </span>
        </button>
      );
    case 'closed': {
      const [day] = row.days;
      const wholeDay = day && cell.start === day.start && cell.end === day.end;
      return (
        <p class="day-line">
          <span class="day-sign" aria-hidden="true" />
          <span>{wholeDay ? cellLabel(row, cell) : `${t.timeline.closed} ${when}`}</span>
        </p>
      );
    }
    default:
      return null;
  }
}
