import { expect, it } from 'vitest';
import { overflow, settled, smallTargets, violations } from './inspect.ts';
import { setScene } from './scene.ts';
import { oneBrowser, openStage, PHONE } from './stage.ts';

const browser = oneBrowser();
const ON_A_PHONE = { viewport: PHONE, hasTouch: true, isMobile: true } as const;
/** How far down a phone's page the first machine may begin, pixels. */
const UPPER_HALF = PHONE.height / 2;

it('the first machine is in sight on a phone, and the filters open with a press', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const { page } = await stage.visitor({ ...ON_A_PHONE, as: scene.anna });
  await page.goto('/machines');
  const first = page.getByRole('link', { name: 'Laser cutter' });
  await first.waitFor();
  await settled(page);
  expect((await first.boundingBox())?.y).toBeLessThan(UPPER_HALF);
  expect(await page.getByLabel('Name, maker or label').isVisible()).toBe(false);
  await page.getByText('Search, filter').click();
  await page.getByLabel('Name, maker or label').fill('no such machine');
  await page.getByText('No machine fits. Take a filter away.').waitFor();
  expect([...(await violations(page)), ...(await smallTargets(page))]).toEqual([]);
  expect(await overflow(page)).toBe(0);
  // Whoever comes back to a narrowed list sees by what.
  await page.reload();
  await page.getByLabel('Name, maker or label').waitFor();
});

it('who asks to join on the way to a machine reads what comes next, and goes back to it', async () => {
  const stage = await openStage(browser());
  const { steward, workshopId } = await stage.application.found({ joining: 'approval' });
  const machineId = await stage.application.registerMachine(steward, workshopId);
  const nora = await stage.application.person('Nora');
  const { page } = await stage.visitor({ ...ON_A_PHONE, as: nora });
  await page.goto(`/machines/${machineId}`);
  const answer = page.getByRole('region', { name: 'Can you use it now?' });
  await answer.getByRole('link', { name: 'Join Riverside Workshop' }).click();
  await page.getByRole('button', { name: 'Ask to join' }).click();
  await page.getByText(/^You asked to join\. A steward answers\. Once you are in/).waitFor();
  await page.getByRole('link', { name: 'Back to the machine' }).click();
  await answer.getByText('You asked to join. A steward answers.').waitFor();
  expect(await answer.getByRole('link').count()).toBe(0);

  const stewards = await stage.visitor({ ...ON_A_PHONE, as: steward });
  await stewards.page.goto('/');
  await stewards.page.getByText('Asking to come in: 1').waitFor();
  expect(await violations(stewards.page)).toEqual([]);
  await stewards.page.getByRole('link', { name: 'What waits at Riverside Workshop' }).click();
  await stewards.page.waitForURL(`**/workshops/${workshopId}/day`);
});

it('a steward defines what a new machine asks for while writing it down', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const { page } = await stage.visitor({ ...ON_A_PHONE, as: scene.steward });
  await page.goto(`/workshops/${scene.workshopId}/machines/new`);
  await page.getByText('Choose the kind').waitFor({ state: 'attached' });
  expect(await page.getByRole('button', { name: 'Add the machine' }).count()).toBe(0);
  await page.getByLabel('Kind').selectOption('lathe');
  await page.getByLabel('Name', { exact: true }).fill('Big lathe');
  await page.getByText('Define a competence').click();
  await page.getByLabel('Name of the competence').fill('Lathe work');
  await page.getByLabel('Name of the competence').press('Enter');
  await page.getByRole('checkbox', { name: 'Lathe work', checked: true }).waitFor({ state: 'attached' });
  expect(await violations(page)).toEqual([]);
  expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Big lathe');
  await page.getByRole('button', { name: 'Add the machine' }).click();
  await page.getByRole('link', { name: 'To the machine' }).click();
  await page.getByText('Lathe work').first().waitFor();
});
