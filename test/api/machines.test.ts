import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commandReply } from '../../shared/commandReply.ts';
import { fileReply } from '../../shared/files/kinds.ts';
import { NO_BOOKING_RULES } from '../../shared/machines/bookingRules.ts';
import { DEFAULTS_OF_KINDS } from '../../shared/machines/kinds.ts';
import { copyReply, machineView, settingList } from '../../shared/machines/views.ts';
import { idIn, type Person, someMachine, someWorkshop } from '../server/application.ts';
import type { Reply } from '../server/caller.ts';
import { pdf, plainJpeg } from '../server/files/photographs.ts';
import { sharedApplication } from './shared.ts';

describe('a machine', () => {
  const app = sharedApplication();
  let steward: Person;
  let anna: Person;
  let ben: Person;
  let workshopId: string;
  const of = (path: string) => `/api/workshops/${workshopId}${path}`;

  beforeAll(async () => {
    ({ steward, workshopId } = await app().found());
    [anna, ben] = await Promise.all([app().person('Anna'), app().person('Ben')]);
    await Promise.all([app().join(anna, workshopId), app().join(ben, workshopId)]);
  });

  const seenBy = async (who: { get(path: string): Promise<Reply> }, machineId: string) =>
    machineView.parse((await who.get(`/api/machines/${machineId}`)).body);
  const rulesIn = (reply: Reply) =>
    z.object({ objections: z.array(z.object({ rule: z.string(), message: z.string() })) }).parse(reply.body)
      .objections;
  const carryOut = async (who: Person, reply: Reply) => {
    const { undo } = commandReply.parse(reply.body);
    if (!undo) throw new Error(`no Undo in ${reply.text}`);
    const revision = undo.ifMatch === null ? {} : { ifMatch: Number(undo.ifMatch.replaceAll('"', '')) };
    const method = undo.method === 'put' ? 'PUT' : 'POST';
    const undone = await who.command(undo.path, undo.body, { method, ...revision });
    expect(undone.status, undone.text).toBe(undone.status === 201 ? 201 : 200);
  };
  const sent = async (who: Person, bytes: Buffer): Promise<string> => {
    const response = await fetch(`http://127.0.0.1:${app().port}/api/files`, {
      method: 'POST',
      headers: { origin: app().url, ...who.credentials },
      body: bytes,
    });
    return fileReply.parse(await response.json()).fileId;
  };

  it('is registered with the rules of its kind where none are said, and keeps what is said', async () => {
    const laser = idIn(await steward.command(of('/machines'), someMachine));
    expect((await seenBy(anna, laser)).rules).toEqual(DEFAULTS_OF_KINDS.laser.rules);
    const free = await app().registerMachine(steward, workshopId);
    expect((await seenBy(app().nobody, free)).rules).toEqual(NO_BOOKING_RULES);
  });

  it('has its rules set by stewards, at the revision that they read, and set back by Undo', async () => {
    const machineId = await app().registerMachine(steward, workshopId);
    const path = `/api/machines/${machineId}/rules`;
    const rules = { ...NO_BOOKING_RULES, maximumDurationMinutes: 90 };
    const put = (who: Person, ifMatch: number) => who.command(path, rules, { method: 'PUT', ifMatch });
    expect((await put(anna, 0)).status).toBe(403);
    expect((await put(steward, 9)).status).toBe(412);
    const set = await put(steward, 0);
    expect(set.status, set.text).toBe(200);
    expect(await seenBy(anna, machineId)).toMatchObject({ rules, revision: 1 });
    await carryOut(steward, set);
    expect((await seenBy(anna, machineId)).rules).toEqual(NO_BOOKING_RULES);
  });

  it('depends on machines of its workshop; a circle is refused with its way', async () => {
    const extraction = await app().registerMachine(steward, workshopId, {
      name: 'Extraction',
      kind: 'utility',
    });
    const saw = await app().registerMachine(steward, workshopId, { name: 'Saw', dependsOn: [extraction] });
    expect(await seenBy(anna, saw)).toMatchObject({
      dependsOn: [extraction],
      dependsOnNames: ['Extraction'],
    });
    const looping = { ...someMachine, name: 'Extraction', kind: 'utility', dependsOn: [saw] };
    const circle = await steward.command(`/api/machines/${extraction}/description`, looping, {
      method: 'PUT',
      ifMatch: 0,
    });
    expect(rulesIn(circle)).toEqual([
      {
        rule: 'dependencyCycle',
        message: 'It would depend on itself: Extraction → Saw → Extraction.',
      },
    ]);
    const elsewhere = idIn(await anna.command('/api/workshops', { ...someWorkshop, name: 'Elsewhere' }));
    const theirs = await app().registerMachine(anna, elsewhere, { name: 'Theirs' });
    const foreign = await steward.command(of('/machines'), { ...someMachine, dependsOn: [theirs] });
    expect(rulesIn(foreign)).toMatchObject([{ rule: 'foreignDependency' }]);
    expect((await seenBy(anna, saw)).revision).toBe(0);
  });

  it('is lent by a member, whom only the workshop knows', async () => {
    const lent = { ...someMachine, tier: 'lent' as const };
    const stranger = await app().person('Stranger');
    const refused = await steward.command(of('/machines'), { ...lent, lentBy: stranger.memberId });
    expect(rulesIn(refused)).toMatchObject([{ rule: 'lender' }]);
    const machineId = await app().registerMachine(steward, workshopId, { ...lent, lentBy: anna.memberId });
    expect((await seenBy(ben, machineId)).lentBy).toEqual({ memberId: anna.memberId, name: 'Anna' });
    expect((await seenBy(app().nobody, machineId)).lentBy).toBeNull();
  });

  it('shows photographs and a manual that were sent before; each is taken back by Undo', async () => {
    const machineId = await app().registerMachine(steward, workshopId);
    const path = `/api/machines/${machineId}`;
    const [photograph, manual] = await Promise.all([sent(steward, plainJpeg()), sent(steward, pdf())]);
    const unknown = await steward.command(`${path}/photographs`, { fileId: '0'.repeat(64) });
    expect(rulesIn(unknown)).toMatchObject([{ rule: 'unknownFile' }]);
    const noPicture = await steward.command(`${path}/photographs`, { fileId: manual });
    expect(rulesIn(noPicture)).toMatchObject([{ rule: 'unknownFile' }]);
    expect((await anna.command(`${path}/photographs`, { fileId: photograph })).status).toBe(403);
    const added = await steward.command(`${path}/photographs`, { fileId: photograph });
    const attach = { fileId: manual, name: 'Manual' };
    const attached = await steward.command(`${path}/manual`, attach, { method: 'PUT' });
    expect(await seenBy(app().nobody, machineId)).toMatchObject({
      photographs: [photograph],
      manual: attach,
    });
    await carryOut(steward, added);
    await carryOut(steward, attached);
    expect(await seenBy(anna, machineId)).toMatchObject({ photographs: [], manual: null, revision: 0 });
  });

  it('has a photograph no more when the file is withdrawn', async () => {
    const machineId = await app().registerMachine(steward, workshopId);
    const fileId = await sent(steward, Buffer.concat([plainJpeg()]));
    idIn(await steward.command(`/api/machines/${machineId}/photographs`, { fileId }));
    const gone = await steward.command(`/api/files/${fileId}/withdraw`, { reason: 'It shows a child.' });
    expect(gone.status, gone.text).toBeLessThan(300);
    await expect.poll(async () => (await seenBy(anna, machineId)).photographs).toEqual([]);
  });

  describe('and its settings', () => {
    const plywood = {
      material: 'Birch plywood',
      thicknessMillimetres: 4,
      values: [{ name: 'Power', value: '60 %' }],
    };
    const acrylic = { ...plywood, material: 'Acrylic' };

    it('are noted by a member, confirmed by others, withdrawn by whoever noted them or a steward', async () => {
      const machineId = await app().registerMachine(steward, workshopId);
      const path = `/api/machines/${machineId}/settings`;
      const list = async (who: { get(path: string): Promise<Reply> }) =>
        settingList.parse((await who.get(path)).body).settings;
      const stranger = await app().person('Stranger');
      expect((await stranger.command(path, { setting: plywood })).status).toBe(403);
      idIn(await anna.command(path, { setting: acrylic }));
      const noted = await anna.command(path, { setting: plywood, note: 'Two passes.' });
      const settingId = idIn(noted);
      const own = await anna.command(`${path}/${settingId}/confirm`, {});
      expect(rulesIn(own)).toMatchObject([{ rule: 'ownSetting' }]);
      const confirmed = await ben.command(`${path}/${settingId}/confirm`, {});
      idIn(confirmed);
      idIn(await ben.command(`${path}/${settingId}/confirm`, {}));
      expect(await list(ben)).toMatchObject([
        { setting: plywood, note: 'Two passes.', by: 'Anna', confirmations: 1, confirmedByMe: true },
        { setting: acrylic, confirmations: 0, mayWithdraw: false },
      ]);
      expect(await list(app().nobody)).toMatchObject([{ by: null, mayConfirm: false }, { by: null }]);
      await carryOut(ben, confirmed);
      expect((await list(ben)).map(({ confirmations }) => confirmations)).toEqual([0, 0]);
      const others = await ben.command(`${path}/${settingId}/withdraw`, {});
      expect(rulesIn(others)).toMatchObject([{ rule: 'othersSetting' }]);
      const withdrawn = await anna.command(`${path}/${settingId}/withdraw`, {});
      idIn(withdrawn);
      expect(await list(anna)).toHaveLength(1);
      await carryOut(anna, withdrawn);
      expect((await list(ben)).map(({ note }) => note)).toContain('Two passes.');
      idIn(await steward.command(`${path}/${(await list(ben))[0]?.settingId}/withdraw`, {}));
      expect(await list(ben)).toHaveLength(1);
    });
  });

  describe('of another workshop', () => {
    it('is copied with its rules and competences, what it needs first; a repeat makes nothing twice', async () => {
      const elsewhere = idIn(await ben.command('/api/workshops', { ...someWorkshop, name: 'Model' }));
      const there = (path: string) => `/api/workshops/${elsewhere}${path}`;
      const laserThere = idIn(await ben.command(there('/competences'), { name: 'laser' }));
      const welding = idIn(await ben.command(there('/competences'), { name: 'Welding' }));
      const laserHere = idIn(await steward.command(of('/competences'), { name: 'Laser' }));
      const rules = { ...NO_BOOKING_RULES, maximumOpen: 2 };
      const air = await app().registerMachine(ben, elsewhere, { name: 'Air', kind: 'utility' });
      const cutter = await app().registerMachine(ben, elsewhere, {
        name: 'Cutter',
        requiredCompetences: [laserThere, welding],
        dependsOn: [air],
        area: 'Hall 9',
        rules,
      });
      const path = of('/copy-from');
      const body = { fromWorkshopId: elsewhere, machineIds: [cutter, air] };
      expect((await anna.command(path, body)).status).toBe(403);
      const head = await app().parts.store.head();
      const rehearsed = copyReply.parse((await steward.command(path, body, { dryRun: true })).body);
      expect(await app().parts.store.head()).toBe(head);
      expect(rehearsed).toMatchObject({
        copied: false,
        competences: [
          { name: 'laser', isNew: false },
          { name: 'Welding', isNew: true },
        ],
        machines: [
          { name: 'Air', machineId: null, hasNamesake: false },
          { name: 'Cutter', rules, requiredCompetenceNames: ['laser', 'Welding'] },
        ],
      });
      const commandId = '7f6c3c1e-52a9-4f0e-9c3d-0b7e4d1c0001';
      const reply = await steward.command(path, body, { commandId });
      expect(reply.status, reply.text).toBe(201);
      const copied = copyReply.parse(reply.body);
      expect(copied.machines.flatMap(({ objections }) => objections)).toEqual([]);
      const [newAir = '', newCutter = ''] = copied.machines.map(({ machineId }) => machineId ?? '');
      const seen = await seenBy(anna, newCutter);
      expect(seen).toMatchObject({ workshopId, rules, area: null, dependsOn: [newAir] });
      expect(seen.requiredCompetences[0]).toBe(laserHere);
      expect(seen.requiredCompetenceNames).toEqual(['Laser', 'Welding']);

      const after = await app().parts.store.head();
      const again = copyReply.parse((await steward.command(path, body, { commandId })).body);
      expect(again.machines).toEqual(copied.machines);
      expect(await app().parts.store.head()).toBe(after);
      const twice = copyReply.parse((await steward.command(path, body, { dryRun: true })).body);
      expect(twice.machines.map(({ hasNamesake }) => hasNamesake)).toEqual([true, true]);
    });

    it('must be of the workshop that is named, and not of one’s own', async () => {
      const mine = await app().registerMachine(steward, workshopId);
      const elsewhere = idIn(await ben.command('/api/workshops', { ...someWorkshop, name: 'Other' }));
      for (const fromWorkshopId of [workshopId, elsewhere]) {
        const body = { fromWorkshopId, machineIds: [mine] };
        expect((await steward.command(of('/copy-from'), body)).status).toBe(400);
      }
    });
  });
});
