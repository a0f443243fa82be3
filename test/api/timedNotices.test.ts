import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { noticeText } from '../../server/notices/compose.ts';
import { digestOf, newsOf } from '../../server/notices/digest.ts';
import { timedNotices } from '../../server/notices/timed.ts';
import { weeklyDigests } from '../../server/notices/weekly.ts';
import { wordsOf } from '../../server/notices/words.ts';
import { defaultPreferences } from '../../shared/notices/preferences.ts';
import { idIn, type Person } from '../server/application.ts';
import { newDesign } from './designStory.ts';
import { sharedApplication } from './shared.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ZONE = 'Europe/Berlin';

/** The next Monday at an hour of the workshop's wall time, at least a day ahead. UTC milliseconds. */
function mondayAt(hour: number): number {
  const now = Temporal.Now.zonedDateTimeISO(ZONE);
  const day = now.toPlainDate().add({ days: 8 - now.dayOfWeek });
  return day.toZonedDateTime({ timeZone: ZONE, plainTime: { hour } }).epochMilliseconds;
}
const text = (milliseconds: number) => new Date(milliseconds).toISOString();

describe('what the clock makes news', () => {
  const app = sharedApplication();
  let steward: Person;
  let anna: Person;
  let workshopId: string;
  let laser: string;

  beforeAll(async () => {
    const founded = await app().found({ timeZone: ZONE });
    steward = founded.steward;
    workshopId = founded.workshopId;
    anna = await app().person('Anna');
    await app().join(anna, workshopId);
    laser = await app().registerMachine(steward, workshopId, { name: 'Laser' });
  });
  const book = async (machineId: string, start: number, hours: number) =>
    idIn(
      await anna.command(`/api/machines/${machineId}/bookings`, {
        start: text(start),
        end: text(start + hours * HOUR),
      }),
    );
  const hers = (now: number) =>
    timedNotices(app().parts.views, now).filter(({ memberId }) => memberId === anna.memberId);

  it('is a booking that starts within the hour, once, and anew only when it is moved', async () => {
    const start = mondayAt(15);
    const bookingId = await book(laser, start, 1);
    expect(hers(start - HOUR - 1)).toEqual([]);
    const [soon, ...others] = hers(start - HOUR);
    expect(others).toEqual([]);
    expect(soon).toMatchObject({ kind: 'BookingStartsSoon', params: { bookingId } });
    expect(hers(start - 60_000)).toEqual([soon]);
    expect(hers(start)).toEqual([]);
    const later = { start: text(start + HOUR), end: text(start + 2 * HOUR) };
    idIn(await anna.command(`/api/machines/${laser}/bookings/${bookingId}/move`, later, { ifMatch: 0 }));
    expect(hers(start + 1)[0]?.key).not.toBe(soon?.key);
    const { accounts, parts } = app();
    const sources = { views: parts.views, texts: accounts.texts, url: app().url };
    const words = await noticeText(sources, soon ?? { kind: '', params: {} });
    expect(words('en').sentence).toMatch(/^Your booking of Laser starts soon: Mon .+–.+\.$/);
    expect(words('es').sentence).toMatch(/^Tu reserva de Laser empieza pronto: lun.+–.+\.$/);
  });

  it('is a loan due tomorrow, from the morning before on, and then one that is overdue', async () => {
    const drill = await app().registerMachine(steward, workshopId, { name: 'Drill', kind: 'tool' });
    const due = mondayAt(17);
    const bookingId = randomUUID();
    const whose = { bookingId, machineId: drill, workshopId, memberId: anna.memberId };
    const lent = text(Date.now());
    await record(drill, [
      {
        type: 'BookingPlaced',
        version: 2,
        data: {
          ...whose,
          start: lent,
          end: text(due),
          purposeId: null,
          supervisorId: null,
          seriesId: null,
          holdId: null,
          walkUp: true,
          awaits: [],
          answerBy: null,
          overridden: null,
        },
      },
      {
        type: 'UseStarted',
        version: 1,
        data: { ...whose, at: lent, via: 'person', replayed: false, contradicts: [] },
      },
    ]);
    const kinds = (now: number) => hers(now).map(({ kind }) => kind);
    const sunday = due - DAY;
    expect(kinds(sunday - 10 * HOUR)).toEqual([]);
    expect(kinds(sunday - 8 * HOUR)).toEqual(['LoanDueTomorrow']);
    expect(kinds(sunday + HOUR)).toEqual(['LoanDueTomorrow']);
    expect(kinds(due - HOUR)).toEqual([]);
    expect(kinds(due)).toEqual(['LoanOverdue']);
    expect(hers(due)[0]?.key).toBe(hers(due + 20 * DAY)[0]?.key);
  });

  it('is a thing that was lent: due tomorrow, then late, until it is back', async () => {
    const received = await steward.command('/api/things', {
      workshopId,
      description: { name: 'Long ladder' },
      how: 'bought',
    });
    const itemId = idIn(received);
    const due = mondayAt(18);
    const to = { kind: 'member', memberId: anna.memberId };
    idIn(await steward.command(`/api/things/${itemId}/lend`, { to, until: text(due) }));
    const told = (now: number) =>
      hers(now).flatMap(({ kind, params }) => (params.itemId === itemId ? [kind] : []));
    expect(told(due - DAY - 12 * HOUR)).toEqual([]);
    expect(told(due - DAY)).toEqual(['LoanOfThingDueTomorrow']);
    expect(told(due + DAY)).toEqual(['LoanOfThingOverdue']);
    idIn(await steward.command(`/api/things/${itemId}/return`, {}));
    expect(told(due + DAY)).toEqual([]);
  });

  it('is a competence that runs out within a month, said once for each end', async () => {
    const of = (path: string) => `/api/workshops/${workshopId}${path}`;
    const competenceId = idIn(await steward.command(of('/competences'), { name: 'Kiln' }));
    const office = { memberId: steward.memberId, role: 'trainer', competenceId };
    idIn(await steward.command(of('/appointments'), office));
    const end = Date.now() + 90 * DAY;
    const granted = of(`/people/${anna.memberId}/competences`);
    idIn(await steward.command(granted, { competenceId, until: text(end) }));
    const told = (now: number) => hers(now).filter(({ kind }) => kind === 'CompetenceEndsSoon');
    expect(told(end - 31 * DAY)).toEqual([]);
    const [first] = told(end - 29 * DAY);
    expect(first?.params).toEqual({ competenceId, workshopId, until: text(end) });
    expect(told(end - HOUR)[0]?.key).toBe(first?.key);
    expect(told(end + HOUR)).toEqual([]);
    idIn(await steward.command(granted, { competenceId, until: text(end + 365 * DAY) }));
    expect(told(end - HOUR)).toEqual([]);
    expect(told(end + 364 * DAY)[0]?.key).not.toBe(first?.key);
  });

  async function record(machineId: string, events: { type: string; version: number; data: object }[]) {
    const at = text(Date.now());
    const commandHash = 'a'.repeat(64);
    const appended = await app().parts.store.append(
      `calendar-${machineId}`,
      events.map(({ type, version, data }) => ({
        id: randomUUID(),
        type,
        data: JSON.parse(JSON.stringify(data)),
        metadata: { at, actor: 'operator', commandId: randomUUID(), commandHash, version },
      })),
      'any',
    );
    if (appended.outcome !== 'appended') throw new Error(appended.outcome);
    expect(await app().views.reached(appended.position, 5_000)).toBe(true);
  }
});

describe('the weekly digest of those who build', () => {
  const app = sharedApplication();

  it('tells of dangers, builds that lack parts, and new salvage', async () => {
    const { steward, workshopId } = await app().found();
    const designId = await newDesign(steward);
    const name = 'Cube No. 1';
    const { parts } = app();
    idIn(await steward.command('/api/builds', { workshopId, name, of: { designId, revision: 1 } }));
    const loader = { workshopId, description: { name: 'Loader' }, how: 'given' };
    const from = idIn(await steward.command('/api/things', loader));
    idIn(await steward.command(`/api/things/${from}/recover-from`, { description: { name: 'Motor' } }));
    const now = parts.clock() + HOUR;
    const dangers = [{ design: 'Valve', things: 2 }];
    const sources = { news: [newsOf(parts, workshopId, now)], dangers, words: wordsOf('en'), now };
    expect((digestOf(parts.views, steward.memberId, sources) ?? '').split('\n')).toEqual([
      'Somebody could be hurt: a safety problem of Valve is open on 2 things that you look after',
      'Cube No. 1 still lacks 2 parts; one hand is at it',
      'New on the salvage shelf: Motor',
    ]);
  });
});

describe('the weekly digest', () => {
  const app = sharedApplication({
    configuration: { mail: { smtpUrl: 'smtp://127.0.0.1:9', from: 'tools@workshop.example' } },
  });
  let steward: Person;
  let anna: Person;
  let workshopId: string;

  beforeAll(async () => {
    const founded = await app().found({ timeZone: ZONE });
    steward = founded.steward;
    workshopId = founded.workshopId;
    anna = await app().person('Anna');
    await app().join(anna, workshopId);
  });
  const digest = (now: number) => {
    const { parts } = app();
    const news = [newsOf(parts, workshopId, now)];
    return digestOf(parts.views, anna.memberId, { news, dangers: [], words: wordsOf('en'), now });
  };
  const mailedAt = (now: number) => weeklyDigests({ ...app(), ...app().parts }, now);

  it('is not mailed where there is nothing new', async () => {
    expect(digest(mondayAt(8))).toBeNull();
    expect(await mailedAt(mondayAt(8))).toEqual([]);
  });

  it('tells one’s week and what is out, in at most twelve lines', async () => {
    const kiln = await app().registerMachine(steward, workshopId, { name: 'Kiln' });
    const now = mondayAt(8);
    const times = { start: text(now + 30 * HOUR), end: text(now + 31 * HOUR) };
    idIn(await anna.command(`/api/machines/${kiln}/bookings`, times));
    const [first, line] = (digest(now) ?? '').split('\n');
    expect([first, line]).toEqual(['Your week:', expect.stringMatching(/^- Kiln: Tue .+, 14:00–15:00$/)]);
    for (let number = 1; number <= 14; number++) {
      const broken = await app().registerMachine(steward, workshopId, { name: `Saw ${number}` });
      idIn(await steward.command(`/api/machines/${broken}/outages`, { reason: 'Blade.' }));
    }
    const lines = (digest(now) ?? '').split('\n');
    expect(lines).toHaveLength(12);
    expect(lines).toContain('Saw 1 is out');
    expect(lines.at(-1)).toBe('and 5 more');
  });

  it('leaves on Mondays at eight, workshop time, once, to those who want it', async () => {
    for (const now of [mondayAt(8) - 1, mondayAt(8) + DAY, mondayAt(20)]) {
      expect(await mailedAt(now)).toEqual([]);
    }
    await steward.put('/api/me/notice-preferences', { ...defaultPreferences, digest: { mail: false } });
    const [mail, ...others] = await mailedAt(mondayAt(8));
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ memberId: anna.memberId, subject: 'Your week in the workshop' });
    expect(mail?.body).toContain('Kiln');
    expect((await mailedAt(mondayAt(9))).map(({ key }) => key)).toEqual([mail?.key]);
  });
});
