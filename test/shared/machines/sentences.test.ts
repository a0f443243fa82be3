import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bookingRules, NO_BOOKING_RULES } from '../../../shared/machines/bookingRules.ts';
import { DEFAULTS_OF_KINDS } from '../../../shared/machines/kinds.ts';
import { ruleSentences, ruleTopics, whatIsAsked } from '../../../shared/machines/sentences.ts';
import { machineKind } from '../../../shared/machines/words.ts';

const asked = (kind: keyof typeof DEFAULTS_OF_KINDS) =>
  whatIsAsked(DEFAULTS_OF_KINDS[kind].rules).map(({ says, minutes, most, count }) =>
    [says, ...[minutes, most, count].filter((value) => value > 0)].join(' '),
  );

describe('the sentences of a machine’s rules', () => {
  test('say of a machine without rules that nothing is asked', () => {
    expect(whatIsAsked(NO_BOOKING_RULES)).toEqual([]);
    expect(ruleSentences(NO_BOOKING_RULES).every(({ asks }) => !asks)).toBe(true);
  });
  test('say what the kinds ask for', () => {
    expect(asked('other')).toEqual(['lengthBetween 15 240', 'horizon 30', 'openCount 3']);
    expect(asked('laser')).toEqual(['lengthBetween 15 120', 'horizon 30', 'perDayTime 180', 'openCount 3']);
    expect(asked('welder')).toContain('neverAlone');
    expect(asked('kiln')).toContain('turnaround 720');
    expect(asked('tool')).toEqual(['byTheDayRenewed 1', 'lengthAtMost 10080', 'horizon 60']);
    expect(asked('regional')).toEqual([
      'byTheDay',
      'lengthAtMost 10080',
      'horizon 30',
      'notice 4320',
      'openCount 3',
      'approval',
    ]);
  });
  test('leave out what cannot matter where nobody books ahead', () => {
    expect(asked('saw')).toEqual(['walkUpOnly', 'lengthBetween 15 240']);
  });
  test('tell a count and a time of one day together', () => {
    const rules = { ...NO_BOOKING_RULES, maximumPerDay: 2, maximumPerDayMinutes: 180 };
    expect(whatIsAsked(rules)).toMatchObject([{ says: 'perDayBoth', count: 2, minutes: 180 }]);
  });
  test.each(machineKind.options)('are one for each topic of %s', (kind) => {
    const topics = ruleSentences(DEFAULTS_OF_KINDS[kind].rules).map(({ topic }) => topic);
    expect(topics).toEqual(Object.keys(ruleTopics));
  });
  test('have a place for every rule that there is', () => {
    const fields = Object.values(ruleTopics).flat();
    expect(fields.toSorted()).toEqual(Object.keys(bookingRules.shape).toSorted());
  });
  test('change where a rule changes, whichever it is', () => {
    const limit = fc.option(fc.integer({ min: 1, max: 500 }));
    const rules = fc.record({
      horizonDays: limit,
      minimumNoticeMinutes: limit,
      minimumDurationMinutes: limit,
      maximumDurationMinutes: limit,
      maximumPerDay: limit,
      maximumPerDayMinutes: limit,
      maximumOpen: limit,
      maximumOpenMinutes: limit,
      minimumGapMinutes: limit,
      turnaroundMinutes: limit,
      lateCancelMinutes: limit,
      approval: fc.boolean(),
      supervisedUse: fc.boolean(),
      neverAlone: fc.boolean(),
      checkIn: fc.constantFrom('none' as const, 'person' as const, 'reader' as const),
      starting: fc.constantFrom('either' as const, 'bookingOnly' as const, 'walkUpOnly' as const),
    });
    fc.assert(
      fc.property(rules, rules, (one, other) => {
        const [these, those] = [one, other].map((part) => ruleSentences({ ...NO_BOOKING_RULES, ...part }));
        const same = JSON.stringify(one) === JSON.stringify(other);
        expect(JSON.stringify(these) === JSON.stringify(those)).toBe(same);
      }),
    );
  });
});
