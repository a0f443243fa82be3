import { expect, it } from 'vitest';
import { draftView } from '../../shared/designs/draftViews.ts';
import { designOf } from '../server/designs/library.ts';
import { publish, setDesignScene } from './designScene.ts';
import { overflow, settled, violations } from './inspect.ts';
import { oneBrowser, openStage, PHONE } from './stage.ts';

const browser = oneBrowser();
const MORE_THAN_A_PAGE = 32;

it('a fabricator on a phone finds a design by a word and a size, sees what it takes, and forks it', async () => {
  const stage = await openStage(browser());
  const scene = await setDesignScene(stage);
  const { page } = await stage.visitor({ as: scene.bela, viewport: PHONE, hasTouch: true, isMobile: true });
  await page.goto('/designs');
  await page.getByText('2 designs').waitFor();
  await page.getByRole('searchbox').fill('hydrau');
  await page.getByText('1 design', { exact: true }).waitFor();
  await page.getByText('Narrow it down').click();
  await page.getByText('Shaft (1)').click();
  await page.getByLabel('Size').fill('1.25 in');
  await page.waitForURL(/size=1.25/);
  await page.getByText('1 design', { exact: true }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Power Cube' }).click();
  await page.getByRole('heading', { level: 1, name: 'Power Cube' }).waitFor();
  await page.getByText('Not here: Lathe').waitFor();
  const fork = page.getByRole('button', { name: 'Fork', exact: true });
  await settled(page);
  const box = await fork.boundingBox();
  expect(box && box.y + box.height, 'Fork is seen without scrolling').toBeLessThan(PHONE.height - 60);
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await page.goBack();
  await expect.poll(() => page.getByLabel('Size').inputValue()).toBe('1.25 in');
  await page.goForward();
  await fork.click();
  await page.waitForURL(/\/designs\/drafts\//);
});

it('anybody reads a design: its parts, steps and story, where HTML of a text stays text, and its manual', async () => {
  const stage = await openStage(browser());
  const { cube, pump } = await setDesignScene(stage);
  const { page } = await stage.visitor();
  await page.goto(`/designs/${cube.designId}`);
  await page.getByText('Licence of the documentation').waitFor();
  const sections = page.getByRole('navigation', { name: 'Parts of this design' });
  await sections.getByRole('link', { name: /^Parts/ }).click();
  await page.getByRole('row', { name: /Upright/ }).waitFor();
  await page.getByText('Gear pump 2 is out').waitFor();
  await page.getByText('cut 610 mm from square tube').waitFor();
  expect(await violations(page)).toEqual([]);
  await sections.getByRole('link', { name: 'Story' }).click();
  await page.getByText("<script>alert('no')</script>").waitFor();
  await page.getByRole('img', { name: 'the cube' }).waitFor();
  await sections.getByRole('link', { name: /^Instructions/ }).click();
  await page.getByRole('heading', { name: 'Step 1 Weld the frame' }).waitFor();
  await page.getByRole('link', { name: 'Manual to print' }).click();
  await page.getByRole('heading', { name: 'Licence and credits' }).waitFor();
  await page.getByText('measure the diagonals').waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('navigation').count(), 'nothing to navigate by on paper').toBe(0);
  expect(await page.getByRole('button', { name: 'Print' }).count()).toBe(0);
  await page.emulateMedia({ media: 'screen' });
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize(PHONE);
  expect(await violations(page), 'on a phone').toEqual([]);
  await page.goto(`/designs/${cube.designId}/talk`);
  const enter = page.getByRole('link', { name: 'Sign in to report, ask or review' });
  expect(await enter.getAttribute('href'), 'and comes back').toContain(
    encodeURIComponent(`/designs/${cube.designId}/talk`),
  );
  await page.goto(`/designs/${pump.designId}/used`);
  await page.getByRole('link', { name: 'Power Cube' }).waitFor();
});

it('a problem is reported, confirmed by its maintainer, who takes a newer part in, and warns who comes next', async () => {
  const stage = await openStage(browser());
  const scene = await setDesignScene(stage);
  const talk = `/designs/${scene.cube.designId}/talk`;
  const bela = await stage.visitor({ as: scene.bela, viewport: PHONE });
  await bela.page.goto(talk);
  await bela.page.getByRole('button', { name: 'Report a problem' }).click();
  await bela.page.getByLabel('What is wrong').fill('The hose bursts at 200 bar');
  await bela.page.getByLabel('Somebody could be hurt').check();
  await bela.page.getByRole('button', { name: 'Report a problem' }).click();
  await bela.page.getByText('The problem is reported.').waitFor();
  const anna = await stage.visitor({ as: scene.anna });
  await anna.page.goto(talk);
  await anna.page.getByRole('button', { name: /^Confirm: The hose/ }).click();
  await anna.page.getByText('The problem is confirmed.').waitFor();
  await anna.page.goto(`/designs/${scene.cube.designId}/parts`);
  await anna.page.getByRole('button', { name: 'Take 2 into my next revision' }).click();
  await anna.page.waitForURL(/\/designs\/drafts\//);
  const { body } = await scene.anna.get(`/api/drafts/${anna.page.url().split('/').pop()}`);
  const { parts } = draftView.parse(body).content;
  expect(parts.find(({ name }) => name === 'Gear pump')?.of).toEqual(scene.pump);
  await bela.page.goto(`/designs/${scene.cube.designId}/lineage`);
  await bela.page.getByText('Another design is of the same thing').click();
  await bela.page.getByLabel('Which one?').fill('gear');
  await bela.page.getByRole('button', { name: 'It is the same as Gear pump' }).click();
  await bela.page.getByText('People are told that Gear pump').waitFor();
  expect(await violations(bela.page)).toEqual([]);
  await bela.page.goto('/designs');
  await bela.page.getByText('Open safety problem').waitFor();
  await bela.page.goto(`/designs/${scene.cube.designId}`);
  await bela.page.getByText('Somebody reports a danger.').waitFor();
});

it('its maintainer withdraws a file with a reason, and nobody else is offered to', async () => {
  const stage = await openStage(browser());
  const scene = await setDesignScene(stage);
  const files = `/designs/${scene.cube.designId}/files`;
  const { page } = await stage.visitor({ as: scene.anna, viewport: PHONE });
  await page.goto(files);
  await page.getByText('Withdraw a file').click();
  await page.getByLabel('Which file').selectOption({ index: 1 });
  await page.getByText('SHA-256').waitFor();
  await page.getByLabel('Why?').fill('It shows a child.');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Withdraw it for good' }).click();
  await page.getByText('was withdrawn').waitFor();
  const bela = await stage.visitor({ as: scene.bela, viewport: PHONE });
  await bela.page.goto(files);
  await bela.page.getByText('was withdrawn').waitFor();
  expect(await bela.page.getByText('Withdraw a file').count()).toBe(0);
});

it('more designs come with a press, below those that are there', async () => {
  const stage = await openStage(browser());
  const { anna } = await setDesignScene(stage);
  for (let number = 1; number <= MORE_THAN_A_PAGE; number += 1)
    await publish(stage.application, anna, designOf({ title: `Hook ${number}` }));
  const { page } = await stage.visitor({ viewport: PHONE });
  await page.goto('/designs');
  await page.getByText(`${MORE_THAN_A_PAGE + 2} designs`).waitFor();
  const found = page.getByRole('region', { name: 'Designs found' }).getByRole('listitem');
  const first = await found.count();
  expect(first).toBeLessThan(MORE_THAN_A_PAGE);
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect.poll(() => found.count()).toBeGreaterThan(first);
  await page.getByRole('navigation', { name: 'Areas' }).getByRole('link', { name: 'Designs' }).waitFor();
});
