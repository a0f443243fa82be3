import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Caller } from '../server/caller.ts';
import { startServerProcess } from '../serverProcess.ts';
import { launchBrowser } from './browser.ts';
import { type Picture, pictures, picturesOf, show } from './pictures.ts';
import { type DemoPeople, demoPeople, findPlace, type Place } from './place.ts';

const FOLDER = join(import.meta.dirname, '../../screenshots');
const SIZES = {
  phone: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
  desktop: { viewport: { width: 1280, height: 800 } },
} as const;
const HIGHEST = 2400;
const SCHEMES = ['light', 'dark'] as const;
const founding: Picture = { name: 'founding', who: 'nobody', path: () => '/found' };

interface Scene {
  origin: string;
  place: Place;
  people: DemoPeople | null;
}

/** Pictures of `list` in every size and palette. @returns their files */
async function take(
  browser: Browser,
  { origin, place, people }: Scene,
  list: readonly Picture[],
): Promise<string[]> {
  const files: string[] = [];
  for (const who of ['nobody', 'member', 'steward'] as const) {
    const as: Caller | null = who === 'nobody' ? null : (people?.[who] ?? null);
    const theirs = picturesOf(place, who, list);
    if (theirs.length === 0) continue;
    for (const [size, options] of Object.entries(SIZES)) {
      for (const colorScheme of SCHEMES) {
        const context = await browser.newContext({
          ...options,
          colorScheme,
          baseURL: origin,
          locale: 'en-GB',
          timezoneId: 'Europe/Berlin',
        });
        const cookie = as?.credentials.cookie?.split(/=(.*)/s);
        if (cookie)
          await context.addCookies([{ name: cookie[0] ?? '', value: cookie[1] ?? '', url: origin }]);
        for (const picture of theirs) {
          const page = await context.newPage();
          const file = join(FOLDER, `${picture.name}.${size}.${colorScheme}.png`);
          try {
            await show(page, picture, place);
            if (!picture.open) await unroll(page, options.viewport);
            await page.screenshot({ path: file, animations: 'disabled' });
            files.push(file);
          } catch (error) {
            process.exitCode = 1;
            process.stderr.write(`${picture.name}, ${size}, ${colorScheme}: ${String(error)}\n`);
          }
          await page.close();
        }
        await context.close();
      }
    }
  }
  return files;
}

/** Makes the window as high as its page: then the phone's bar stands below all, where a thumb has it. */
async function unroll(page: Page, { width, height }: { width: number; height: number }): Promise<void> {
  const whole = await page.locator('html').evaluate((root): number => root.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(HIGHEST, Math.max(height, whole)) });
}

/** Runs the real program on a fresh folder. */
async function withServer<Result>(flags: string[], use: (base: string, origin: string) => Promise<Result>) {
  const folder = await mkdtemp(join(tmpdir(), 'commonwright-screenshots-'));
  const server = await startServerProcess({ DATA_DIR: folder }, (command) => [...command, ...flags]);
  try {
    return await use(server.base, server.origin);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

await mkdir(FOLDER, { recursive: true });
const browser = await launchBrowser();
const wanted = process.argv.slice(2);
const chosen = (list: readonly Picture[]) =>
  wanted.length === 0 ? list : list.filter(({ name }) => wanted.some((word) => name.includes(word)));
const files = await withServer(['--demo'], async (base, origin) => {
  const people = await demoPeople(base, origin);
  const place = await findPlace(people);
  const taken = await take(browser, { origin, place, people }, chosen(pictures));
  const first = await withServer([], (_base, bare) =>
    take(browser, { origin: bare, place, people: null }, chosen([founding])),
  );
  return [...taken, ...first];
});
await browser.close();
process.stdout.write(`${files.map((file) => relative(process.cwd(), file)).join('\n')}\n`);
