import { createServer } from 'node:http';
import type { FrameLocator, Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import type { DesignContent } from '../../shared/designs/content.ts';
import { fileReply } from '../../shared/files/kinds.ts';
import type { Person } from '../server/application.ts';
import { designOf } from '../server/designs/library.ts';
import { publish } from './designScene.ts';
import { smallTargets, violations } from './inspect.ts';
import { oneBrowser, openStage, PHONE, type Stage } from './stage.ts';

const browser = oneBrowser();
/** They say so when a picture of them is taken. */
const SOFTWARE_GRAPHICS = /ReadPixels|GL Driver Message/;

const tube = (id: string, x: number): DesignContent['instances'][number] => ({
  id,
  name: '',
  of: { kind: 'module', module: 'frame-tube' },
  parameters: { length: 800 },
  at: { origin: [x, 0, 0], x: [1, 0, 0], z: [0, 0, 1] },
  mirrored: false,
  step: null,
  alternatives: [],
});

/** Somebody's wiki, under another address: one page, from whatever it is told. */
async function openWiki(body: string): Promise<string> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(`<!doctype html><html lang="en"><title>Wiki</title><link rel="icon" href="data:,">${body}`);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const bound = server.address();
  return `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`;
}

async function openScene(
  shape: (stage: Stage, by: Person) => Promise<Partial<DesignContent>> | Partial<DesignContent>,
) {
  const stage = await openStage(browser());
  await stage.application.found();
  const anna = await stage.application.person('Anna');
  const content = designOf({ title: 'Two tubes', licence: 'CERN-OHL-S-2.0', ...(await shape(stage, anna)) });
  const { designId } = await publish(stage.application, anna, content);
  return { stage, anna, address: `${stage.url}/designs/${designId}` };
}

const tubes = () => ({ instances: [tube('tube-one', 0), tube('tube-two', 300)] });

/** A tetrahedron, as other programs write it. */
async function file({ url }: Stage, by: Person): Promise<Partial<DesignContent>> {
  const corners = ['0 0 0', '100 0 0', '0 100 0', '0 0 100'];
  const faces = [
    [0, 2, 1],
    [0, 1, 3],
    [0, 3, 2],
    [1, 2, 3],
  ];
  const facet = (face: number[]) =>
    `facet normal 0 0 0\nouter loop\n${face.map((at) => `vertex ${corners[at]}\n`).join('')}endloop\nendfacet\n`;
  const body = `solid tetrahedron\n${faces.map(facet).join('')}endsolid tetrahedron\n`;
  const headers = { ...by.credentials, origin: url };
  const answer = await fetch(`${url}/api/files?for=design`, { method: 'POST', headers, body });
  const { fileId } = fileReply.parse(await answer.json());
  return { files: [{ path: 'corner.stl', fileId, bytes: body.length, role: 'export', words: '' }] };
}

/** Of the picture in a frame: whether it is there. */
const isPainted = (frame: FrameLocator) =>
  expect
    .poll(() => frame.locator('img').evaluate((image) => Reflect.get(image, 'naturalWidth')), {
      timeout: 15_000,
    })
    .toBeGreaterThan(0);

it('a wiki asks by oEmbed how to show a design, and its readers turn the model there', async () => {
  const { stage, anna, address } = await openScene(tubes);
  const wiki = await openWiki('<main></main>');
  // Signed in at ours, in the same browser.
  const { page, mayComplain } = await stage.visitor({ as: anna });
  mayComplain(SOFTWARE_GRAPHICS);
  const asked: { path: string; type: string; cookie: boolean }[] = [];
  const noted: Promise<void>[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(stage.url)) return;
    const note = async () => {
      const { cookie } = await request.allHeaders();
      const { pathname } = new URL(request.url());
      asked.push({ path: pathname, type: request.resourceType(), cookie: cookie !== undefined });
    };
    noted.push(note().catch(() => undefined));
  });
  await page.goto(wiki);
  await page.evaluate(
    `(async () => {
      const answer = await fetch(${JSON.stringify(`${stage.url}/oembed?url=${encodeURIComponent(address)}`)});
      document.querySelector('main').innerHTML = (await answer.json()).html;
    })()`,
  );
  const frame = page.frameLocator('iframe');
  await frame.getByRole('heading', { level: 1, name: 'Two tubes' }).waitFor();
  await frame.getByText('By Anna').waitFor();
  await frame.getByRole('link', { name: 'CERN-OHL-S-2.0' }).waitFor();
  await isPainted(frame);
  await Promise.all(noted);
  const scripts = asked.filter(({ type }) => type === 'script').map(({ path }) => path);
  expect(scripts.filter((path) => !/embed|texts|modulepreload/.test(path))).toEqual([]);

  await frame.getByRole('button', { name: 'Turn the model' }).click();
  await frame.getByRole('button', { name: 'Apart' }).waitFor();
  await expect.poll(() => frame.locator('canvas').count()).toBe(1);
  await expect.poll(() => frame.locator('img').count()).toBe(0);
  await Promise.all(noted);
  expect(asked.filter(({ cookie }) => cookie)).toEqual([]);
  expect(asked.some(({ path }) => path === '/api/me')).toBe(false);

  const opened = page.waitForEvent('popup');
  await frame.getByRole('link', { name: 'Two tubes' }).click();
  expect((await opened).url()).toBe(address);
});

it('a frame that lets nothing through still tells what it is, whose, and where the rest is', async () => {
  const { stage, address } = await openScene(tubes);
  const embedded = address.replace('/designs/', '/embed/designs/');
  const wiki = await openWiki(
    `<iframe sandbox="allow-scripts" src="${embedded}" title="shut in"></iframe>
     <iframe src="${address}" title="the program itself"></iframe>`,
  );
  const { page, mayComplain } = await stage.visitor({});
  // That a page of the program is refused to another site is what is wanted.
  mayComplain(/frame-ancestors|X-Frame-Options|chrome-error/);
  await page.goto(wiki);
  const shut = page.frameLocator('[title="shut in"]');
  await shut.getByRole('heading', { name: 'Two tubes' }).waitFor();
  await isPainted(shut);
  expect(await shut.getByRole('button').count()).toBe(0);
  // Its style arrives too: else a picture would be as large as it likes.
  expect((await shut.locator('img').boundingBox())?.width).toBeLessThan(320);
  await expect
    .poll(() => page.frames().some((each) => each.url().startsWith('chrome-error:')), { timeout: 15_000 })
    .toBe(true);
});

it('the code on the model’s page shows a design of one file, on a phone by night', async () => {
  const { stage, address } = await openScene(file);
  const { page, mayComplain } = await stage.visitor({
    viewport: PHONE,
    colorScheme: 'dark',
    locale: 'es-MX',
  });
  mayComplain(SOFTWARE_GRAPHICS);
  await page.goto(`${address}/model`);
  const code = page.getByLabel('Código para pegar');
  const framed = () => code.inputValue().then((html) => / src="([^"]+)"/.exec(html)?.[1] ?? '');
  expect(await framed()).toBe(address.replace('/designs/', '/embed/designs/'));
  await page.getByText('La revisión 1, para siempre').click();
  await expect.poll(framed).toBe(`${address.replace('/designs/', '/embed/designs/')}/revisions/1`);
  await page.goto(await framed());
  await looksRight(page);
  await page.getByRole('button', { name: 'Girar el modelo' }).click();
  await page.getByRole('button', { name: 'Separar' }).waitFor();
  await looksRight(page);
});

async function looksRight(page: Page): Promise<void> {
  expect([...(await violations(page)), ...(await smallTargets(page))]).toEqual([]);
}
