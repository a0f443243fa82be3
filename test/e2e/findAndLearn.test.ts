import { expect, it } from 'vitest';
import { inductionView } from '../../shared/competences/views.ts';
import { meView } from '../../shared/members/views.ts';
import { idIn, type Person } from '../server/application.ts';
import { overflow, smallTargets, violations } from './inspect.ts';
import { setScene } from './scene.ts';
import { oneBrowser, openStage, PHONE } from './stage.ts';

const browser = oneBrowser();
const HOURS = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '09:00', closes: '18:00' }));
const openingHours = { visitor: [], member: HOURS, host: HOURS, steward: HOURS, holidays: [] };
const phone = (as: Person) => ({ as, viewport: PHONE, hasTouch: true, isMobile: true });

it('books a found time in three taps, on a phone', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage, { workshop: { openingHours } });
  await scene.book(scene.bela, '2026-06-16T08:30:00.000Z', '2026-06-16T12:00:00.000Z');
  const { page } = await stage.visitor(phone(scene.anna));
  await page.goto('/find');
  const gap = page.getByRole('button', { name: '14:00, free until 18:00: Laser cutter' });
  await gap.waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await gap.click();
  await page.getByRole('dialog').getByText('2 h', { exact: true }).click();
  await page.getByRole('button', { name: 'Book 14:00–16:00' }).click();
  await page.getByText(/^Laser cutter is yours/).waitFor();
  const [own] = (await scene.bookingsOn('2026-06-16')).filter(({ start }) => start.includes('T12:00'));
  expect(own?.end).toBe('2026-06-16T14:00:00.000Z');
  await page.getByRole('button', { name: '16:00, free until 18:00: Laser cutter' }).waitFor();
});

it('leads from a machine that one may not use to an induction, to a place, and to the competence', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage, { workshop: { openingHours } });
  const { steward, anna, bela, workshopId } = scene;
  const of = (path: string) => `/api/workshops/${workshopId}${path}`;
  const competenceId = idIn(await steward.command(of('/competences'), { name: 'Lathe' }));
  idIn(
    await steward.command(of('/appointments'), { memberId: bela.memberId, role: 'trainer', competenceId }),
  );
  await stage.application.registerMachine(steward, workshopId, {
    name: 'Lathe',
    kind: 'lathe',
    requiredCompetences: [competenceId],
  });

  const trainer = await stage.visitor(phone(bela));
  await trainer.page.goto('/inductions');
  await trainer.page.getByRole('button', { name: 'Announce an induction' }).click();
  const form = trainer.page.getByRole('dialog');
  await form.getByLabel('Day').fill('2026-06-18');
  await form.getByLabel('Places').fill('1');
  expect(await violations(trainer.page)).toEqual([]);
  await form.getByRole('button', { name: 'Announce an induction' }).click();
  await trainer.page.getByText('Lathe is announced.').waitFor();

  const { page } = await stage.visitor(phone(anna));
  await page.goto('/find?kind=lathe');
  await page.getByText('Not for you, or not that week').click();
  await page.getByRole('link', { name: 'Lathe: Thu 18 Jun 18:00, 1 place left' }).click();
  await page.getByRole('button', { name: /^Take a place: Lathe/ }).click();
  await page.getByText('You have a place.', { exact: true }).waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);

  stage.advance(3 * 24 * 60);
  const later = await stage.visitor(phone(bela));
  await later.page.goto('/inductions');
  await later.page.getByText('Who comes (1)').click();
  await later.page.getByLabel('Anna came and can do it').check();
  expect(await violations(later.page)).toEqual([]);
  await later.page.getByRole('button', { name: 'Confirm who came' }).click();
  await later.page.getByText('1 person has it now.').waitFor();
  const held = async () => meView.parse((await anna.get('/api/me')).body).competences.map(({ name }) => name);
  await expect.poll(held, { timeout: 8000 }).toEqual(['Lathe']);
  const listed = await anna.get('/api/inductions');
  expect(inductionView.array().parse(Object(listed.body).inductions)).toEqual([]);
});

it('shows idle hours as a table of numbers that fits a phone', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage, { workshop: { openingHours } });
  await scene.book(scene.anna, '2026-06-17T08:00:00.000Z', '2026-06-17T09:30:00.000Z');
  stage.advance(7 * 24 * 60);
  const { page } = await stage.visitor(phone(scene.steward));
  await page.goto(`/workshops/${scene.workshopId}/idle`);
  await page.getByText('1 week', { exact: true }).click();
  const eleven = page.getByRole('row', { name: /^11/ });
  // Wednesday, from eleven: half of the hour was booked.
  await expect
    .poll(() => eleven.getByRole('cell').allTextContents(), { timeout: 8000 })
    .toEqual(['100', '100', '50', '100', '100', '100', '100']);
  expect(await violations(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
});
