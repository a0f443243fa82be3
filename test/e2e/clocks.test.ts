import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { type Scene, setScene } from './scene.ts';
import { oneBrowser, openStage, type Stage } from './stage.ts';
import { rowOf, stretch } from './timelineHands.ts';

const browser = oneBrowser();
const HOUR = 3_600_000;

interface ChangeOfClocks {
  zone: string;
  viewer: string;
  /** A morning before it. */
  now: string;
  date: string;
  /** UTC of the first midnight. */
  midnight: string;
}

const longDays: (ChangeOfClocks & { offsets: [string, string] })[] = [
  {
    zone: 'Europe/Berlin',
    viewer: 'America/Los_Angeles',
    now: '2026-10-24T08:00:00.000Z',
    date: '2026-10-25',
    midnight: '2026-10-24T22:00:00.000Z',
    offsets: ['+02:00', '+01:00'],
  },
  {
    zone: 'Australia/Hobart',
    viewer: 'Asia/Kolkata',
    now: '2026-04-03T22:00:00.000Z',
    date: '2026-04-05',
    midnight: '2026-04-04T13:00:00.000Z',
    offsets: ['+11:00', '+10:00'],
  },
];

const shortDays: ChangeOfClocks[] = [
  {
    zone: 'Europe/Berlin',
    viewer: 'Asia/Kolkata',
    now: '2026-03-28T08:00:00.000Z',
    date: '2026-03-29',
    midnight: '2026-03-28T23:00:00.000Z',
  },
  {
    zone: 'Australia/Hobart',
    viewer: 'America/Los_Angeles',
    now: '2026-10-02T22:00:00.000Z',
    date: '2026-10-04',
    midnight: '2026-10-03T14:00:00.000Z',
  },
];

const after = (midnight: string, hours: number) =>
  new Date(Date.parse(midnight) + hours * HOUR).toISOString();

async function visit({
  zone,
  viewer,
  now,
  date,
}: ChangeOfClocks): Promise<{ stage: Stage; scene: Scene; page: Page }> {
  const stage = await openStage(browser(), { now });
  const scene = await setScene(stage, { workshop: { timeZone: zone } });
  const { page } = await stage.visitor({ as: scene.anna, timezoneId: viewer });
  await page.goto(scene.timeline(date));
  await page.getByText(`Times are those on the wall in ${zone}.`).waitFor();
  return { stage, scene, page };
}

const row = (page: Page) => rowOf(page, 'Laser cutter');
const form = (page: Page) => page.getByRole('dialog', { name: 'Book Laser cutter' });

/** Opens the form by Enter on the day's free stretch and Escape's sibling: a press without a place. */
async function openForm(page: Page): Promise<Locator> {
  await stretch(row(page), /^Free 00:00/).dispatchEvent('click');
  await form(page).getByLabel('From').waitFor();
  return form(page);
}

const startsOffered = (dialog: Locator) => dialog.getByLabel('From').getByRole('option').allTextContents();

it.each(longDays)(
  'on the day of 25 hours in $zone, somebody in $viewer books the second 02:30 by its offset',
  async (day) => {
    const { scene, page } = await visit(day);
    await page.getByText('The clocks go back on this day: 02:00 to 03:00 comes twice').waitFor();
    const dialog = await openForm(page);
    const [first, second] = day.offsets;
    const starts = await startsOffered(dialog);
    expect(starts).toHaveLength(100);
    expect(starts.filter((text) => text.startsWith('02:30'))).toEqual([
      `02:30 (UTC${first})`,
      `02:30 (UTC${second})`,
    ]);
    await dialog.getByLabel('From').selectOption({ label: `02:30 (UTC${second})` });
    await dialog.getByText('Nothing stands against it.').waitFor();
    await dialog.getByRole('button', { name: `Book 02:30 (UTC${second})–03:30` }).click();
    await stretch(row(page), `Yours, 02:30 (UTC${second}) to 03:30`).waitFor();
    await page.getByText(`02:30 (UTC${second})–03:30.`).waitFor();
    expect(await scene.bookingsOn(day.date)).toMatchObject([
      { start: after(day.midnight, 3.5), end: after(day.midnight, 4.5) },
    ]);

    // Ten in the morning is eleven hours after midnight; the drawing has room for all 25.
    await scene.book(scene.bela, after(day.midnight, 11), after(day.midnight, 12));
    await stretch(row(page), 'Booked by Béla, 10:00 to 11:00').waitFor();
    const mine = await stretch(row(page), /^Yours/).boundingBox();
    const morning = await stretch(row(page), /^Free 00:00/).boundingBox();
    expect((morning?.width ?? 0) / (mine?.width ?? 1)).toBeCloseTo(3.5, 1);
  },
);

it.each(shortDays)(
  'on the day of 23 hours in $zone, somebody in $viewer is offered no 02:30',
  async (day) => {
    const { scene, page } = await visit(day);
    await page.getByText(/The clocks go forward on this day: .*02:00 .* 03:00\./).waitFor();
    const dialog = await openForm(page);
    const starts = await startsOffered(dialog);
    expect(starts).toHaveLength(92);
    expect(starts.filter((text) => text.startsWith('02:'))).toEqual([]);
    await dialog.getByLabel('From').selectOption({ label: '01:30' });
    await dialog.getByText('Nothing stands against it.').waitFor();
    await dialog.getByRole('button', { name: 'Book 01:30–03:30' }).click();
    await stretch(row(page), 'Yours, 01:30 to 03:30').waitFor();
    expect(await scene.bookingsOn(day.date)).toMatchObject([
      { start: after(day.midnight, 1.5), end: after(day.midnight, 2.5) },
    ]);
    await scene.book(scene.bela, after(day.midnight, 9), after(day.midnight, 10));
    await stretch(row(page), 'Booked by Béla, 10:00 to 11:00').waitFor();
  },
);

it('lists and the machine’s page tell a booking in the workshop’s time too, wherever the viewer is', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  await scene.book(scene.anna, '2026-06-17T08:00:00.000Z', '2026-06-17T09:30:00.000Z');
  const { page } = await stage.visitor({ as: scene.anna, timezoneId: 'Asia/Kolkata' });
  for (const address of ['/', '/bookings', `/machines/${scene.machineId}/calendar?date=2026-06-17`]) {
    await page.goto(address);
    await page.getByText('Europe/Berlin').first().waitFor();
    await page
      .getByText(/10:00–11:30/)
      .or(page.getByRole('gridcell', { name: 'Yours, 10:00 to 11:30' }))
      .first()
      .waitFor();
  }
  await page.goto(`/machines/${scene.machineId}`);
  await page.getByText('Free until tomorrow 10:00.').waitFor();
});
