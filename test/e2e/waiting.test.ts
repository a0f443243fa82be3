import { expect, it } from 'vitest';
import { NO_BOOKING_RULES } from '../../shared/machines/bookingRules.ts';
import { idIn } from '../server/application.ts';
import { smallTargets, violations } from './inspect.ts';
import { setScene } from './scene.ts';
import { oneBrowser, openStage, PHONE } from './stage.ts';

const browser = oneBrowser();

it('one waits, another cancels: the slot is held for the first at once, in their browser, and they take it', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  await scene.book(scene.bela, '2026-06-17T10:00:00.000Z', '2026-06-17T11:00:00.000Z');

  // Refused, then in line.
  const anna = await stage.visitor({ as: scene.anna, viewport: PHONE });
  await anna.page.goto(`/machines/${scene.machineId}`);
  await anna.page.getByRole('button', { name: 'Book a time' }).click();
  const form = anna.page.getByRole('dialog', { name: 'Book Laser cutter' });
  await form.getByLabel('Day').fill('2026-06-17');
  await form.getByLabel('From').selectOption({ label: '12:00' });
  await form.getByText('This stands against it:').waitFor();
  await form.getByRole('button', { name: 'Wait for it' }).click();
  const wish = anna.page.getByRole('dialog', { name: 'Wait for Laser cutter' });
  await wish.getByText('Just Wed 17 Jun 12:00–13:00').waitFor();
  expect(await violations(anna.page)).toEqual([]);
  await wish.getByRole('button', { name: 'Wait for it' }).click();
  await anna.page.getByText('You are in line for Laser cutter.').waitFor();
  await anna.page.goto('/');
  const waits = anna.page.getByRole('region', { name: 'You wait for' });
  await waits.getByText('You are the first in line.').waitFor();

  // Another browser cancels; nothing is reloaded in the first.
  const bela = await stage.visitor({ as: scene.bela, viewport: PHONE });
  await bela.page.goto('/bookings');
  await bela.page.getByRole('button', { name: /^Laser cutter, tomorrow/ }).click();
  await bela.page.getByRole('button', { name: 'Cancel this booking' }).click();
  const held = anna.page.getByRole('region', { name: 'Held for you' });
  await held.getByText('tomorrow 12:00–13:00').waitFor();
  await held.getByText(/^Held until .*; then the next in line gets it\.$/).waitFor();
  expect(await violations(anna.page)).toEqual([]);
  expect(await smallTargets(anna.page)).toEqual([]);

  // Taken: it is theirs in both browsers.
  await held.getByRole('button', { name: /^Take it/ }).click();
  await anna.page.getByText('Laser cutter is yours, tomorrow 12:00–13:00.').waitFor();
  await held.waitFor({ state: 'detached' });
  await expect.poll(() => scene.bookingsOn('2026-06-17')).toHaveLength(1);
});

it('who was held a slot may say no, and it goes to the next in line', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const times = ['2026-06-17T10:00:00.000Z', '2026-06-17T11:00:00.000Z'] as const;
  const bookingId = await scene.book(scene.steward, ...times);
  const wish = { from: times[0], to: times[1], minutes: 60 };
  for (const who of [scene.anna, scene.bela])
    expect((await who.command(`/api/machines/${scene.machineId}/waiting`, wish)).status).toBe(201);
  const anna = await stage.visitor({ as: scene.anna });
  const bela = await stage.visitor({ as: scene.bela });
  await anna.page.goto('/');
  await bela.page.goto('/');
  await bela.page.getByText('1 before you.').waitFor();
  const steward = await stage.visitor({ as: scene.steward });
  await steward.page.goto('/bookings');
  await steward.page.getByRole('button', { name: /^Laser cutter, tomorrow/ }).click();
  await steward.page.getByRole('button', { name: 'Cancel this booking' }).click();
  await anna.page.getByRole('button', { name: /^No thanks/ }).click();
  await bela.page
    .getByRole('region', { name: 'Held for you' })
    .getByRole('button', { name: /^Take it/ })
    .waitFor();
  expect(bookingId).toBeTruthy();
});

it('a series tells which of its times can be booked, and books those', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  await scene.book(scene.bela, '2026-06-24T10:00:00.000Z', '2026-06-24T11:00:00.000Z');
  const { page } = await stage.visitor({ as: scene.anna, viewport: PHONE });
  await page.goto(`/machines/${scene.machineId}`);
  await page.getByRole('button', { name: 'Book a time' }).click();
  const form = page.getByRole('dialog', { name: 'Book Laser cutter' });
  await form.getByLabel('Day').fill('2026-06-17');
  await form.getByLabel('From').selectOption({ label: '12:00' });
  await form.getByLabel('Repeat it').check();
  await form.getByLabel('How often').fill('3');
  await form.getByText('2 of 3 can be booked.').waitFor();
  await form.getByRole('listitem').filter({ hasText: 'Wed 24 Jun 12:00–13:00, not possible' }).waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
  await form.getByRole('button', { name: 'Book these 2' }).click();
  await page.getByText('Laser cutter is yours 2 times.').waitFor();
  const booked = async () =>
    (await scene.bookingsOn('2026-06-17')).length + (await scene.bookingsOn('2026-07-01')).length;
  await expect.poll(booked).toBe(2);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Taken back.').waitFor();
  await expect.poll(booked).toBe(0);
});

it('who lacks a competence asks somebody competent to be there, who agrees on Today', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const path = `/api/workshops/${scene.workshopId}`;
  const competenceId = idIn(await scene.steward.command(`${path}/competences`, { name: 'Laser induction' }));
  const { memberId } = scene.steward;
  await scene.steward.command(`${path}/appointments`, { memberId, role: 'trainer', competenceId });
  idIn(await scene.steward.command(`${path}/people/${memberId}/competences`, { competenceId }));
  const bigLaser = await stage.application.registerMachine(scene.steward, scene.workshopId, {
    name: 'Big laser',
    requiredCompetences: [competenceId],
    rules: { ...NO_BOOKING_RULES, supervisedUse: true },
  });
  const anna = await stage.visitor({ as: scene.anna, viewport: PHONE });
  await anna.page.goto(`/machines/${bigLaser}`);
  await anna.page.getByRole('button', { name: 'Under the eyes of somebody competent' }).click();
  const form = anna.page.getByRole('dialog', { name: 'Book Big laser' });
  await form.getByLabel('Day').fill('2026-06-17');
  await form.getByLabel('Under the eyes of somebody competent').selectOption({ label: 'Stefania' });
  expect(await violations(anna.page)).toEqual([]);
  expect(await smallTargets(anna.page)).toEqual([]);
  await form.getByRole('button', { name: 'Ask them' }).click();
  await anna.page.getByText(/^Big laser, .*: asked for\. You hear when it is answered\.$/).waitFor();
  await anna.page.goto('/bookings');
  await anna.page.getByText(/^Waits for the agreement of whoever shall supervise, until/).waitFor();

  const steward = await stage.visitor({ as: scene.steward, viewport: PHONE });
  await steward.page.goto('/');
  const asked = steward.page.getByRole('region', { name: 'You are asked to supervise' });
  await asked.getByText('Anna would work under your eyes.').waitFor();
  expect(await violations(steward.page)).toEqual([]);
  await asked.getByRole('button', { name: /^Agree/ }).click();
  await steward.page.getByText('You supervise. They are told.').waitFor();
  await anna.page.getByText(/^Waits for the agreement/).waitFor({ state: 'detached' });
});

it('a steward reserves for a class, sees whom that hits, and everybody sees it in the timeline', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  await scene.book(scene.bela, '2026-06-17T16:30:00.000Z', '2026-06-17T17:00:00.000Z');
  const steward = await stage.visitor({ as: scene.steward });
  await steward.page.goto(scene.timeline('2026-06-17'));
  await steward.page.getByRole('button', { name: 'Reserve for the workshop' }).click();
  const form = steward.page.getByRole('dialog', { name: 'Reserve for Riverside Workshop' });
  await form.getByText('Laser cutter').click();
  await form.getByText('It hits 1 booking.').waitFor();
  await form.getByLabel('What for?').fill('A class');
  expect(await violations(steward.page)).toEqual([]);
  await form.getByRole('button', { name: 'Reserve', exact: true }).click();
  await steward.page.getByText('Reserved for the workshop.').waitFor();
  const anna = await stage.visitor({ as: scene.anna, viewport: PHONE });
  await anna.page.goto(`/machines/${scene.machineId}/calendar?date=2026-06-17`);
  await anna.page.getByText('Reserved: A class').waitFor();
  expect(await violations(anna.page)).toEqual([]);
});

it('a steward books what a rule stands against, with a reason that stays beside it', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage, {
    machine: { rules: { ...NO_BOOKING_RULES, maximumDurationMinutes: 30 } },
  });
  const { page } = await stage.visitor({ as: scene.steward, viewport: PHONE });
  await page.goto(`/machines/${scene.machineId}`);
  await page.getByRole('button', { name: 'Book a time' }).click();
  const form = page.getByRole('dialog', { name: 'Book Laser cutter' });
  await form.getByLabel('For whom').selectOption({ label: 'Anna' });
  await form.locator('summary').filter({ hasText: 'Book it all the same' }).click();
  await form.getByLabel('Why?').fill('Her vase needs an hour.');
  expect(await violations(page)).toEqual([]);
  await form.getByRole('button', { name: 'Book it all the same' }).click();
  await form.waitFor({ state: 'detached' });
  const anna = await stage.visitor({ as: scene.anna, viewport: PHONE });
  await anna.page.goto('/bookings');
  await anna.page.getByRole('button', { name: /^Laser cutter, today/ }).click();
  await anna.page.getByText('Set aside: It is too long “Her vase needs an hour.”').waitFor();
});
