import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../temporaryFolder.ts';
import { overflow, smallTargets, violations } from './inspect.ts';
import { oneBrowser, openStage, PHONE } from './stage.ts';

const browser = oneBrowser();

it('a folder becomes a draft that says on one page what was recognised', async () => {
  const folder = join(await temporaryFolder(), 'hand-press');
  await mkdir(join(folder, 'cad'), { recursive: true });
  await mkdir(join(folder, '.git'));
  await writeFile(
    join(folder, 'README.md'),
    '# Hand press\n\nPresses bricks by hand.\n\n## Why\n\nNo grid here.\n',
  );
  await writeFile(join(folder, 'LICENSE'), 'Creative Commons Attribution-ShareAlike 4.0 International\n');
  await writeFile(join(folder, 'bom.csv'), 'Part,Qty,Material\nLever,1,Steel\nBolt M8,"4",Steel\n');
  await writeFile(join(folder, 'cad', 'lever.scad'), 'cube([10, 10, 400]);\n');
  await writeFile(join(folder, '.git', 'HEAD'), 'ref: refs/heads/main\n');
  const stage = await openStage(browser());
  await stage.application.found();
  const anna = await stage.application.person('Anna');
  const { page } = await stage.visitor({ as: anna, viewport: PHONE, hasTouch: true, isMobile: true });
  await page.goto('/designs/drafts');
  await page.getByText('No drafts yet').waitFor();
  expect([...(await violations(page)), ...(await smallTargets(page))]).toEqual([]);
  await page.getByRole('link', { name: 'Bring a design' }).click();
  await page.locator('input[type=file]').setInputFiles(folder);
  await page.getByText(/^4 files, /).waitFor();
  await page.getByText('1 files that nobody needs').waitFor();
  await page.getByRole('button', { name: 'Bring it' }).click();
  await page.getByText('1 design found').waitFor();
  await page.getByRole('heading', { name: 'Hand press' }).waitFor();
  expect([...(await violations(page)), ...(await smallTargets(page))]).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await page.getByRole('link', { name: 'Open the draft Hand press' }).click();
  await page.getByRole('radio', { name: 'Parts' }).click({ force: true });
  await page.getByRole('button', { name: /Bolt M8.*4 ×/ }).waitFor();

  await page.goto('/designs/drafts');
  await page.getByRole('button', { name: 'Delete the draft Hand press' }).click();
  await page.getByRole('button', { name: 'Delete the draft', exact: true }).click();
  await page.getByText('No drafts yet').waitFor();
});
