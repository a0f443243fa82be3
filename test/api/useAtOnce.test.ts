import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { bookingView, machineCalendarView, myWaitingView } from '../../shared/bookings/views.ts';
import type { BookingRules } from '../../shared/machines/bookingRules.ts';
import { NO_BOOKING_RULES } from '../../shared/machines/bookingRules.ts';
import { idIn, type Person, type RunningApplication } from '../server/application.ts';
import { bothLogs, programOn } from '../server/bothLogs.ts';
import type { Reply } from '../server/caller.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ROUNDS = 4;

describe.each(bothLogs)('at the same moment, with %s,', (_adapter, open) => {
  /** Added to the real clock. */
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const at = (milliseconds: number) => new Date(Math.ceil(now() / HOUR) * HOUR + milliseconds).toISOString();
  let app: RunningApplication;
  let steward: Person;
  let second: Person;
  let anna: Person;
  let bela: Person;
  let workshopId: string;

  const start = programOn(open, now);

  beforeAll(async () => {
    app = await start();
    ({ steward, workshopId } = await app.found());
    [anna, bela, second] = [await app.person('Anna'), await app.person('Bela'), await app.person('Sam')];
    for (const person of [anna, bela, second]) await app.join(person, workshopId);
    const office = { memberId: second.memberId, role: 'steward', competenceId: null };
    idIn(await steward.command(`/api/workshops/${workshopId}/appointments`, office));
  });

  const machine = async (rules: Partial<BookingRules> = {}) => {
    const machineId = await app.registerMachine(steward, workshopId, {});
    const path = `/api/machines/${machineId}`;
    const put = { method: 'PUT', ifMatch: 0 } as const;
    idIn(await steward.command(`${path}/rules`, { ...NO_BOOKING_RULES, ...rules }, put));
    return path;
  };
  const book = (who: Person, path: string, start: string, end: string) =>
    who.command(`${path}/bookings`, { start, end });
  const booking = async (path: string, id: string) =>
    bookingView.parse((await steward.get(`${path}/bookings/${id}`)).body);
  const change = async (who: Person, path: string, id: string, action: string, body: object) =>
    who.command(`${path}/bookings/${id}/${action}`, body, { ifMatch: (await booking(path, id)).revision });
  const won = (replies: Reply[]) => replies.filter(({ status }) => status === 200 || status === 201);
  /** Every pair of bookings that stand is apart. */
  const noneOverlap = async (path: string) => {
    const { bookings } = machineCalendarView.parse((await steward.get(`${path}/calendar?days=14`)).body);
    const spans = bookings.map(({ start, end }) => [Date.parse(start), Date.parse(end)] as const);
    for (const [index, [start, end]] of spans.entries()) {
      for (const [from, to] of spans.slice(index + 1)) expect(start < to && from < end).toBe(false);
    }
    return bookings;
  };
  const rounds = (play: () => Promise<void>) => async () => {
    for (let round = 0; round < ROUNDS; round++) await play();
  };

  it(
    'of a walk-up and a booking of the same time exactly one wins',
    rounds(async () => {
      const path = await machine();
      const soon = new Date(now() + 5 * MINUTE).toISOString();
      const replies = await Promise.all([
        anna.command(`${path}/use/start`, { until: at(2 * HOUR) }),
        book(bela, path, soon, at(HOUR)),
      ]);
      expect(won(replies)).toHaveLength(1);
      await noneOverlap(path);
    }),
  );

  it(
    'two stewards approve, and only one of them has approved',
    rounds(async () => {
      const path = await machine({ approval: true });
      const id = idIn(await book(anna, path, at(20 * HOUR), at(21 * HOUR)));
      const other = await book(bela, path, at(20 * HOUR), at(21 * HOUR));
      expect(other.status).toBe(409);
      const replies = await Promise.all([
        change(steward, path, id, 'confirm', {}),
        change(second, path, id, 'confirm', {}),
      ]);
      expect(won(replies)).toHaveLength(1);
      expect((await booking(path, id)).status).toBe('placed');
    }),
  );

  it(
    'a move and a booking of the time that it moves to: one wins',
    rounds(async () => {
      const path = await machine();
      const id = idIn(await book(anna, path, at(20 * HOUR), at(21 * HOUR)));
      const there = { start: at(25 * HOUR), end: at(26 * HOUR) };
      const replies = await Promise.all([
        change(anna, path, id, 'move', there),
        book(bela, path, there.start, there.end),
      ]);
      expect(won(replies)).toHaveLength(1);
      await noneOverlap(path);
    }),
  );

  it(
    'an extension never swallows a booking that comes at the same moment',
    rounds(async () => {
      const path = await machine();
      const end = new Date(now() + HOUR).toISOString();
      const id = idIn(await anna.command(`${path}/use/start`, { until: end }));
      const later = new Date(now() + 3 * HOUR).toISOString();
      const replies = await Promise.all([
        change(anna, path, id, 'extend', { end: later }),
        book(bela, path, end, later),
      ]);
      expect(won(replies)).toHaveLength(1);
      await noneOverlap(path);
    }),
  );

  it(
    'a stop and a start of the next: the machine is in use once at most',
    rounds(async () => {
      const path = await machine();
      const id = idIn(await anna.command(`${path}/use/start`, { until: at(2 * HOUR) }));
      const replies = await Promise.all([
        change(anna, path, id, 'stop', {}),
        bela.command(`${path}/use/start`, {}),
        steward.command(`${path}/use/start`, {}),
      ]);
      expect(won(replies.slice(0, 1))).toHaveLength(1);
      expect(won(replies.slice(1)).length).toBeLessThanOrEqual(1);
      const running = (await noneOverlap(path)).filter(({ status }) => status === 'started');
      expect(running.length).toBeLessThanOrEqual(1);
    }),
  );

  it(
    'an outage and a booking: it is refused, or marked',
    rounds(async () => {
      const path = await machine();
      const [reply] = await Promise.all([
        book(anna, path, at(20 * HOUR), at(21 * HOUR)),
        steward.command(`${path}/outages`, { start: at(19 * HOUR), end: at(30 * HOUR), reason: 'Belt.' }),
      ]);
      if (reply.status !== 201) return expect(reply.status).toBe(409);
      await expect
        .poll(async () => (await booking(path, idIn(reply))).marks, { timeout: 8000 })
        .toEqual(['outage']);
    }),
  );

  it(
    'what a cancellation frees is held for whoever waits, whoever grabs for it',
    rounds(async () => {
      const path = await machine();
      const times = { from: at(20 * HOUR), to: at(21 * HOUR), minutes: 60 };
      const id = idIn(await book(anna, path, times.from, times.to));
      idIn(await bela.command(`${path}/waiting`, times));
      const [cancelled, ...grabbed] = await Promise.all([
        change(anna, path, id, 'cancel', {}),
        ...Array.from({ length: 6 }, () => book(second, path, times.from, times.to)),
      ]);
      expect(cancelled.status).toBe(200);
      expect(won(grabbed)).toHaveLength(0);
      const { held } = myWaitingView.parse((await bela.get('/api/me/waiting')).body);
      const [hold] = held.filter(({ machineId }) => path.endsWith(machineId));
      expect(hold).toBeDefined();
      const taken = { start: times.from, end: times.to, holdId: hold?.holdId };
      idIn(await bela.command(`${path}/bookings`, taken));
    }),
  );

  it('a start that is tapped ten times starts once', async () => {
    const path = await machine();
    const commandId = randomUUID();
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => anna.command(`${path}/use/start`, {}, { commandId })),
    );
    expect(new Set(replies.map(idIn)).size).toBe(1);
    expect(
      won(await Promise.all([anna.command(`${path}/use/start`, {}), bela.command(`${path}/use/start`, {})])),
    ).toEqual([]);
  });

  it('nobody is missed for the hour in which no server ran, and whoever does not come then is', async () => {
    const path = await machine({ checkIn: 'person', graceMinutes: 15 });
    const id = idIn(
      await book(
        anna,
        path,
        new Date(now() + 10 * MINUTE).toISOString(),
        new Date(now() + 3 * HOUR).toISOString(),
      ),
    );
    expect(await app.timers.lookNow()).toBe(true);
    // As after a stop of an hour: nobody said that a server was alive meanwhile.
    ahead += HOUR;
    await app.timers.lookNow();
    expect((await booking(path, id)).status).toBe('placed');
    for (let minutes = 0; minutes < 40; minutes++) {
      ahead += MINUTE / 2;
      await app.timers.lookNow();
    }
    expect((await booking(path, id)).status).toBe('missed');
    ahead -= 2 * HOUR;
    await app.timers.lookNow();
    expect((await booking(path, id)).status).toBe('missed');
  });
});
