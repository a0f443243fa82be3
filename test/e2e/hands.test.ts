import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { PASSWORD } from '../server/application.ts';
import { focusIsSeen, overflow, smallTargets, violations } from './inspect.ts';
import { setScene } from './scene.ts';
import { oneBrowser, openStage, PHONE } from './stage.ts';
import { dragWithin, rowOf, stretch } from './timelineHands.ts';

const browser = oneBrowser();
const WEDNESDAY = '2026-06-17';

/** Tabs on until the control with this name has the focus; on the way the focus is always seen. */
async function tabTo(page: Page, role: 'button' | 'link' | 'textbox', name: string | RegExp): Promise<void> {
  const wanted = page.getByRole(role, { name }).and(page.locator(':focus'));
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if (!(await focusIsSeen(page))) {
      const where = await page.locator('html').evaluate((root) => root.ownerDocument.activeElement.outerHTML);
      // The browser's own frame takes the focus once a round, and a page that arrives gives it to its heading.
      expect(where).toMatch(/^<(body|h1)/);
    }
    if ((await wanted.count()) > 0) return;
  }
  throw new Error(`the keyboard does not reach ${name}`);
}

it('by keyboard alone, always seeing where one is: sign in, book, cancel', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const { page } = await stage.visitor();
  await page.goto(`/machines/${scene.machineId}`);
  await page.getByRole('heading', { name: 'Laser cutter' }).waitFor();
  await tabTo(page, 'link', 'Sign in to book');
  await page.keyboard.press('Enter');
  await page.getByLabel('E-mail address').waitFor();
  await tabTo(page, 'textbox', 'E-mail address');
  await page.keyboard.type(scene.anna.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Book a time' }).waitFor();
  await tabTo(page, 'button', 'Book a time');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByText('Nothing stands against it.').waitFor();
  await tabTo(page, 'button', /^Book 10:/);
  await page.keyboard.press('Enter');
  await page.getByText(/^Laser cutter is yours/).waitFor();
  await tabTo(page, 'link', 'Bookings');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Your bookings' }).waitFor();
  await tabTo(page, 'button', /change, cancel or correct$/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Laser cutter' }).waitFor();
  await tabTo(page, 'button', 'Cancel this booking');
  await page.keyboard.press('Enter');
  await page.getByText(/your booking .* is cancelled\.$/).waitFor();
  await tabTo(page, 'button', 'Undo');
  await page.keyboard.press('Enter');
  await page.getByText('Taken back.').waitFor();
});

it('at 200 % nothing lies beside the screen and nothing is lost', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  await scene.book(scene.anna, '2026-06-17T08:00:00.000Z', '2026-06-17T09:00:00.000Z');
  const { page } = await stage.visitor({
    as: scene.anna,
    viewport: { width: 640, height: 400 },
    deviceScaleFactor: 2,
  });
  const addresses = ['/', '/machines', `/machines/${scene.machineId}`, scene.timeline(WEDNESDAY), '/me'];
  for (const address of addresses) {
    await page.goto(address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await overflow(page)).toBe(0);
    await page.getByRole('link', { name: 'Machines' }).first().waitFor();
  }
  await page.goto(`/machines/${scene.machineId}`);
  await page.getByRole('button', { name: 'Book a time' }).click();
  const submit = page.getByRole('dialog').getByRole('button', { name: /^Book 10:/ });
  await submit.click();
  await page.getByText(/^Laser cutter is yours/).waitFor();
});

it('a refusal and a message with Undo have nothing that axe finds, in both palettes', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  await scene.book(scene.bela, '2026-06-17T08:00:00.000Z', '2026-06-17T09:00:00.000Z');
  for (const [colorScheme, from] of [
    ['light', /^Free 11:00/],
    ['dark', /^Free 1[123]:\d\d/],
  ] as const) {
    const { page } = await stage.visitor({ as: scene.anna, colorScheme });
    await page.goto(scene.timeline(WEDNESDAY));
    const lane = rowOf(page, 'Laser cutter');
    // From eleven back over Béla's hour: refused where it was let go.
    await dragWithin(page, stretch(lane, from).last(), 0.06, -0.02);
    await page.mouse.up();
    const refusal = page.getByRole('alertdialog', { name: 'What stands against it' });
    await refusal.getByRole('button', { name: /instead$/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    await refusal.getByRole('button', { name: /instead$/ }).click();
    await page.getByRole('button', { name: 'Undo' }).waitFor();
    expect(await violations(page)).toEqual([]);
  }
});

it('on a phone the refusal in the form, and the message after it, fit a thumb', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  await scene.book(scene.bela, '2026-06-16T09:00:00.000Z', '2026-06-16T10:00:00.000Z');
  const { page } = await stage.visitor({ as: scene.anna, viewport: PHONE, hasTouch: true, isMobile: true });
  await page.goto(`/machines/${scene.machineId}`);
  await page.getByRole('button', { name: 'Book a time' }).tap();
  const form = page.getByRole('dialog');
  await form.getByText('2 h', { exact: true }).tap();
  await form.getByText('It is already booked from 11:00 to 12:00 on Tuesday 16 June.').waitFor();
  expect(await smallTargets(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await form.getByRole('button', { name: /instead$/ }).tap();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  expect(await smallTargets(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
});
