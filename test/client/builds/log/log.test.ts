import { describe, expect, it } from 'vitest';
import { together } from '../../../../client/builds/log/bursts.ts';
import { type Pending, withPending } from '../../../../client/builds/log/pending.ts';
import { stepAt } from '../../../../client/builds/log/steps.ts';
import type { LogView, StepView } from '../../../../shared/builds/views.ts';

const BUILD = '0190a0a0-0000-7000-8000-000000000001';
const at = (time: string) => `2026-06-16T${time}:00.000Z`;
const maria = { memberId: null, name: 'Maria' };
const step = (name: string, doneAt: string | null = null): StepView => ({
  step: name,
  title: name,
  minutes: null,
  parts: [],
  machines: [],
  done: doneAt === null ? null : { at: at(doneAt), by: maria },
});
const entry = (logId: string, time: string): LogView => ({
  logId,
  at: at(time),
  by: maria,
  step: null,
  photographs: [],
  sounds: [],
  note: null,
  removed: false,
  mine: true,
});
const row = (commandId: string, path: string, body: unknown, more: Partial<Pending> = {}): Pending => ({
  place: 1,
  commandId,
  path: `/api/builds/${BUILD}/${path}`,
  body,
  at: Date.parse(at('12:00')),
  refusal: null,
  sentAs: null,
  ...more,
});

describe('the step that was current', () => {
  const steps = [step('cut', '09:00'), step('weld', '11:00'), step('paint')];

  it('is the first that was not done by then', () => {
    const currentAt = (time: string) => stepAt(steps, Date.parse(at(time)));
    expect(['08:59', '09:00', '10:30', '11:00'].map(currentAt)).toEqual(['cut', 'weld', 'weld', 'paint']);
  });

  it('is the last one once all are done, and none where there are none', () => {
    expect(stepAt([step('cut', '09:00')], Date.parse(at('10:00')))).toBe('cut');
    expect(stepAt([], 0)).toBe(null);
  });
});

describe('many photographs at once', () => {
  const taken = (time: string, of: string | null) => ({
    at: Date.parse(at(time)),
    step: of,
    file: new File([], time),
  });
  const shapeOf = (each: ReturnType<typeof taken>[]) =>
    together(each).map(({ at: first, step: of, files }) => [first.slice(11, 16), of, files.length]);

  it('stand by their time, those of a moment together', () => {
    const all = [
      taken('10:30', 'weld'),
      taken('09:01', 'cut'),
      taken('09:00', 'cut'),
      taken('09:02', 'weld'),
    ];
    expect(shapeOf(all)).toEqual([
      ['09:00', 'cut', 2],
      ['09:02', 'weld', 1],
      ['10:30', 'weld', 1],
    ]);
  });

  it('are never more than ten in one entry', () => {
    const all = Array.from({ length: 23 }, () => taken('09:00', null));
    expect(shapeOf(all).map(([, , count]) => count)).toEqual([10, 10, 3]);
  });
});

describe('what waits in this browser', () => {
  const build = {
    buildId: BUILD,
    stepList: [step('cut'), step('weld')],
    log: [entry('one', '09:00'), entry('two', '10:00')],
    sessions: [],
  };
  const shownWith = (...pending: Pending[]) => withPending(build, pending, maria);

  it('is shown as if it had been sent', () => {
    const { steps, log, waiting } = shownWith(
      row('a', 'steps/cut/done', { at: at('11:00') }),
      row('b', 'log', { at: at('09:30'), step: 'cut', photographs: ['key'] }),
      row('c', 'log/made:b/note', { note: 'a crack' }),
      row('d', 'log/two/remove', {}),
    );
    expect(steps.map(({ done, waiting: waits }) => [done?.at ?? null, waits])).toEqual([
      [at('11:00'), true],
      [null, false],
    ]);
    expect(log.map(({ key, note, removed, place }) => [key, note, removed, place])).toEqual([
      ['two', null, true, null],
      ['b', 'a crack', false, 1],
      ['one', null, false, null],
    ]);
    expect(waiting).toBe(4);
  });

  it('stands once while it was sent and the view is on its way, and once afterwards', () => {
    const sent = { sentAs: 'two' };
    expect(shownWith(row('b', 'log', { at: at('10:00') }, sent)).log.map(({ key }) => key)).toEqual([
      'b',
      'one',
    ]);
    const before = { ...build, log: [entry('one', '09:00')] };
    const { log, waiting } = withPending(before, [row('b', 'log', { at: at('10:00') }, sent)], maria);
    expect(log.map(({ key, place }) => [key, place])).toEqual([
      ['b', null],
      ['one', null],
    ]);
    expect(waiting).toBe(0);
  });

  it('is not taken for done where the server has refused it, and never for another build', () => {
    const refused = row('a', 'steps/cut/done', {}, { refusal: 'No.' });
    const elsewhere = { ...row('b', '', {}), path: '/api/builds/other/steps/weld/done' };
    expect(shownWith(refused, elsewhere).steps.map(({ done }) => done)).toEqual([null, null]);
    expect(shownWith(refused, elsewhere).waiting).toBe(1);
  });

  it('stands as an act where it is no entry and no step, wherever it is written down', () => {
    const at = (place: number, path: string, body: unknown, more: Partial<Pending> = {}) => ({
      ...row(`command ${place}`, '', body, { place, ...more }),
      path,
    });
    const session = { bookingId: '0190a0a0-0000-7000-8000-00000000000b' };
    const own = `/api/builds/${BUILD}`;
    const { acts, waiting } = withPending(
      { ...build, sessions: [session] },
      [
        at(1, '/api/things/cylinder/fit', { into: 'press', buildId: BUILD }),
        at(2, '/api/things/other/fit', { into: 'loader', buildId: 'other' }),
        at(3, `/api/machines/saw/bookings/${session.bookingId}/stop`, {}),
        at(4, `${own}/hands`, {}),
        at(5, `${own}/steps/cut/done`, {}),
        at(6, `${own}/steps/weld/done`, {}, { refusal: 'No.' }),
        at(7, `${own}/hands/leave`, {}, { sentAs: 'x' }),
      ],
      maria,
    );
    expect([acts.map(({ place }) => place), waiting]).toEqual([[1, 3, 4, 6], 5]);
  });
});
