import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { machineView } from '../../shared/machines/views.ts';
import { idIn, someWorkshop } from '../server/application.ts';
import { plainJpeg } from '../server/files/photographs.ts';
import { overflow, smallTargets, violations } from './inspect.ts';
import { setScene } from './scene.ts';
import { oneBrowser, openStage, PHONE } from './stage.ts';

const browser = oneBrowser();
const picture = { name: 'kiln.jpg', mimeType: 'image/jpeg', buffer: plainJpeg() };

/** Nothing that axe finds, nothing beside the screen, nothing that a thumb would miss. */
async function inspect(page: Page, what: string): Promise<void> {
  const beside = await overflow(page);
  const found = [...(await violations(page)), ...(await smallTargets(page))];
  expect([...found, ...(beside > 0 ? [`${beside} px beside the screen`] : [])], what).toEqual([]);
}

it('a steward adds a machine by photograph: the kind says its rules, a sentence opens to be changed', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const { page } = await stage.visitor({ as: scene.steward, viewport: PHONE });
  await page.goto(`/workshops/${scene.workshopId}/machines/new`);
  await page.getByLabel('Kind').selectOption('kiln');
  await page.getByLabel('Name', { exact: true }).fill('Small kiln');
  await page.locator('input[type=file]').setInputFiles(picture);
  await page.getByRole('img', { name: 'Photograph' }).waitFor();
  const turnaround = page.getByRole('button', { name: '12 hours between any two bookings' });
  await turnaround.click();
  await page.getByLabel('Turnaround', { exact: true }).and(page.locator('input')).fill('10');
  await page.getByRole('button', { name: '10 hours between any two bookings' }).waitFor();
  await page.getByRole('button', { name: 'More rules' }).click();
  await page.getByRole('button', { name: 'You may work on it alone.' }).waitFor();
  await page.getByText('More about it').click();
  await page.getByLabel('Where it stands').fill('Clay corner');
  await page.getByText('Given', { exact: true }).click();
  await inspect(page, 'a new machine');
  await page.getByRole('button', { name: 'Add the machine' }).click();
  await page.waitForURL(/\/machines\/[0-9a-f-]{36}\/label$/);
  const machineId = /machines\/([0-9a-f-]{36})/.exec(page.url())?.[1];
  const view = machineView.parse((await scene.steward.get(`/api/machines/${machineId}`)).body);
  expect(view).toMatchObject({ name: 'Small kiln', kind: 'kiln', area: 'Clay corner', origin: 'given' });
  expect(view.rules).toMatchObject({ turnaroundMinutes: 600, maximumDurationMinutes: 1_440 });
  expect(view.photographs).toHaveLength(1);

  await page.goto(`/machines/${machineId}`);
  await page.getByRole('img', { name: 'Photograph of Small kiln' }).waitFor();
  await page.getByText('10 hours between any two bookings, to cool or clean.').waitFor();
  await page.getByText('Clay corner').waitFor();
  await inspect(page, 'a machine in full');
});

it('its rules are changed in sentences, with Undo', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const { page } = await stage.visitor({ as: scene.steward, viewport: PHONE });
  await page.goto(`/machines/${scene.machineId}`);
  const rules = page.getByRole('region', { name: 'Its rules' });
  await rules.getByText('It asks nothing of a booking.').waitFor();
  await rules.getByRole('button', { name: 'Change the rules' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'No quiet hours of its own.' }).click();
  await dialog.getByRole('button', { name: 'Add a time' }).click();
  await dialog.getByRole('button', { name: 'Quiet hours, when it rests: Mon 22:00–06:00.' }).waitFor();
  await dialog.getByRole('button', { name: 'Booked at once' }).click();
  await dialog.getByLabel('A steward confirms each booking').check();
  await inspect(page, 'changing rules');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await rules.getByText('A steward confirms each booking.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await rules.getByText('It asks nothing of a booking.').waitFor();
});

it('settings are noted by one and confirmed by another', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const anna = await stage.visitor({ as: scene.anna, viewport: PHONE });
  const bela = await stage.visitor({ as: scene.bela, viewport: PHONE });
  await bela.page.goto(`/machines/${scene.machineId}`);
  await bela.page.getByText('Nobody has noted settings yet.').waitFor();
  await anna.page.goto(`/machines/${scene.machineId}`);
  await anna.page.getByRole('button', { name: 'Note settings' }).click();
  const form = anna.page.getByRole('dialog');
  await form.getByLabel('Material').fill('Birch plywood');
  await form.getByLabel('Thickness in millimetres').fill('3,5');
  await form.getByRole('textbox', { name: 'Setting', exact: true }).fill('Power');
  await form.getByRole('textbox', { name: 'Value' }).fill('60 %');
  await inspect(anna.page, 'noting settings');
  await form.getByRole('button', { name: 'Note it' }).click();
  await anna.page.getByText('Birch plywood, 3.5 mm').waitFor();
  await bela.page.getByRole('button', { name: 'Works for me: Birch plywood, 3.5 mm' }).click();
  await bela.page.getByText('Worked for 1 other').waitFor();
  await anna.page.getByText('Worked for 1 other').waitFor();
});

it('machines of another workshop are copied after one has seen what comes', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const model = idIn(await scene.bela.command('/api/workshops', { ...someWorkshop, name: 'Model shop' }));
  const competences = `/api/workshops/${model}/competences`;
  const competence = idIn(await scene.bela.command(competences, { name: 'Welding' }));
  await stage.application.registerMachine(scene.bela, model, {
    name: 'Welder two',
    kind: 'welder',
    requiredCompetences: [competence],
  });
  const { page } = await stage.visitor({ as: scene.steward, viewport: PHONE });
  await page.goto(`/workshops/${scene.workshopId}/machines/new`);
  await page.getByRole('link', { name: 'Copy from another workshop' }).click();
  await page.getByLabel('Workshop').selectOption({ label: 'Model shop' });
  await page.getByText('Welder two').click();
  await page.getByRole('button', { name: 'See what comes' }).click();
  await page.getByText('New competences here:').waitFor();
  await page.getByText('Needs Welding.').waitFor();
  await inspect(page, 'what comes with a copy');
  await page.getByRole('button', { name: 'Copy 1 machine' }).click();
  await page.waitForURL(/\/machines\?workshop=/);
  await page.getByText('Welder two').first().waitFor();
});
