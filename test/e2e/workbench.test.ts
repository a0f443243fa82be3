import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { type Mate, NO_OFFSET } from '../../shared/assemblies/instances.ts';
import { type DraftContent, EMPTY_CONTENT } from '../../shared/designs/content.ts';
import { revisionView } from '../../shared/designs/designViews.ts';
import { changesBetween } from '../../shared/designs/differences.ts';
import { draftView } from '../../shared/designs/draftViews.ts';
import { thing } from '../client/workbench/aMachine.ts';
import type { Caller } from '../server/caller.ts';
import { overflow, smallTargets, violations } from './inspect.ts';
import { oneBrowser, openStage, PHONE } from './stage.ts';

const browser = oneBrowser();

async function draftOf(person: Caller, content: DraftContent): Promise<string> {
  const draftId = randomUUID();
  const begun = draftView.parse((await person.post('/api/drafts', { draftId })).body);
  const changes = changesBetween(begun.content, content);
  const saved = await person.post(`/api/drafts/${draftId}/changes`, { saveId: randomUUID(), changes });
  expect(saved.status, saved.text).toBe(200);
  return draftId;
}
const named: DraftContent = { ...EMPTY_CONTENT, title: 'Frame', licence: 'CERN-OHL-S-2.0' };
/** A Power Cube and two wheels on its hoses. */
const hose = (id: string, wheel: string): Mate => ({
  id,
  kind: 'line',
  one: { instance: 'cube', interface: 'pressure' },
  other: { instance: wheel, interface: 'port-in' },
  turn: 0,
  offset: NO_OFFSET,
});
const thirsty: DraftContent = {
  ...named,
  instances: [
    thing('cube', 'power-cube'),
    thing('left', 'wheel-unit', [2000, 0, 0]),
    thing('right', 'wheel-unit', [3000, 0, 0], { name: 'Right' }),
  ],
  mates: [hose('hose-1', 'left'), hose('hose-2', 'right')],
};
const kept = async (person: Caller, draftId: string) =>
  draftView.parse((await person.get(`/api/drafts/${draftId}`)).body).content;

const looksRight = async (page: Page) => {
  expect([...(await violations(page)), ...(await smallTargets(page))]).toEqual([]);
  expect(await overflow(page)).toBe(0);
};
const tool = (page: Page, name: string) =>
  page.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name });
const part = (page: Page, name: string) =>
  page.locator('label.chip:visible').filter({ hasText: name }).first().click();
async function addModule(page: Page, name: string): Promise<void> {
  await tool(page, 'Add').click();
  await page.getByRole('dialog').getByLabel('Search').fill(name);
  await page.getByRole('button', { name: `Add ${name}` }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}
/** The machine is slow where much is tested at once. */
const PATIENT = { timeout: 15_000 };
/** Where something is once it moves no more. */
async function standing(what: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  let box = await what.boundingBox();
  for (let still = 0; still < 3; ) {
    await what.page().waitForTimeout(50);
    const next = await what.boundingBox();
    still = next && JSON.stringify(next) === JSON.stringify(box) ? still + 1 : 0;
    box = next;
  }
  if (!box) throw new Error('it is not there');
  return box;
}
const drawn = (page: Page) => page.locator('.bench-picture[data-state="drawn"]').waitFor();

it('a fabricator joins two tubes by a plate, types 76 in, takes it back, and finds all of it after a crash', async () => {
  const stage = await openStage(browser());
  // Files are taken from the people of a workshop, and a picture is one.
  const { steward: anna } = await stage.application.found();
  const draftId = await draftOf(anna, named);
  const { context, page, mayComplain } = await stage.visitor({ as: anna });
  mayComplain(/GPU stall|WebGL|Failed to load resource/);
  await page.goto(`/designs/drafts/${draftId}?section=model`);
  await page.getByRole('link', { name: 'Open the workbench' }).click();
  await page.getByRole('heading', { level: 1, name: 'Workbench: Frame' }).waitFor();
  await addModule(page, 'Frame tube');
  await drawn(page);
  await addModule(page, 'Joint plate');
  await part(page, 'Joints');
  await page.getByRole('button', { name: 'Join Holes, lower side' }).click();
  await page.getByText(/^\d+ places? fits?$/).waitFor();
  await page.getByText(/does not fit|do not fit/).click();
  await page
    .locator('.bench-refused')
    .filter({ hasText: 'grid of holes against tube end' })
    .first()
    .waitFor();
  await looksRight(page);
  await page
    .locator('.bench-side')
    .getByRole('button', { name: /^Frame tube, Holes on the right/ })
    .click();
  await page
    .getByText(/ is joined to /)
    .first()
    .waitFor();
  await page.getByText('Nothing stands against it.', { exact: true }).waitFor();

  await page
    .getByRole('button', { name: /^Frame tube/ })
    .first()
    .click();
  await part(page, 'Settings');
  const length = page.getByLabel('Length', { exact: true });
  // What is a ghost stays one through all that follows.
  const view = page.getByRole('toolbar', { name: 'What you can do with the model' });
  await view.getByRole('button', { name: 'Ghost' }).click();
  await length.fill('76 in');
  await length.press('Enter');
  // The cut list says it at once; what is kept follows below.
  const cut = (said: string) => page.locator('.bench-cuts li').filter({ hasText: said }).first().waitFor();
  await cut('1 × 1930.4 mm');
  await page.getByRole('button', { name: 'Undo' }).click();
  await cut('1 × 1524 mm');
  await page.getByRole('button', { name: 'Redo' }).click();
  await cut('1 × 1930.4 mm');
  expect(await view.getByRole('button', { name: 'Show all' }).getAttribute('aria-disabled')).toBeNull();
  await looksRight(page);
  // What has come apart cannot be dragged.
  await view.getByRole('button', { name: 'Apart' }).click();
  await page.getByLabel('How far apart').waitFor();
  expect(await page.locator('.bench-overlay').count()).toBe(0);
  await view.getByRole('button', { name: 'Apart' }).click();

  // A hand takes an arrow: one drag is one step, and everything that is joined comes along.
  await page.getByRole('button', { name: 'Fit', exact: true }).click();
  const tip = page.locator('.bench-arrow[data-axis="x"] .tip');
  await tip.scrollIntoViewIfNeeded();
  const box = await standing(tip);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 30, box.y + 12, { steps: 4 });
  await page.mouse.up();
  const origin = async () => (await kept(anna, draftId)).instances[0]?.at.origin[0] ?? 0;
  await expect.poll(origin, PATIENT).not.toBe(0);
  const saved = await kept(anna, draftId);
  expect(Number.isInteger(saved.instances[0]?.at.origin[0])).toBe(true);
  expect(saved.instances[0]?.parameters.length).toBe(1930.4);
  expect(saved.parts.map((line) => line.cut?.length)).toContain(1930.4);

  // A gesture that never reached the server, and a browser that dies.
  await context.route('**/changes', (route) => route.abort());
  await tool(page, 'Copy').click();
  await page.getByText('Not saved: no network. Kept in this browser.').waitFor();
  await page.close({ runBeforeUnload: false });
  const again = await context.newPage();
  await context.unroute('**/changes');
  await again.goto(`/designs/drafts/${draftId}/model`);
  await again.getByText(/had not been saved (is|are) back/).waitFor();
  await again.getByText('3 things').waitFor();
  await expect.poll(async () => (await kept(anna, draftId)).instances.length, PATIENT).toBe(3);

  await again.getByRole('button', { name: 'Fit', exact: true }).waitFor();
  await tool(again, 'Publish').click();
  await again.getByRole('button', { name: 'Publish', exact: true }).click();
  await again.waitForURL(/\/designs\/[0-9a-f-]{36}$/);
  const designId = again.url().split('/').at(-1) ?? '';
  const { content } = revisionView.parse((await anna.get(`/api/designs/${designId}/revisions/1`)).body);
  expect(content?.instances).toHaveLength(3);
  expect(content?.mates).toHaveLength(1);
  expect(content?.parts.length).toBeGreaterThan(0);
  expect(content?.files).toMatchObject([{ path: 'pictures/model.png', role: 'picture' }]);
});

it('on a phone every panel fits; a shortage is told with its numbers', async () => {
  const stage = await openStage(browser());
  await stage.application.found();
  const anna = await stage.application.person('Anna');
  const draftId = await draftOf(anna, thirsty);
  const { page, mayComplain } = await stage.visitor({
    as: anna,
    viewport: PHONE,
    hasTouch: true,
    isMobile: true,
  });
  mayComplain(/GPU stall|WebGL|Failed to load resource/);
  await page.goto(`/designs/drafts/${draftId}/model`);
  await page.getByRole('heading', { level: 1, name: 'Workbench: Frame' }).waitFor();
  await drawn(page);
  expect(await overflow(page)).toBe(0);
  for (const name of ['Things', 'Settings', 'Joints', 'Problems', 'Sums']) {
    await part(page, name);
    await looksRight(page);
    if (name === 'Problems')
      await page
        .getByText('Too little oil: Wheel unit and Right need 75.8 l/min, Power Cube gives 56.8 l/min.')
        .waitFor();
  }
});
