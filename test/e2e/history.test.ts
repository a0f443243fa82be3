import { mkdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { partLinesFrom } from '../../shared/assemblies/partLines.ts';
import { buildView } from '../../shared/builds/views.ts';
import type { DesignContent } from '../../shared/designs/content.ts';
import { thing } from '../client/workbench/aMachine.ts';
import { idIn } from '../server/application.ts';
import { designOf } from '../server/designs/library.ts';
import { publish } from './designScene.ts';
import { overflow, smallTargets, violations } from './inspect.ts';
import { setScene } from './scene.ts';
import { oneBrowser, openStage, PHONE, type Stage } from './stage.ts';

const browser = oneBrowser();
/** Where pictures are wanted, to be looked at. */
const { HISTORY_PICTURES: pictures } = process.env;

/** Four tubes and a cylinder on them. */
function press(...more: string[]): DesignContent {
  const tube = (id: string, y: number, z: number) =>
    thing(id, 'frame-tube', [0, y, z], { name: 'Rail', parameters: { length: 700 }, step: 'lay0' });
  const content = designOf({
    title: 'CEB press',
    instances: [
      ...[tube('low0', 0, 0), tube('low1', 400, 0), tube('top0', 0, 500), tube('top1', 400, 500)],
      ...more.map((id) => tube(id, 200, 500)),
      thing('cyl0', 'hydraulic-cylinder', [150, 200, 250], { name: 'Cylinder', step: 'cyl0' }),
    ],
    steps: [],
  });
  return { ...content, parts: partLinesFrom(content, { designOf: () => null }) };
}

/** A press whose cylinder came out of a loader and is in its third machine; a repair takes it out, and it gets a rail more. */
async function built(stage: Stage) {
  const { steward, anna, workshopId } = await setScene(stage);
  const content = press();
  const of = await publish(stage.application, steward, content, { workshopId });
  const lineOf = (name: RegExp) => content.parts.find((line) => line.parent === null && name.test(line.name));
  const [rail, cylinderLine] = [lineOf(/tube|rail/i)?.id, lineOf(/cylinder/i)?.id];
  const act = async (path: string, body: object = {}) => {
    stage.advance(90);
    return idIn(await steward.command(path, body));
  };
  const receive = (name: string) => act('/api/things', { workshopId, description: { name }, how: 'given' });
  const [loader, splitter] = [await receive('Loader 7'), await receive('Log splitter')];
  const cylinder = await act(`/api/things/${loader}/recover-from`, { description: { name: 'Cylinder' } });
  await act(`/api/things/${cylinder}/fit`, { into: splitter });
  await act(`/api/things/${cylinder}/take-out`);
  const buildId = await act('/api/builds', { workshopId, of, things: 1, name: 'Press No. 1' });
  const view = buildView.parse((await steward.get(`/api/builds/${buildId}`)).body);
  const pressId = view.thingList[0]?.itemId ?? '';
  for (const quantity of [1, 2])
    await act(`/api/builds/${buildId}/meetings`, { line: rail, quantity, how: 'new' });
  await act(`/api/things/${cylinder}/fit`, { into: pressId, line: cylinderLine, buildId });
  await act(`/api/builds/${buildId}/complete`);
  const repair = { workshopId, kind: 'repair', subjectId: pressId, name: 'A new seal' };
  const repairId = await act('/api/builds', repair);
  await act(`/api/things/${cylinder}/take-out`, { buildId: repairId });
  const next = await publish(stage.application, steward, press('mid0'), { ...of, revision: 2, workshopId });
  await act(`/api/things/${pressId}/modify`, { of: next });
  return { anna, pressId, buildId, cylinder };
}

const shot = async (page: Page, name: string) => {
  if (!pictures) return;
  await mkdir(pictures, { recursive: true });
  await page.waitForTimeout(400);
  await page.screenshot({ path: `${pictures}/${name}.png` });
};

it('a press is seen as it was: rails come, a cylinder in its third machine, and a repair takes it out', async () => {
  const stage = await openStage(browser());
  const { anna, pressId, buildId, cylinder } = await built(stage);
  const { page, mayComplain } = await stage.visitor({ as: anna, viewport: PHONE });
  // Pictures of the page read what the graphics drew.
  mayComplain(/GL Driver Message/);
  await page.goto(`/things/${pressId}`);
  await page.getByRole('button', { name: 'Go through its history' }).click();
  const slider = page.getByRole('slider', { name: 'Moment' });
  await slider.waitFor();
  const parts = page.getByRole('region', { name: 'What is in it now' });
  await page.locator('.history-seen canvas').waitFor();
  await page.getByText('Getting ready to draw').waitFor({ state: 'detached' });
  const told = () => slider.getAttribute('aria-valuetext');
  const row = (name: RegExp) => parts.getByRole('button', { name }).first().textContent();
  const until = async (text: RegExp) => {
    for (let tries = 0; tries < 40; tries += 1) {
      const before = (await told()) ?? '';
      if (text.test(before)) return;
      await slider.press('ArrowLeft');
      await expect.poll(told).not.toBe(before);
    }
    throw new Error(`It never says ${text}.`);
  };
  await shot(page, 'phone-end');
  await page.getByText('Shown as it was then: CEB press, revision 2').waitFor();
  await expect.poll(() => row(/tube|rail/i)).toContain('of 5');
  await until(/Taken out: Cylinder/);
  await page.getByText('Shown as it was then: CEB press, revision 1').waitFor();
  await expect.poll(() => row(/^(Hydraulic )?cylinder/i)).toContain('taken out');
  await until(/Fitted: Cylinder \(recovered, in its third machine\)/);
  await expect.poll(() => row(/^(Hydraulic )?cylinder/i)).toContain('recovered');
  await slider.evaluate((element) => element.closest('.history-seen')?.scrollIntoView());
  await shot(page, 'phone-fitted');
  await expect.poll(() => row(/tube|rail/i)).toContain('3 of 4');
  await page.getByRole('radio', { name: 'How many machines they have been in' }).check({ force: true });
  await expect.poll(() => row(/^(Hydraulic )?cylinder/i)).toContain('third machine');
  await shot(page, 'phone-lives');
  await parts
    .getByRole('button', { name: /cylinder/i })
    .first()
    .click();
  const link = page.getByRole('link', { name: 'The story of Cylinder' });
  expect(await link.getAttribute('href')).toBe(`/things/${cylinder}`);
  await shot(page, 'phone-chosen');
  expect(await violations(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 900 });
  await slider.evaluate((element) => element.closest('.history-seen')?.scrollIntoView());
  await shot(page, 'wide');

  await page.goto(`/builds/${buildId}`);
  await page.getByRole('button', { name: 'Go through its history' }).click();
  await slider.press('Home');
  await expect.poll(told).toContain('The build was started.');
  await page.locator('.history-seen canvas').waitFor();
  await page.getByText('Getting ready to draw').waitFor({ state: 'detached' });
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) await slider.press(key);
  await page.getByRole('button', { name: 'Play' }).click();
  await expect.poll(told).toContain('It was finished.');
  await slider.evaluate((element) => element.closest('.history-seen')?.scrollIntoView());
  await shot(page, 'wide-build');
});
