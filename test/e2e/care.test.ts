import { expect, it } from 'vitest';
import { machineView } from '../../shared/machines/views.ts';
import { idIn } from '../server/application.ts';
import { settled, smallTargets, violations } from './inspect.ts';
import { setScene } from './scene.ts';
import { oneBrowser, openStage, PHONE } from './stage.ts';

const browser = oneBrowser();
/** Height of the phone's bar. */
const BAR = 62;

it('a fault takes two taps on a phone: a member locks what is unsafe, somebody without an account tells of it', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const { page } = await stage.visitor({ as: scene.anna, viewport: PHONE });
  await page.goto(`/machines/${scene.machineId}`);
  const section = page.getByRole('region', { name: 'Report a fault' });
  await section.getByText('Unsafe', { exact: true }).click();
  await section.getByRole('button', { name: 'Lock it' }).click();
  await page.getByText('Laser cutter is locked.').waitFor();
  await section.getByText('Locked as unsafe').waitFor();
  await section.getByText('Only somebody competent on it can unlock it.').waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);

  const machine = await scene.steward.get(`/api/machines/${scene.machineId}`);
  const { labelCode } = machineView.parse(machine.body);
  const passers = await stage.visitor({ viewport: PHONE });
  await passers.page.goto(`/m/${labelCode}`);
  const theirs = passers.page.getByRole('region', { name: 'Report a fault' });
  await theirs.getByText('Out of order', { exact: true }).click();
  await theirs.getByRole('button', { name: 'Send' }).click();
  await passers.page.getByText('Thank you. The fault of Laser cutter is reported.').waitFor();
});

it('a steward sees the day without scrolling, mends, and the machine is back', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const told = { severity: 'unsafe', text: 'The lid opens while it cuts.' };
  idIn(await scene.anna.command(`/api/machines/${scene.machineId}/faults`, told));
  const { page } = await stage.visitor({ as: scene.steward, viewport: PHONE });
  await page.goto('/me');
  await page.getByRole('link', { name: 'What waits at Riverside Workshop' }).click();
  await page.getByRole('heading', { name: 'Today at Riverside Workshop' }).waitFor();
  await page.getByRole('heading', { name: 'Faults: 1' }).waitFor();
  await page
    .getByRole('listitem')
    .filter({ hasText: /^Laser cutter Unsafe: The lid opens/ })
    .waitFor();
  const lastRow = page.getByRole('heading', { name: 'Out of service: 1' }).locator('xpath=ancestor::section');
  await settled(page);
  const box = await lastRow.boundingBox();
  expect((box?.y ?? Number.POSITIVE_INFINITY) + (box?.height ?? 0)).toBeLessThan(PHONE.height - BAR);
  expect(await violations(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);

  await page.getByRole('link', { name: 'Laser cutter' }).first().click();
  await page.getByRole('button', { name: 'Log a repair' }).click();
  const form = page.getByRole('dialog', { name: 'Repair of Laser cutter' });
  await form.getByLabel('What was done?').fill('New switch in the lid.');
  await form.getByRole('button', { name: 'Add a part' }).click();
  await form.getByLabel('Part', { exact: true }).fill('Lid switch');
  expect(await violations(page)).toEqual([]);
  await form.getByRole('button', { name: 'Log it' }).click();
  await page.getByText('The repair of Laser cutter is logged.').waitFor();
  await page.getByText('Free now').first().waitFor();
  await page.getByText('Stefania repaired it.').waitFor();
});

it('maintenance that is due is accepted with one tap, and done', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const plan = {
    name: 'Clean the mirrors',
    interval: { by: 'calendar', days: 30, from: '2026-05-01' },
    durationMinutes: 60,
  };
  idIn(await scene.steward.command(`/api/machines/${scene.machineId}/maintenance-plans`, plan));
  const { page } = await stage.visitor({ as: scene.steward, viewport: PHONE });
  await page.goto(`/machines/${scene.machineId}`);
  const section = page.getByRole('region', { name: 'Maintenance' });
  await section.getByText(/16 days overdue/).waitFor();
  await section.getByRole('button', { name: 'Close it for that' }).click();
  await page.getByText(/^It is closed for maintenance, today/).waitFor();
  await section.getByRole('button', { name: 'Clean the mirrors is done' }).click();
  const form = page.getByRole('dialog', { name: 'Clean the mirrors is done' });
  await form.getByRole('button', { name: 'Done' }).click();
  await page.getByText('Clean the mirrors is done and counts anew.').waitFor();
  await section.getByText(/in 30 days/).waitFor();
  expect(await violations(page)).toEqual([]);
});
