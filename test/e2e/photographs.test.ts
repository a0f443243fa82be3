import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { setScene } from './scene.ts';
import { oneBrowser, openStage } from './stage.ts';

const browser = oneBrowser();

it('a large photograph is sent small, in the same proportion, and is shown again', async () => {
  const sources = await Promise.all(
    ['exif', 'pieces', 'withoutTraces', 'shrink'].map((name) =>
      readFile(join(import.meta.dirname, `../../client/files/${name}.ts`), 'utf8'),
    ),
  );
  const alone = (source: string) =>
    stripTypeScriptTypes(source)
      .replaceAll(/^export /gm, '')
      .replaceAll(/^import .*$/gm, '');
  const shrink = sources.map(alone).join('\n');
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const { page } = await stage.visitor({ as: scene.steward });
  await page.goto('/');
  const seen = await page.evaluate(`(async () => {
    ${shrink}
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [4000, 3000];
    const context = canvas.getContext('2d');
    for (let at = 0; at < 4000; at += 7) {
      context.fillStyle = 'hsl(' + (at % 360) + ' 80% 50%)';
      context.fillRect(at, (at * 13) % 3000, 90, 400);
    }
    const large = await new Promise((done) => canvas.toBlob(done, 'image/png'));
    const small = await shrunk(large);
    // What is small is not drawn anew; what is left of it is a picture still.
    [canvas.width, canvas.height] = [40, 30];
    context.fillRect(3, 3, 9, 9);
    const little = [];
    for (const type of ['image/jpeg', 'image/png', 'image/webp']) {
      const bare = await shrunk(await new Promise((done) => canvas.toBlob(done, type)));
      little.push(bare.type + ' ' + (await createImageBitmap(bare)).width);
    }
    const broken = await shrunk(new Blob(['no picture']));
    const reply = await fetch('/api/files', { method: 'POST', body: small });
    const { fileId } = await reply.json();
    const image = new Image();
    image.src = '/api/files/' + fileId;
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    return { status: reply.status, type: small.type, width, height, untouched: broken.size, little };
  })()`);
  expect(seen).toEqual({
    ...{ status: 201, type: 'image/jpeg', width: 2048, height: 1536, untouched: 10 },
    little: ['image/jpeg 40', 'image/png 40', 'image/webp 40'],
  });
});
