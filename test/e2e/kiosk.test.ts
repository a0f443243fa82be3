import { expect, it } from 'vitest';
import { smallTargets, violations } from './inspect.ts';
import { setScene } from './scene.ts';
import { oneBrowser, openStage, type Stage, TUESDAY, type Visitor } from './stage.ts';

const browser = oneBrowser();
const TABLET = { width: 1024, height: 768 };

/** How often a tablet asks anew, milliseconds. */
const EVERY = 10_000;

async function pairedTablet(stage: Stage, scene: Awaited<ReturnType<typeof setScene>>): Promise<Visitor> {
  const { page } = await stage.visitor({ as: scene.steward });
  await page.goto(`/workshops/${scene.workshopId}/devices`);
  const kiosks = page.getByRole('region', { name: 'Kiosks' });
  await kiosks.getByLabel('Name', { exact: true }).fill('By the door');
  await kiosks.getByRole('button', { name: 'Get a code' }).click();
  const code = await kiosks.getByLabel('Code for the tablet').inputValue();
  const tablet = await stage.visitor({ viewport: TABLET, clockShift: 0 });
  // It goes on as ever, and can be put forward.
  await tablet.page.clock.install({ time: TUESDAY });
  await tablet.page.goto('/kiosk');
  await tablet.page.getByLabel('Code', { exact: true }).fill(code.toLowerCase());
  await tablet.page.getByRole('button', { name: 'Pair' }).click();
  await tablet.page.getByRole('heading', { name: 'Riverside Workshop, now' }).waitFor();
  return tablet;
}

it('a tablet pairs itself; a badge starts and stops a machine, and half a minute later nobody is signed in', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const { badges } = stage.application.accounts;
  await badges.add({ number: '04112233', memberId: scene.anna.memberId, addedBy: scene.steward.memberId });
  const { page, mayComplain } = await pairedTablet(stage, scene);
  const tile = page.getByRole('listitem').filter({ hasText: 'Laser cutter' });
  await tile.getByText('Free', { exact: true }).waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);

  mayComplain(/401/);
  await page.getByLabel('Badge', { exact: true }).fill('FF:FF:FF');
  await page.keyboard.press('Enter');
  await page.getByText('Nobody here has this badge.').waitFor();
  await page.getByLabel('Badge', { exact: true }).fill('04:11:22:33');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Hello, Anna' }).waitFor();
  await page.getByText(/^Signs out in (30|2\d) s$/).waitFor();
  await tile.getByRole('button', { name: 'Start: Laser cutter' }).click();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await tile.getByText(/^Yours until \d\d:\d\d$/).waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
  await page.getByRole('button', { name: 'Done' }).click();
  await tile.getByText(/^In use until \d\d:\d\d$/).waitFor();
  expect(await page.getByText('Anna').count()).toBe(0);

  await page.getByLabel('Badge', { exact: true }).fill('04:11:22:33');
  await page.keyboard.press('Enter');
  await tile.getByRole('button', { name: 'Stop: Laser cutter' }).click();
  await tile.getByText(/^Free/).waitFor();
  await page.clock.runFor(31_000);
  await page.getByRole('heading', { name: 'Riverside Workshop, now' }).waitFor();
});

it('without a connection it shows what it last knew, and says of when; with a PIN a member books', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  await stage.application.accounts.pins.set(scene.bela.memberId, '271828');
  const { page, context, mayComplain } = await pairedTablet(stage, scene);
  await page.getByText('With name and PIN').click();
  await page.getByLabel('Name', { exact: true }).fill('bela');
  await page.getByLabel('PIN', { exact: true }).fill('271828');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Hello, Béla' }).waitFor();
  await page.getByRole('button', { name: 'Book: Laser cutter' }).click();
  await page.getByRole('button', { name: 'Book', exact: true }).click();
  await page.getByText('Laser cutter is booked.').waitFor();
  await expect.poll(() => scene.bookingsOn('2026-06-16')).toHaveLength(1);
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByText(/^Free until \d\d:\d\d$/).waitFor();
  mayComplain(/ERR_INTERNET_DISCONNECTED|Failed to load/);
  await context.setOffline(true);
  await page.clock.runFor(EVERY);
  await page.getByText(/^No connection\. As of \d\d:\d\d\.$/).waitFor();
  await page.getByText(/^Free until \d\d:\d\d$/).waitFor();
  expect(await page.getByLabel('Badge', { exact: true }).count()).toBe(0);
  await context.setOffline(false);
  await page.clock.runFor(EVERY);
  await page.getByLabel('Badge', { exact: true }).waitFor();
});
