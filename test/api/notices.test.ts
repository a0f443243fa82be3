import ICAL from 'ical.js';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { defaultPreferences, noticePreferences } from '../../shared/notices/preferences.ts';
import { pushService } from '../server/accounts/pushService.ts';
import { smtpServer } from '../server/accounts/smtpServer.ts';
import { until } from '../server/accounts/testAccounts.ts';
import { idIn, type Person, type RunningApplication, startApplication } from '../server/application.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const HOUR = 3_600_000;
const at = (hours: number) => new Date(Math.ceil(Date.now() / HOUR) * HOUR + hours * HOUR).toISOString();
const revision = z.object({ revision: z.int() });
const noticeList = z.object({ notices: z.array(z.object({ kind: z.string() })) });

/** A workshop with a steward, a member and a machine, a mail server and a push service. */
async function scene() {
  const smtp = await smtpServer();
  const service = await pushService();
  const app = await startApplication({
    dataDir: await temporaryFolder(),
    pushReach: 'anywhere',
    configuration: { mail: { smtpUrl: smtp.mail.url, from: smtp.mail.from } },
  });
  onTestFinished(() => app.close());
  const { steward, workshopId } = await app.found();
  const anna = await app.person('Anna');
  await app.join(anna, workshopId);
  const machineId = await app.registerMachine(steward, workshopId, { name: 'Laser' });
  return { app, smtp, service, steward, anna, machineId };
}

async function bookedBy(person: Person, machineId: string, from: number): Promise<string> {
  const times = { start: at(from), end: at(from + 1) };
  return `/api/machines/${machineId}/bookings/${idIn(await person.command(`/api/machines/${machineId}/bookings`, times))}`;
}
async function change(person: Person, booking: string, act: string, body: object): Promise<void> {
  const ifMatch = revision.parse((await person.get(booking)).body).revision;
  idIn(await person.command(`${booking}/${act}`, body, { ifMatch }));
}
const kindsOf = async (person: Person) =>
  noticeList.parse((await person.get('/api/me/notices')).body).notices.map(({ kind }) => kind);
const prefer = (person: Person, changes: Partial<typeof defaultPreferences>) =>
  person.put('/api/me/notice-preferences', { ...defaultPreferences, ...changes });
/** Everything that the reactions had to tell so far has been told. */
async function settled(app: RunningApplication): Promise<void> {
  const head = (await app.parts.store.head()) ?? -1n;
  await until(async () => {
    const last = await app.parts.store.head();
    return last === head && ((await app.accounts.reactions.checkpoint('reactions')) ?? -1n) >= head;
  }, 'the reactions have caught up');
}
/** A mail's body with its encoding undone. */
const decoded = (mail: string) =>
  Buffer.from(
    mail
      .replaceAll(/=\r\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

test('by default a steward’s change of my booking reaches me in the program, by mail and by push', async () => {
  const { smtp, service, steward, anna, machineId } = await scene();
  const phone = service.browser();
  expect((await anna.post('/api/me/push-subscriptions', phone.subscription)).status).toBe(201);
  const booking = await bookedBy(anna, machineId, 30);
  await change(steward, booking, 'move', { start: at(34), end: at(35) });
  await until(() => smtp.mails.length > 0 && phone.taken.length > 0, 'mail and push arrive');
  expect(await kindsOf(anna)).toContain('BookingMoved');
  const mails = smtp.mails.map(decoded);
  expect(mails).toHaveLength(1);
  expect(mails[0]).toContain('Your booking of Laser was moved to');
  expect(mails[0]).toContain('/me#notices');
  const [push] = phone.messages();
  expect(push?.body).toMatch(/^Your booking of Laser was moved to .+\.$/);
  expect(push?.path).toBe('/bookings');
});

test('my own acts are no news to me', async () => {
  const { app, smtp, anna, machineId } = await scene();
  const booking = await bookedBy(anna, machineId, 30);
  await change(anna, booking, 'move', { start: at(34), end: at(35) });
  await change(anna, booking, 'cancel', {});
  await settled(app);
  expect((await kindsOf(anna)).filter((kind) => kind.startsWith('Booking'))).toEqual([]);
  expect(smtp.mails).toEqual([]);
});

test('each way is switched by itself, and mails speak the member’s language', async () => {
  const { app, smtp, service, steward, anna, machineId } = await scene();
  const phone = service.browser();
  await anna.post('/api/me/push-subscriptions', phone.subscription);
  await anna.put('/api/me/profile', { name: 'Anna', language: 'es', theme: 'system' });
  const set = await prefer(anna, { bookings: { program: false, mail: true, push: false } });
  expect(noticePreferences.parse(set.body).bookings).toEqual({ program: false, mail: true, push: false });
  await change(steward, await bookedBy(anna, machineId, 30), 'cancel', {});
  await until(() => smtp.mails.length > 0, 'the mail arrives');
  await settled(app);
  expect(decoded(smtp.mails[0] ?? '')).toContain('Tu reserva de Laser');
  expect(decoded(smtp.mails[0] ?? '')).toContain('fue cancelada');
  expect((await kindsOf(anna)).filter((kind) => kind.startsWith('Booking'))).toEqual([]);
  expect(phone.taken).toEqual([]);
  await prefer(anna, { bookings: { program: true, mail: false, push: false } });
  await change(steward, await bookedBy(anna, machineId, 40), 'cancel', {});
  await settled(app);
  expect(await kindsOf(anna)).toContain('BookingCancelled');
  expect(await app.accounts.mail.sendDue()).toBe(0);
  expect(smtp.mails).toHaveLength(1);
});

test('a test push reaches the devices that I have, until I end it', async () => {
  const { service, anna } = await scene();
  const phone = service.browser();
  const { endpoint } = phone.subscription;
  const ended = { method: 'DELETE', body: { endpoint } };
  expect((await anna.send('/api/me/push-subscriptions', ended)).status).toBe(404);
  await anna.post('/api/me/push-subscriptions', phone.subscription);
  const test = () => anna.post('/api/me/push-subscriptions/test', {});
  expect((await test()).body).toEqual({ devices: 1 });
  await until(() => phone.taken.length === 1, 'the push arrives');
  expect((await anna.send('/api/me/push-subscriptions', ended)).status).toBe(200);
  expect((await test()).body).toEqual({ devices: 0 });
});

test('whoever wants invitations gets each booking, its changes and its end under one UID', async () => {
  const { app, smtp, steward, anna, machineId } = await scene();
  await prefer(anna, { bookings: { program: true, mail: false, push: false }, invitations: { mail: true } });
  const booking = await bookedBy(anna, machineId, 30);
  await settled(app);
  await change(anna, booking, 'move', { start: at(34), end: at(35) });
  await settled(app);
  await change(steward, booking, 'cancel', {});
  await until(() => smtp.mails.length === 3, 'three invitations arrive');
  const told = smtp.mails.map((mail) => {
    const encoded = /text\/calendar[^\r\n]*(?:\r\n[^\r\n]+)*\r\n\r\n([\s\S]*?)\r\n--/.exec(mail);
    const base64 = /content-transfer-encoding: base64/i.test(encoded?.[0] ?? '');
    const text = base64 ? Buffer.from(encoded?.[1] ?? '', 'base64').toString() : decoded(encoded?.[1] ?? '');
    const calendar = new ICAL.Component(ICAL.parse(text));
    const [component] = calendar.getAllSubcomponents('vevent');
    const event = new ICAL.Event(component);
    return {
      method: calendar.getFirstPropertyValue('method'),
      uid: event.uid,
      sequence: event.sequence,
      start: event.startDate.toJSDate().toISOString(),
      attendee: String(component?.getFirstPropertyValue('attendee')).toLowerCase(),
    };
  });
  const uid = `${booking.split('/').at(-1)}@${new URL(app.url).hostname}`;
  const attendee = `mailto:${anna.email}`;
  expect(told).toEqual([
    { method: 'REQUEST', uid, sequence: 0, start: at(30), attendee },
    { method: 'REQUEST', uid, sequence: 1, start: at(34), attendee },
    { method: 'CANCEL', uid, sequence: 2, start: at(34), attendee },
  ]);
  expect(smtp.mails[0]).toMatch(/content-type: text\/calendar[^\n]*method=REQUEST/i);
  expect(await app.accounts.mail.sendDue()).toBe(0);
});
