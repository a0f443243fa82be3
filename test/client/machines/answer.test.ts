import { expect, it } from 'vitest';
import { answerInBrief, answerInWords } from '../../../client/machines/answer.ts';

const today = '2026-11-22';

it('answers "can I use it now?" on one line, with the state that goes with it', () => {
  const until = '2026-11-22T16:00:00+01:00';
  const tomorrow = '2026-11-23T15:20:00+01:00';
  expect(answerInWords({ answer: 'free', until }, today)).toMatchObject({
    kind: 'free',
    line: 'Free until 16:00.',
  });
  expect(
    answerInWords({ answer: 'taken', freeAt: tomorrow, mayWait: true, overrun: null }, today),
  ).toMatchObject({
    kind: 'taken',
    line: 'In use. Free at tomorrow 15:20.',
    from: tomorrow,
  });
  const mine = {
    answer: 'yours',
    until,
    bookingId: 'a',
    start: '2026-11-22T15:00:00+01:00',
    overrun: null,
  } as const;
  expect(answerInWords(mine, today).line).toBe('Yours until 16:00.');
  expect(answerInWords({ answer: 'retired' }, today).kind).toBe('closed');
  expect(answerInWords({ answer: 'signIn', freeNow: false }, today).kind).toBe('taken');
});

it('ends the reason of an outage with one full stop, however it was written', () => {
  const out = (reason: string | null, until: string | null) =>
    answerInWords({ answer: 'outOfOrder', kind: 'outOfOrder', reason, until }, today);
  expect(out('Lens cracked', null)).toMatchObject({ kind: 'out', line: 'Out of order: Lens cracked.' });
  expect(out('Lens cracked. ', '2026-11-27T12:00:00+01:00').line).toBe(
    'Out of order: Lens cracked. Back Fri 27 Nov 12:00.',
  );
  expect(out(null, null).line).toBe('Out of order.');
});

it('tells in a list only the first of what stands against the viewer', () => {
  const objections = [
    { rule: 'competence', message: 'You need the laser induction.' },
    { rule: 'openingHours', message: 'The workshop is closed.' },
  ];
  expect(answerInBrief({ answer: 'notYou', objections, nearest: null, inductions: [] }, today)).toMatchObject(
    {
      kind: 'soon',
      line: 'You need the laser induction.',
    },
  );
  expect(answerInBrief({ answer: 'retired' }, today)).toEqual(answerInWords({ answer: 'retired' }, today));
});

it('tells everything that stands against the viewer, and keeps the nearest slot for the button', () => {
  const nearest = { start: '2026-11-22T18:00:00Z', end: '2026-11-22T19:00:00Z' };
  const objections = [
    { rule: 'competence', message: 'You need the laser induction.' },
    { rule: 'openingHours', message: 'The workshop is closed.' },
  ];
  expect(answerInWords({ answer: 'notYou', objections, nearest, inductions: [] }, today)).toMatchObject({
    kind: 'soon',
    line: 'You need the laser induction. The workshop is closed.',
    nearest,
  });
});
