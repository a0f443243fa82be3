import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { idIn, PASSWORD } from '../server/application.ts';
import { setScene } from './scene.ts';
import { oneBrowser, openStage } from './stage.ts';

const browser = oneBrowser();
const answer = (page: Page) => page.getByRole('region', { name: 'Can you use it now?' });
const stripes = (page: Page) =>
  answer(page)
    .locator('.sign')
    .evaluate((sign) => sign.ownerDocument.defaultView.getComputedStyle(sign).backgroundImage);

it('free: it says until when, and one press books from now', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  await scene.book(scene.bela, '2026-06-16T12:00:00.000Z', '2026-06-16T13:00:00.000Z');
  const { page } = await stage.visitor({ as: scene.anna });
  await page.goto(`/machines/${scene.machineId}`);
  await answer(page).getByText('Free until 14:00.').waitFor();
  expect(await stripes(page)).toBe('none');
  await answer(page).getByRole('button', { name: 'Book a time' }).click();
  const form = page.getByRole('dialog', { name: 'Book Laser cutter' });
  await form.getByRole('button', { name: /^Book 10:\d\d–11:\d\d$/ }).click();
  await page.getByText(/Laser cutter is yours, Tue 16 Jun 10:\d\d–11:\d\d\./).waitFor();
});

it('taken: it says when it is free, and books from then; its holder reads until when it is theirs', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  await scene.book(scene.bela, '2026-06-16T08:30:00.000Z', '2026-06-16T09:30:00.000Z');
  stage.advance(45);
  const { page } = await stage.visitor({ as: scene.anna });
  await page.goto(`/machines/${scene.machineId}`);
  await answer(page).getByText('In use. Free at 11:30.').waitFor();
  await answer(page).getByRole('button', { name: 'Book from 11:30' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Book 11:30–12:30' }).waitFor();
  const belas = await stage.visitor({ as: scene.bela });
  await belas.page.goto(`/machines/${scene.machineId}`);
  await answer(belas.page).getByText('Yours until 11:30.').waitFor();
});

it('out of order: the word, the reason, when it is back, and hazard stripes', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const reply = await scene.steward.command(`/api/machines/${scene.machineId}/outages`, {
    reason: 'The lens is cracked.',
    end: '2026-06-19T16:00:00.000Z',
  });
  idIn(reply);
  const { page } = await stage.visitor({ as: scene.anna });
  await page.goto(`/machines/${scene.machineId}`);
  await answer(page)
    .getByText(/^Out of order: The lens is cracked\. Back .*18:00\.$/)
    .waitFor();
  expect(await stripes(page)).toMatch(/repeating-linear-gradient/);
  await page.getByRole('region', { name: 'Its story' }).getByText('“The lens is cracked.”').waitFor();
});

it('without its competence: it says which one, and books nothing', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const path = `/api/workshops/${scene.workshopId}/competences`;
  const competenceId = idIn(await scene.steward.command(path, { name: 'Laser induction' }));
  const laser = await stage.application.registerMachine(scene.steward, scene.workshopId, {
    name: 'Big laser',
    requiredCompetences: [competenceId],
  });
  const { page } = await stage.visitor({ as: scene.anna });
  await page.goto(`/machines/${laser}`);
  await answer(page).getByText('Laser induction').waitFor();
  expect(await answer(page).getByRole('button', { name: 'Book a time' }).count()).toBe(0);
});

it('a label opens the machine without an account, and signing in returns there', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage, { machine: { dangers: ['laserLight', 'fumes'] } });
  const { body } = await scene.anna.get(`/api/machines/${scene.machineId}`);
  const { labelCode } = body as { labelCode: string };
  const { page } = await stage.visitor();
  await page.goto(`/m/${labelCode.toLowerCase()}`);
  await answer(page).getByText('Free now. Sign in and it tells whether you may use it.').waitFor();
  await page.getByText('Laser light').waitFor();
  await answer(page).getByRole('link', { name: 'Sign in to book' }).click();
  await page.getByLabel('E-mail address').fill(scene.anna.email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { name: 'Laser cutter' }).waitFor();
  await answer(page).getByRole('button', { name: 'Book a time' }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/m(achines)?\//);
});

it('a label that no machine has is said so, with a way to type it again', async () => {
  const stage = await openStage(browser());
  await setScene(stage);
  const { page } = await stage.visitor();
  await page.goto('/m/ZZZZ');
  await page.getByRole('heading', { name: 'Nothing has this label' }).waitFor();
  await page.getByRole('link', { name: 'Type it again' }).click();
  await page.getByLabel('Code on the label').waitFor();
});
