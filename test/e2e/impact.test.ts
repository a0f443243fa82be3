import { expect, it } from 'vitest';
import { newDesign } from '../api/designStory.ts';
import { idIn } from '../server/application.ts';
import { overflow, smallTargets, violations } from './inspect.ts';
import { setScene } from './scene.ts';
import { oneBrowser, openStage, PHONE } from './stage.ts';

const browser = oneBrowser();

it('a danger of a design leads its holder from Today to the thing, and from there to all that have it', async () => {
  const stage = await openStage(browser());
  const { steward, anna, workshopId } = await setScene(stage);
  const designId = await newDesign(anna, 'Valve bank');
  const receive = async (name: string, of: object | null) =>
    idIn(await steward.command('/api/things', { workshopId, description: { name, of }, how: 'bought' }));
  const of = { designId, revision: 1 };
  await receive('Valve bank 1', of);
  const second = await receive('Valve bank 2', of);
  const press = await receive('CEB press No. 2', null);
  idIn(await steward.command(`/api/things/${second}/fit`, { into: press }));
  const danger = { revision: 1, text: 'The spring jumps out', safety: true, line: null, step: null };
  const problemId = idIn(await anna.command(`/api/designs/${designId}/problems`, danger));

  const { page } = await stage.visitor({ as: steward, viewport: PHONE });
  await page.goto('/');
  await page
    .getByRole('link', { name: 'A safety problem of Valve bank is open on 2 of your things' })
    .click();
  await page.getByText('2 things have revision 1: 2 open').waitFor();
  await page.getByText('revision 1 · in CEB press No. 2').waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await page.getByRole('button', { name: 'Does not apply…: Valve bank 1' }).click();
  await page.getByLabel('Why does it not apply to this one?').fill('It has no spring');
  await page.getByRole('button', { name: 'Write it down' }).click();
  await page.getByText('2 things have revision 1: 1 open, 1 exempted').waitFor();
  await page.getByText('It has no spring').waitFor();
  await page.getByRole('button', { name: 'Open again: Valve bank 1' }).click();
  await page.getByText('2 things have revision 1: 2 open').waitFor();

  await page.goto(`/things/${press}`);
  await page.getByRole('link', { name: 'In it: Valve bank 2' }).click();
  await page.getByRole('note').getByText('The spring jumps out').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Fixed: Valve bank 2' }).click();
  await page.getByText('Your answer is written down.').waitFor();
  await page.getByText('Somebody could get hurt').waitFor({ state: 'detached' });

  await page.goto(`/designs/${designId}/talk`);
  const counted = page.getByRole('link', { name: '2 things have revision 1: 1 open, 1 fixed' });
  await counted.waitFor();
  expect(await counted.getAttribute('href')).toBe(`/designs/${designId}/problems/${problemId}`);
});
