import type { Page } from 'playwright-core';
import { create } from 'qrcode';
import { expect, it } from 'vitest';
import { settled } from './inspect.ts';
import { setScene } from './scene.ts';
import { oneBrowser, openStage } from './stage.ts';

const browser = oneBrowser();
const POINTS_PER_MILLIMETRE = 72 / 25.4;

/** Width and height of each page of a PDF, in whole millimetres. */
async function printedPages(page: Page): Promise<[number, number][]> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  return [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(([, width, height]) => [
    Math.round(Number(width) / POINTS_PER_MILLIMETRE),
    Math.round(Number(height) / POINTS_PER_MILLIMETRE),
  ]);
}

/** The modules of the first square code on the page, as they are drawn: dark or light at the middle of each. */
async function drawnModules(page: Page, size: number): Promise<boolean[]> {
  const code = page.locator('.printed-label svg').first();
  const picture = `data:image/png;base64,${(await code.screenshot({ scale: 'device' })).toString('base64')}`;
  // On an empty page: ours may fetch nothing from elsewhere. As text: the program has no types of a browser.
  const empty = await page.context().newPage();
  const dark: boolean[] = await empty.evaluate(`(async () => {
    const image = await createImageBitmap(await (await fetch('${picture}')).blob());
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d', { willReadFrequently: true });
    canvas.drawImage(image, 0, 0);
    const step = image.width / ${size + 8};
    const middle = (module) => Math.floor((module + 4.5) * step);
    return Array.from({ length: ${size * size} }, (_, module) => {
      const [row, column] = [Math.floor(module / ${size}), module % ${size}];
      return canvas.getImageData(middle(column), middle(row), 1, 1).data[0] < 128;
    });
  })()`);
  await empty.close();
  return dark;
}

it('labels print on sheets, on a roll and round, in millimetres, and their squares lead to the machine', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const { page } = await stage.visitor({ as: scene.steward, deviceScaleFactor: 3 });
  await page.goto(`/workshops/${scene.workshopId}`);
  await page.getByRole('link', { name: 'Labels to print' }).click();
  await page.getByRole('heading', { name: 'Labels to print' }).waitFor();
  await page.locator('.printed-label').first().waitFor();
  const labels = await page.locator('.printed-label').count();
  expect(labels).toBeGreaterThan(0);

  await settled(page);
  expect(await printedPages(page)).toEqual([[210, 297]]);
  const code = await page.locator('.printed-label .code').first().innerText();
  const { modules } = create(`${stage.url}/m/${code}`, { errorCorrectionLevel: 'M' });
  expect(await drawnModules(page, modules.size)).toEqual([...modules.data].map((module) => module === 1));

  await page.getByText('Roll, 62 mm').click();
  await expect.poll(() => printedPages(page)).toEqual(Array.from({ length: labels }, () => [62, 29]));
  await page.getByText('Round, 25 mm').click();
  await expect.poll(() => printedPages(page)).toEqual(Array.from({ length: labels }, () => [25, 25]));

  // Styles of a page stay when one goes on: what is printed next is that page, and not an empty sheet.
  await page.getByRole('link', { name: 'Machines', exact: true }).first().click();
  const machines = page.getByRole('heading', { level: 1, name: 'Machines' });
  await machines.waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await machines.isVisible()).toBe(true);
});
