import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { NO_BOOKING_RULES } from '../../shared/machines/bookingRules.ts';
import { setScene } from './scene.ts';
import { oneBrowser, openStage, PHONE, TUESDAY } from './stage.ts';
import { dragWithin, pointIn, rowOf, stretch } from './timelineHands.ts';

const browser = oneBrowser();
const WEDNESDAY = '2026-06-17';
const hours = (count: number) => count / 24;
const lane = (page: Page) => rowOf(page, 'Laser cutter');
const wholeDay = (page: Page) => stretch(lane(page), /^Free 00:00 to/);
const heard = (page: Page, words: string | RegExp) =>
  page.getByRole('status').filter({ hasText: words }).waitFor({ state: 'attached' });

it('a mouse draws a booking, moves it, changes its length, and Undo takes the last step back', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const { page } = await stage.visitor({ as: scene.anna });
  await page.goto(scene.timeline(WEDNESDAY));

  await dragWithin(page, wholeDay(page), hours(10.05), hours(11.5));
  await page.mouse.up();
  await stretch(lane(page), 'Yours, 10:00 to 11:30').waitFor();
  await page.getByText('Laser cutter is yours, Wed 17 Jun 10:00–11:30.').waitFor();

  // By its middle: three hours later.
  const mine = stretch(lane(page), /^Yours/);
  const box = await mine.boundingBox();
  const hour = (box?.width ?? 0) / 1.5;
  const middle = await pointIn(mine, 0.5);
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.mouse.move(middle.x + 3 * hour, middle.y, { steps: 6 });
  await page.mouse.up();
  await stretch(lane(page), 'Yours, 13:00 to 14:30').waitFor();

  // By its end: an hour longer.
  const end = await pointIn(stretch(lane(page), 'Yours, 13:00 to 14:30'), 0.97);
  await page.mouse.move(end.x, end.y);
  await page.mouse.down();
  await page.mouse.move(end.x + hour, end.y, { steps: 6 });
  await page.mouse.up();
  await stretch(lane(page), 'Yours, 13:00 to 15:30').waitFor();

  const toast = page.getByRole('region', { name: 'Messages' });
  await toast.getByText('now Wed 17 Jun 13:00–15:30').waitFor();
  await toast.getByRole('button', { name: 'Undo' }).last().click();
  await stretch(lane(page), 'Yours, 13:00 to 14:30').waitFor();
  expect(await scene.bookingsOn(WEDNESDAY)).toMatchObject([
    { start: '2026-06-17T11:00:00.000Z', end: '2026-06-17T12:30:00.000Z' },
  ]);
});

it('a booking that a steward has to approve is asked for, not yours yet', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage, { machine: { rules: { ...NO_BOOKING_RULES, approval: true } } });
  const { page } = await stage.visitor({ as: scene.anna });
  await page.goto(scene.timeline(WEDNESDAY));
  await dragWithin(page, wholeDay(page), hours(10.05), hours(11.5));
  await page.mouse.up();
  await page
    .getByText('Laser cutter, Wed 17 Jun 10:00–11:30: asked for. You hear when it is answered.')
    .waitFor();
  expect(await page.getByText(/^Laser cutter is yours/).count()).toBe(0);
});

it('Undo is offered for ten seconds', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const { page } = await stage.visitor({ as: scene.anna });
  await page.clock.install({ time: TUESDAY });
  await page.goto(scene.timeline(WEDNESDAY));
  await dragWithin(page, wholeDay(page), hours(10.05), hours(11));
  await page.mouse.up();
  const undo = page.getByRole('button', { name: 'Undo' });
  await undo.waitFor();
  // The page's clock goes on by itself meanwhile, on a slow machine for seconds.
  await page.clock.runFor(5_000);
  expect(await undo.count()).toBe(1);
  await page.clock.runFor(5_000);
  await undo.waitFor({ state: 'detached' });
});

it('the keyboard alone books, moves, lengthens and drops, and every step is told', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  await stage.application.registerMachine(scene.steward, scene.workshopId, {
    name: 'Table saw',
    kind: 'saw',
  });
  const { page } = await stage.visitor({ as: scene.anna });
  await page.goto(scene.timeline(WEDNESDAY));
  const cell = stretch(rowOf(page, 'Table saw'), /^Free 00:00/);
  await cell.waitFor();
  const grid = page.getByRole('grid', { name: 'Machines of Riverside Workshop, Wednesday, 17 June 2026' });
  const focused = grid.locator(':focus');
  await page.getByRole('button', { name: 'See fewer hours' }).focus();
  await page.keyboard.press('Tab');
  await stretch(lane(page), /^Free 00:00/)
    .and(focused)
    .waitFor();

  await page.keyboard.press('ArrowDown');
  await cell.and(focused).waitFor();
  await page.keyboard.press('Enter');
  await heard(page, /New booking, 00:00 to 01:00/);
  for (let n = 0; n < 8; n++) await page.keyboard.press('PageDown');
  await heard(page, '08:00 to 09:00. Nothing stands against it.');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('.');
  await heard(page, '08:05 to 09:35. Nothing stands against it.');
  await page.keyboard.press('Enter');
  const mine = (words: string) => stretch(rowOf(page, 'Table saw'), words);
  await mine('Yours, 08:05 to 09:35').waitFor();

  // The focus is where the booking is now; it is taken up, moved, put back, then moved for good.
  await mine('Yours, 08:05 to 09:35').and(focused).waitFor();
  await page.keyboard.press('Space');
  await heard(page, 'Taken up, 08:05 to 09:35');
  await page.keyboard.press('ArrowRight');
  await heard(page, '08:20 to 09:50. Nothing stands against it.');
  await page.keyboard.press('Escape');
  await heard(page, 'Dropped. Nothing was changed.');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await mine('Yours, 07:50 to 09:20').waitFor();

  // Enter opens it; Escape closes and gives the focus back.
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Table saw' }).waitFor();
  await page.keyboard.press('Escape');
  await mine('Yours, 07:50 to 09:20').and(focused).waitFor();
});

it('while a booking is dragged over another its refusal stands at that spot, and Escape drops it', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  await scene.book(scene.bela, '2026-06-17T08:00:00.000Z', '2026-06-17T09:00:00.000Z');
  const { page } = await stage.visitor({ as: scene.anna });
  await page.goto(scene.timeline(WEDNESDAY));
  const later = stretch(lane(page), /^Free 11:00/);
  const start = await pointIn(later, 0.02);
  const perHour =
    ((await stretch(lane(page), 'Booked by Béla, 10:00 to 11:00').boundingBox())?.width ?? 0) / 1;
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x - perHour, start.y, { steps: 4 });
  const asked = page.getByRole('group', { name: 'What stands against it' });
  await asked.getByText('It is already booked from 10:00 to 11:00').waitFor();
  await asked.getByText(/^Nearest: /).waitFor();
  expect(await asked.getByRole('button').count()).toBe(0);
  await page.keyboard.press('Escape');
  await asked.waitFor({ state: 'detached' });
  await page.mouse.up();

  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x - perHour, start.y, { steps: 4 });
  await page.mouse.up();
  const refused = page.getByRole('alertdialog', { name: 'What stands against it' });
  await refused.getByRole('button', { name: 'Choose another time' }).click();
  await page
    .getByRole('dialog', { name: 'Book Laser cutter' })
    .getByText('This stands against it:')
    .waitFor();
  expect(await scene.bookingsOn(WEDNESDAY)).toHaveLength(1);
});

it('a finger taps a free stretch and books it in the form; held still, it draws and moves', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const { page, context } = await stage.visitor({
    as: scene.anna,
    hasTouch: true,
    viewport: { width: 820, height: 1180 },
  });
  await page.goto(scene.timeline(WEDNESDAY));
  const place = await pointIn(wholeDay(page), hours(9.1));
  await page.touchscreen.tap(place.x, place.y);
  const form = page.getByRole('dialog', { name: 'Book Laser cutter' });
  await form.getByText('Nothing stands against it.').waitFor();
  await form.getByRole('button', { name: 'Book 09:00–10:00' }).click();
  await stretch(lane(page), 'Yours, 09:00 to 10:00').waitFor();

  const mine = stretch(lane(page), 'Yours, 09:00 to 10:00');
  const hour = (await mine.boundingBox())?.width ?? 0;
  const { x, y } = await pointIn(mine, 0.5);
  const finger = await context.newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: number) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: at === undefined ? [] : [{ x: at, y }] });
  await touch('touchStart', x);
  await page.locator('.timeline-ghost').waitFor();
  for (const step of [0.4, 0.8, 1.2, 1.6, 2]) await touch('touchMove', x + step * hour);
  await heard(page, '11:00 to 12:00. Nothing stands against it.');
  await touch('touchEnd');
  await stretch(lane(page), 'Yours, 11:00 to 12:00').waitFor();
});

it('on a phone a day is a list whose gaps are buttons', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  await scene.book(scene.bela, '2026-06-17T08:00:00.000Z', '2026-06-17T09:00:00.000Z');
  const { page } = await stage.visitor({ as: scene.anna, viewport: PHONE, hasTouch: true, isMobile: true });
  await page.goto(scene.timeline(WEDNESDAY));
  await page.getByRole('button', { name: /^10:00–11:00.*Béla/ }).waitFor();
  expect(await page.getByRole('grid').count()).toBe(0);
  await page.getByRole('button', { name: /^Free 11:00–24:00.*Book/ }).tap();
  const form = page.getByRole('dialog', { name: 'Book Laser cutter' });
  await form.getByRole('button', { name: 'Book 11:00–12:00' }).tap();
  const mine = page.getByRole('button', { name: /^11:00–12:00.*Yours/ });
  await mine.tap();
  const details = page.getByRole('dialog', { name: 'Laser cutter' });
  await details.getByRole('button', { name: 'Cancel this booking' }).tap();
  await mine.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).last().tap();
  await mine.waitFor();
});

it('in one machine’s calendar a booking is dragged to another day', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  await scene.book(scene.anna, '2026-06-17T08:00:00.000Z', '2026-06-17T10:00:00.000Z');
  const { page } = await stage.visitor({ as: scene.anna });
  await page.goto(`/machines/${scene.machineId}/calendar?date=2026-06-15`);
  const mine = stretch(rowOf(page, 'Wed 17 Jun'), 'Yours, 10:00 to 12:00');
  const from = await pointIn(mine, 0.5);
  const friday = await rowOf(page, 'Fri 19 Jun').boundingBox();
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 5, from.y + 10, { steps: 2 });
  await page.mouse.move(from.x, (friday?.y ?? 0) + 20, { steps: 4 });
  await page.mouse.up();
  await stretch(rowOf(page, 'Fri 19 Jun'), 'Yours, 10:00 to 12:00').waitFor();
  await mine.waitFor({ state: 'detached' });
});
