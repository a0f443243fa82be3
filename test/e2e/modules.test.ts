import { expect, it } from 'vitest';
import { draftView } from '../../shared/designs/draftViews.ts';
import { overflow, smallTargets, violations } from './inspect.ts';
import { oneBrowser, openStage, PHONE } from './stage.ts';

const browser = oneBrowser();

it('a fabricator finds the frame tube, makes it longer, and forks it with its parts', async () => {
  const stage = await openStage(browser());
  await stage.application.found();
  const anna = await stage.application.person('Anna');
  const { page, mayComplain } = await stage.visitor({
    as: anna,
    viewport: PHONE,
    hasTouch: true,
    isMobile: true,
  });
  // Software graphics say so when something is read from them.
  mayComplain(/GL Driver Message/);
  const looksRight = async () => {
    expect([...(await violations(page)), ...(await smallTargets(page))]).toEqual([]);
    expect(await overflow(page)).toBe(0);
  };
  await page.goto('/designs/modules');
  await page.getByRole('link', { name: 'Frame tube' }).waitFor();
  await looksRight();
  await page.getByRole('link', { name: 'Frame tube' }).click();
  await page.getByRole('heading', { level: 1, name: 'Frame tube' }).waitFor();
  const cells = page.locator('.cells');
  await expect.poll(() => cells.innerText()).toContain('27.4 kg');
  const length = page.getByLabel('Length', { exact: true });
  await length.fill('76 in');
  await expect.poll(() => cells.innerText()).toContain('34.7 kg');
  await length.press('Enter');
  await expect.poll(() => length.inputValue()).toBe('1930.4 mm');
  await expect.poll(() => page.url()).toMatch(/\?length=1930\.4$/);

  const hole = page.getByLabel('Diameter of the holes');
  await hole.fill('99');
  await page.getByText('would cut through the side walls').waitFor();
  await hole.fill('3 kg');
  await page.getByText('This is no unit of length.').waitFor();
  await hole.fill('1 in');
  await hole.press('Enter');
  await page.getByText('Inches').click();
  await expect.poll(() => length.inputValue()).toBe('76 in');
  await page.getByText(/76 in long/).waitFor();
  await looksRight();

  await page.getByRole('button', { name: 'Fork this module' }).click();
  await page.waitForURL(/\/designs\/drafts\/[0-9a-f-]{36}$/);
  const draftId = page.url().split('/').at(-1) ?? '';
  const { content } = draftView.parse((await anna.get(`/api/drafts/${draftId}`)).body);
  expect(content.parameters.find(({ name }) => name === 'Length')?.value).toBe('1930.4');
  expect(content.instances.map(({ of }) => of)).toEqual([{ kind: 'module', module: 'frame-tube' }]);
  expect(content.parts.map(({ cut }) => cut?.length)).toEqual([1930.4]);
});

it('an address that asks for nonsense shows the module as usual, and a module that is not there is answered', async () => {
  const stage = await openStage(browser());
  await stage.application.found();
  const { page } = await stage.visitor();
  await page.goto('/designs/modules/frame-tube?length=NaN&wall=1e999&faces=seven&nonsense=1');
  await page.getByRole('heading', { level: 1, name: 'Frame tube' }).waitFor();
  await expect.poll(() => page.locator('.cells').innerText()).toContain('27.4 kg');
  await page.goto('/designs/modules/no-such-thing');
  await page.getByText('There is no such module.').waitFor();
});
