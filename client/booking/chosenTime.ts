import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../catalogue/workshopTexts.ts';
import { shortDate } from '../time.ts';
import { dayOf, type WallDay, wallTime } from '../timeline/wallDay.ts';
import type { PlacingExtras } from './acts.ts';
import type { FormIntent } from './bookingForm.tsx';
import { reckoningDay, sameTimeOn, timeInWords } from './moments.ts';

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;

/** The time chosen in the form: an instant in milliseconds since 1970, and a length. */
export interface Chosen {
  start: number;
  minutes: number;
}

/** What the form begins with: the booking's own time, or the one asked for, or the next quarter of an hour. */
export const firstChoice = (intent: FormIntent): Chosen => {
  if (intent.act !== 'place') {
    const start = Date.parse(intent.booking.start);
    return { start, minutes: Math.round((Date.parse(intent.booking.end) - start) / MINUTE) };
  }
  const start = intent.start ?? Math.ceil(Date.now() / QUARTER) * QUARTER;
  return { start, minutes: intent.end === undefined ? 60 : Math.round((intent.end - start) / MINUTE) };
};

/** The command that the form would give. */
export const actOf = (
  machineId: string,
  intent: FormIntent,
  { start, end }: { start: number; end: number },
  text: string,
  extras: PlacingExtras,
) => {
  if (intent.act === 'place')
    return { act: 'place' as const, machineId, start, end, purpose: text, ...extras };
  if (intent.act === 'correct')
    return { act: 'correct' as const, booking: intent.booking, start, end, note: text };
  return { act: intent.act, booking: intent.booking, start, end };
};

const isWithin = (day: WallDay, at: number) => at >= day.start && at < day.end;

/** Another day keeps the time on the clock, as far as that day has it; also one that is chosen while the day is read. */
export const useKeptTime = (
  day: WallDay | undefined,
  chosen: Chosen,
  setChosen: (chosen: Chosen) => void,
) => {
  const previous = useRef(day);
  // Before anybody can choose a time in the new day, which would be lost.
  useLayoutEffect(() => {
    if (!day) return;
    const before = previous.current;
    previous.current = day;
    if (isWithin(day, chosen.start)) return;
    const time =
      before && isWithin(before, chosen.start) ? wallTime(before, chosen.start) : clockOf(day, chosen.start);
    setChosen({ ...chosen, start: sameTimeOn(day, time) });
  }, [day?.date, day?.start, chosen.start]);
};

/** The wall time of an instant on another day, by that day's first offset. */
const clockOf = (day: WallDay, at: number): string =>
  new Date(at + (day.pieces[0]?.offset ?? 0) * MINUTE).toISOString().slice(11, 16);

/** `until 16:00`, with the day where it is another. */
export const untilInWords = (days: readonly WallDay[], end: number): string => {
  const own = dayOf(days, end) ?? reckoningDay(days, end);
  if (!own) return '';
  const time = timeInWords(own, end);
  return t.booking.until(own.date === days[0]?.date ? time : `${shortDate(own.date)} ${time}`);
};
