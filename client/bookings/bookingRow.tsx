import './bookingRow.css';
import type { BookingView } from '../../shared/bookings/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { todayIn } from '../time/zone.ts';
import { dateOf, dayWord, durationOf, spanIn } from '../time.ts';
import { Button } from '../ui/button.tsx';
import { Plate } from '../ui/plate.tsx';
import { State } from '../ui/state.tsx';
import { BookingState, isGone } from './bookingState.tsx';

export interface BookingRowProps {
  booking: BookingView;
  now: number;
  /** Opens its details, with all that can be done. */
  onOpen: (booking: BookingView) => void;
}

const words = t.bookings;

/** `tomorrow 18:00–20:00`, on the workshop's wall. */
export function whenInWords({ start, end, timeZone }: BookingView, now: number): string {
  return t.time.moment(dayWord(dateOf(start), todayIn(timeZone, now)), spanIn(start, end, timeZone));
}

/** The same for the eye: the day as a word, the times in figures. */
export function When({ booking, now }: { booking: BookingView; now: number }) {
  const { start, end, timeZone } = booking;
  return (
    <>
      {capitalised(dayWord(dateOf(start), todayIn(timeZone, now)))}{' '}
      <time dateTime={start}>{spanIn(start, end, timeZone)}</time>
    </>
  );
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** One of one's own bookings in a list. */
export function BookingRow({ booking, now, onOpen }: BookingRowProps) {
  const { machineId, machineName, workshopName, status, marks, over, start, end } = booking;
  const gone = isGone(booking);
  const isOnlyLookedAt = gone || status === 'missed' || status === 'started';
  const running = status === 'placed' && Date.parse(start) <= now && now < Date.parse(end);
  const when = whenInWords(booking, now);
  return (
    <li class="booking-row" data-cancelled={gone || undefined}>
      <div class="when">
        <span>
          <When booking={booking} now={now} />
        </span>
        <span class="soft">{durationOf(start, end)}</span>
      </div>
      <div class="where">
        <Plate name={machineName} href={addressOf.machine(machineId)} size="small" />
        <span class="soft">{words.at(workshopName)}</span>
        <BookingState booking={booking} now={now} />
        {running && <State kind="yours">{words.now}</State>}
      </div>
      <Button
        label={isOnlyLookedAt ? t.waiting.of(words.look, machineName, when) : words.open(machineName, when)}
        onPress={() => onOpen(booking)}
      >
        {gone || status === 'missed' || status === 'started'
          ? words.look
          : over
            ? words.correct
            : words.change}
      </Button>
      {marks.length > 0 && (
        <div class="marks">
          <State kind="soon">{t.words.and(marks.map((rule) => t.words.marks[rule]))}</State>
        </div>
      )}
    </li>
  );
}
