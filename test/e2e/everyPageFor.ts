import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { picturesOf, show, type Who } from '../browser/pictures.ts';
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

  /** Walks through the pages and gathers what is found, so that one look tells all of it. */
  async function walk(page: Page, who: Who, look: () => Promise<string[]>): Promise<string[]> {
    const found: string[] = [];
    for (const picture of picturesOf(place, who).filter(({ hasOwnTest }) => !hasOwnTest)) {
      await show(page, picture, place);
      for (const each of await look()) found.push(`${picture.name}: ${each}`);
    }
    return found;
  }

  describe.each(whos)('every page for a %s', (who) => {
    it('has nothing that axe finds, in both palettes, on a phone; targets fit a thumb; nothing lies beside the screen', async () => {
      const { page } = await visitor(browser(), server.origin, {
        as: signedIn(who),
        viewport: PHONE,
        hasTouch: true,
        isMobile: true,
      });
      const found = await walk(page, who, async () => {
        await page.emulateMedia({ colorScheme: 'light' });
        const light = await violations(page);
        await page.emulateMedia({ colorScheme: 'dark' });
        const beside = await overflow(page);
        return [
          ...light,
          ...(await violations(page, 'colours')),
          ...(await smallTargets(page)),
          ...(beside > 0 ? [`${beside} px beside the screen`] : []),
        ];
      });
      expect(found).toEqual([]);
    }, 120_000);

    it('has nothing that axe finds on a wide screen, in both palettes, and moves nothing where less motion is wanted', async () => {
      const { page } = await visitor(browser(), server.origin, {
        as: signedIn(who),
        viewport: DESKTOP,
        reducedMotion: 'reduce',
      });
      const found = await walk(page, who, async () => {
        const restless = await moving(page);
        await page.emulateMedia({ colorScheme: 'dark' });
        const dark = await violations(page);
        await page.emulateMedia({ colorScheme: 'light' });
        return [...restless, ...dark, ...(await violations(page, 'colours'))];
      });
      expect(found).toEqual([]);
    }, 120_000);
  });
}
