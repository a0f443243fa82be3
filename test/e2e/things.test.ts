import { expect, it } from 'vitest';
import { thingView } from '../../shared/items/views.ts';
import { idIn } from '../server/application.ts';
import { overflow, settled, smallTargets, violations } from './inspect.ts';
import { setScene } from './scene.ts';
import { oneBrowser, openStage, PHONE } from './stage.ts';

const browser = oneBrowser();
/** Height of the phone's bar. */
const BAR = 62;

it('a cylinder is scanned, taken out and fitted; a loader is taken apart, onto the salvage shelf', async () => {
  const stage = await openStage(browser());
  const { steward, anna, workshopId } = await setScene(stage);
  const receive = async (name: string) =>
    idIn(await steward.command('/api/things', { workshopId, description: { name }, how: 'given' }));
  const loader = await receive('Loader 7');
  const press = await receive('CEB press No. 2');
  const cylinder = idIn(
    await steward.command(`/api/things/${loader}/recover-from`, { description: { name: 'Cylinder' } }),
  );
  idIn(await steward.command(`/api/things/${cylinder}/fit`, { into: press }));
  idIn(await steward.command(`/api/things/${await receive('Bucket')}/fit`, { into: loader }));
  const { code } = thingView.parse((await anna.get(`/api/things/${cylinder}`)).body);

  const { page } = await stage.visitor({ as: anna, viewport: PHONE });
  const dialog = page.getByRole('dialog');
  await page.goto(`/m/${code}`);
  await page.getByText('in its second machine').waitFor();
  await page.getByRole('link', { name: 'CEB press No. 2' }).first().waitFor();
  await settled(page);
  const repair = await page.getByRole('button', { name: 'Repair', exact: true }).boundingBox();
  expect((repair?.y ?? Number.POSITIVE_INFINITY) + (repair?.height ?? 0)).toBeLessThan(PHONE.height - BAR);
  expect(await violations(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);

  await page.getByRole('button', { name: 'Take out', exact: true }).click();
  await dialog.getByText('Worn').click();
  await dialog.getByLabel('Shelf or place').fill('rack 2');
  await dialog.getByRole('button', { name: 'Take out' }).click();
  await page.getByText('Cylinder is taken out.').waitFor();
  await page.getByText('was in 2 machines').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('in its second machine').waitFor();
  idIn(await anna.command(`/api/things/${cylinder}/take-out`, {}));

  await page.getByRole('button', { name: 'Fit', exact: true }).click();
  await dialog.getByLabel('Into what?').fill('press');
  await dialog.getByRole('button', { name: /CEB press No\. 2/ }).click();
  await dialog.getByRole('button', { name: 'Fit', exact: true }).click();
  await page.getByText('in its third machine').waitFor();

  await page.goto(`/things/${loader}/take-apart`);
  await page.getByText('0 of 1 decided').waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await page.getByRole('button', { name: 'Good', exact: true }).click();
  await page.getByText('1 of 1 decided').waitFor();
  await page.getByRole('button', { name: 'A part that nobody wrote down' }).click();
  await dialog.getByLabel('Name', { exact: true }).fill('Motor');
  await dialog.getByRole('button', { name: 'Recover it' }).click();
  await page.getByText('2 of 2 decided').waitFor();
  await page.getByRole('button', { name: 'Scrap the rest' }).click();
  await dialog.getByRole('button', { name: 'Scrap' }).click();
  await page.getByText('Loader 7 is scrapped.').waitFor();

  await page.goto('/salvage');
  await page.getByRole('link', { name: 'Bucket' }).waitFor();
});
