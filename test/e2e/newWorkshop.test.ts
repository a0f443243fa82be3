import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { oneBrowser, openStage, PHONE } from './stage.ts';

const browser = oneBrowser();
const PASSWORD = 'a long enough password';
const ON_A_PHONE = { viewport: PHONE, hasTouch: true, isMobile: true } as const;

const COMPETENCES = 'name,months\nLathe,24';
/** As a club's register gives them: with mail, and trained here and there. */
const TWENTY_MEMBERS = [
  'Full name;E-mail;Membership;Skills',
  ...Array.from(
    { length: 20 },
    (_, index) => `Member ${index + 1};member.${index + 1}@example.org;member;${index < 3 ? 'Lathe' : ''}`,
  ),
].join('\r\n');

async function found(page: Page, code: string): Promise<void> {
  await page.goto('/');
  await page.waitForURL('**/found');
  await page.getByLabel('One-time code').fill(code);
  await page.getByLabel('Your name').fill('Stefania');
  await page.getByLabel('E-mail address').fill('stefania@example.org');
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByLabel('Name', { exact: true }).fill('Mill Lane Workshop');
  await page.getByLabel('Address', { exact: true }).fill('Mill Lane 3, Bamberg');
  await page.getByRole('button', { name: 'Found it' }).click();
}

const step = (page: Page, name: string) =>
  page.getByRole('region', { name: /^First steps in/ }).getByRole('link', { name });
const toToday = (page: Page) => page.getByRole('link', { name: 'Today' }).first().click();

/** Checks a pasted table row by row, then takes it in. */
async function takeIn(page: Page, csv: string, rows: RegExp): Promise<void> {
  await page.getByLabel('Or paste the rows').fill(csv);
  await page.getByRole('button', { name: 'Check the rows' }).click();
  await page.getByText('0 here already, 0 with mistakes. Nothing is written yet.').waitFor();
  await page.getByRole('button', { name: rows }).click();
  await page.getByText('0 here already, 0 not taken in.').waitFor();
}

it('from an empty program to a running workshop, on a phone: hours, a machine, its label, twenty members, the first booking', async () => {
  const stage = await openStage(browser());
  const { page } = await stage.visitor(ON_A_PHONE);
  await found(page, stage.application.foundingCode ?? '');

  await step(page, 'Set the opening hours').click();
  await page.getByLabel('May come in around the clock').check({ force: true });
  await page.getByRole('button', { name: 'Save the hours' }).click();
  await page.getByText('The opening hours are changed.').waitFor();

  await toToday(page);
  await step(page, 'Add a machine').click();
  await page.getByLabel('Kind').selectOption({ label: 'Lathe' });
  await page.getByLabel('Name', { exact: true }).fill('Big lathe');
  await page.getByRole('button', { name: 'Add the machine' }).click();
  await page.getByRole('heading', { name: 'Label of Big lathe' }).waitFor();
  const label = await page.getByText(/\/m\/[0-9A-Z]{4}$/).textContent();
  await page.getByRole('button', { name: 'Print' }).click();

  await toToday(page);
  await step(page, 'Invite somebody').click();
  await page.getByRole('link', { name: 'Take in many people from a spreadsheet' }).click();
  await page.getByRole('radio', { name: 'People', checked: true }).waitFor({ state: 'attached' });
  await page.getByText('This server sends no mail.').waitFor();
  await page.getByRole('radio', { name: 'Competences' }).check({ force: true });
  await takeIn(page, COMPETENCES, /^Take in 1 row$/);
  await page.getByRole('button', { name: 'Next, the people' }).click();
  await takeIn(page, TWENTY_MEMBERS, /^Take in 20 rows$/);
  await page.getByRole('link', { name: 'See the people' }).click();
  await page
    .getByRole('button', { name: /^Manage Member / })
    .nth(19)
    .waitFor();

  await page.getByRole('button', { name: 'Manage Member 7' }).click();
  const about = page.getByRole('dialog', { name: 'Member 7' });
  await about.getByText('Member 7 has not signed in yet.').waitFor();
  await about.getByRole('button', { name: 'Make a link to sign in' }).click();
  const link = await about.getByLabel('Link', { exact: true }).inputValue();

  const seventh = await stage.visitor(ON_A_PHONE);
  await seventh.page.goto(link);
  await seventh.page.getByLabel('E-mail address').fill('member.7@example.org');
  await seventh.page.getByLabel('Password').fill(PASSWORD);
  await seventh.page.getByRole('button', { name: 'Make it mine' }).click();
  await seventh.page.getByRole('heading', { name: 'Today' }).waitFor();
  await seventh.page.goto(`http://${label}`);
  await seventh.page.getByRole('button', { name: 'Book a time' }).click();
  const form = seventh.page.getByRole('dialog', { name: 'Book Big lathe' });
  await form.getByText('Nothing stands against it.').waitFor();
  await form.getByRole('button', { name: /^Book / }).click();
  await form.waitFor({ state: 'detached' });
  await toToday(seventh.page);
  await seventh.page.getByRole('region', { name: 'Next for you' }).getByText('Big lathe').waitFor();

  await about.getByRole('button', { name: 'Close' }).click();
  await toToday(page);
  await step(page, 'Make the first booking').waitFor();
  const steps = page.getByRole('region', { name: /^First steps in/ }).getByRole('listitem');
  await expect.poll(() => steps.getByText('done').count()).toBe(4);
});

it('an invitation makes a stranger with an account of their own a member', async () => {
  const stage = await openStage(browser());
  const { steward, workshopId } = await stage.application.found({ joining: 'invitation' });
  const { page } = await stage.visitor({ ...ON_A_PHONE, as: steward });
  await page.goto(`/workshops/${workshopId}/people`);
  await page.getByRole('button', { name: 'Make an invitation' }).click();
  const link = await page.getByLabel('Link', { exact: true }).inputValue();

  const stranger = await stage.visitor(ON_A_PHONE);
  await stranger.page.goto(link);
  await stranger.page.getByRole('link', { name: 'Create an account to join' }).click();
  await stranger.page.getByLabel('Your name').fill('Nora');
  await stranger.page.getByLabel('E-mail address').fill('nora@example.org');
  await stranger.page.getByLabel('Password').fill(PASSWORD);
  await stranger.page.getByRole('button', { name: 'Create the account' }).click();
  await stranger.page.getByRole('button', { name: 'Join the workshop' }).click();
  await stranger.page.getByText('You are in Riverside Workshop now.').waitFor();
  await page.getByText('Nora').waitFor();
});
