import { expect, it } from 'vitest';
import { smallTargets, violations } from './inspect.ts';
import { setScene } from './scene.ts';
import { oneBrowser, openStage, PHONE } from './stage.ts';

const browser = oneBrowser();

it('a steward adds a reader, whose key works, and removes it', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const { page } = await stage.visitor({ as: scene.steward, viewport: PHONE });
  await page.goto(`/workshops/${scene.workshopId}/devices`);
  const readers = page.getByRole('region', { name: 'Readers' });
  await readers.getByText('No reader yet.').waitFor();
  await readers.getByLabel('Name', { exact: true }).fill('Laser door');
  await readers.getByText('Laser cutter', { exact: true }).click();
  await readers.getByRole('button', { name: 'Add a reader' }).click();
  await readers.getByRole('button', { name: 'New key: Laser door' }).click();
  const key = await readers.getByLabel('Key of the reader').inputValue();
  const at = new Date(Date.parse('2026-06-16T08:00:00.000Z') + 3_600_000).toISOString();
  const { port, url } = stage.application;
  const answered = await fetch(`http://127.0.0.1:${port}/api/reader/heartbeat`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ at }),
  });
  expect(answered.status).toBe(200);
  await page.reload();
  await readers.getByText(/Laser cutter · last seen .* · its clock is [\d,]+ s ahead/).waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
  await readers.getByRole('button', { name: 'Remove Laser door' }).click();
  await readers.getByText('No reader yet.').waitFor();
});

it('a host makes an account without e-mail; a member sets a PIN and gives a lost badge back', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const { page, mayComplain } = await stage.visitor({ as: scene.steward, viewport: PHONE });
  await page.goto(`/workshops/${scene.workshopId}/people`);
  const making = page.getByRole('region', { name: 'Somebody without e-mail' });
  await making.getByLabel('Name', { exact: true }).fill('Ruth');
  await making.getByLabel('Number of the badge').fill('04:11:22:33');
  await making.getByLabel('PIN for the kiosks').fill('123456');
  mayComplain(/400/);
  await making.getByRole('button', { name: 'Make the account' }).click();
  await making.getByText('is too easily guessed').first().waitFor();
  await making.getByLabel('PIN for the kiosks').fill('481516');
  await making.getByRole('button', { name: 'Make the account' }).click();
  await page.getByRole('listitem').filter({ hasText: 'Ruth' }).waitFor();
  const { badges, pins } = stage.application.accounts;
  const ruth = badges.memberOf('04112233') ?? '';
  expect(await pins.verify(ruth, '481516')).toBe(true);
  expect(await violations(page)).toEqual([]);

  await badges.add({ number: '0A0B0C', memberId: scene.anna.memberId, addedBy: scene.steward.memberId });
  const own = await stage.visitor({ as: scene.anna, viewport: PHONE });
  await own.page.goto('/me');
  const section = own.page.getByRole('region', { name: 'Badges and PIN' });
  await section.locator('summary').click();
  await section.getByLabel('PIN for the kiosks').fill('161803');
  await section.getByRole('button', { name: 'Set the PIN' }).click();
  await section.getByRole('button', { name: 'Have no PIN' }).waitFor();
  await section.getByRole('button', { name: 'Take it away: Badge 1' }).click();
  await section.getByText('No badge.').waitFor();
  expect(badges.memberOf('0A0B0C')).toBeNull();
  expect(await violations(own.page)).toEqual([]);
  expect(await smallTargets(own.page)).toEqual([]);
});
