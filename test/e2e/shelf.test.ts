import type { Page } from 'playwright-core';
import { create } from 'qrcode';
import { expect, it } from 'vitest';
import { stockList } from '../../shared/stock/views.ts';
import { overflow, smallTargets, violations } from './inspect.ts';
import { setScene } from './scene.ts';
import { oneBrowser, openStage, PHONE } from './stage.ts';

const browser = oneBrowser();

/** In place of the camera: a moving picture of a label. */
async function holdBefore(page: Page, text: string): Promise<void> {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const dots = Array.from(modules.data, (dot, index) =>
    dot ? [index % modules.size, Math.floor(index / modules.size)] : [],
  ).filter(({ length }) => length > 0);
  await page.addInitScript({
    content: `navigator.mediaDevices.getUserMedia = async () => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 });
      const context = canvas.getContext('2d');
      const draw = () => {
        context.fillStyle = '#c8c8c8';
        context.fillRect(0, 0, 640, 480);
        context.fillStyle = '#202020';
        for (const [x, y] of ${JSON.stringify(dots)}) context.fillRect(180 + x * 8, 100 + y * 8, 8, 8);
      };
      setInterval(draw, 100);
      draw();
      return canvas.captureStream(10);
    };`,
  });
}

/** As a scanner types: all keys at once, whatever else the machine does; and Enter. */
async function scan(page: Page, code: string): Promise<void> {
  const keys = await page.context().newCDPSession(page);
  const enter = { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 };
  const typed = [...code].map((text) => ({ key: text, text }));
  // Not one after the other: the answers are not waited for in between.
  await Promise.all(
    [...typed, enter].flatMap((key) => [
      keys.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key }),
      keys.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }),
    ]),
  );
  await keys.detach();
}

it('a shelf is seen, taken from and counted on a phone: by camera, by scanner, without a signal', async () => {
  const stage = await openStage(browser());
  const { steward, anna, workshopId } = await setScene(stage);
  const path = `/api/workshops/${workshopId}/stock`;
  const open = (description: object, receive: object | null) =>
    steward.command(path, { description, receive });
  const said = (quantity: number, unit: string) => ({ quantity, unit });
  await open(
    { name: 'Bolt M8 × 30', unit: 'piece', shelf: 'Rack A', lowBelow: 10 },
    { amount: said(3, 'piece') },
  );
  await open({ name: 'Hydraulic oil', unit: 'l', shelf: 'Rack A' }, { amount: said(20, 'l') });
  await open(
    { name: 'Square tube 4 × 4 in', unit: 'ft', shelf: 'Rack B' },
    { pieces: { count: 2, length: said(20, 'ft') } },
  );
  const stock = async () =>
    stockList.parse((await steward.get(path)).body).shelves.flatMap(({ stock: bins }) => bins);
  const [bolts, oil, tube] = await stock();
  await steward.command(`${path}/${tube?.materialId}/consume`, {
    pieces: [{ count: 1, length: said(7.5, 'ft') }],
  });
  const { page, context, mayComplain } = await stage.visitor({ as: anna, viewport: PHONE, hasTouch: true });
  const looksGood = async () => {
    expect(await overflow(page)).toBe(0);
    expect(await smallTargets(page)).toEqual([]);
    expect(await violations(page)).toEqual([]);
  };

  await page.goto('/shelf');
  await page.getByText('3 bins · 1 material runs low').waitFor();
  await page.getByText(`1 × 12' 6"`).waitFor();
  await looksGood();

  // Recorded 3, taken 5: one tap says that they were there.
  await page.getByRole('button', { name: 'Take: Bolt M8 × 30' }).click();
  const dialog = page.getByRole('dialog', { name: 'Take Bolt M8 × 30' });
  await dialog.getByLabel('How much').fill('5');
  await dialog.getByRole('button', { name: 'Take it' }).click();
  await looksGood();
  await dialog.getByRole('button', { name: /^Yes: / }).click();
  await page.getByText('5 pieces of Bolt M8 × 30 taken.').waitFor();
  await expect.poll(async () => (await stock())[0]?.onHand).toBe(0);

  await holdBefore(page, `${stage.url}/m/${oil?.code}`);
  await page.goto(`/shelf/${workshopId}/count`);
  await page.getByRole('heading', { name: 'Bolt M8 × 30' }).waitFor();
  await looksGood();
  await page.getByRole('button', { name: 'Scan', exact: true }).click();
  await page.getByRole('heading', { name: 'Hydraulic oil' }).waitFor();
  for (const key of ['1', '8', 'Point', '5'])
    await page.getByRole('button', { name: key, exact: true }).click();
  // Two taps before the page has drawn the first, and another bin scanned before the answer is there.
  let asked = 0;
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/count', async (route) => {
    asked += 1;
    await answered;
    await route.continue();
  });
  await page.getByRole('button', { name: 'Next: 18.5 l' }).evaluate((button) => {
    button.click();
    button.click();
  });
  await scan(page, `${bolts?.code}`);
  await page.getByRole('heading', { name: 'Bolt M8 × 30' }).waitFor();
  answer();
  await page.getByText('Hydraulic oil: 18.5 l counted.').waitFor();
  expect(asked).toBe(1);
  expect(await page.getByRole('heading', { name: 'Bolt M8 × 30' }).isVisible()).toBe(true);
  await page.unroute('**/count');
  await scan(page, `${tube?.code}`);

  // Where there is no signal it waits in the telephone. A scanner types fast, a person does not.
  await page.getByRole('heading', { name: 'Square tube 4 × 4 in' }).waitFor();
  await looksGood();
  mayComplain(/ERR_INTERNET_DISCONNECTED/);
  await context.setOffline(true);
  await page.getByRole('button', { name: 'One fewer of 20 ft' }).click();
  await page.getByRole('button', { name: /^Next: / }).click();
  await page.getByRole('heading', { name: 'Bolt M8 × 30' }).waitFor();
  await scan(page, `${bolts?.code}`);
  // At once: what comes after a code counts, though the page has not drawn yet.
  await page.keyboard.type('42');
  await page.getByRole('button', { name: 'Next: 42 pieces' }).click();
  await page.getByRole('heading', { name: 'All is counted.' }).waitFor();
  await page.getByText('42 pieces more').waitFor();
  await context.setOffline(false);
  await expect
    .poll(async () => (await stock()).map(({ onHand }) => onHand))
    .toEqual([42, 18.5, 12.5 * 304.8]);
});
