import { expect, it } from 'vitest';
import { on } from '../../server/demo/plan.ts';
import { toolList } from '../../shared/loans/views.ts';
import { DEFAULTS_OF_KINDS } from '../../shared/machines/kinds.ts';
import { idIn, type Person } from '../server/application.ts';
import { overflow, settled, smallTargets, violations } from './inspect.ts';
import { type Scene, setScene } from './scene.ts';
import { oneBrowser, openStage, PHONE, type Stage } from './stage.ts';

const browser = oneBrowser();
const hours = on([1, 2, 3, 4, 5, 6], '09:00', '18:00');
const workshop = {
  openingHours: { visitor: [], member: hours, host: hours, steward: hours, holidays: [] },
};

interface Lending extends Scene {
  host: Person;
  toolId: string;
  code: string;
}

/** A workshop that lends: a host, Anna with a badge, a drill with a label. */
async function lendingScene(stage: Stage): Promise<Lending> {
  const { application } = stage;
  const scene = await setScene(stage, { workshop });
  const host = await application.person('Hana');
  await application.join(host, scene.workshopId);
  const office = { memberId: host.memberId, role: 'host', competenceId: null };
  idIn(await scene.steward.command(`/api/workshops/${scene.workshopId}/appointments`, office));
  const { memberId } = scene.anna;
  await application.accounts.badges.add({ number: 'AB12CD34', memberId, addedBy: host.memberId });
  const toolId = await tool(stage, scene, 'Hammer drill');
  const { tools } = toolList.parse((await host.get('/api/tools')).body);
  return { ...scene, host, toolId, code: tools[0]?.labelCode ?? '' };
}

const tool = ({ application }: Stage, { steward, workshopId }: Scene, name: string, more: object = {}) =>
  application.registerMachine(steward, workshopId, {
    name,
    kind: 'tool',
    mayRunUnattended: true,
    rules: DEFAULTS_OF_KINDS.tool.rules,
    ...more,
  });

it('a host lends with two scans and a tap and takes back with a scan and a tap, on a phone', async () => {
  const stage = await openStage(browser());
  const scene = await lendingScene(stage);
  const { page } = await stage.visitor({ as: scene.host, viewport: PHONE, hasTouch: true });
  await page.goto(`/workshops/${scene.workshopId}/desk`);
  await page.getByText('Nothing is out.').waitFor();
  const field = page.getByLabel('Scan a badge or a label, or type a name');
  await expect.poll(() => field.evaluate((each) => each === each.ownerDocument.activeElement)).toBe(true);

  // A scanner is a keyboard that ends with Enter.
  await page.keyboard.type('AB12CD34');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Anna' }).waitFor();
  await page.keyboard.type(`${stage.url}/m/${scene.code}`);
  await page.keyboard.press('Enter');
  const due = page.getByLabel('Hammer drill: due');
  await due.waitFor();
  await due.selectOption({ label: 'Thu 18 Jun 10:00' });
  const lend = page.getByRole('button', { name: 'Lend to Anna' });
  // Person, tool with its due date and Lend lie within one screen.
  await settled(page);
  const box = await lend.boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(PHONE.height);
  expect(await overflow(page)).toBe(0);
  expect(await smallTargets(page)).toEqual([]);
  expect(await violations(page)).toEqual([]);
  await lend.click();
  await page.getByText('Hammer drill is lent until Thu 18 Jun 10:00.').waitFor();
  await page.getByRole('heading', { name: 'Out: 1' }).waitFor();

  await page.getByRole('button', { name: 'Next person' }).click();
  await page.keyboard.type(scene.code);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Hammer drill comes back' });
  await dialog.getByRole('button', { name: 'Fine', exact: true }).click();
  await page.getByText('Hammer drill is back.').waitFor();
  await page.getByText('Nothing is out.').waitFor();
  // The hands are free: the next scan goes into the field at once.
  await expect.poll(() => field.evaluate((each) => each === each.ownerDocument.activeElement)).toBe(true);
});

it('what comes back damaged asks for a report; a kit says what is missing until it is counted', async () => {
  const stage = await openStage(browser());
  const scene = await lendingScene(stage);
  const contents = ['Ratchet', '10 mm socket'].map((name) => ({ name, quantity: 1, toolId: null }));
  const kit = await tool(stage, scene, 'Socket set', { kind: 'kit', contents });
  const { memberId } = scene.anna;
  const tools = [{ machineId: kit }, { machineId: scene.toolId }];
  const lent = await scene.host.command(`/api/workshops/${scene.workshopId}/desk/lend`, { memberId, tools });
  expect(lent.status).toBe(201);
  const { page } = await stage.visitor({ as: scene.host, viewport: PHONE, hasTouch: true });
  await page.goto(`/workshops/${scene.workshopId}/desk`);

  await page.getByRole('button', { name: 'Take back Socket set' }).click();
  const comes = page.getByRole('dialog', { name: 'Socket set comes back' });
  await comes.getByRole('button', { name: 'Something is wrong…' }).click();
  await comes.getByRole('radio', { name: 'Something is missing' }).click({ force: true });
  await comes.getByRole('checkbox', { name: '10 mm socket' }).click({ force: true });
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await comes.getByRole('button', { name: 'Take back' }).click();
  await page.getByText('Missing: 10 mm socket').waitFor();
  await page.getByRole('button', { name: 'Count it' }).click();
  const counting = page.getByRole('dialog', { name: 'Socket set' });
  await counting.getByRole('checkbox', { name: '10 mm socket' }).click({ force: true });
  await counting.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Socket set: counted.').waitFor();
  await page.getByText('Missing: 10 mm socket').waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Take back Hammer drill' }).click();
  const broken = page.getByRole('dialog', { name: 'Hammer drill comes back' });
  await broken.getByRole('button', { name: 'Something is wrong…' }).click();
  await broken.getByRole('button', { name: 'Take back' }).click();
  await page.getByRole('dialog', { name: 'What is wrong with Hammer drill?' }).waitFor();
});

it('a member reserves a tool by days with chips, sees the loan, and renews it', async () => {
  const stage = await openStage(browser());
  const scene = await lendingScene(stage);
  const { page } = await stage.visitor({ as: scene.anna, viewport: PHONE, hasTouch: true });
  await page.goto('/borrow');
  await page.getByText('You have borrowed nothing.').waitFor();
  await page.getByRole('button', { name: 'Reserve Hammer drill' }).click();
  const form = page.getByRole('dialog', { name: 'Reserve Hammer drill' });
  await form.getByRole('radio', { name: 'Tomorrow' }).first().click({ force: true });
  await form.getByRole('group', { name: 'Bring it back' }).getByText('Fri 19 Jun').click();
  await form.getByText('Collect it from tomorrow 10:00 on, bring it back by Fri 19 Jun 10:00.').waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
  await form.getByRole('button', { name: 'Reserve', exact: true }).click();
  await page.getByText('Hammer drill is reserved from tomorrow 10:00.').waitFor();
  await page.getByText('Collect tomorrow 10:00, due Fri 19 Jun 10:00').waitFor();
  await page.getByRole('button', { name: 'Cancel Hammer drill' }).click();
  await page.getByText('You have borrowed nothing.').waitFor();

  const { memberId } = scene.anna;
  const until = '2026-06-18T08:00:00.000Z';
  const body = { memberId, tools: [{ machineId: scene.toolId, until }] };
  expect((await scene.host.command(`/api/workshops/${scene.workshopId}/desk/lend`, body)).status).toBe(201);
  // Another's hands at the desk: it appears without a reload.
  await page.getByText('Due Thu 18 Jun 10:00', { exact: true }).waitFor();
  await page.getByRole('button', { name: /^Renew until .*: Hammer drill$/ }).click();
  await page.getByText(/^Hammer drill: yours until Thu 25 Jun 10:00\.$/).waitFor();
  await page.getByText('Due Thu 25 Jun 10:00', { exact: true }).waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);

  await page.goto('/');
  const today = page.getByRole('region', { name: 'My loans' });
  await today.getByText('Due Thu 25 Jun 10:00', { exact: true }).waitFor();
  await today.getByRole('link', { name: 'Hammer drill' }).click();
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Fine', exact: true }).click();
  await page.getByText('Hammer drill is back.').waitFor();
  await page.getByRole('button', { name: 'Take it now' }).waitFor();
  expect(await violations(page)).toEqual([]);
});
