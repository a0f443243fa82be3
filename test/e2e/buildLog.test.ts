import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { buildView } from '../../shared/builds/views.ts';
import { thingView } from '../../shared/items/views.ts';
import { idIn } from '../server/application.ts';
import { designOf, line } from '../server/designs/library.ts';
import { publish } from './designScene.ts';
import { setScene } from './scene.ts';
import { oneBrowser, openStage, PHONE } from './stage.ts';

const browser = oneBrowser();

const step = (id: string, title: string) => ({
  id,
  title,
  text: '',
  parts: [],
  tools: [],
  machines: [],
  competences: [],
  minutes: 30,
  pictures: [],
});

/** What the microphone of this browser hears, without one: a tone. */
const TONE = `navigator.mediaDevices.getUserMedia = async () => {
  const audio = new AudioContext();
  const heard = audio.createMediaStreamDestination();
  const tone = audio.createOscillator();
  tone.connect(heard);
  tone.start();
  return heard.stream;
};`;
/** A photograph larger than what is sent, as base64. */
const LARGE = `(async () => {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [2400, 1200];
  const context = canvas.getContext('2d');
  context.fillStyle = '#a63100';
  context.fillRect(300, 300, 900, 600);
  return canvas.toDataURL('image/jpeg', 0.8).split(',')[1];
})()`;
const FULL = `IDBObjectStore.prototype.put = () => {
  throw new DOMException('no room', 'QuotaExceededError');
}`;
const WIDTH = `(async () => {
  const [image] = document.querySelectorAll('.log-entry img');
  image.loading = 'eager';
  await image.decode();
  return image.naturalWidth;
})()`;

const unsent = (page: Page, count: number) =>
  page.getByText(count === 1 ? '1 entry unsent' : `${count} entries unsent`).waitFor();

it('a part fitted, photographs, a voice note, words and a step done without a signal arrive once, in their order', async () => {
  const stage = await openStage(browser());
  const { anna, workshopId } = await setScene(stage);
  const content = designOf({
    title: 'CEB press',
    parts: [line('plate', { quantity: 2 })],
    steps: [step('cut-plates', 'Cut the plates'), step('weld-frame', 'Weld the frame')],
  });
  const of = await publish(stage.application, anna, content);
  const buildId = idIn(await anna.command('/api/builds', { workshopId, of }));
  const told = { workshopId, description: { name: 'Plate of the old press' }, how: 'given' };
  const plateId = idIn(await anna.command('/api/things', told));
  const { code } = thingView.parse((await anna.get(`/api/things/${plateId}`)).body);
  const read = async () => buildView.parse((await anna.get(`/api/builds/${buildId}`)).body);

  const { page, context, mayComplain } = await stage.visitor({ as: anna, viewport: PHONE });
  mayComplain(/ERR_INTERNET_DISCONNECTED|Failed to fetch|net::ERR/);
  await context.addInitScript({ content: TONE });
  const given: string[] = [];
  // What was answered; what found no connection is sent again under its id.
  page.on('response', (response) => {
    const request = response.request();
    const id = request.headers()['idempotency-key'];
    if (id && request.method() === 'POST') given.push(id);
  });
  await page.goto(`/builds/${buildId}`);
  await page.getByRole('heading', { level: 2, name: 'Cut the plates' }).waitFor();
  const picture = {
    name: 'plate.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from(String(await page.evaluate(LARGE)), 'base64'),
  };

  await page.getByRole('button', { name: 'Put in: plate' }).click();
  const putIn = page.getByRole('dialog', { name: 'plate: where from?' });
  await putIn.getByText('A thing with a code').click();
  const field = putIn.getByRole('searchbox');
  await field.waitFor();

  await context.setOffline(true);
  // This device has never seen what has that code.
  await field.fill(code ?? '');
  await putIn.getByRole('button', { name: `the thing with the code ${code}` }).click();
  await putIn.getByRole('button', { name: 'Fit it' }).click();
  await unsent(page, 1);
  await page.getByText(`the thing with the code ${code} is fitted`, { exact: true }).waitFor();
  await page.locator('input[capture][accept="image/*"]').setInputFiles(picture);
  await unsent(page, 2);
  await page.getByRole('button', { name: 'Step done' }).click();
  await page.getByRole('heading', { level: 2, name: 'Weld the frame' }).waitFor();
  await page.getByRole('button', { name: 'Speak' }).click();
  await page.getByRole('button', { name: /^Stop 0:(0[1-9]|[1-5]\d)/ }).click();
  await unsent(page, 4);
  await page.getByRole('button', { name: 'Add words' }).last().click();
  const dialog = page.getByRole('dialog', { name: 'Add words' });
  await dialog.getByRole('textbox', { name: 'Words' }).fill('A burr on the left one.');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await unsent(page, 5);
  expect((await read()).log).toEqual([]);

  await context.setOffline(false);
  await page.getByText('Everything is sent.').waitFor();
  const { log, stepList, currentStep, lineList } = await read();
  expect(lineList[0]?.meetings.map(({ how, itemId }) => [how, itemId])).toEqual([['fitted', plateId]]);
  const byTime = log.toSorted((one, other) => one.at.localeCompare(other.at));
  expect(
    byTime.map((entry) => [entry.step, entry.photographs.length, entry.sounds.length, entry.note]),
  ).toEqual([
    ['cut-plates', 1, 0, 'A burr on the left one.'],
    ['weld-frame', 0, 1, null],
  ]);
  expect([stepList[0]?.done === null, currentStep]).toEqual([false, 'weld-frame']);
  expect(new Set(given).size).toBe(given.length);
  await page.getByText('A burr on the left one.').first().waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Add words' }).first().waitFor();
  await page.locator('.log-entry img').first().scrollIntoViewIfNeeded();
  expect(await page.evaluate(WIDTH)).toBe(2048);

  // Neither room nor a connection: the picture stays in the page.
  await page.evaluate(FULL);
  await context.setOffline(true);
  await page.locator('input[capture][accept="image/*"]').setInputFiles(picture);
  await page.getByText('No room: a picture is in this page only').waitFor();
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Save the photograph to the device' }).click();
  expect((await (await (await saving).createReadStream()).toArray()).length).toBeGreaterThan(0);
});
