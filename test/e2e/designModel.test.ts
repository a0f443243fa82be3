import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { Download, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { partLinesFrom } from '../../shared/assemblies/partLines.ts';
import type { DesignContent, DesignFile } from '../../shared/designs/content.ts';
import { draftView } from '../../shared/designs/draftViews.ts';
import { fileReply } from '../../shared/files/kinds.ts';
import { thing } from '../client/workbench/aMachine.ts';
import type { Person } from '../server/application.ts';
import { designOf } from '../server/designs/library.ts';
import { publish } from './designScene.ts';
import { overflow, smallTargets, violations } from './inspect.ts';
import { oneBrowser, openStage, PHONE } from './stage.ts';

const browser = oneBrowser();
const NOWHERE = { designOf: () => null };

/** One corner of a cube, as text. */
const CORNER = `solid corner
${[
  [0, 0, 0, 0, 20, 0, 20, 0, 0],
  [0, 0, 0, 20, 0, 0, 0, 0, 20],
  [0, 0, 0, 0, 0, 20, 0, 20, 0],
  [20, 0, 0, 0, 20, 0, 0, 0, 20],
]
  .map(
    ([a, b, c, d, e, f, g, h, i]) =>
      `facet normal 0 0 0\nouter loop\nvertex ${a} ${b} ${c}\nvertex ${d} ${e} ${f}\nvertex ${g} ${h} ${i}\nendloop\nendfacet`,
  )
  .join('\n')}
endsolid corner
`;

const step = (id: string, title: string): DesignContent['steps'][number] => ({
  id,
  title,
  text: `${title}, gently.`,
  parts: [],
  tools: [],
  machines: [],
  competences: [],
  minutes: null,
  pictures: [],
});

/** Two rails as long as the design says, and a post of its own length. */
function frame(length: string): DesignContent {
  const content = designOf({
    title: 'Bench frame',
    parameters: [{ id: 'reach', name: 'Reach', value: length, unit: 'mm' }],
    instances: [
      thing('near', 'frame-tube', [0, 0, 0], {
        name: 'Rail',
        parameters: { length: '=Reach' },
        step: 'lay0',
      }),
      thing('far0', 'frame-tube', [0, 500, 0], {
        name: 'Rail',
        parameters: { length: '=Reach' },
        step: 'lay0',
      }),
      thing('post', 'frame-tube', [500, 0, 0], { name: 'Post', parameters: { length: 400 }, step: 'set0' }),
    ],
    steps: [step('lay0', 'Lay the rails'), step('set0', 'Set the post')],
  });
  return { ...content, parts: partLinesFrom(content, NOWHERE) };
}

async function sent({ url }: { url: string }, by: Person, path: string, text: string): Promise<DesignFile> {
  const headers = { ...by.credentials, 'content-type': 'application/octet-stream', origin: url };
  const reply = await fetch(`${url}/api/files?for=design`, { method: 'POST', headers, body: text });
  const told: unknown = await reply.json();
  expect(reply.status, JSON.stringify(told)).toBeLessThan(300);
  const { fileId, bytes } = fileReply.parse(told);
  return { path, fileId, bytes, role: 'export', words: '' };
}

const saved = async (page: Page, press: () => Promise<void>): Promise<Download> => {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return download;
};

it('a visitor turns a model, finds its parts, plays its steps, tries a length, and takes papers along', async () => {
  const stage = await openStage(browser());
  await stage.application.found();
  const anna = await stage.application.person('Anna');
  const { designId } = await publish(stage.application, anna, frame('1000'));
  const { page, mayComplain } = await stage.visitor({
    as: anna,
    viewport: PHONE,
    hasTouch: true,
    isMobile: true,
  });
  mayComplain(/GL Driver Message/);
  await page.goto(`/designs/${designId}`);
  await page.getByRole('link', { name: 'Model', exact: true }).click();
  await page.getByText('Bench frame: 3 pieces of 2 kinds.').waitFor();
  await page.getByRole('button', { name: 'Fit', exact: true }).waitFor();
  expect([...(await violations(page)), ...(await smallTargets(page))]).toEqual([]);
  expect(await overflow(page)).toBe(0);

  const rails = page.getByRole('button', { name: /Rail/ });
  await rails.click();
  await page.getByText('2 things selected.').waitFor();
  expect(await rails.getAttribute('aria-pressed')).toBe('true');

  await page.getByRole('button', { name: 'Play the steps' }).click();
  await page.getByText('Fits: 2 × Rail.').waitFor();
  await page.getByRole('button', { name: 'Next step' }).click();
  await page.getByText('Fits: Post.').waitFor();
  await page.getByText('Set the post, gently.').waitFor();
  await page.getByRole('button', { name: 'See all of it' }).click();

  const cuts = page.getByText(/^2 × 1500 mm: Rail/);
  expect(await cuts.count()).toBe(0);
  await page.getByLabel('Reach (mm)').fill('1500');
  await cuts.waitFor();
  await page
    .getByText(/instead of/)
    .first()
    .waitFor();
  const archive = await saved(page, () =>
    page.getByRole('button', { name: 'Everything for the shop' }).click(),
  );
  expect(archive.suggestedFilename()).toBe('Bench frame.zip');
  const papers = unzipSync(await readFile(await archive.path()));
  expect(Object.keys(papers)).toEqual(expect.arrayContaining(['cut-list.csv', 'parts.csv']));
  expect(new TextDecoder().decode(papers['cut-list.csv'])).toContain('1500');

  await page.getByRole('button', { name: 'Fork with these values' }).click();
  await page.waitForURL(/\/designs\/drafts\/[0-9a-f-]{36}$/);
  const forked = await anna.get(`/api/drafts/${page.url().split('/').at(-1)}`);
  const { content } = draftView.parse(forked.body);
  expect(content.parameters.map(({ value }) => value)).toEqual(['1500']);
  expect(content.parts.map(({ cut }) => cut?.length)).toEqual([1500, 400]);
});

it('two revisions are cut against each other, and a file is looked at, damaged or not', async () => {
  const stage = await openStage(browser());
  await stage.application.found();
  const anna = await stage.application.person('Anna');
  const first = await publish(stage.application, anna, frame('1000'));
  const corner = await sent(stage.application, anna, 'corner.stl', CORNER);
  const damaged = await sent(
    stage.application,
    anna,
    'damaged.stl',
    'solid corner\nfacet normal 0 0 1\nouter loop\nvertex 1',
  );
  const next = { ...frame('1200'), files: [corner, damaged] };
  const second = await publish(stage.application, anna, next, { ...first, revision: 2 });
  const { page, mayComplain } = await stage.visitor();
  mayComplain(/GL Driver Message/);
  const pin = ({ designId, revision }: typeof first) => `${designId}:${revision}`;
  await page.goto(`/compare?one=${pin(first)}&other=${pin(second)}`);
  await page.getByRole('button', { name: 'Compare the models' }).click();
  await page.getByText(/^Added: [\d.,]+ cm³, [\d.]+ kg$/).waitFor();
  expect(await page.getByText(/^Removed:/).count()).toBe(0);
  await page.getByText('1 part stands where it stood.').waitFor();

  await page.goto(`/designs/${first.designId}/files`);
  await page.getByRole('link', { name: 'Look at it: corner.stl' }).click();
  await page.getByText('20 mm wide, 20 mm deep, 20 mm high.').waitFor();
  await page.getByLabel('One unit in the file is').selectOption('cm');
  await page.getByText('200 mm wide, 200 mm deep, 200 mm high.').waitFor();
  await page.getByLabel('What is shown').selectOption('damaged.stl');
  await page
    .getByRole('alert')
    .filter({ hasText: /surface|cut short|file/ })
    .waitFor();
  await page.getByLabel('What is shown').selectOption({ label: 'The whole machine' });
  await page.getByText('Bench frame: 3 pieces of 2 kinds.').waitFor();
});
