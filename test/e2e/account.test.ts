import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { PASSWORD } from '../server/application.ts';
import { setScene } from './scene.ts';
import { oneBrowser, openStage } from './stage.ts';

const browser = oneBrowser();

it('somebody makes an account, joins, signs out, and signs in again; a wrong password is told', async () => {
  const stage = await openStage(browser());
  await setScene(stage);
  const { page } = await stage.visitor();
  await page.goto('/bookings');
  await page.waitForURL('**/sign-in?next=%2Fbookings');
  await page.getByRole('button', { name: 'Create an account' }).click();
  await page.getByLabel('Your name').fill('Chidi');
  await page.getByLabel('E-mail address').fill('chidi@example.org');
  await page.getByLabel('Password').fill('a long enough password');
  await page.getByRole('button', { name: 'Create the account' }).click();
  await page.waitForURL('**/bookings');
  await page.getByText('Hello Chidi.').waitFor();

  await page.getByRole('link', { name: 'Workshops' }).first().click();
  await page.getByRole('link', { name: 'Riverside Workshop' }).click();
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByText('You are in Riverside Workshop now.').waitFor();

  await page.getByRole('link', { name: 'Chidi' }).first().click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.getByLabel('E-mail address').fill('chidi@example.org');
  await page.getByLabel('Password').fill('not my password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText('That address and password do not belong together.').waitFor();
  await page.getByLabel('Password').fill('a long enough password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { name: 'Today' }).waitFor();
});

it('without mail the way to a new password says honestly that there is none', async () => {
  const stage = await openStage(browser());
  await setScene(stage);
  const { page } = await stage.visitor();
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Forgot your password?' }).click();
  await page.getByText('This server sends no mail, so it cannot reset a password.').waitFor();
  await page.goto('/reset');
  await page.getByText('This server sends no mail, so it cannot reset a password.').waitFor();
  expect(await page.getByRole('button', { name: 'Send the mail' }).count()).toBe(0);
});

it('a passkey is added and signs in', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const { page, context } = await stage.visitor({ as: scene.anna });
  const devices = await context.newCDPSession(page);
  await devices.send('WebAuthn.enable');
  const { authenticatorId } = await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto('/me');
  await page.getByLabel('Name of this device').fill('My old phone');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByText('The passkey is added.').waitFor();
  await page.getByRole('button', { name: 'Remove My old phone' }).waitFor();
  const { credentials } = await devices.send('WebAuthn.getCredentials', { authenticatorId });
  expect(credentials).toHaveLength(1);

  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByText('Hello Anna.').waitFor();
  await page.getByRole('heading', { name: 'Today' }).waitFor();
});

it('a name and the dark palette are kept, also by the next browser', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const { page } = await stage.visitor({ as: scene.anna });
  await page.goto('/me');
  await page.getByLabel('Your name').fill('Anna from the mill');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Your profile is saved.').waitFor();
  await page.getByRole('radio', { name: 'Dark' }).click({ force: true });
  await page.locator('html[data-theme=dark]').waitFor();
  const next = await stage.visitor({ as: scene.anna });
  await next.page.goto('/');
  await next.page.locator('html[data-theme=dark]').waitFor();
  await next.page.getByRole('link', { name: 'Anna from the mill' }).first().waitFor();
});

it('what is held about somebody is downloaded as one file', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const { page } = await stage.visitor({ as: scene.anna });
  await page.goto('/me');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download everything held about you' }).click(),
  ]);
  const held = await readFile(await download.path(), 'utf8');
  expect(JSON.parse(held)).toBeTypeOf('object');
  expect(held).toContain(scene.anna.email);
});

it('somebody erases themselves, and is gone for themselves and for others', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  await scene.book(scene.anna, '2026-06-17T08:00:00.000Z', '2026-06-17T09:00:00.000Z');
  const { page } = await stage.visitor({ as: scene.anna });
  await page.goto('/me');
  await page.getByText('Erase yourself').click();
  await page.getByLabel('Type “erase” to confirm').fill('erase');
  await page.getByRole('button', { name: 'Erase me for good' }).click();
  await page.getByText('You are erased.').waitFor();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.getByLabel('E-mail address').fill(scene.anna.email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText('That address and password do not belong together.').waitFor();
  const belas = await stage.visitor({ as: scene.bela });
  await belas.page.goto(`/machines/${scene.machineId}`);
  const story = belas.page.getByRole('region', { name: 'Its story' });
  await story.getByText(/booked it for Wed 17 Jun 10:00–11:00\.$/).waitFor();
  expect(await story.getByText('Anna').count()).toBe(0);
});
