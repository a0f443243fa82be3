import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { picturesOf, settled, show, type Who } from '../browser/pictures.ts';
import { type DemoPeople, demoPeople, findPlace, type Place } from '../browser/place.ts';
import { type ServerProcess, startServerProcess } from '../serverProcess.ts';
import { moving, overflow, smallTargets, violations } from './inspect.ts';
import { DESKTOP, oneBrowser, PHONE, visitor } from './stage.ts';

/** Looks at every page that these people see, in a demo region of its own: two files walk side by side. */
export function everyPageFor(...whos: Who[]): void {
  const browser = oneBrowser();
  let folder: string;
  let server: ServerProcess;
  let people: DemoPeople;
  let place: Place;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'commonwright-'));
    server = await startServerProcess({ DATA_DIR: folder }, (command) => [...command, '--demo']);
    people = await demoPeople(server.base, server.origin);
    place = await findPlace(people);
  });
  afterAll(async () => {
    await server?.kill();
    await rm(folder, { recursive: true, force: true });
  });

  const signedIn = (who: Who) => (who === 'nobody' ? undefined : people[who]);

  /** What is wrong with a page as it stands, in both palettes. */
  async function looks(page: Page): Promise<string[]> {
    await page.emulateMedia({ colorScheme: 'light' });
    const light = await violations(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    return [...light, ...(await violations(page, 'colours'))];
  }

  /** One visit for both sizes: most of the time goes into coming to a page. */
  async function look(page: Page): Promise<string[]> {
    const restless = await moving(page);
    const found = [...restless, ...(await looks(page)), ...(await smallTargets(page))];
    const beside = await overflow(page);
    if (beside > 0) found.push(`${beside} px beside the screen`);
    await page.setViewportSize(DESKTOP);
    await settled(page);
    return [...found, ...(await moving(page)), ...(await looks(page)).map((each) => `wide: ${each}`)];
  }

  it.each(whos)(
    'has on every page for a %s nothing that axe finds, on a phone and a wide screen, in both palettes; targets fit a thumb; nothing lies beside the screen, or moves where less motion is wanted',
    async (who) => {
      const { page } = await visitor(browser(), server.origin, {
        as: signedIn(who),
        viewport: PHONE,
        hasTouch: true,
        isMobile: true,
        reducedMotion: 'reduce',
      });
      const found: string[] = [];
      for (const picture of picturesOf(place, who).filter(({ hasOwnTest }) => !hasOwnTest)) {
        await page.setViewportSize(PHONE);
        await show(page, picture, place);
        for (const each of await look(page)) found.push(`${picture.name}: ${each}`);
      }
      expect(found).toEqual([]);
    },
    400_000,
  );
}
