import type { Availability } from '../../shared/machines/views.ts';
import type { Interval } from '../../shared/time.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { wallMoment } from '../time/wall.ts';
import { dayWord, moment } from '../time.ts';
import { slotInWords } from '../ui/objections.tsx';
import type { StateKind } from '../ui/state.tsx';

/** The one line that answers "can I use it now?", and what a press on its one button books. */
export interface Answer {
  kind: StateKind;
  line: string;
  /** The nearest slot, where the rules named one. */
  nearest: Interval | null;
  /** When it is free again, where that is known. */
  from: string | null;
}

const words = t.machines.answer;

/** `today` is the workshop's own date. */
export function answerInWords(availability: Availability, today: string): Answer {
  const plain = { nearest: null, from: null };
  switch (availability.answer) {
    case 'free': {
      const { until } = availability;
      return { kind: 'free', line: until ? words.freeUntil(moment(until, today)) : words.free, ...plain };
    }
    case 'yours':
    case 'inUse':
      return { kind: 'yours', line: words.yours(moment(availability.until, today)), ...plain };
    case 'taken': {
      const { freeAt } = availability;
      const line = freeAt ? words.takenUntil(moment(freeAt, today)) : words.taken;
      return { kind: 'taken', line, nearest: null, from: freeAt };
    }
    case 'outOfOrder':
      return { kind: 'out', line: outInWords(availability.reason, availability.until, today), ...plain };
    case 'retired':
      return { kind: 'closed', line: words.retired, ...plain };
    case 'notYou': {
      const line = availability.objections.map(({ message }) => message).join(' ');
      return { kind: 'soon', line, nearest: availability.nearest, from: null };
    }
    case 'signIn':
      return availability.freeNow
        ? { kind: 'free', line: words.freeForOthers, ...plain }
        : { kind: 'taken', line: words.notFreeForOthers, ...plain };
  }
}

/** The line in a list: of all that stands against the viewer the first; the machine's own page tells the rest. */
export function answerInBrief(availability: Availability, today: string): Pick<Answer, 'kind' | 'line'> {
  if (availability.answer !== 'notYou') return answerInWords(availability, today);
  return answerInWords({ ...availability, objections: availability.objections.slice(0, 1) }, today);
}

function outInWords(reason: string | null, until: string | null, today: string): string {
  const back = until === null ? null : backInWords(until, today);
  const told = reason?.replace(/[.\s]+$/, '');
  if (told) return back ? words.outUntil(told, back) : words.outBecause(`${told}.`);
  return back ? words.outUntilOnly(back) : words.out;
}

const backInWords = (until: string, today: string) => {
  const { date, time } = wallMoment(until);
  return t.time.moment(dayWord(date, today), time);
};

/** The words on the button that books the nearest slot. */
export const bookNearest = (slot: Interval, timeZone: string) =>
  t.machines.page.bookFrom(slotInWords(slot, timeZone));

/** Whether somebody may start right now, as the list's filter "free now" asks. */
export function isFreeNow(availability: Availability): boolean {
  if (availability.answer === 'signIn') return availability.freeNow;
  return availability.answer === 'free' || availability.answer === 'yours';
}
