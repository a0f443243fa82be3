import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { oneBrowser, openStage } from './stage.ts';

const browser = oneBrowser();

async function fillFounding(page: Page, code: string): Promise<void> {
  await page.getByLabel('One-time code').fill(code);
  await page.getByLabel('Your name').fill('Stefania');
  await page.getByLabel('E-mail address').fill('stefania@example.org');
  await page.getByLabel('Password').fill('a long enough password');
  await page.getByLabel('Name', { exact: true }).fill('Mill Lane Workshop');
  await page.getByLabel('Address', { exact: true }).fill('Mill Lane 3, Bamberg');
  await page.getByLabel('Time zone').selectOption('Europe/Berlin');
}

it('the first visit founds the first workshop with the one-time code, and leads through its first steps to a label', async () => {
  const stage = await openStage(browser());
  const { page } = await stage.visitor();
  await page.goto('/');
  await page.waitForURL('**/found');
  await page.getByRole('heading', { name: 'Found the first workshop' }).waitFor();
  await fillFounding(page, stage.application.foundingCode ?? '');
  await page.getByRole('button', { name: 'Found it' }).click();

  const steps = page.getByRole('region', { name: 'First steps in Mill Lane Workshop' }).getByRole('listitem');
  await steps.first().waitFor();
  expect(await steps.getByRole('link').allTextContents()).toEqual([
    'Set the opening hours',
    'Add a machine',
    'Print its label',
    'Invite somebody',
    'Make the first booking',
  ]);
  await steps.getByRole('link', { name: 'Add a machine' }).click();
  await page.getByLabel('Kind').selectOption({ label: 'Lathe' });
  await page.getByLabel('Name', { exact: true }).fill('Big lathe');
  await page.getByRole('button', { name: 'Add the machine' }).click();

  await page.getByRole('heading', { name: 'Label of Big lathe' }).waitFor();
  const address = await page.getByText(/^localhost:\d+\/m\/[0-9A-Z]{4}$/).textContent();
  await page.getByRole('img', { name: /^Square code that leads to / }).waitFor();
  await page.getByRole('button', { name: 'Print' }).click();
  await page.goto(`http://${address}`);
  await page.getByRole('heading', { name: 'Big lathe' }).waitFor();

  await page.getByRole('link', { name: 'Today' }).first().click();
  await steps.filter({ hasText: 'Print its label' }).getByText('done').waitFor();
  await steps.filter({ hasText: 'Add a machine' }).getByText('done').waitFor();
  await expect.poll(() => steps.getByText('done').count()).toBe(2);
});

it('founding with a wrong code is refused, keeps what was typed, and founds nothing', async () => {
  const stage = await openStage(browser());
  const { page } = await stage.visitor();
  await page.goto('/found');
  await fillFounding(page, 'ABCD-EFGH-JKLM');
  await page.getByRole('button', { name: 'Found it' }).click();
  await page.getByRole('alert').getByText(/code/i).first().waitFor();
  expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Mill Lane Workshop');
  const { body } = await stage.application.nobody.get('/api/server');
  expect(body).toMatchObject({ founded: false });
  expect(page.url()).toMatch(/\/found$/);
});

it('once founded, nobody is asked for a code any more', async () => {
  const stage = await openStage(browser());
  await stage.application.found();
  const { page } = await stage.visitor();
  await page.goto('/');
  await page.waitForURL('**/sign-in');
  await page.goto('/found');
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).waitFor();
  expect(await page.getByLabel('One-time code').count()).toBe(0);
});
