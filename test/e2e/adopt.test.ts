import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { StartDraftBody } from '../../shared/designs/commands.ts';
import type { DesignContent, DraftContent } from '../../shared/designs/content.ts';
import { designView, revisionView } from '../../shared/designs/designViews.ts';
import { changesBetween } from '../../shared/designs/differences.ts';
import { draftView } from '../../shared/designs/draftViews.ts';
import { idIn } from '../server/application.ts';
import type { Caller } from '../server/caller.ts';
import { designOf, line } from '../server/designs/library.ts';
import { publish } from './designScene.ts';
import { overflow, smallTargets, violations } from './inspect.ts';
import { oneBrowser, openStage, PHONE } from './stage.ts';

const browser = oneBrowser();

const tube = line('tube', { name: 'Tube 16 in', quantity: 4, mass: 2 });
const press: DesignContent = designOf({
  title: 'Brick press',
  purpose: 'Presses bricks out of earth.',
  parts: [tube, line('bolt', { name: 'Bolt M8', quantity: 12 })],
  steps: [
    {
      id: 'weld',
      title: 'Weld the frame',
      text: 'Tack the corners, then weld all round.',
      parts: [],
      tools: [],
      machines: [],
      competences: [],
      minutes: 30,
      pictures: [],
    },
  ],
});
const [step] = press.steps;
const fork: DesignContent = {
  ...press,
  title: 'Brick press, tall',
  changes: 'Taller, and the sieve keeps stones out.',
  parts: [
    { ...tube, name: 'Tube 20 in', quantity: 6 },
    ...press.parts.slice(1),
    line('siev', { name: 'Sieve' }),
  ],
  steps: step ? [{ ...step, text: 'Tack the corners, measure both diagonals, then weld all round.' }] : [],
};

/** Publishes what a draft becomes; answers with the design's id. */
async function published(
  person: Caller,
  start: Omit<StartDraftBody, 'draftId'>,
  content: (before: DraftContent) => DraftContent,
): Promise<string> {
  const draftId = randomUUID();
  const begun = draftView.parse((await person.post('/api/drafts', { draftId, ...start })).body);
  const changes = changesBetween(begun.content, content(begun.content));
  const saved = await person.post(`/api/drafts/${draftId}/changes`, { saveId: randomUUID(), changes });
  expect(saved.status, saved.text).toBe(200);
  return idIn(
    await person.command(`/api/drafts/${draftId}/publish`, {
      version: begun.version + 1,
      workshopId: null,
    }),
  );
}

it('a fork is suggested, adopted in part where both sides changed the same, and its author is named', async () => {
  const stage = await openStage(browser());
  const { application } = stage;
  await application.found();
  const [anna, bela] = await Promise.all([application.person('Anna'), application.person('Béla')]);
  const { designId } = await publish(application, anna, press);
  const forkId = await published(bela, { forkOf: { designId, revision: 1 } }, (before) => ({
    ...fork,
    changes: fork.changes,
    attributions: before.attributions,
  }));
  await published(anna, { designId }, (before) => ({
    ...before,
    parts: before.parts.map((part) => (part.id === 'tube' ? { ...part, quantity: 5 } : part)),
  }));

  const his = await stage.visitor({ as: bela, viewport: PHONE, hasTouch: true, isMobile: true });
  await his.page.goto(`/designs/${forkId}`);
  await his.page.getByRole('link', { name: 'Suggest my changes to Brick press' }).click();
  await his.page.getByRole('heading', { level: 1, name: 'Suggest changes to Brick press' }).waitFor();
  await his.page.getByText('Tube 16 in → 20 in').waitFor();
  await his.page.locator('ins', { hasText: 'measure both diagonals' }).waitFor();
  expect(await smallTargets(his.page)).toEqual([]);
  await his.page.getByLabel('What should they know?').fill('Built twice.');
  await his.page.getByRole('button', { name: 'Suggest it' }).click();
  await his.page.waitForURL(/\/suggestions\//);
  await his.page.getByRole('button', { name: 'Take it back' }).waitFor();
  expect(await overflow(his.page)).toBe(0);

  const { page } = await stage.visitor({ as: anna });
  await page.goto(`/designs/${designId}/lineage`);
  await page.getByRole('region', { name: 'Lineage as a drawing' }).getByText('Brick press, tall').waitFor();
  await page.getByText('Built twice.').waitFor();
  await page.getByRole('region', { name: 'Suggestions' }).getByRole('link').click();
  await page.getByText('Choose a side where both changed the same.').waitFor();
  const adopt = page.getByRole('button', { name: /^Adopt/ });
  expect(await adopt.getAttribute('aria-disabled')).toBe('true');
  await page.getByLabel('Take: Tube 16 in, name').uncheck();
  await page
    .getByRole('group', { name: /quantity: whose side stands/ })
    .getByText('Take theirs')
    .click();
  expect(await violations(page)).toEqual([]);
  expect(await page.getByLabel('What changes, in words').inputValue()).toBe(fork.changes);
  await page.getByRole('button', { name: 'Adopt 3 of 4' }).click();
  await page.getByText('Adopted: revision 3 is out.').waitFor();
  await page.getByRole('link', { name: 'Adopted in revision 3' }).waitFor();
  await page.getByText('suggested changes').waitFor();

  const { content } = revisionView.parse((await anna.get(`/api/designs/${designId}/revisions/3`)).body);
  expect(content?.title).toBe('Brick press');
  expect(content?.parts.map(({ name, quantity }) => [name, quantity])).toEqual([
    ['Tube 16 in', 6],
    ['Bolt M8', 12],
    ['Sieve', 1],
  ]);
  const { credits } = designView.parse((await anna.get(`/api/designs/${designId}`)).body);
  expect(credits.find(({ name }) => name === 'Béla')?.roles).toContain('suggested');

  await page.getByRole('link', { name: 'What revision 3 changed' }).click();
  await page.getByText('Quantity: 5 × → 6 ×').waitFor();
  await page.getByText('+2 kg').first().waitFor();
});
