import { expect, it } from 'vitest';
import { setDesignScene } from './designScene.ts';
import { overflow, smallTargets, violations } from './inspect.ts';
import { oneBrowser, openStage, PHONE } from './stage.ts';

const browser = oneBrowser();

it('a fabricator goes from a parts list to a machine that others can book, on a phone', async () => {
  const stage = await openStage(browser());
  const scene = await setDesignScene(stage);
  const { page } = await stage.visitor({ as: scene.steward, viewport: PHONE, hasTouch: true });
  const isUsable = async () => {
    expect(await overflow(page)).toBe(0);
    expect(await smallTargets(page)).toEqual([]);
    expect(await violations(page)).toEqual([]);
  };

  // Builds are hidden until there is one; the design leads there.
  await page.goto(`/designs/${scene.cube.designId}`);
  expect(await page.getByRole('link', { name: 'Builds', exact: true }).count()).toBe(0);
  await page.getByRole('link', { name: 'Build it' }).click();
  await page.getByRole('heading', { level: 1, name: 'Build Power Cube' }).waitFor();
  await page.getByRole('heading', { name: '0 of 3 on the shelf here' }).waitFor();
  await isUsable();
  await page.getByRole('button', { name: 'Start the build' }).click();
  await page.getByText('Power Cube has begun.').waitFor();
  const buildAddress = new URL(page.url()).pathname;

  await page.getByRole('link', { name: 'Plan: what is where' }).click();
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

  await page.goto(buildAddress);
  await page.getByRole('button', { name: 'Complete it' }).click();
  const dialog = page.getByRole('dialog');
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
  const machine = new URL(page.url()).pathname;
  await bela.page.goto(machine);
  await bela.page.getByRole('heading', { level: 1, name: 'Power Cube' }).waitFor();
  await bela.page
    .getByRole('link', { name: /Book|calendar/i })
    .first()
    .waitFor();

  await page.goto(`/designs/${scene.cube.designId}/built`);
  await page.getByText('Bolt 5/16 in instead of Hexagon bolt').waitFor();
});
