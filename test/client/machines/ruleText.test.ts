import { describe, expect, it } from 'vitest';
import { en } from '../../../client/catalogue/en.ts';
import { es } from '../../../client/catalogue/es.ts';
import { languageAsked } from '../../../client/catalogue/language.ts';
import { speak } from '../../../client/catalogue/text.ts';
import { speakOfWorkshops } from '../../../client/catalogue/workshopTexts.ts';
import { lengthInWords, ruleText, windowsInWords } from '../../../client/machines/ruleText.ts';
import { NO_BOOKING_RULES } from '../../../shared/machines/bookingRules.ts';
import { DEFAULTS_OF_KINDS } from '../../../shared/machines/kinds.ts';
import { ruleSentences, whatIsAsked } from '../../../shared/machines/sentences.ts';
import { machineKind } from '../../../shared/machines/words.ts';

const told = (kind: keyof typeof DEFAULTS_OF_KINDS) =>
  whatIsAsked(DEFAULTS_OF_KINDS[kind].rules).map(ruleText);

describe('the rules of a machine in words', () => {
  it('are those that PRODUCT.md names', () => {
    expect(told('other')).toEqual([
      '15 minutes to 4 hours at a time.',
      '30 days ahead at most.',
      '3 open bookings for each person.',
    ]);
    expect(told('laser')).toContain('3 hours a day for each person.');
    expect(told('saw')[0]).toBe('Walk up and use it: it is not booked ahead.');
    expect(told('tool')).toContain('Up to 7 days at a time.');
  });

  it('tell lengths in the unit that fits', () => {
    const lengths = [1, 15, 60, 90, 150, 1_440, 2_880, 10_080].map(lengthInWords);
    expect(lengths).toEqual([
      '1 minute',
      '15 minutes',
      '1 hour',
      '90 minutes',
      '2 h 30 min',
      '24 hours',
      '2 days',
      '7 days',
    ]);
  });

  it('tell windows of the same hours together', () => {
    const night = (weekday: number) => ({ weekday, from: '22:00', to: '06:00' });
    const sunday = { weekday: 7, from: '00:00', to: '00:00' };
    expect(windowsInWords([night(2), night(1), sunday])).toBe('Mon and Tue 22:00–06:00; Sun all day');
    expect(windowsInWords([1, 2, 3, 4, 5, 6, 7].map(night))).toBe('22:00–06:00');
  });

  it('are sentences for every kind and every topic, in both languages', async () => {
    for (const [language, tag] of [
      [es, 'es-MX'],
      [en, 'en-GB'],
    ] as const) {
      speak(language, tag);
      await speakOfWorkshops(languageAsked([tag]));
      const all = [NO_BOOKING_RULES, ...machineKind.options.map((kind) => DEFAULTS_OF_KINDS[kind].rules)];
      for (const sentence of all.flatMap(ruleSentences)) {
        expect(ruleText(sentence)).toMatch(/^[\p{Lu}\d].*\.$/u);
        expect(ruleText(sentence)).not.toMatch(/undefined|null|NaN| {2}/);
      }
    }
  });
});
