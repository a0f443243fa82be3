import { expect, it } from 'vitest';
import { machineView } from '../../shared/machines/views.ts';
import { idIn } from '../server/application.ts';
import { overflow, smallTargets, violations } from './inspect.ts';
import { setScene } from './scene.ts';
import { oneBrowser, openStage, PHONE } from './stage.ts';

const browser = oneBrowser();
const ON_A_PHONE = { viewport: PHONE, hasTouch: true, isMobile: true } as const;

it('somebody new scans a label, makes an account, joins, learns the machine, uses it, and stops', async () => {
  const stage = await openStage(browser());
  const { steward, bela, workshopId } = await setScene(stage);
  const of = (path: string) => `/api/workshops/${workshopId}${path}`;
  const competenceId = idIn(await steward.command(of('/competences'), { name: 'Lathe' }));
  const office = { memberId: bela.memberId, role: 'trainer', competenceId };
  idIn(await steward.command(of('/appointments'), office));
  const machineId = await stage.application.registerMachine(steward, workshopId, {
    name: 'Big lathe',
    kind: 'lathe',
    dangers: ['rotating'],
    requiredCompetences: [competenceId],
  });
  const { labelCode } = machineView.parse((await steward.get(`/api/machines/${machineId}`)).body);
  const trainer = await stage.visitor({ ...ON_A_PHONE, as: bela });
  await trainer.page.goto('/inductions');
  await trainer.page.getByRole('button', { name: 'Announce an induction' }).click();
  const form = trainer.page.getByRole('dialog');
  await form.getByLabel('Day').fill('2026-06-16');
  await form.getByRole('button', { name: 'Announce an induction' }).click();
  await trainer.page.getByText('Lathe is announced.').waitFor();

  const { page } = await stage.visitor(ON_A_PHONE);
  await page.goto(`/m/${labelCode}`);
  await page.getByRole('link', { name: 'Sign in to book' }).click();
  await page.getByRole('button', { name: 'Create an account' }).click();
  await page.getByLabel('Your name').fill('Nora');
  await page.getByLabel('E-mail address').fill('nora@example.org');
  await page.getByLabel('Password').fill('a long enough password');
  await page.getByRole('button', { name: 'Create the account' }).click();

  const answer = page.getByRole('region', { name: 'Can you use it now?' });
  await answer.getByText(/^Only members of this workshop can book here\./).waitFor();
  expect([...(await violations(page)), ...(await smallTargets(page))]).toEqual([]);
  await answer.getByRole('link', { name: 'Join Riverside Workshop' }).click();
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await answer.getByText('It needs the induction for “Lathe”.').waitFor();
  await answer.getByRole('link', { name: 'Lathe: Tue 16 Jun 18:00, 3 places left' }).waitFor();
  expect(await overflow(page)).toBe(0);
  await answer.getByRole('link', { name: 'Take the induction' }).click();
  await page.getByRole('button', { name: /^Take a place: Lathe/ }).click();
  await page.getByText('You have a place.', { exact: true }).waitFor();

  stage.advance(8 * 60 + 15);
  const afterwards = await stage.visitor({ ...ON_A_PHONE, as: bela });
  await afterwards.page.goto('/inductions');
  await afterwards.page.getByText('Who comes (1)').click();
  await afterwards.page.getByLabel('Nora came and can do it').check();
  await afterwards.page.getByRole('button', { name: 'Confirm who came' }).click();
  await afterwards.page.getByText('1 person has it now.').waitFor();

  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`)[0] ?? '';
  const noras = await stage.visitor({ ...ON_A_PHONE, as: { credentials: { cookie } } });
  await noras.page.goto(`/m/${labelCode}`);
  await noras.page.getByRole('button', { name: 'Start', exact: true }).click();
  const start = noras.page.getByRole('dialog', { name: 'Start Big lathe' });
  await start.getByText('30 min').click();
  await start.getByRole('button', { name: 'Start' }).click();
  const session = noras.page.getByRole('region', { name: 'In use' });
  await session.getByRole('timer').waitFor();
  expect([...(await violations(noras.page)), ...(await smallTargets(noras.page))]).toEqual([]);
  await session.getByRole('button', { name: 'Stop', exact: true }).click();
  await noras.page.getByText('Big lathe is free again.').waitFor();
});
