import { it } from 'vitest';
import { setScene } from './scene.ts';
import { oneBrowser, openStage } from './stage.ts';

const browser = oneBrowser();

it('a steward takes a machine out of service and returns it; who booked it sees the mark come and go', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  await scene.book(scene.anna, '2026-06-16T12:00:00.000Z', '2026-06-16T13:00:00.000Z');
  const stewards = await stage.visitor({ as: scene.steward });
  const annas = await stage.visitor({ as: scene.anna });
  await annas.page.goto('/bookings');
  await annas.page.getByText('14:00–15:00').waitFor();

  const { page } = stewards;
  await page.goto(`/machines/${scene.machineId}`);
  await page.getByRole('button', { name: 'Take out of service' }).click();
  const form = page.getByRole('dialog', { name: 'Take Laser cutter out of service' });
  await form.getByLabel('What is wrong with it?').fill('The lens is cracked.');
  await form.getByRole('button', { name: 'Take out of service' }).click();
  await page.getByText('Laser cutter is out of service.').waitFor();
  await page.getByText(/^Stefania took it out of service, from Tue 16 Jun 10:\d\d\.$/).waitFor();

  const mark = annas.page.getByText('The machine is out of order then', { exact: true });
  await mark.waitFor();
  await annas.page.getByRole('link', { name: 'Today' }).first().click();
  await annas.page.getByText(/^Your booking of Laser cutter \(.*14:00.*\): .*out of order/).waitFor();

  await page.getByRole('button', { name: 'Return to service' }).click();
  await page.getByText('Laser cutter is back in service.').waitFor();
  await annas.page.getByText(/^Nothing stands against your booking of Laser cutter .*any more\.$/).waitFor();
  await mark.waitFor({ state: 'detached' });
});

it('a steward appoints a host, and everybody in the workshop can read it', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const { page } = await stage.visitor({ as: scene.steward });
  await page.goto(`/workshops/${scene.workshopId}/people`);
  await page.getByRole('button', { name: 'Manage Anna' }).click();
  const dialog = page.getByRole('dialog', { name: 'Anna' });
  await dialog.getByRole('button', { name: 'Appoint' }).click();
  await dialog.getByRole('radio', { name: 'Host' }).click({ force: true });
  await dialog.getByRole('button', { name: 'Appoint' }).click();
  await page.getByText('Anna is Host now.').waitFor();

  const belas = await stage.visitor({ as: scene.bela });
  await belas.page.goto(`/workshops/${scene.workshopId}/people`);
  const appointments = belas.page.getByRole('region', { name: 'Appointments' });
  await appointments.getByText('Anna').waitFor();
  await appointments.getByText(/Host since .*, appointed by Stefania/).waitFor();
});

it('a steward pauses a member with an end and a reason; the member reads it, and is refused with it', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const { page } = await stage.visitor({ as: scene.steward });
  await page.goto(`/workshops/${scene.workshopId}/people`);
  await page.getByRole('button', { name: 'Manage Anna' }).click();
  const dialog = page.getByRole('dialog', { name: 'Anna' });
  await dialog.getByRole('button', { name: 'Pause' }).click();
  await dialog.getByLabel('Until and including').fill('2026-06-30');
  await dialog.getByLabel('Reason').fill('The saw was left running twice.');
  await dialog.getByRole('button', { name: 'Pause' }).click();
  await page.getByText('Anna is paused.').waitFor();

  const annas = await stage.visitor({ as: scene.anna });
  await annas.page.goto(`/workshops/${scene.workshopId}`);
  await annas.page.getByText(/^You are paused until .*: The saw was left running twice\.$/).waitFor();
  await annas.page.goto(`/machines/${scene.machineId}`);
  const answer = annas.page.getByRole('region', { name: 'Can you use it now?' });
  await answer.getByText(/^Bookings are paused until/).waitFor();
  await answer.getByText(/The saw was left running twice\.$/).waitFor();
  await annas.page.goto(scene.timeline('2026-06-17'));
  await annas.page.getByRole('gridcell', { name: /^Free 00:00/ }).dispatchEvent('click');
  const form = annas.page.getByRole('dialog', { name: 'Book Laser cutter' });
  await form.getByRole('alert').getByText('Bookings are paused until 00:00 on Wednesday 1 July.').waitFor();
  await form.getByText(/^You are paused until .*: The saw was left running twice\.$/).waitFor();

  await page.getByRole('button', { name: 'Manage Anna' }).click();
  await dialog.getByRole('button', { name: 'Lift the pause' }).click();
  await page.getByText('Anna can book again.').waitFor();
});
