import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openAccounts } from '../../../server/accounts/accounts.ts';
import type { Outcome } from '../../../server/commands/outcome.ts';
import { type Due, type Duty, type DutyParts, NOTHING_DUE } from '../../../server/timers/duty.ts';
import { startTimers } from '../../../server/timers/runner.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';
import { TEST_SECRET } from '../accounts/testAccounts.ts';

const SOME_WORDS = {
  subject: 'Due',
  sentence: 'Something is due.',
  reason: null,
  inFull: 'Something is due.',
  mail: 'Something is due.',
  path: '/',
  about: [],
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.parse('2026-11-22T10:00:00.000Z');

/** Timers as they run in a server, on real accounts, with a clock that is set by hand. */
async function scene(path?: string) {
  const file = path ?? join(await temporaryFolder(), 'accounts.db');
  const time = { now: NOW };
  const accounts = await openAccounts({
    path: file,
    secret: TEST_SECRET,
    publicUrl: 'http://localhost:1',
    clock: () => new Date(time.now),
  });
  let closed = false;
  const close = async () => {
    if (!closed) await accounts.close();
    closed = true;
  };
  onTestFinished(close);
  const start = (due: (parts: DutyParts) => Due | Promise<Due>) => {
    const duty: Duty = { name: 'someDuty', every: 3600, due };
    const logged: string[] = [];
    const timers = startTimers({
      store: { head: async () => null },
      views: {
        reader: {
          all: () => [],
          first: () => undefined,
          byKey: () => undefined,
          ask: () => [],
          position: () => null,
        },
        reached: async () => true,
      },
      commands: { handle: async (): Promise<Outcome> => ({ outcome: 'contended' }) },
      state: accounts.reactions,
      lease: accounts.lease,
      aliveness: accounts.aliveness,
      duties: [duty],
      wordsOf: async () => () => SOME_WORDS,
      chance: { uuid: randomUUID },
      holder: randomUUID(),
      clock: () => time.now,
      log: (_level, message) => logged.push(message),
    });
    onTestFinished(() => timers.close());
    return { timers, logged };
  };
  return { accounts, time, start, file, close };
}

describe('a duty', () => {
  it('is looked at by one process at a time, and by the next when that one stops', async () => {
    const { start } = await scene();
    const looked: string[] = [];
    const look = (name: string) => () => {
      looked.push(name);
      return NOTHING_DUE;
    };
    const here = start(look('here')).timers;
    expect(await here.lookNow()).toBe(true);
    const there = start(look('there')).timers;
    expect(await there.lookNow()).toBe(false);
    await here.close();
    expect(await there.lookNow()).toBe(true);
    expect(looked).toEqual(['here', 'there']);
  });

  it('tells the same thing once, however often it finds it due', async () => {
    const { start, accounts } = await scene();
    const memberId = randomUUID();
    const { timers } = start(() => ({
      ...NOTHING_DUE,
      notices: [{ key: 'the print of Monday', memberId, kind: 'UseOverran', params: {} }],
    }));
    for (let time = 0; time < 3; time++) await timers.lookNow();
    expect(await accounts.notices.list(memberId, { limit: 10 })).toHaveLength(1);
  });

  it('that fails is said so and stops neither the timers nor itself for ever', async () => {
    const { start } = await scene();
    let looks = 0;
    const { timers, logged } = start(() => {
      looks += 1;
      if (looks === 1) throw new Error('the shelf fell');
      return NOTHING_DUE;
    });
    await timers.lookNow();
    await timers.lookNow();
    expect([looks, logged]).toEqual([2, ['someDuty pauses: the shelf fell']]);
  });
});

describe('the time in which no server ran', () => {
  it('is known from a minute on, and for a week', async () => {
    const { accounts } = await scene();
    const { touch } = accounts.aliveness;
    expect(await touch(NOW)).toEqual([]);
    expect(await touch(NOW + MINUTE)).toEqual([]);
    const away = { start: NOW + MINUTE, end: NOW + HOUR };
    expect(await touch(NOW + HOUR)).toEqual([away]);
    expect(await touch(NOW + HOUR + MINUTE)).toEqual([away]);
    const later = NOW + HOUR + 7 * DAY + 2 * MINUTE;
    expect(await touch(later)).toEqual([{ start: NOW + HOUR + MINUTE, end: later }]);
  });

  it('outlasts another stop', async () => {
    const { accounts, file, close } = await scene();
    await accounts.aliveness.touch(NOW);
    await accounts.aliveness.touch(NOW + HOUR);
    await close();
    const again = await scene(file);
    expect(await again.accounts.aliveness.touch(NOW + HOUR + 1)).toEqual([{ start: NOW, end: NOW + HOUR }]);
  });

  it('of a clock that jumped ahead is taken back when the clock is set right', async () => {
    const { accounts } = await scene();
    const { touch } = accounts.aliveness;
    await touch(NOW);
    expect(await touch(NOW + 300 * DAY)).toEqual([{ start: NOW, end: NOW + 300 * DAY }]);
    expect(await touch(NOW + 1)).toEqual([]);
    expect(await touch(NOW + 2)).toEqual([]);
  });

  it('reaches the duty', async () => {
    const { start, time } = await scene();
    let told: DutyParts['downtime'] = [];
    const { timers } = start(({ downtime }) => {
      told = downtime;
      return NOTHING_DUE;
    });
    await timers.lookNow();
    time.now += HOUR;
    await timers.lookNow();
    expect(told).toEqual([{ start: NOW, end: NOW + HOUR }]);
  });
});
