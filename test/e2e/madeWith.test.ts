import { mkdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { buildView } from '../../shared/builds/views.ts';
import { idIn, someWorkshop } from '../server/application.ts';
import { overflow, smallTargets, violations } from './inspect.ts';
import { setScene } from './scene.ts';
import { oneBrowser, openStage, PHONE, type Stage } from './stage.ts';

const browser = oneBrowser();
/** A folder for pictures, to be looked at. */
const { PICTURES: pictures } = process.env;

/** A torch table made in Hilltop, and with it a press in Riverside, whose cylinder came out of a loader. */
async function story(stage: Stage) {
  const { steward, anna, workshopId: riverside } = await setScene(stage);
  const place = { address: 'Hill Road 1, Bamberg', latitude: 49.95, longitude: 10.8 };
  const hilltop = idIn(await steward.command('/api/workshops', { ...someWorkshop, name: 'Hilltop', place }));
  const act = async (path: string, body: object = {}) => {
    stage.advance(60);
    return idIn(await steward.command(path, body));
  };
  const receive = (workshopId: string, name: string, how = 'given') =>
    act('/api/things', { workshopId, description: { name }, how });
  const make = async (workshopId: string, name: string, machineIds: string[], parts: string[] = []) => {
    const buildId = await act('/api/builds', { workshopId, kind: 'make', things: 1, name });
    const { thingList } = buildView.parse((await steward.get(`/api/builds/${buildId}`)).body);
    const itemId = thingList[0]?.itemId ?? '';
    for (const machineId of machineIds) {
      const bookingId = await act(`/api/builds/${buildId}/use`, { machineId });
      const { sessions } = buildView.parse((await steward.get(`/api/builds/${buildId}`)).body);
      const ifMatch = sessions.find((session) => session.bookingId === bookingId)?.entityRevision ?? 0;
      stage.advance(95);
      idIn(await steward.command(`/api/machines/${machineId}/bookings/${bookingId}/stop`, {}, { ifMatch }));
    }
    for (const part of parts) await act(`/api/things/${part}/fit`, { into: itemId, buildId });
    await act(`/api/builds/${buildId}/complete`);
    return itemId;
  };
  const lathe = await stage.application.registerMachine(steward, hilltop, { name: 'Lathe' });
  const welder = await stage.application.registerMachine(steward, riverside, { name: 'MIG welder' });
  const table = await make(hilltop, 'CNC torch table', [lathe]);
  await act(`/api/things/${table}/into-service`, { kind: 'other' });
  const loader = await receive(riverside, 'Loader 7');
  const [cylinder, pump] = [
    await act(`/api/things/${loader}/recover-from`, { description: { name: 'Hydraulic cylinder' } }),
    await act(`/api/things/${loader}/recover-from`, { description: { name: 'Gear pump' } }),
  ];
  await act(`/api/things/${loader}/scrap`, { reason: 'Its frame is broken' });
  const splitter = await make(riverside, 'Log splitter', [welder], [cylinder]);
  await act(`/api/things/${cylinder}/take-out`);
  const cube = await make(riverside, 'Power Cube', [welder], [pump]);
  const press = await make(riverside, 'CEB press', [table, welder], [cylinder]);
  await act(`/api/things/${press}/into-service`, { kind: 'other' });
  await make(riverside, 'Brick mould', [press]);
  return { anna, press, splitter, cube, cylinder, table, loader };
}

async function shot(page: Page, name: string): Promise<void> {
  if (!pictures) return;
  await mkdir(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
}

const pressed = z.string().array();

it('a press tells with which table it was made, and that its cylinder is in its third machine', async () => {
  const stage = await openStage(browser());
  const { anna, press, cylinder } = await story(stage);
  const { page } = await stage.visitor({ as: anna });
  await page.goto('/made-with');
  const drawing = page.getByRole('region', { name: 'Drawing of what was made with what' });
  await drawing.getByText('Generation 1', { exact: true }).waitFor();
  await shot(page, 'all');
  await drawing.getByRole('button', { name: /^CEB press/ }).click();
  const told = page.locator('.note');
  await told.getByText('Loader 7 → Log splitter → CEB press').waitFor();
  await told.getByText('What these were made with').click();
  await told.getByText('Lathe').waitFor();
  const strong = pressed.parse(
    await drawing
      .locator('[data-state="strong"] .name')
      .evaluateAll((all) => all.map((each) => each.textContent)),
  );
  expect(strong.toSorted()).toEqual(
    [
      'CNC torch table',
      'Hydraulic cylinder',
      'Hydraulic cylinder',
      'Lathe',
      'Loader 7',
      'Log splitter',
      'MIG welder',
    ].toSorted(),
  );
  expect(await violations(page)).toEqual([]);
  await shot(page, 'press');
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(page, 'colours')).toEqual([]);
  await shot(page, 'press-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await drawing.getByRole('button', { name: /^Hydraulic cylinder\s*life 3/ }).click();
  await shot(page, 'cylinder');
  await page.goto(`/things/${cylinder}/made-with`);
  await page.getByRole('heading', { name: 'Where it is and was' }).waitFor();
  await shot(page, 'thing');

  const phone = await stage.visitor({ as: anna, viewport: PHONE });
  await phone.page.goto(`/things/${press}`);
  await phone.page.getByRole('link', { name: 'What it was made with' }).click();
  await phone.page.getByText('Loader 7 → Log splitter → CEB press').first().waitFor();
  expect(await violations(phone.page)).toEqual([]);
  expect(await smallTargets(phone.page)).toEqual([]);
  expect(await overflow(phone.page)).toBe(0);
  await shot(phone.page, 'phone');
  await phone.page.goto('/made-with/figures');
  await phone.page
    .getByText(/Rests on/)
    .first()
    .waitFor();
  expect(await violations(phone.page)).toEqual([]);
  await shot(phone.page, 'figures-phone');
  if (pictures) {
    await phone.page.goto('/made-with');
    await phone.page.getByRole('button', { name: 'As a drawing' }).click();
    await shot(phone.page, 'phone-drawn');
    await page.goto('/made-with/figures');
    await page
      .getByText(/Rests on/)
      .first()
      .waitFor();
    await shot(page, 'figures');
  }
});
