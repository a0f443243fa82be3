import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { type DraftContent, EMPTY_CONTENT } from '../../shared/designs/content.ts';
import { revisionView } from '../../shared/designs/designViews.ts';
import { changesBetween } from '../../shared/designs/differences.ts';
import { draftView } from '../../shared/designs/draftViews.ts';
import type { PartLine } from '../../shared/designs/partLines.ts';
import type { DesignStep } from '../../shared/designs/steps.ts';
import { idIn, type Person } from '../server/application.ts';
import type { Caller } from '../server/caller.ts';
import { overflow, smallTargets, violations } from './inspect.ts';
import { oneBrowser, openStage, PHONE, type Stage } from './stage.ts';

const browser = oneBrowser();

const tube: PartLine = {
  id: 'tube',
  parent: null,
  name: 'Square tube',
  specification: '4 × 4 × 1/4 in',
  material: 'Steel',
  quantity: 12,
  written: '',
  unit: 'piece',
  source: 'buy',
  tracked: false,
  of: null,
  cut: { stock: 'Square tube 4 in', length: 1200, kerf: 2 },
  alternatives: [],
  mass: 8,
  price: null,
  machines: ['saw'],
  files: [],
  note: '',
};
const step: DesignStep = {
  id: 'weld',
  title: 'Weld the frame',
  text: 'Tack it first.',
  parts: [{ line: 'tube', quantity: null }],
  tools: ['clamps'],
  machines: ['welder'],
  competences: [],
  minutes: 90,
  pictures: [],
};
const cube: DraftContent = {
  ...EMPTY_CONTENT,
  title: 'Power Cube',
  purpose: 'Hydraulic power.',
  licence: 'CERN-OHL-S-2.0',
  parts: [tube, { ...tube, id: 'bolt', name: 'Bolt M8', cut: null, machines: [] }],
  steps: [step],
};

/** A draft with this content; answers with its id. */
async function draftOf(person: Caller, content: DraftContent): Promise<string> {
  const draftId = randomUUID();
  const begun = draftView.parse((await person.post('/api/drafts', { draftId })).body);
  const changes = changesBetween(begun.content, content);
  const saved = await person.post(`/api/drafts/${draftId}/changes`, { saveId: randomUUID(), changes });
  expect(saved.status, saved.text).toBe(200);
  return draftId;
}

async function published(person: Caller): Promise<string> {
  const draftId = await draftOf(person, cube);
  return idIn(await person.command(`/api/drafts/${draftId}/publish`, { version: 2, workshopId: null }));
}

const onPhone = (stage: Stage, as: Person) =>
  stage.visitor({ as, viewport: PHONE, hasTouch: true, isMobile: true });
const section = (page: Page, name: string) =>
  page.locator('label.chip').filter({ hasText: name }).first().click();
const looksRight = async (page: Page) => {
  expect([...(await violations(page)), ...(await smallTargets(page))]).toEqual([]);
  expect(await overflow(page)).toBe(0);
};
const saved = (page: Page) => page.getByText(/^Saved \d\d:\d\d$/).waitFor();

it('a fabricator forks a machine on a phone, changes a tube and a step, and publishes it', async () => {
  const stage = await openStage(browser());
  const { steward: owner } = await stage.application.found();
  const anna = await stage.application.person('Anna');
  const designId = await published(owner);
  const { page } = await onPhone(stage, anna);
  await page.goto(`/designs/${designId}`);
  await page.getByRole('button', { name: /^Fork/ }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Power Cube' }).waitFor();
  await page.getByLabel('Title', { exact: true }).fill('Power Cube, narrow');
  await looksRight(page);
  await section(page, 'Parts');
  await looksRight(page);
  await page.getByRole('button', { name: /Square tube/ }).click();
  await page.getByLabel('Length').fill('3 1/2 ft');
  await page.getByLabel('Quantity').fill('');
  await page.getByLabel('Quantity').pressSequentially('8 1/2');
  await looksRight(page);
  await page.getByRole('button', { name: 'Close' }).click();
  await section(page, 'Steps');
  await page.getByRole('button', { name: /Weld the frame/ }).click();
  await page.getByLabel('What to do').fill('Tack it first, then measure both diagonals.');
  await looksRight(page);
  for (const name of ['Files', 'Interfaces']) {
    await section(page, name);
    await looksRight(page);
  }
  await section(page, 'Publish');
  await page.getByText('Part “Square tube”, quantity: 12 × → 8.5 ×').waitFor();
  await page.getByRole('button', { name: 'Fill in from the changes' }).click();
  await saved(page);
  await looksRight(page);
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByText('Power Cube, narrow is published.').waitFor();
  await page.waitForURL(/\/designs\/[0-9a-f-]{36}$/);
  const fork = page.url().split('/').at(-1) ?? '';
  expect(fork).not.toBe(designId);
  const { content } = revisionView.parse((await anna.get(`/api/designs/${fork}/revisions/1`)).body);
  expect(content?.parts[0]).toMatchObject({ quantity: 8.5, written: '8 1/2', cut: { length: 1066.8 } });
  expect(content?.steps[0]?.text).toContain('both diagonals');
  expect(content?.changes).toContain('12 × → 8.5 ×');
});

it('what was typed when the browser crashed without a network is back, and can be undone', async () => {
  const stage = await openStage(browser());
  await stage.application.found();
  const anna = await stage.application.person('Anna');
  const draftId = await draftOf(anna, cube);
  const { context, page, mayComplain } = await stage.visitor({ as: anna });
  mayComplain(/Failed to load resource/);
  await context.route('**/changes', (route) => route.abort());
  await page.goto(`/designs/drafts/${draftId}`);
  await page.getByLabel('Purpose').fill('Hydraulic power for everything.');
  await page.getByText('Not saved: no network. Kept in this browser.').waitFor();
  await page.close({ runBeforeUnload: false });

  const again = await context.newPage();
  await context.unroute('**/changes');
  await again.goto(`/designs/drafts/${draftId}`);
  await again.getByText('1 change that had not been saved is back.').waitFor();
  expect(await again.getByLabel('Purpose').inputValue()).toBe('Hydraulic power for everything.');
  await saved(again);
  const kept = async () => draftView.parse((await anna.get(`/api/drafts/${draftId}`)).body).content;
  await expect.poll(async () => (await kept()).purpose).toBe('Hydraulic power for everything.');
  await again.getByLabel('Title', { exact: true }).pressSequentially(' 5');
  await again.keyboard.press('Control+z');
  await expect.poll(() => again.getByLabel('Title', { exact: true }).inputValue()).toBe('Power Cube');
});

it('two who change the same in one draft see both sides, and nothing is lost', async () => {
  const stage = await openStage(browser());
  const { steward: ada, workshopId } = await stage.application.found();
  const bela = await stage.application.person('Béla');
  await stage.application.join(bela, workshopId);
  const draftId = await draftOf(ada, cube);
  const [one, other] = await Promise.all([stage.visitor({ as: ada }), stage.visitor({ as: bela })]);
  await one.page.goto(`/designs/drafts/${draftId}?section=publish`);
  await one.page.getByText('Who may edit it').click();
  await one.page.getByLabel('Let somebody edit').selectOption({ label: 'Béla' });
  await one.page.getByRole('button', { name: 'Let in' }).click();
  await one.page.getByText('Béla may edit it now.').waitFor();

  await other.page.goto(`/designs/drafts/${draftId}`);
  // Both have the same before them.
  await other.page.getByLabel('Purpose').waitFor();
  await section(one.page, 'About');
  await one.page.getByLabel('Purpose').fill('Power on a cart.');
  await saved(one.page);
  await expect
    .poll(async () => draftView.parse((await ada.get(`/api/drafts/${draftId}`)).body).content.purpose)
    .toBe('Power on a cart.');
  await other.page.getByLabel('Purpose').fill('Power in a box.');
  await other.page.getByRole('heading', { name: 'Somebody else changed this too' }).waitFor();
  await other.page.getByText('Power on a cart.').waitFor();
  expect(await violations(other.page)).toEqual([]);
  await other.page.getByRole('button', { name: /^Keep mine/ }).click();
  await expect
    .poll(async () => draftView.parse((await ada.get(`/api/drafts/${draftId}`)).body).content.purpose)
    .toBe('Power in a box.');
});
