import { expect, it } from 'vitest';
import { setScene } from './scene.ts';
import { oneBrowser, openStage } from './stage.ts';
import { rowOf, stretch } from './timelineHands.ts';

const browser = oneBrowser();
const WITHIN_MILLISECONDS = 1_000;
const TRIES = 5;

it('a booking made in one browser appears in another in under a second, without reload', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const [annas, belas] = [await stage.visitor({ as: scene.anna }), await stage.visitor({ as: scene.bela })];
  await Promise.all([annas, belas].map(({ page }) => page.goto(scene.timeline('2026-06-17'))));
  for (const { page } of [annas, belas])
    await stretch(rowOf(page, 'Laser cutter'), /^Free 00:00 to/).waitFor();

  // The best of several: whatever else this computer does at the moment is not measured.
  let best = Number.POSITIVE_INFINITY;
  for (let hour = 10; hour < 10 + TRIES && best >= WITHIN_MILLISECONDS; hour++) {
    // Anna's page books, as its forms do, and what it takes to show it to Béla is timed.
    const times = [`2026-06-17T${hour}:00:00+02:00`, `2026-06-17T${hour + 1}:00:00+02:00`];
    const seen = stretch(rowOf(belas.page, 'Laser cutter'), `Booked by Anna, ${hour}:00 to ${hour + 1}:00`)
      .waitFor()
      .then(() => performance.now());
    const status = await annas.page.evaluate(`fetch('/api/machines/${scene.machineId}/bookings', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({ start: '${times[0]}', end: '${times[1]}' }),
    }).then((reply) => reply.status)`);
    const booked = performance.now();
    expect(status).toBe(201);
    best = Math.min(best, (await seen) - booked);
  }
  expect(best).toBeLessThan(WITHIN_MILLISECONDS);
});
