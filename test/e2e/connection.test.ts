import { expect, it } from 'vitest';
import { setScene } from './scene.ts';
import { oneBrowser, openStage } from './stage.ts';
import { rowOf, stretch } from './timelineHands.ts';

const browser = oneBrowser();
const WEDNESDAY = '2026-06-17';

it('a page loaded anew in the middle of booking has booked nothing, and goes on where it was', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const { page } = await stage.visitor({ as: scene.anna });
  await page.goto(scene.timeline(WEDNESDAY));
  const free = stretch(rowOf(page, 'Laser cutter'), /^Free 00:00/);
  await free.dispatchEvent('click');
  const form = page.getByRole('dialog', { name: 'Book Laser cutter' });
  await form.getByText('Nothing stands against it.').waitFor();
  await page.reload();
  await free.waitFor();
  expect(await form.count()).toBe(0);
  expect(await scene.bookingsOn(WEDNESDAY)).toEqual([]);
});

it('a page that is left while its booking is on the way finds it there afterwards', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const { page, mayComplain } = await stage.visitor({ as: scene.anna });
  mayComplain(/ERR_ABORTED/);
  // It reaches the server; its answer never comes.
  const reached = Promise.withResolvers<void>();
  await page.route(/\/bookings$/, async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    await route.fetch();
    reached.resolve();
  });
  await page.goto(scene.timeline(WEDNESDAY));
  const lane = rowOf(page, 'Laser cutter');
  await stretch(lane, /^Free 00:00/).dispatchEvent('click');
  const form = page.getByRole('dialog', { name: 'Book Laser cutter' });
  const submit = form.getByRole('button', { name: 'Book 00:00–01:00' });
  await form.getByText('Nothing stands against it.').waitFor();
  await Promise.all([reached.promise, submit.click()]);
  await page.reload();
  await expect.poll(() => scene.bookingsOn(WEDNESDAY), { timeout: 10_000 }).toHaveLength(1);
  await stretch(lane, 'Yours, 00:00 to 01:00').waitFor();
});

it('without a connection the page says so and keeps what it shows; back again it catches up by itself', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const { page, context, mayComplain } = await stage.visitor({ as: scene.anna });
  mayComplain(/ERR_INTERNET_DISCONNECTED/);
  await page.goto(scene.timeline(WEDNESDAY));
  const lane = rowOf(page, 'Laser cutter');
  const free = stretch(lane, /^Free 00:00/);
  await free.waitFor();
  await context.setOffline(true);
  const note = page.getByText(/^No connection\. You see how it stood at \d\d:\d\d\.$/);
  await note.waitFor();
  await free.dispatchEvent('click');
  const form = page.getByRole('dialog', { name: 'Book Laser cutter' });
  await form.getByText('No connection.').first().waitFor();
  await page.keyboard.press('Escape');
  await scene.book(scene.bela, '2026-06-17T08:00:00.000Z', '2026-06-17T09:00:00.000Z');
  await context.setOffline(false);
  await note.waitFor({ state: 'detached' });
  await stretch(lane, 'Booked by Béla, 10:00 to 11:00').waitFor({ timeout: 20_000 });
});

it('a booking whose answer was lost is sent again under the same id, and made once', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const { page, mayComplain } = await stage.visitor({ as: scene.anna });
  mayComplain(/ERR_CONNECTION_RESET/);
  const ids: (string | undefined)[] = [];
  await page.route(/\/bookings$/, async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    ids.push(route.request().headers()['idempotency-key']);
    if (ids.length > 1) return route.continue();
    await route.fetch();
    await route.abort('connectionreset');
  });
  await page.goto(scene.timeline(WEDNESDAY));
  const lane = rowOf(page, 'Laser cutter');
  await stretch(lane, /^Free 00:00/).dispatchEvent('click');
  const form = page.getByRole('dialog', { name: 'Book Laser cutter' });
  await form.getByText('Nothing stands against it.').waitFor();
  await form.getByRole('button', { name: 'Book 00:00–01:00' }).click();
  await page.getByText('Laser cutter is yours, Wed 17 Jun 00:00–01:00.').waitFor();
  expect(ids).toHaveLength(2);
  expect(ids[0]).toBe(ids[1]);
  expect(await scene.bookingsOn(WEDNESDAY)).toHaveLength(1);
  await stretch(lane, 'Yours, 00:00 to 01:00').waitFor();
});

it('a double press books once', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const { page } = await stage.visitor({ as: scene.anna });
  await page.goto(scene.timeline(WEDNESDAY));
  const lane = rowOf(page, 'Laser cutter');
  await stretch(lane, /^Free 00:00/).dispatchEvent('click');
  const submit = page.getByRole('dialog').getByRole('button', { name: 'Book 00:00–01:00' });
  await page.getByRole('dialog').getByText('Nothing stands against it.').waitFor();
  await submit.dblclick();
  await stretch(lane, 'Yours, 00:00 to 01:00').waitFor();
  await page.getByText('Laser cutter is yours, Wed 17 Jun 00:00–01:00.').waitFor();
  expect(await scene.bookingsOn(WEDNESDAY)).toHaveLength(1);
});
