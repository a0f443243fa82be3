import { expect, it } from 'vitest';
import { NO_BOOKING_RULES } from '../../shared/machines/bookingRules.ts';
import { machineView } from '../../shared/machines/views.ts';
import { PASSWORD } from '../server/application.ts';
import { overflow, settled, smallTargets, violations } from './inspect.ts';
import { setScene } from './scene.ts';
import { oneBrowser, openStage, PHONE } from './stage.ts';

const browser = oneBrowser();
/** Height of the phone's bar. */
const BAR = 62;

it('from the label on a machine to the finished job, on a phone', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage, {
    machine: {
      dangers: ['laserLight', 'fumes'],
      protection: ['eyes'],
      emergencyStop: 'Red button left of the lid',
      meters: [{ name: 'Tube', unit: 'h' }],
    },
  });
  const { labelCode } = machineView.parse((await scene.steward.get(`/api/machines/${scene.machineId}`)).body);
  await scene.book(scene.bela, '2026-06-16T10:00:00.000Z', '2026-06-16T11:00:00.000Z');

  // Signed out: free or not, what can hurt, a way to report a fault.
  const { page } = await stage.visitor({ viewport: PHONE, hasTouch: true, isMobile: true });
  await page.goto(`/m/${labelCode}`);
  await page.getByText('Free now. Sign in and it tells whether you may use it.').waitFor();
  await page.getByText('Laser light').first().waitFor();
  const report = page.getByRole('link', { name: 'Report a fault' });
  await settled(page);
  const box = await report.boundingBox();
  expect((box?.y ?? Number.POSITIVE_INFINITY) + (box?.height ?? 0)).toBeLessThan(PHONE.height - BAR);
  await page.getByRole('link', { name: 'Sign in to book' }).click();
  await page.getByLabel('E-mail address').fill(scene.anna.email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();

  // Start, under the safety card.
  const answer = page.getByRole('region', { name: 'Can you use it now?' });
  await answer.getByText('Free until 12:00.').waitFor();
  await answer.getByText('Red button left of the lid').waitFor();
  const start = answer.getByRole('button', { name: 'Start' });
  await settled(page);
  const startBox = await start.boundingBox();
  expect((startBox?.y ?? Number.POSITIVE_INFINITY) + (startBox?.height ?? 0)).toBeLessThan(
    PHONE.height - BAR,
  );
  await start.click();
  const form = page.getByRole('dialog', { name: 'Start Laser cutter' });
  await form.getByText('30 min').click();
  expect(await violations(page)).toEqual([]);
  await form.getByRole('button', { name: 'Start' }).click();

  // In use: the time left, who is next, longer as far as the rules allow.
  const session = page.getByRole('region', { name: 'In use' });
  await session.getByText('Next: Béla, 12:00').waitFor();
  await session
    .getByRole('timer')
    .getByText(/^(29:\d\d|30:00)$/)
    .waitFor();
  // All of it in sight, and a fault can be told; what was read before Start is folded away.
  await settled(page);
  for (const needed of [session.getByRole('button', { name: 'Stop', exact: true }), report]) {
    const place = await needed.boundingBox();
    expect((place?.y ?? Number.POSITIVE_INFINITY) + (place?.height ?? 0)).toBeLessThan(PHONE.height - BAR);
  }
  expect(await page.getByText('Before you start').count()).toBe(0);
  await session.getByText('Dangers and emergency stop').click();
  await session.getByText('Red button left of the lid').waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await session.getByRole('button', { name: /^\+60 min, until 11:\d\d$/ }).click();
  await session
    .getByRole('timer')
    .getByText(/^1:(29:\d\d|30:00)$/)
    .waitFor();
  await session.getByRole('button', { name: /^\+15 min/ }).waitFor();
  expect(await session.getByRole('button', { name: /^\+60 min/ }).count()).toBe(0);

  // Stop, with what the meter shows and a note.
  await session.getByText('Meter and note').click();
  await session.getByLabel('Tube (h)').fill('102,5');
  await session.getByLabel('Anything to tell?').fill('The lens was dirty.');
  await session.getByRole('button', { name: 'Stop', exact: true }).click();
  await page.getByText('Laser cutter is free again.').waitFor();
  await answer.getByText('Free until 12:00.').waitFor();
  const story = page.getByRole('region', { name: 'Its story' });
  await story.getByText('Anna stopped it.').waitFor();
  await story.getByText('“The lens was dirty.”').waitFor();
});

it('a booking is started from Today, and stopped there in one tap', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage, { machine: { dangers: ['hot'] } });
  await scene.book(scene.anna, '2026-06-16T08:00:30.000Z', '2026-06-16T09:00:00.000Z').catch(() => undefined);
  await scene.book(scene.anna, '2026-06-16T08:10:00.000Z', '2026-06-16T09:00:00.000Z').catch(() => undefined);
  const { page } = await stage.visitor({ as: scene.anna, viewport: PHONE });
  await page.goto('/');
  await page.getByRole('button', { name: 'Start: Laser cutter' }).click();
  const form = page.getByRole('dialog', { name: 'Start Laser cutter' });
  await form.getByText('Hot').waitFor();
  await form.getByRole('button', { name: 'Start' }).click();
  const session = page.getByRole('region', { name: 'In use' });
  await session.getByRole('timer').waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
  await session.getByRole('button', { name: 'Stop', exact: true }).click();
  await page.getByText('Laser cutter is free again.').waitFor();
});

it('a forgotten stop is asked about on Today, and whoever is next may end it at the machine', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const started = await scene.anna.command(`/api/machines/${scene.machineId}/use/start`, {
    until: '2026-06-16T08:30:00.000Z',
  });
  expect(started.status).toBe(201);
  await scene.book(scene.bela, '2026-06-16T08:45:00.000Z', '2026-06-16T09:45:00.000Z');
  stage.advance(50);
  const annas = await stage.visitor({ as: scene.anna, viewport: PHONE });
  await annas.page.goto('/');
  await annas.page.getByText('Are you still at it? Your time is over.').waitFor();
  await annas.page.getByRole('button', { name: 'I stopped at 10:30' }).waitFor();
  const belas = await stage.visitor({ as: scene.bela, viewport: PHONE });
  await belas.page.goto(`/machines/${scene.machineId}`);
  await belas.page.getByRole('button', { name: 'Nobody is there: end their session' }).click();
  await belas.page.getByText('The session has ended.').waitFor();
  await belas.page.getByRole('button', { name: 'Start', exact: true }).waitFor();
  await annas.page.getByText('Are you still at it? Your time is over.').waitFor({ state: 'detached' });
});

it('a machine that is never used alone asks whether somebody is in the room, and is handed over while it runs', async () => {
  const stage = await openStage(browser());
  const { steward, workshopId } = await stage.application.found();
  const anna = await stage.application.person('Anna');
  await stage.application.join(anna, workshopId);
  const machineId = await stage.application.registerMachine(steward, workshopId, {
    name: 'Welder',
    kind: 'welder',
    rules: { ...NO_BOOKING_RULES, neverAlone: true },
  });
  const { page } = await stage.visitor({ as: anna, viewport: PHONE });
  await page.goto(`/machines/${machineId}`);
  await page
    .getByRole('region', { name: 'Can you use it now?' })
    .getByRole('button', { name: 'Start' })
    .click();
  const form = page.getByRole('dialog', { name: 'Start Welder' });
  await form.getByRole('button', { name: 'Start' }).click();
  await form
    .getByRole('alert')
    .getByText('It is never used alone: somebody else has to be in the room.')
    .waitFor();
  await form.getByLabel('Somebody else is in the room').check();
  await form.getByRole('button', { name: 'Start' }).click();
  const session = page.getByRole('region', { name: 'In use' });
  await session.getByRole('button', { name: 'Hand over' }).click();
  const hand = page.getByRole('dialog', { name: 'Hand over: Welder' });
  await hand.getByLabel('To whom').selectOption({ label: 'Stefania' });
  expect(await violations(page)).toEqual([]);
  await hand.getByRole('button', { name: 'Hand over' }).click();
  await page.getByText('It is in the hands of Stefania now.').waitFor();
  await page.getByText(/^In use\. Free at/).waitFor();
});
