import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { idIn } from '../server/application.ts';
import { setScene } from './scene.ts';
import { oneBrowser, openStage, PHONE } from './stage.ts';

const browser = oneBrowser();
/** Compressed JavaScript of a first visit, bytes. */
const LIMIT = 100_000;
/** Of a thing's page: neither texts of workshops nor those of designs come with it. */
const LIMIT_OF_THING = 90_000;

/** Files that only pages of designs need: their own, Markdown, drawings of graphs. */
const OF_DESIGNS = /design|draft|lineage|longText|drawing|editor/i;

/** What a visit of an address loads as scripts, until the network is quiet: bytes by Brotli as sent, and by gzip. */
async function scriptsOf(
  page: Page,
  address: string,
): Promise<{ sent: number; gzip: number; files: string[] }> {
  const total = { sent: 0, gzip: 0, files: [] as string[] };
  const measured: Promise<void>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    measured.push(
      (async () => {
        const [{ responseBodySize }, body] = await Promise.all([response.request().sizes(), response.body()]);
        expect(response.headers()['content-encoding']).toBe('br');
        total.sent += responseBodySize;
        total.gzip += gzipSync(body, { level: 9 }).length;
        total.files.push(new URL(response.url()).pathname);
      })(),
    );
  });
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  await Promise.all(measured);
  return total;
}

it.each([
  ['en-GB', 'Today'],
  ['es-MX', 'Hoy'],
])('the first page of a member fits (%s)', async (locale, title) => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const { page } = await stage.visitor({ as: scene.anna, viewport: PHONE, locale });
  const { sent, gzip, files } = await scriptsOf(page, '/');
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  console.log(`today, ${locale}: ${sent} bytes as sent (br), ${gzip} by gzip, ${files.length} files`);
  expect(files.some((file) => /todayPage/.test(file))).toBe(true);
  expect(files.filter((file) => OF_DESIGNS.test(file))).toEqual([]);
  expect(gzip).toBeLessThanOrEqual(LIMIT);
});

it('the page behind a label fits, without an account', async () => {
  const stage = await openStage(browser());
  const { steward, workshopId } = await stage.application.found();
  const machineId = await stage.application.registerMachine(steward, workshopId);
  const { body } = await steward.get(`/api/machines/${machineId}`);
  const { page } = await stage.visitor({ viewport: PHONE });
  const { sent, gzip, files } = await scriptsOf(page, `/m/${Reflect.get(Object(body), 'labelCode')}`);
  console.log(`label: ${sent} bytes as sent (br), ${gzip} by gzip, ${files.length} files`);
  expect(files.some((file) => /machinePage/.test(file))).toBe(true);
  expect(gzip).toBeLessThanOrEqual(LIMIT);
});

it('the story of a thing and the log of a build fit, without the texts of designs and of workshops', async () => {
  const stage = await openStage(browser());
  const { steward, workshopId } = await stage.application.found();
  const told = { workshopId, description: { name: 'Loader 7' }, how: 'given' };
  const itemId = idIn(await steward.command('/api/things', told));
  const buildId = idIn(await steward.command('/api/builds', { workshopId, note: 'A spare pin' }));
  for (const [address, script, limit] of [
    [`/things/${itemId}`, /thingPage/, LIMIT_OF_THING],
    [`/builds/${buildId}`, /buildPage/, LIMIT],
  ] as const) {
    const { page } = await stage.visitor({ as: steward, viewport: PHONE });
    const { sent, gzip, files } = await scriptsOf(page, address);
    console.log(`${script.source}: ${sent} bytes as sent (br), ${gzip} by gzip, ${files.length} files`);
    expect(files.some((file) => script.test(file))).toBe(true);
    expect(files.filter((file) => /(designs|workshops)In|designs-|OfWorkshops/.test(file))).toEqual([]);
    expect(gzip).toBeLessThanOrEqual(limit);
  }
});
