import { decimalFrom } from '../../shared/designs/quantities.ts';

/** The most that one note may say, minutes. */
export const MOST_MINUTES = 100_000;
const HOURS = /^(.+?)\s*(?:h|hr|hrs|hours?|horas?|std\.?)$/i;
const MINUTES = /^(.+?)\s*(?:m|min|mins|minutes?|minutos?)?$/i;
const CLOCK = /^(\d{1,4}):([0-5]\d)$/;
const BOTH =
  /^(.+?)\s*(?:h|hr|hrs|hours?|horas?)\s*(?:and|y)?\s*(\d{1,2})\s*(?:m|min|mins|minutes?|minutos?)?$/i;

/**
 * A time as people say it, in minutes: `45 min`, `1:30`, `2 h`, `1 h 30`, `1,5 h`; a bare number is minutes. Null for
 * what is none, or is less than one or more than {@link MOST_MINUTES}.
 */
export function minutesFrom(text: string, decimalComma = false): number | null {
  const said = text.trim();
  const minutes = readMinutes(said, decimalComma);
  if (minutes === null) return null;
  const whole = Math.round(minutes);
  return whole >= 1 && whole <= MOST_MINUTES ? whole : null;
}

function readMinutes(said: string, decimalComma: boolean): number | null {
  const clock = CLOCK.exec(said);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const both = BOTH.exec(said);
  if (both) {
    const hours = decimalFrom(both[1] ?? '', decimalComma);
    return hours === null ? null : hours * 60 + Number(both[2]);
  }
  const hours = HOURS.exec(said);
  if (hours) {
    const value = decimalFrom(hours[1] ?? '', decimalComma);
    return value === null ? null : value * 60;
  }
  const alone = MINUTES.exec(said);
  return alone ? decimalFrom(alone[1] ?? '', decimalComma) : null;
}
