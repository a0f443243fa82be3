import type { Page, Route } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { type RunningApplication, startApplication } from '../server/application.ts';
import { caller } from '../server/caller.ts';
import { startServerProcess } from '../serverProcess.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { oneBrowser, type Visitor, visitor } from './stage.ts';
import { dragWithin, rowOf, stretch } from './timelineHands.ts';

const browser = oneBrowser();
const ZONE = 'Europe/Berlin';
const NEXT_DAY = dayOfTwentyFourHours();
/** Of a day of 24 hours. */
const hours = (count: number) => count / 24;
const bookingList = z.object({ bookings: z.array(z.object({ bookingId: z.string(), start: z.string() })) });

it('two people book the same slot at the same moment: one wins, both see it live, and a crash undoes nothing', async () => {
  const dataDir = await temporaryFolder();
  const { anna, bela, workshopId, machineId } = await people(dataDir);
  let server = await startServerProcess({ DATA_DIR: dataDir });
  onTestFinished(() => server.kill());
  const port = new URL(server.origin).port;
  const annas = await visitor(browser(), server.origin, { as: anna });
  const belas = await visitor(browser(), server.origin, { as: bela });
  const both = [annas, belas];

  // Both have the same timeline before them, and draw the same hour.
  const address = `/workshops/${workshopId}/timeline?date=${NEXT_DAY}`;
  await Promise.all(both.map(({ page }) => page.goto(address)));
  const lane = (page: Page) => rowOf(page, 'Laser cutter');
  for (const { page } of both) {
    await dragWithin(page, stretch(lane(page), /^Free 00:00 to/), hours(14.1), hours(14.95));
    await page.getByRole('status').filter({ hasText: 'Nothing stands against it' }).waitFor();
  }
  await together(both);
  await Promise.all(both.map(({ page }) => page.mouse.up()));

  // One has it. The other reads why not, where the finger was, and the nearest slot is the main button.
  const refusal = (page: Page) => page.getByRole('alertdialog', { name: 'What stands against it' });
  const won = ({ page }: Visitor) => stretch(lane(page), 'Yours, 14:00 to 15:00').waitFor();
  const lost = ({ page }: Visitor) => refusal(page).waitFor();
  const [winner, loser] = await Promise.race(
    [both, both.toReversed()].map(async ([first, second]) => {
      if (!first || !second) throw new Error('there are two');
      await Promise.all([won(first), lost(second)]);
      return [first, second] as const;
    }),
  );
  const winnersName = winner === annas ? 'Anna' : 'Béla';
  const losersName = winner === annas ? 'Béla' : 'Anna';
  const reasons = await refusal(loser.page).getByRole('listitem').allTextContents();
  expect(reasons).toEqual([expect.stringMatching(/^It is already booked from 14:00 to 15:00 on .*\.$/)]);
  const instead = refusal(loser.page).getByRole('button', { name: /^Book .* instead$/ });
  expect(await instead.getAttribute('data-kind')).toBe('main');
  const taken = await stretch(lane(loser.page), `Booked by ${winnersName}, 14:00 to 15:00`).boundingBox();
  const told = await refusal(loser.page).boundingBox();
  if (!taken || !told) throw new Error('they are in sight');
  expect(Math.abs(told.x - taken.x)).toBeLessThan(320);
  expect(
    Math.min(Math.abs(told.y - taken.y - taken.height), Math.abs(told.y + told.height - taken.y)),
  ).toBeLessThan(40);

  // A tap takes it, and each sees both bookings without loading anything anew.
  const [, slot] = /(\d\d:\d\d–\d\d:\d\d) instead/.exec((await instead.textContent()) ?? '') ?? [];
  expect(['13:00–14:00', '15:00–16:00']).toContain(slot);
  const heard = slot?.replace('–', ' to ');
  await instead.click();
  const bothAreSeen = () =>
    Promise.all([
      stretch(lane(winner.page), 'Yours, 14:00 to 15:00').waitFor(),
      stretch(lane(winner.page), `Booked by ${losersName}, ${heard}`).waitFor(),
      stretch(lane(loser.page), `Yours, ${heard}`).waitFor(),
      stretch(lane(loser.page), `Booked by ${winnersName}, 14:00 to 15:00`).waitFor(),
    ]);
  await bothAreSeen();

  // The server dies at once and starts again on its folder: everything is there.
  for (const each of both)
    each.mayComplain(/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/);
  await server.kill();
  server = await startServerProcess({ DATA_DIR: dataDir, PORT: port });
  await bothAreSeen();
  const own = async (person: typeof anna) =>
    bookingList.parse(
      (await caller(server.base, server.origin, person.credentials).get('/api/me/bookings')).body,
    );
  expect((await own(anna)).bookings).toHaveLength(1);
  expect((await own(bela)).bookings).toHaveLength(1);

  // The pages found their way back by themselves: what happens now shows in both.
  const third = caller(server.base, server.origin, anna.credentials);
  const start = new Date(Date.parse((await own(anna)).bookings[0]?.start ?? '') + 4 * 3_600_000);
  const end = new Date(start.getTime() + 3_600_000);
  const placed = await third.command(`/api/machines/${machineId}/bookings`, { start, end });
  expect(placed.status).toBe(201);
  await stretch(lane(annas.page), /^Yours, 1[789]:00/).waitFor();
  await stretch(lane(belas.page), /^Booked by Anna, 1[789]:00/).waitFor();
  await bothAreSeen();
});

/** The next day of the workshop that has as many hours as most, all of them ahead. */
function dayOfTwentyFourHours(): string {
  const today = Temporal.Now.plainDateISO(ZONE);
  const days = [1, 2].map((ahead) => today.add({ days: ahead }));
  return String(days.find((day) => day.toZonedDateTime(ZONE).hoursInDay === 24));
}

/** A workshop with one machine and two members, in a data folder that nobody holds open. */
async function people(dataDir: string) {
  const application: RunningApplication = await startApplication({ dataDir });
  try {
    const { steward, workshopId } = await application.found();
    const machineId = await application.registerMachine(steward, workshopId);
    const anna = await application.person('Anna');
    const bela = await application.person('Béla');
    for (const person of [anna, bela]) await application.join(person, workshopId);
    return { anna, bela, workshopId, machineId };
  } finally {
    await application.close();
  }
}

/** Holds each one's booking on its way until both are under way, and lets them go in one breath. */
async function together(visitors: readonly Visitor[]): Promise<void> {
  const held: Route[] = [];
  for (const { page } of visitors) {
    await page.route(/\/bookings$/, async (route) => {
      if (route.request().method() !== 'POST' || held.length === visitors.length) return route.continue();
      held.push(route);
      if (held.length === visitors.length) await Promise.all(held.map((each) => each.continue()));
    });
  }
}
