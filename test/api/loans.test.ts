import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { on } from '../../server/demo/plan.ts';
import { timedNotices } from '../../server/notices/timed.ts';
import { commandReply } from '../../shared/commandReply.ts';
import {
  lendReply,
  loanDaysView,
  myLoansView,
  scanView,
  toolList,
  workshopLoansView,
} from '../../shared/loans/views.ts';
import { DEFAULTS_OF_KINDS } from '../../shared/machines/kinds.ts';
import { idIn, type Person } from '../server/application.ts';
import type { Caller } from '../server/caller.ts';
import { sharedApplication } from './shared.ts';

const HOUR = 3_600_000;
const soon = { timeout: 8000 };
const ZONE = 'Europe/Berlin';
/** Days from the Monday after today, at an hour of the workshop's wall time. UTC milliseconds. */
const monday = Temporal.Now.plainDateISO(ZONE).add({ days: 8 - Temporal.Now.plainDateISO(ZONE).dayOfWeek });
const at = (day: number, hour: number, minute = 0): number =>
  monday.add({ days: day }).toZonedDateTime({ timeZone: ZONE, plainTime: { hour, minute } })
    .epochMilliseconds;
const text = (instant: number) => new Date(instant).toISOString();

let now = at(0, 9, 30);
const app = sharedApplication({ clock: () => now });
let steward: Person;
let host: Person;
let anna: Person;
let ben: Person;
let of: string;
let workshopId: string;

/** Nine to six, never on Sundays. */
const hours = on([1, 2, 3, 4, 5, 6], '09:00', '18:00');

beforeAll(async () => {
  const openingHours = { visitor: [], member: hours, host: hours, steward: hours, holidays: [] };
  ({ steward, workshopId } = await app().found({ timeZone: ZONE, openingHours }));
  of = `/api/workshops/${workshopId}`;
  [host, anna, ben] = [
    await app().person('Hana'),
    await app().person('Anna Bérg'),
    await app().person('Ben'),
  ];
  for (const person of [host, anna, ben]) await app().join(person, workshopId);
  const office = { memberId: host.memberId, role: 'host', competenceId: null };
  idIn(await steward.command(`${of}/appointments`, office));
});

const toolCalled = (name: string, more: object = {}) =>
  app().registerMachine(steward, workshopId, {
    name,
    kind: 'tool',
    mayRunUnattended: true,
    rules: DEFAULTS_OF_KINDS.tool.rules,
    ...more,
  });
const lendTo = async (person: Person, machineId: string, until?: number, sending: object = {}) => {
  const tools = [{ machineId, ...(until === undefined ? {} : { until: text(until) }) }];
  const reply = await host.command(`${of}/desk/lend`, { memberId: person.memberId, tools }, sending);
  const [tool] = lendReply.parse(reply.body).tools;
  if (!tool) throw new Error('nothing was decided');
  return tool;
};
const takeBack = (machineId: string, more: object = {}) =>
  host.command(`${of}/desk/take-back`, { machineId, condition: 'fine', ...more });
const toolOf = async (machineId: string, viewer: Caller = anna) => {
  const { tools } = toolList.parse((await viewer.get('/api/tools')).body);
  return tools.find((tool) => tool.machineId === machineId);
};
const scan = async (code: string) =>
  scanView.parse((await host.get(`${of}/desk/scan?code=${encodeURIComponent(code)}`)).body);
const loansHere = async () => workshopLoansView.parse((await host.get(`${of}/loans`)).body);

describe('a tool', () => {
  it('goes out at the desk by badge and label, is due a week later an hour after opening, and comes back by its label', async () => {
    const drill = await toolCalled('Hammer drill');
    await app().accounts.badges.add({
      number: '04:A2:1B:77',
      memberId: anna.memberId,
      addedBy: host.memberId,
    });
    const { person } = await scan('04a21b77');
    expect(person).toMatchObject({ memberId: anna.memberId, name: 'Anna Bérg', stopped: null, out: [] });
    const code = (await toolOf(drill))?.labelCode ?? '';
    const { tool } = await scan(`https://tools.example/m/${code.toLowerCase()}`);
    expect(tool).toMatchObject({ tool: { machineId: drill, state: 'in' }, loan: null });
    expect(tool?.dueTimes.map((due) => due.slice(11, 16))).toEqual(
      ['18:00', ...Array.from({ length: 6 }, () => '10:00')].slice(0, tool?.dueTimes.length),
    );

    const lent = await lendTo(anna, drill);
    expect(lent).toMatchObject({ objections: [], wasReserved: false, missing: [] });
    // Monday 9:30: a whole week would end before the doors have been open for an hour.
    expect(Date.parse(lent.due)).toBe(at(5, 10));
    expect(await toolOf(drill)).toMatchObject({ state: 'out', withMe: true, back: lent.due });
    expect(await toolOf(drill, ben)).toMatchObject({ state: 'out', withMe: false });
    expect(JSON.stringify(await toolOf(drill, ben))).not.toContain(anna.memberId);
    expect(myLoansView.parse((await anna.get('/api/me/loans')).body).out).toHaveLength(1);
    expect((await scan(code)).tool?.loan?.booking.holder?.name).toBe('Anna Bérg');

    now += HOUR;
    const back = commandReply.parse((await takeBack(drill)).body);
    expect(await toolOf(drill)).toMatchObject({ state: 'in', back: null });
    if (!back.undo) throw new Error('nothing to undo');
    idIn(await host.command(back.undo.path, back.undo.body ?? {}));
    expect(await toolOf(drill)).toMatchObject({ state: 'out', withMe: true });
    expect((await takeBack(drill)).status).toBe(200);
    const again = await takeBack(drill);
    expect([again.status, again.text.includes('not in use any more')]).toEqual([409, true]);
  });

  it('that one brings back at ten goes out with the next at eleven on the same day', async () => {
    const saw = await toolCalled('Jigsaw');
    now = at(0, 11);
    await lendTo(anna, saw, at(2, 10));
    const days = loanDaysView.parse((await ben.get(`/api/tools/${saw}/days`)).body).days;
    expect(days[1]).toMatchObject({ collect: null });
    // On the day on which it comes back it can be collected as soon as it is back.
    const collect = days[2]?.collect ?? '';
    expect(Date.parse(collect)).toBe(at(2, 10));
    expect(days[6]).toMatchObject({ collect: null, due: null, closes: null });
    const end = days[3]?.due ?? '';
    idIn(await ben.command(`/api/machines/${saw}/bookings`, { start: collect, end }));

    now = at(2, 10);
    expect((await loansHere()).collectToday.map(({ tool }) => tool.name)).toEqual(['Jigsaw']);
    expect((await takeBack(saw)).status).toBe(200);
    now = at(2, 11);
    const lent = await lendTo(ben, saw);
    expect(lent).toMatchObject({ wasReserved: true, objections: [] });
    expect(Date.parse(lent.due)).toBe(at(3, 10));
    expect((await takeBack(saw)).status).toBe(200);
  });

  it('is neither collected nor brought back while the workshop is closed', async () => {
    const level = await toolCalled('Laser level');
    now = at(2, 12);
    const refused = await lendTo(anna, level, at(3, 22));
    expect(refused.bookingId).toBeNull();
    expect(refused.objections).toEqual([
      { rule: 'collection', message: expect.stringContaining('It cannot be brought back at 22:00') },
    ]);
    const sunday = { start: text(at(6, 10)), end: text(at(7, 10)) };
    const reply = await anna.command(`/api/machines/${level}/bookings`, sunday);
    expect([reply.status, reply.text.includes('It cannot be collected at 10:00')]).toEqual([409, true]);
  });

  it('is collected earlier that day where nobody has it before', async () => {
    const plane = await toolCalled('Plane');
    now = at(2, 13);
    const times = { start: text(at(3, 17)), end: text(at(4, 10)) };
    const bookingId = idIn(await anna.command(`/api/machines/${plane}/bookings`, times));
    now = at(3, 9, 5);
    expect(await lendTo(anna, plane)).toMatchObject({ bookingId, wasReserved: true, objections: [] });
    expect((await takeBack(plane)).status).toBe(200);
  });

  it('is renewed once, and not while somebody waits; overdue it is marked and its holder told, without a fine', async () => {
    const torch = await toolCalled('Heat gun');
    const other = await toolCalled('Caulking gun');
    now = at(3, 11);
    await lendTo(anna, torch, at(4, 10));
    await lendTo(anna, other, at(4, 10));
    const mine = async () => myLoansView.parse((await anna.get('/api/me/loans')).body).out;
    const loan = (await mine()).find(({ tool }) => tool.machineId === torch);
    if (!loan?.renewedUntil) throw new Error('it cannot be renewed');
    const { bookingId, revision } = loan.booking;
    const extend = `/api/machines/${torch}/bookings/${bookingId}/extend`;
    idIn(await anna.command(extend, { end: loan.renewedUntil }, { ifMatch: revision }));
    const renewed = (await mine()).find(({ tool }) => tool.machineId === torch);
    expect(renewed).toMatchObject({ renewedUntil: null, booking: { renewals: 1 } });

    const wish = { from: text(at(3, 12)), to: text(at(4, 18)), minutes: 1_440 };
    idIn(await ben.command(`/api/machines/${other}/waiting`, wish));
    const awaited = (await mine()).find(({ tool }) => tool.machineId === other);
    expect(awaited).toMatchObject({ waitedFor: true, renewedUntil: null });
    const reply = await anna.command(
      `/api/machines/${other}/bookings/${awaited?.booking.bookingId}/extend`,
      { end: text(at(5, 10)) },
      { ifMatch: awaited?.booking.revision ?? 0 },
    );
    expect([reply.status, reply.text.includes('Somebody waits for it')]).toEqual([409, true]);

    now = at(4, 10, 1);
    expect((await loansHere()).overdue.map(({ tool }) => tool.name)).toEqual(['Caulking gun']);
    const told = timedNotices(app().parts.views, now).filter(({ kind }) => kind === 'LoanOverdue');
    expect(told.map(({ memberId }) => memberId)).toEqual([anna.memberId]);
    // Back since nine, and nobody wrote it down; overdue or not, it can be said so.
    expect((await takeBack(other, { at: text(at(4, 9)) })).status).toBe(200);
    const back = commandReply.parse((await takeBack(torch)).body);
    expect(back.undo).not.toBeNull();
  });

  it('that is long overdue is out again when its return is taken back', async () => {
    const jack = await toolCalled('Jack');
    now = at(4, 11);
    await lendTo(ben, jack, at(5, 10));
    now = at(9, 11);
    expect(await toolOf(jack)).toMatchObject({ state: 'out', overdue: true });
    const back = commandReply.parse((await takeBack(jack)).body);
    if (!back.undo) throw new Error('nothing to undo');
    idIn(await host.command(back.undo.path, back.undo.body ?? {}));
    expect(await toolOf(jack, ben)).toMatchObject({ state: 'out', overdue: true, withMe: true });
    expect((await takeBack(jack)).status).toBe(200);
  });

  it('asked for twice under one id goes out once, and each tool is decided alone', async () => {
    const [one, two] = [await toolCalled('Clamp one'), await toolCalled('Clamp two')];
    now = at(9, 12);
    await lendTo(ben, two);
    const commandId = randomUUID();
    const body = { memberId: anna.memberId, tools: [{ machineId: one }, { machineId: two }] };
    const trial = lendReply.parse((await host.command(`${of}/desk/lend?dryRun=true`, body)).body);
    expect(trial.tools.map(({ bookingId, objections }) => [bookingId, objections.length])).toEqual([
      [null, 0],
      [null, expect.any(Number)],
    ]);
    const first = await host.command(`${of}/desk/lend`, body, { commandId });
    const second = await host.command(`${of}/desk/lend`, body, { commandId });
    expect(first.status).toBe(201);
    const ids = [first, second].map((reply) => lendReply.parse(reply.body).tools[0]?.bookingId);
    expect(ids[0]).not.toBeNull();
    expect(ids[1]).toBe(ids[0]);
    expect(lendReply.parse(first.body).tools[1]?.objections.map(({ rule }) => rule)).toContain('overlap');
    const { undo } = lendReply.parse(first.body).tools[0] ?? {};
    if (!undo) throw new Error('nothing to undo');
    const revision = Number(undo.ifMatch?.replaceAll('"', ''));
    expect((await host.command(undo.path, undo.body ?? {}, { ifMatch: revision })).status).toBe(200);
    expect(await toolOf(one)).toMatchObject({ state: 'in' });
    await takeBack(two);
  });
});

describe('a kit', () => {
  it('says what it lacks when it is lent and taken back, until it is counted again', async () => {
    const contents = ['Ratchet', '10 mm socket', 'Case'].map((name) => ({ name, quantity: 1, toolId: null }));
    const kit = await toolCalled('Socket set', { kind: 'kit', contents });
    now = at(10, 10);
    await lendTo(anna, kit);
    const back = await takeBack(kit, {
      condition: 'incomplete',
      missing: ['10 mm socket'],
      note: 'In her van.',
    });
    expect(back.status).toBe(200);
    expect(await toolOf(kit)).toMatchObject({ state: 'in', missing: ['10 mm socket'] });
    expect((await loansHere()).incomplete.map(({ name }) => name)).toEqual(['Socket set']);
    now += HOUR;
    expect((await lendTo(ben, kit)).missing).toEqual(['10 mm socket']);
    await takeBack(kit, { condition: 'incomplete', missing: ['10 mm socket'] });

    const foreign = await host.command(`/api/machines/${kit}/kit-check`, { missing: ['Anvil'] });
    expect([foreign.status, foreign.text.includes('no piece of this kit')]).toEqual([409, true]);
    expect((await anna.command(`/api/machines/${kit}/kit-check`, { missing: [] })).status).toBe(403);
    const found = commandReply.parse(
      (await host.command(`/api/machines/${kit}/kit-check`, { missing: [] })).body,
    );
    expect(await toolOf(kit)).toMatchObject({ missing: [] });
    idIn(await host.command(found.undo?.path ?? '', found.undo?.body ?? {}));
    expect(await toolOf(kit)).toMatchObject({ missing: ['10 mm socket'] });
  });

  it('does not go out without a piece that is with somebody, nor a piece that is out with its kit', async () => {
    const wrench = await toolCalled('Torque wrench');
    const contents = [{ name: 'Torque wrench', quantity: 1, toolId: wrench }];
    const kit = await toolCalled('Bicycle kit', { kind: 'kit', contents });
    now = at(11, 10);
    await lendTo(anna, wrench, at(12, 10));
    expect((await toolOf(kit))?.contents[0]).toMatchObject({ lentAlone: true });
    expect((await lendTo(ben, kit)).objections).toEqual([
      {
        rule: 'outage',
        message: expect.stringContaining('“Torque wrench”, which belongs to it, is lent until'),
      },
    ]);
    await takeBack(wrench);
    expect((await lendTo(ben, kit)).objections).toEqual([]);
    expect(await toolOf(wrench)).toMatchObject({ state: 'out' });
    expect((await lendTo(anna, wrench)).objections[0]?.message).toContain('It belongs to “Bicycle kit”');
    await takeBack(kit);
    expect((await lendTo(anna, wrench)).objections).toEqual([]);
    await takeBack(wrench);
  });
});

describe('a member’s own tool', () => {
  it('is taken home by its owner at any time, its reservations marked and told, and brought back', async () => {
    const lathe = await toolCalled('Turning knife', { tier: 'lent', lentBy: anna.memberId });
    now = at(12, 10);
    const times = { start: text(at(14, 10)), end: text(at(15, 10)) };
    const bookingId = idIn(await ben.command(`/api/machines/${lathe}/bookings`, times));
    const home = `/api/machines/${lathe}/take-home`;
    expect((await ben.command(home, {})).status).toBe(403);
    expect((await steward.command(home, {})).status).toBe(403);
    idIn(await anna.command(home, { reason: 'I need it at home.' }));
    expect(await toolOf(lathe)).toMatchObject({ state: 'atHome', lentByMe: true });
    const marks = async () =>
      myLoansView
        .parse((await ben.get('/api/me/loans')).body)
        .reserved.find(({ booking }) => booking.bookingId === bookingId)?.booking.marks;
    await expect.poll(marks, soon).toEqual(['retired']);
    expect((await lendTo(ben, lathe)).objections.map(({ rule }) => rule)).toContain('retired');
    idIn(await anna.command(`/api/machines/${lathe}/bring-back`, {}));
    await expect.poll(marks, soon).toEqual([]);
  });
});

describe('the desk', () => {
  it('lends one tool once, though two hosts hand it out at the same moment', async () => {
    now = at(12, 10, 30);
    for (let round = 0; round < 5; round++) {
      const spade = await toolCalled(`Spade ${round}`);
      const lent = await Promise.all([anna, ben, anna, ben].map((person) => lendTo(person, spade)));
      expect(lent.filter(({ bookingId }) => bookingId !== null)).toHaveLength(1);
      expect((await takeBack(spade)).status).toBe(200);
    }
  });

  it('takes back with a photograph that was sent, and with no other', async () => {
    const lamp = await toolCalled('Work lamp');
    await lendTo(anna, lamp);
    const unknown = await takeBack(lamp, { condition: 'damaged', photographs: ['0'.repeat(64)] });
    expect([unknown.status, unknown.text.includes('send it first')]).toEqual([409, true]);
    expect(await toolOf(lamp)).toMatchObject({ state: 'out' });
    expect((await takeBack(lamp, { condition: 'damaged', note: 'The lens is cracked.' })).status).toBe(200);
  });

  it('finds people and tools by a piece of their name, and tells nobody else who has what', async () => {
    now = at(12, 11);
    const [one, two] = [await toolCalled('Rake'), await toolCalled('Rake, wide')];
    expect((await scan('berg')).person?.memberId).toBe(anna.memberId);
    expect((await scan('rak')).tools.map(({ machineId }) => machineId)).toEqual([one, two]);
    expect(await scan('nothing of the kind')).toEqual({ person: null, tool: null, people: [], tools: [] });
    const stranger = await app().person('Nobody Here');
    await app().accounts.badges.add({ number: 'FFFF', memberId: stranger.memberId, addedBy: host.memberId });
    expect((await scan('FFFF')).person).toMatchObject({ name: null, stopped: expect.any(String) });
    for (const path of [`${of}/loans`, `${of}/desk/scan?code=anna`]) {
      expect((await anna.get(path)).status).toBe(403);
    }
    const body = { memberId: anna.memberId, tools: [{ machineId: one }] };
    expect((await anna.command(`${of}/desk/lend`, body)).status).toBe(403);
    expect((await takeBack(one)).text).toContain('Nobody has it');
  });
});
