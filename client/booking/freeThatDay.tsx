import type { MachineCalendarView } from '../../shared/bookings/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { occupyingOf } from '../timeline/board.ts';
import { gapsOf } from '../timeline/gaps.ts';
import type { WallDay } from '../timeline/wallDay.ts';
import { Button } from '../ui/button.tsx';
import type { FormMachine } from './bookingForm.tsx';
import { spanInWords } from './moments.ts';

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;

export interface FreeThatDayProps {
  machine: FormMachine;
  day: WallDay;
  calendar: MachineCalendarView;
  /** The start of the free stretch, and its length in minutes. */
  onChoose: (start: number, minutes: number) => void;
}

/** The day's free stretches as buttons: a press takes the start of one. */
export function FreeThatDay({ machine, day, calendar, onChoose }: FreeThatDayProps) {
  const { bookings, outages, taken } = occupyingOf(calendar);
  const gaps = gapsOf(
    {
      capacity: machine.capacity,
      bookings: [...bookings, ...taken.filter(({ kind, mine }) => kind === 'held' && !mine)],
      outages: [...outages, ...taken.filter(({ kind }) => kind === 'reserved')],
      open: day.open,
      mayRunUnattended: machine.mayRunUnattended,
    },
    Math.max(day.start, Math.ceil(Date.now() / QUARTER) * QUARTER),
    day.end,
    QUARTER,
  );
  const closed = day.open.length === 0 && !machine.mayRunUnattended;
  return (
    <div class="booking-free">
      <h3>{t.booking.freeThatDay}</h3>
      {gaps.length === 0 && (
        <p class="soft">{closed ? t.booking.dayClosed(day.holiday) : t.booking.nothingFree}</p>
      )}
      <ul class="booking-gaps">
        {gaps.map((gap) => (
          <li key={gap.start}>
            <Button onPress={() => onChoose(gap.start, (gap.end - gap.start) / MINUTE)}>
              <time>{spanInWords([day], gap.start, gap.end)}</time>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
