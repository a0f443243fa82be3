import { expect, it } from 'vitest';
import { violations } from './inspect.ts';
import { setScene } from './scene.ts';
import { oneBrowser, openStage, PHONE } from './stage.ts';

const browser = oneBrowser();

it('somebody switches a notice off by one way, and finds it so on the next visit', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const { page } = await stage.visitor({ as: scene.anna, viewport: PHONE });
  await page.goto('/me');
  const mine = page.getByRole('group', { name: 'What changes my bookings' });
  await mine.getByRole('checkbox', { name: 'Mail' }).waitFor();
  expect(await mine.getByRole('checkbox', { name: 'Mail' }).isChecked()).toBe(true);
  await mine.getByText('Mail').click();
  await page.getByText('Your notices are set.').waitFor();
  await page.reload();
  await mine.getByRole('checkbox', { name: 'Mail' }).waitFor();
  expect(await mine.getByRole('checkbox', { name: 'Mail' }).isChecked()).toBe(false);
  expect(await mine.getByRole('checkbox', { name: 'Push' }).isChecked()).toBe(true);
  expect(await violations(page)).toEqual([]);
});

it('somebody makes a calendar address, reads it, and revokes it', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const { page } = await stage.visitor({ as: scene.anna, viewport: PHONE });
  await page.goto('/me');
  await page.getByRole('button', { name: 'Make an address' }).click();
  const field = page.getByLabel('Address of the calendar');
  await field.waitFor();
  await page.getByRole('img', { name: 'The address as a square code' }).waitFor();
  const address = new URL(await field.inputValue());
  const read = () => fetch(`http://127.0.0.1:${stage.application.port}${address.pathname}`);
  expect(await (await read()).text()).toMatch(/^BEGIN:VCALENDAR/);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Revoke the address of My bookings' }).click();
  await page.getByText('The address is revoked.').waitFor();
  expect((await read()).status).toBe(404);
});
