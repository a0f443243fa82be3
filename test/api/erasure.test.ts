import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { backUp } from '../../server/operations/backupNow.ts';
import { bookingView, machineCalendarView } from '../../shared/bookings/views.ts';
import { buildView } from '../../shared/builds/views.ts';
import { thingView } from '../../shared/items/views.ts';
import { machineHistory } from '../../shared/machines/views.ts';
import {
  idIn,
  PASSWORD,
  type Person,
  type RunningApplication,
  startApplication,
} from '../server/application.ts';
import { wordsInFiles } from '../wordsInFiles.ts';
import { newDesign } from './designStory.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (milliseconds: number) =>
  new Date(Math.floor(Date.now() / HOUR) * HOUR + milliseconds).toISOString();

/** Something that stands in every free text of this test, and what tells who wrote it or whom it is about. */
const WRITTEN = [
  'QUAGGA-PURPOSE',
  'QUAGGA-JOINING',
  'QUAGGA-PAUSED',
  'QUAGGA-WITHDRAWN',
  'QUAGGA-OUTAGE',
  'QUAGGA-RETIRED',
  'QUAGGA-SETTING',
  'QUAGGA-FAULT',
  'QUAGGA-STOP',
  'QUAGGA-BUILD',
  'QUAGGA-LOG',
  'QUAGGA-REMARK',
  'QUAGGA-THING',
  'QUAGGA-REPAIR',
  'QUAGGA-WORK',
];
const NAME = 'Quentin Quaggason';

describe('a member who wrote, held, paused, broke and booked', () => {
  let app: RunningApplication;
  let steward: Person;
  let quentin: Person;
  let workshopId: string;
  let machineId: string;
  let buildId: string;
  let itemId: string;
  let personal: string[];
  const of = (path: string) => `/api/workshops/${workshopId}${path}`;
  const history = async () =>
    machineHistory.parse((await steward.get(`/api/machines/${machineId}/history`)).body).entries;
  const calendar = async () =>
    machineCalendarView.parse((await steward.get(`/api/machines/${machineId}/calendar?days=7`)).body)
      .bookings;

  beforeAll(async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'commonwright-'));
    app = await startApplication({ dataDir });
    ({ steward, workshopId } = await app.found({ joining: 'approval' }));
    quentin = await app.person(NAME);
    personal = [quentin.email, NAME, ...WRITTEN];
    // Signed in as a browser is, so that there are a session, an address and a count of attempts.
    await app.signIn(quentin.email, PASSWORD);
    idIn(await quentin.command(of('/join'), { message: 'QUAGGA-JOINING' }));
    const about = of(`/people/${quentin.memberId}`);
    idIn(await steward.command(`${about}/approve`, { kind: 'member', until: null }, { ifMatch: 0 }));
    const competenceId = idIn(await steward.command(of('/competences'), { name: 'Laser' }));
    const trainer = { memberId: steward.memberId, role: 'trainer', competenceId };
    idIn(await steward.command(of('/appointments'), trainer));
    idIn(await steward.command(`${about}/competences`, { competenceId, until: null }));
    const withdrawn = { competenceId, reason: 'QUAGGA-WITHDRAWN' };
    idIn(await steward.command(`${about}/competences/withdraw`, withdrawn));
    const host = { memberId: quentin.memberId, role: 'host', competenceId: null };
    idIn(await steward.command(of('/appointments'), host));
    const other = { ...host, role: 'steward' };
    idIn(await steward.command(of('/appointments'), other));
    machineId = await app.registerMachine(steward, workshopId);
    const bookings = `/api/machines/${machineId}/bookings`;
    const booking = { start: at(DAY), end: at(DAY + HOUR), purpose: 'QUAGGA-PURPOSE' };
    idIn(await quentin.command(bookings, booking));
    idIn(await steward.command(bookings, { start: at(2 * DAY), end: at(2 * DAY + HOUR) }));
    const outage = { start: at(3 * DAY), end: at(4 * DAY), reason: 'QUAGGA-OUTAGE' };
    idIn(await quentin.command(`/api/machines/${machineId}/outages`, outage));
    const machine = `/api/machines/${machineId}`;
    const setting = { material: 'Oak', thicknessMillimetres: null, values: [{ name: 'Feed', value: '2' }] };
    idIn(await quentin.command(`${machine}/settings`, { setting, note: 'QUAGGA-SETTING' }));
    idIn(await quentin.command(`${machine}/faults`, { severity: 'worksStill', text: 'QUAGGA-FAULT' }));
    const session = `${bookings}/${idIn(await quentin.command(`${machine}/use/start`, { until: at(2 * HOUR) }))}`;
    const { revision } = bookingView.parse((await quentin.get(session)).body);
    idIn(await quentin.command(`${session}/stop`, { note: 'QUAGGA-STOP' }, { ifMatch: revision }));
    const of1 = { designId: await newDesign(steward), revision: 1 };
    const build = { workshopId, of: of1, note: 'QUAGGA-BUILD' };
    buildId = idIn(await quentin.command('/api/builds', build));
    idIn(await quentin.command(`/api/builds/${buildId}/log`, { note: 'QUAGGA-LOG' }));
    const remark = { kind: 'deviation', text: 'QUAGGA-REMARK' };
    idIn(await quentin.command(`/api/builds/${buildId}/remarks`, remark));
    const owner = { kind: 'member', memberId: quentin.memberId };
    const vice = { workshopId, description: { name: 'Vice' }, how: 'given', owner, note: 'QUAGGA-THING' };
    itemId = idIn(await quentin.command('/api/things', vice));
    idIn(await quentin.command(`/api/things/${itemId}/repair`, { note: 'QUAGGA-REPAIR' }));
    const on = { kind: 'build', buildId };
    idIn(await quentin.command('/api/me/work', { kind: 'building', minutes: 30, on, note: 'QUAGGA-WORK' }));
    expect((await quentin.put('/api/me/pin', { pin: '481516' })).status).toBe(200);
    const badge = await steward.post(`${about}/badges`, { badge: '0AFFE0AFFE' });
    expect(badge.status, badge.text).toBe(201);
    expect((await quentin.post('/api/me/feeds', { machineId: null })).status).toBe(201);
    const old = await app.registerMachine(steward, workshopId, { name: 'Old saw' });
    const retired = { reason: 'QUAGGA-RETIRED' };
    idIn(await quentin.command(`/api/machines/${old}/retire`, retired, { ifMatch: 0 }));
    const pause = { until: at(9 * HOUR), reason: 'QUAGGA-PAUSED' };
    idIn(await steward.command(`${about}/pause`, pause, { ifMatch: 3 }));
    await quentin.post('/api/me/keys', {
      name: 'QUAGGA-KEY',
      scopes: ['bookings:read'],
      workshopId: null,
      days: null,
    });
    return async () => {
      await app.close();
      await rm(dataDir, { recursive: true, force: true });
    };
  });

  it('leaves neither name nor address nor anything written in the log, the views or the program’s own log', async () => {
    const inside = await readdir(app.dataDir, { withFileTypes: true });
    const files = inside
      .filter((entry) => entry.isFile() && !entry.name.startsWith('accounts.db'))
      .map(({ name }) => name);
    expect(files).toEqual(expect.arrayContaining(['log.db', 'log.db-wal']));
    for (const file of files) {
      const bytes = await readFile(join(app.dataDir, file));
      for (const word of personal) expect(bytes.includes(word), `${word} in ${file}`).toBe(false);
    }
    for (const word of [...personal, PASSWORD, steward.email])
      expect(app.logged().includes(word), word).toBe(false);
    // What is looked for is there to be found.
    expect((await wordsInFiles(app.dataDir, personal)).length).toBeGreaterThanOrEqual(personal.length);
  });

  it('takes along all that is held about them', async () => {
    const { text } = await quentin.get('/api/me/data');
    for (const word of [...personal, 'QUAGGA-KEY']) expect(text.includes(word), word).toBe(true);
    const some = z.array(z.looseObject({}));
    const held = z.looseObject({ bookings: some, builds: some, things: some, work: some });
    const data = held.parse(JSON.parse(text));
    expect(data.bookings).toHaveLength(2);
    expect(data.builds).toMatchObject([{ buildId, status: 'open' }]);
    expect(data.things).toMatchObject([{ itemId, name: 'Vice', owned: true }]);
    expect(data.work).toMatchObject([{ minutes: 30 }]);
  });

  it('vanishes from every file, backups too, while counts and histories stay', async () => {
    const folder = join(app.dataDir, 'backups');
    const source = { dataFolder: app.dataDir, eventStoreUrl: null, backupFolder: folder };
    await backUp({ source, folder, now: Date.now(), keep: null });
    expect((await wordsInFiles(join(app.dataDir, 'backups'), [quentin.email])).length).toBeGreaterThan(0);
    const entries = await history();
    const erased = await quentin.command('/api/me/erase', { confirm: 'erase' });
    expect(erased.status, erased.text).toBe(200);
    expect(await wordsInFiles(app.dataDir, personal)).toEqual([]);
    expect(app.accounts.badges.memberOf('0AFFE0AFFE')).toBeNull();
    expect(await app.accounts.pins.has(quentin.memberId)).toBe(false);
    expect(await app.accounts.calendarFeeds.of(quentin.memberId)).toEqual([]);

    // Their booking ahead is free again; that is the one thing that the story gains.
    await expect.poll(async () => (await calendar()).length, { timeout: 8000 }).toBe(2);
    // That it stood on a membership which ended may be noted in between.
    const after = (await history()).filter(({ type }) => type !== 'BookingMarked');
    expect(after.map(({ type }) => type)).toEqual(['BookingCancelled', ...entries.map(({ type }) => type)]);
    expect(after.some(({ by }) => by === NAME)).toBe(false);
    expect((await quentin.get('/api/me')).status).toBe(401);
    // What they built and own stands, by a former member.
    const build = buildView.parse((await steward.get(`/api/builds/${buildId}`)).body);
    expect(build.contributors).toMatchObject([{ memberId: quentin.memberId, name: null }]);
    expect(build.log).toMatchObject([{ note: null, by: { name: null } }]);
    const vice = thingView.parse((await steward.get(`/api/things/${itemId}`)).body);
    expect(vice.place.owner).toMatchObject({ kind: 'member', member: { name: null } });
    expect(vice.story.every(({ text, by }) => text === null && by?.name === null)).toBe(true);
    await expect(app.signIn(quentin.email, PASSWORD)).rejects.toThrow('sign-in-failed');
    const { text } = await steward.get(of('/appointments'));
    expect(text).toContain(quentin.memberId);
    expect(await wordsInFiles(app.dataDir, personal)).toEqual([]);
  });

  it('is told nothing any more', async () => {
    const log = await app.parts.store.readAll({ limit: 1000 });
    const cancelled = log.find(({ type }) => type === 'BookingCancelled');
    const reacted = async () => (await app.accounts.reactions.checkpoint('reactions')) ?? -1n;
    await expect
      .poll(async () => (await reacted()) >= (cancelled?.position ?? 0n), { timeout: 8000 })
      .toBe(true);
    expect(await app.accounts.notices.list(quentin.memberId, { limit: 10 })).toEqual([]);
  });
});
