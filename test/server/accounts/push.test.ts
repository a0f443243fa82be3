import { expect, test } from 'vitest';
import { mayReach } from '../../../server/accounts/pushCourier.ts';
import { pushService, vapidClaims } from './pushService.ts';
import { listeningAccounts, PASSWORD } from './testAccounts.ts';

const account = { email: 'a@example.org', displayName: 'Ada', password: PASSWORD };
const message = { subject: 'Laser', body: 'The laser is held for you: Thu 18:00–20:00.', path: '/bookings' };

test('a push arrives encrypted for the device alone, signed with the server’s key', async () => {
  const service = await pushService();
  const { accounts, origin } = await listeningAccounts({ pushReach: 'anywhere' });
  const memberId = (await accounts.members.create(account)) ?? '';
  const phone = service.browser();
  const tablet = service.browser();
  for (const device of [phone, tablet]) await accounts.push.subscribe(memberId, device.subscription);
  expect(await accounts.push.say(memberId, message)).toBe(2);
  expect(await accounts.push.outbox.sendDue()).toBe(2);
  for (const device of [phone, tablet]) {
    expect(device.messages()).toMatchObject([{ title: 'Laser', body: message.body, path: '/bookings' }]);
    const [arrived] = device.taken;
    expect(arrived?.headers['content-encoding']).toBe('aes128gcm');
    expect(Number(arrived?.headers.ttl)).toBeGreaterThan(0);
    expect(arrived?.body.includes('Laser')).toBe(false);
    const claims = vapidClaims(arrived?.headers.authorization ?? '', accounts.push.publicKey);
    expect(claims.aud).toBe(service.origin);
    expect(String(claims.sub)).toMatch(/^(mailto:|https:)/);
  }
  expect(await accounts.push.outbox.sendDue()).toBe(0);
  expect(origin).toMatch(/^http/);
});

test('the key of the server stays the same over restarts', async () => {
  const first = await listeningAccounts();
  const { publicKey } = first.accounts.push;
  await first.close();
  const second = await listeningAccounts({ folder: first.folder });
  expect(second.accounts.push.publicKey).toBe(publicKey);
});

test.each([404, 410])('a device that its service knows no more (%i) is forgotten', async (status) => {
  const service = await pushService();
  const { accounts } = await listeningAccounts({ pushReach: 'anywhere' });
  const memberId = (await accounts.members.create(account)) ?? '';
  const phone = service.browser();
  await accounts.push.subscribe(memberId, phone.subscription);
  service.behaviour.status = status;
  await accounts.push.say(memberId, message);
  expect(await accounts.push.outbox.sendDue()).toBe(0);
  service.behaviour.status = 201;
  expect(await accounts.push.say(memberId, message)).toBe(0);
  expect(phone.taken).toEqual([]);
});

test('a push service that fails for a while gets the push later, once', async () => {
  const service = await pushService();
  const time = { now: Date.now() };
  const lines: string[] = [];
  const { accounts } = await listeningAccounts({
    pushReach: 'anywhere',
    clock: () => new Date(time.now),
    log: (_, line) => void lines.push(line),
  });
  const memberId = (await accounts.members.create(account)) ?? '';
  const phone = service.browser();
  await accounts.push.subscribe(memberId, phone.subscription);
  service.behaviour.status = 503;
  await accounts.push.say(memberId, message);
  expect(await accounts.push.outbox.sendDue()).toBe(0);
  service.behaviour.status = 201;
  expect(await accounts.push.outbox.sendDue()).toBe(0);
  time.now += 5_000;
  expect(await accounts.push.outbox.sendDue()).toBe(1);
  time.now += 3_600_000;
  expect(await accounts.push.outbox.sendDue()).toBe(0);
  expect(phone.messages()).toHaveLength(1);
  expect(lines.join()).not.toContain(phone.subscription.endpoint);
});

test('a device that another account takes over hears nothing of the first one', async () => {
  const service = await pushService();
  const { accounts } = await listeningAccounts({ pushReach: 'anywhere' });
  const ada = (await accounts.members.create(account)) ?? '';
  const ben = (await accounts.members.create({ ...account, email: 'b@example.org' })) ?? '';
  const { subscription } = service.browser();
  await accounts.push.subscribe(ada, subscription);
  await accounts.push.subscribe(ben, subscription);
  expect(await accounts.push.say(ada, message)).toBe(0);
  expect(await accounts.push.unsubscribe(ada, subscription.endpoint)).toBe(false);
  expect(await accounts.push.unsubscribe(ben, subscription.endpoint)).toBe(true);
});

test('an erased member’s devices and unsent pushes go with them', async () => {
  const service = await pushService();
  const { accounts } = await listeningAccounts({ pushReach: 'anywhere' });
  const memberId = (await accounts.members.create(account)) ?? '';
  const phone = service.browser();
  await accounts.push.subscribe(memberId, phone.subscription);
  await accounts.push.say(memberId, message);
  await accounts.erase(memberId);
  expect(await accounts.push.outbox.sendDue()).toBe(0);
  expect(await accounts.dataOf(memberId)).toMatchObject({ pushDevices: [], mails: [] });
});

test.each([
  ['https://push.example/abc', true],
  ['https://203.0.113.9/abc', true],
  ['http://push.example/abc', false],
  ['https://127.0.0.1/abc', false],
  ['https://10.1.2.3/abc', false],
  ['https://192.168.0.1:8443/abc', false],
  ['https://169.254.169.254/latest', false],
  ['https://[::1]/abc', false],
  ['https://[fe80::1]/abc', false],
  ['https://[::ffff:10.0.0.1]/abc', false],
  ['https://user:word@push.example/', false],
  ['ftp://push.example/', false],
  ['nonsense', false],
])('the server may send pushes to %s: %s', (endpoint, expected) => {
  expect(mayReach(endpoint, 'public')).toBe(expected);
});

test('a name that leads into the own network is not called', async () => {
  const service = await pushService();
  const { accounts } = await listeningAccounts();
  const memberId = (await accounts.members.create(account)) ?? '';
  const { subscription } = service.browser();
  const port = new URL(service.origin).port;
  const endpoint = `https://localhost:${port}/push`;
  expect(await accounts.push.subscribe(memberId, { ...subscription, endpoint })).not.toBeNull();
  await accounts.push.say(memberId, message);
  expect(await accounts.push.outbox.sendDue()).toBe(0);
  expect(service.seen.connections).toBe(0);
});
