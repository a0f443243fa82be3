import { expect, it } from 'vitest';
import { machineList } from '../../shared/machines/views.ts';
import { overflow, smallTargets, violations } from './inspect.ts';
import { setScene } from './scene.ts';
import { oneBrowser, openStage, PHONE } from './stage.ts';

const browser = oneBrowser();

it('a steward looks at a table from a spreadsheet on a phone, mends it, and takes it in', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const { page } = await stage.visitor({
    as: scene.steward,
    viewport: PHONE,
    hasTouch: true,
    isMobile: true,
  });
  await page.goto(`/workshops/${scene.workshopId}/settings`);
  await page.getByRole('link', { name: 'Take in a table' }).click();
  await page.getByRole('radio', { name: 'Machines' }).click({ force: true });
  const template = page.getByRole('link', { name: 'A table to fill in' });
  expect(await template.getAttribute('download')).toBe('machines.csv');
  // As Excel in Spanish writes it: semicolons, and not in UTF-8.
  const csv = Buffer.from('Máquina;Tipo;Plazas\r\nSierra Ñandú;sierra;\r\nBanco;bench;lots\r\n', 'latin1');
  await page
    .getByLabel('A CSV file')
    .setInputFiles({ name: 'maquinas.csv', mimeType: 'text/csv', buffer: csv });
  await page.getByRole('button', { name: 'Check the rows' }).click();
  await page.getByText('1 ready, 0 here already, 1 with mistakes. Nothing is written yet.').waitFor();
  await page.getByText('“lots” is no number of places').waitFor();
  expect([...(await violations(page)), ...(await smallTargets(page))]).toEqual([]);
  expect(await overflow(page)).toBe(0);

  const pasted = page.getByLabel('Or paste the rows');
  expect(await pasted.inputValue()).toContain('Sierra Ñandú');
  await pasted.fill('name,kind\nSierra Ñandú,saw\nBanco,bench');
  await page.getByRole('button', { name: 'Check the rows' }).click();
  await page.getByText('2 ready, 0 here already, 0 with mistakes.').waitFor();
  await page.getByRole('button', { name: 'Take in 2 rows' }).click();
  await page.getByText('2 taken in, 0 here already, 0 not taken in.').waitFor();
  const { body } = await scene.steward.get(`/api/machines?workshop=${scene.workshopId}`);
  const names = machineList.parse(body).machines.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['Sierra Ñandú', 'Banco']));
  await page.getByRole('button', { name: 'Check the rows' }).click();
  await page.getByText('0 ready, 2 here already, 0 with mistakes.').waitFor();
});
