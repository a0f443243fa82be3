import { expect, it } from 'vitest';
import type { DesignContent } from '../../shared/designs/content.ts';
import { designOf, line } from '../server/designs/library.ts';
import { publish } from './designScene.ts';
import { overflow, smallTargets, violations } from './inspect.ts';
import { setScene } from './scene.ts';
import { oneBrowser, openStage, PHONE } from './stage.ts';

const browser = oneBrowser();
const step = (id: string, title: string): DesignContent['steps'][number] => ({
  id,
  title,
  text: '',
  parts: [],
  tools: [],
  machines: ['laser'],
  competences: [],
  minutes: 30,
  pictures: [],
});
const content = designOf({
  title: 'Power Cube',
  parts: [
    line('frame', { name: 'Frame', source: 'make', tracked: true }),
    line('bolt', {
      name: 'Hexagon bolt',
      quantity: 24,
      price: { amount: 0.35, currency: 'EUR', on: '2026-03-01', supplier: 'Schraubenladen' },
    }),
    line('pump', { name: 'Gear pump' }),
  ],
  steps: [step('stp1', 'Weld the frame'), step('stp2', 'Bolt the pump on')],
});

it('a fabricator goes from a parts list to a machine that others can book, on a phone', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const { designId } = await publish(stage.application, scene.anna, content);
  const { page } = await stage.visitor({ as: scene.steward, viewport: PHONE, hasTouch: true });
  const isUsable = async () => {
    expect(await overflow(page)).toBe(0);
    expect(await smallTargets(page)).toEqual([]);
    expect(await violations(page)).toEqual([]);
  };

  // Builds are hidden until there is one; the design leads there.
  await page.goto(`/designs/${designId}`);
  expect(await page.getByRole('link', { name: 'Builds', exact: true }).count()).toBe(0);
  await page.getByRole('link', { name: 'Build it' }).click();
  await page.getByRole('heading', { level: 1, name: 'Build Power Cube' }).waitFor();
  await page.getByRole('heading', { name: '0 of 3 on the shelf here' }).waitFor();
  await isUsable();
  await page.getByRole('button', { name: 'Start the build' }).click();
  await page.getByText('Power Cube has begun.').waitFor();

  // From what is missing to where it could come from.
  await page.getByRole('link', { name: /^Frame .* more$/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Plan: Power Cube' }).waitFor();
  const bolt = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'Hexagon bolt' }) });
  await bolt.getByRole('button', { name: /^Choose €0.35 each for Hexagon bolt/ }).click();
  await bolt.getByText('Chosen: buy it').waitFor();
  await bolt.getByText('Other ways', { exact: false }).click();
  await bolt.getByRole('button', { name: /^Something else instead/ }).click();
  const instead = page.getByRole('dialog', { name: 'Instead of Hexagon bolt' });
  await instead.getByLabel('What it is').fill('Bolt 5/16 in');
  await instead.getByRole('button', { name: 'Write it down' }).click();
  await page.getByText('Bolt 5/16 in stands in for Hexagon bolt.').waitFor();
  await bolt.getByText('Met', { exact: true }).waitFor();
  await isUsable();

  // Others see it, and what it lacks.
  const bela = await stage.visitor({ as: scene.bela, viewport: PHONE });
  await bela.page.goto('/');
  await bela.page.getByRole('navigation').getByRole('link', { name: 'Builds', exact: true }).click();
  await bela.page.getByText('2 parts missing').waitFor();
  await bela.page.getByRole('button', { name: 'Join Power Cube' }).click();
  await bela.page.getByText('You are in: Power Cube.').waitFor();

  // The frame is made here, in a build of its own, by photograph; then no code is typed to put it in.
  const dialog = page.getByRole('dialog');
  await page.getByRole('link', { name: 'Make it here: Frame' }).first().click();
  await page.getByRole('button', { name: 'Start the build' }).click();
  await page.getByText('Frame has begun.').waitFor();
  const buffer = await page.screenshot({ type: 'jpeg' });
  await page
    .locator('input[capture][accept="image/*"]')
    .setInputFiles({ name: 'frame.jpg', mimeType: 'image/jpeg', buffer });
  await page.getByText('The photograph is in the log.').waitFor();
  await page.getByRole('button', { name: 'Use a machine' }).click();
  await dialog.getByRole('button', { name: 'Start', exact: true }).click();
  await page
    .getByText(/since \d/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: /^Stop/ }).first().click();
  await page.getByText('is free again.').waitFor();
  await page.getByRole('button', { name: 'Complete it' }).first().click();
  await dialog.getByRole('button', { name: 'It is done' }).click();
  await dialog.getByRole('link', { name: 'On with Power Cube' }).click();
  await page.getByRole('button', { name: 'Put in: Frame' }).click();
  await dialog.getByRole('button', { name: 'Fit it' }).click();
  await page.getByText('Frame is fitted.').waitFor();

  for (const step of ['Weld the frame', 'Bolt the pump on']) {
    await page.getByRole('heading', { level: 2, name: step }).waitFor();
    await page.getByRole('button', { name: 'Step done' }).click();
  }
  await page.getByText('All steps are done.').waitFor();
  await page.getByRole('button', { name: 'Complete it' }).first().click();
  await dialog.getByText('No test was written down').waitFor();
  await dialog.getByLabel('Number on its plate').fill('Riverside 1');
  await dialog.getByRole('button', { name: 'It is done' }).click();
  await dialog.getByText('Riverside 1').waitFor();
  await isUsable();
  await dialog.getByRole('button', { name: 'Put it into service' }).click();
  const service = page.getByRole('dialog', { name: /service/ });
  await service.getByLabel('Kind of machine').selectOption('other');
  await service.getByRole('button', { name: 'Put into service' }).click();
  await page.waitForURL(/\/machines\//);
  await bela.page.goto(new URL(page.url()).pathname);
  await bela.page.getByRole('heading', { level: 1, name: 'Power Cube' }).waitFor();
  await bela.page
    .getByRole('link', { name: /Book|calendar/i })
    .first()
    .waitFor();

  await page.getByRole('link', { name: /As a thing/ }).click();
  await page.getByRole('link', { name: 'Machine and booking' }).waitFor();

  await page.goto(`/designs/${designId}/built`);
  await page.getByText('Bolt 5/16 in instead of Hexagon bolt').waitFor();
});
