import type { BookingView } from '../../shared/bookings/views.ts';
import { spanHeard, spanInWords, timeInWords } from '../booking/moments.ts';
import { holderInWords } from '../booking/tell.ts';
import { t } from '../catalogue/workshopTexts.ts';
import type { BoardRow, PlacedTaken } from './board.ts';
import type { Cell } from './cells.ts';

const FAR = Date.UTC(2190, 0, 1);

/** What a cell is called for those who listen, and for tests: `Free 14:00 to 16:30`. */
export const cellLabel = (row: BoardRow, cell: Cell): string => {
  const words = t.timeline;
  const when = spanHeard(row.days, cell.start, cell.end);
  switch (cell.kind) {
    case 'booking': {
      const { view, start, end } = cell.booking;
      const who = view.mine
        ? words.yours
        : view.holder?.name
          ? words.bookedBy(view.holder.name)
          : words.booked;
      const state = stateOf(view);
      const label = words.bookingLabel(
        state === null ? who : `${who}: ${state}`,
        spanHeard(row.days, start, end),
      );
      const marks = view.marks.map((rule) => t.words.marks[rule]);
      return [label, view.purpose, marks.length > 0 ? words.markedLabel(t.words.and(marks)) : null]
        .filter(Boolean)
        .join(', ');
    }
    case 'outage': {
      const { start, end, view } = cell.outage;
      const day = row.days[0];
      const span =
        end >= FAR && day
          ? words.outageUntilBack(timeInWords(day, cell.start))
          : spanHeard(row.days, start, end);
      return words.outageLabel(t.care.outageKinds[view.kind], span, view.reason);
    }
    case 'reserved':
    case 'held':
      return [takenCaption(cell.taken), when].join(', ');
    case 'free': {
      const label = words.freeSpan(when);
      return row.machine.capacity > 1 ? `${label}, ${words.freePlaces(cell.places)}` : label;
    }
    case 'closed': {
      const holiday = row.days.find(({ start, end }) => cell.start < end && cell.end > start)?.holiday;
      return holiday ? words.holiday(holiday) : words.closedSpan(when);
    }
    case 'past':
      return words.past;
    case 'plate':
      return row.machine.name;
  }
};

/** What stands on a booking: its holder, never only its colour, and whether it waits or runs. */
export const bookingCaption = (cell: Extract<Cell, { kind: 'booking' }>): string => {
  const { view } = cell.booking;
  const state = stateOf(view);
  return state === null ? holderInWords(view) : `${holderInWords(view)}: ${state}`;
};

/** A word for a booking that is not simply there; null for one that is. */
const stateOf = ({ status }: BookingView): string | null =>
  status === 'pending' || status === 'started' ? t.use.statuses[status].toLowerCase() : null;

/** What a reservation or a held slot is called. */
export const takenCaption = ({ kind, mine, purpose }: PlacedTaken): string => {
  const words = t.timeline;
  if (kind === 'held') return mine ? words.heldForYou : words.held;
  return purpose ? words.reservedFor(purpose) : words.reserved;
};

/** Another holder's name where there is no room for it; drawn only, never read out. */
export const initialsOf = ({ booking }: Extract<Cell, { kind: 'booking' }>): string => {
  const name = booking.view.mine ? '' : (booking.view.holder?.name ?? '');
  const parts = name.split(/\s+/).slice(0, 2);
  return parts.map((part) => [...part][0] ?? '').join('');
};

/** `14:00–15:30` on a row, clipped to nothing. */
export const spanCaption = (row: BoardRow, start: number, end: number): string =>
  spanInWords(row.days, start, end);
