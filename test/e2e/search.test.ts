import { it } from 'vitest';
import { setScene } from './scene.ts';
import { oneBrowser, openStage, PHONE } from './stage.ts';

const browser = oneBrowser();

it('a machine is found from the frame by a word, on a wide screen', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const { page } = await stage.visitor({ as: scene.anna });
  await page.goto('/');
  await page.getByRole('searchbox', { name: 'Words, or the code on a label' }).fill('cutter');
  await page.keyboard.press('Enter');
  await page.getByRole('main').getByRole('link', { name: 'Laser cutter' }).click();
  await page.getByRole('heading', { level: 1, name: 'Laser cutter' }).waitFor();
});

it('on a phone the search stands beside the name, and says when nothing is found', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const { page } = await stage.visitor({ as: scene.anna, viewport: PHONE });
  await page.goto('/');
  await page.getByRole('link', { name: 'Search' }).click();
  await page.getByRole('searchbox').fill('xylophone');
  await page.getByText('Nothing here is called “xylophone”.').waitFor();
  await page.getByRole('searchbox').fill('laser');
  await page.getByRole('main').getByRole('link', { name: 'Laser cutter' }).waitFor();
});
