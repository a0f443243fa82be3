import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { TEMPLATES } from '../../shared/imports/columns.ts';
import { importReply } from '../../shared/imports/views.ts';
import { machineList } from '../../shared/machines/views.ts';
import { idIn, type Person } from '../server/application.ts';
import { sharedApplication } from './shared.ts';

describe('a table', () => {
  const app = sharedApplication();
  let steward: Person;
  let anna: Person;
  let workshopId: string;

  beforeAll(async () => {
    ({ steward, workshopId } = await app().found());
    anna = await app().person('Anna');
    await app().join(anna, workshopId);
  });

  const take = async (table: string, csv: string, sending: { dryRun?: boolean; commandId?: string } = {}) => {
    const reply = await steward.command(`/api/workshops/${workshopId}/import`, { table, csv }, sending);
    expect(reply.status, reply.text).toBe(200);
    return importReply.parse(reply.body);
  };
  const outcomes = ({ rows }: z.infer<typeof importReply>) =>
    rows.map(({ line, outcome }) => `${line} ${outcome}`);
  const people = async () => {
    const { body } = await steward.get(`/api/workshops/${workshopId}/people`);
    return z
      .object({ people: z.array(z.looseObject({ memberId: z.string(), name: z.string().nullable() })) })
      .parse(body).people;
  };
  const machines = async () =>
    machineList.parse((await steward.get(`/api/machines?workshop=${workshopId}`)).body).machines;

  it('of competences is rehearsed without a trace, then taken in once, however often it comes', async () => {
    const csv = '\ufeffNombre;Meses\nLaser;24\n"Torno; metal";\nLáser;12\n;3\nKiln;9999\n';
    const head = await app().parts.store.head();
    const rehearsed = await take('competences', csv, { dryRun: true });
    expect(outcomes(rehearsed)).toEqual(['2 would', '3 would', '4 mistake', '5 mistake', '6 mistake']);
    expect(rehearsed.rows[2]?.notes.join()).toContain('Line 2 says');
    expect(await app().parts.store.head()).toBe(head);

    const commandId = randomUUID();
    const taken = await take('competences', csv, { commandId });
    expect(outcomes(taken)).toEqual(['2 done', '3 done', '4 mistake', '5 mistake', '6 mistake']);
    expect(taken).toMatchObject({ good: 2, known: 0, bad: 3, dryRun: false });
    const after = await app().parts.store.head();
    for (const again of [await take('competences', csv, { commandId }), await take('competences', csv)]) {
      expect(outcomes(again).slice(0, 2)).toEqual(['2 known', '3 known']);
    }
    expect(await app().parts.store.head()).toBe(after);
  });

  it('of members makes accounts, lets them in, and confirms what the founder may confirm', async () => {
    const csv = [
      'Name\tE-Mail\tKind\tUntil\tSkills\tShoe size',
      `Ada\tada.${workshopId}@example.org\tmember\t31.12.2099\tLaser\t39`,
      'Ben\t\tvisitor\t\t\t',
      `Anna\t${anna.email.toUpperCase()}\t\t\tlaser | torno; metal\t`,
      'Eve\tnot-an-address\t\t\t\t',
      'Old\t\t\t2001-01-01\t\t',
      'Yan\t\t\t\tJuggling\t',
      'Ben\t\t\t\t\t',
    ].join('\r\n');
    const before = (await people()).length;
    const rehearsed = await take('members', csv, { dryRun: true });
    expect(rehearsed.unknownColumns).toEqual(['Shoe size']);
    expect(outcomes(rehearsed)).toEqual([
      '2 would',
      '3 would',
      '4 would',
      '5 mistake',
      '6 mistake',
      '7 mistake',
      '8 mistake',
    ]);
    expect((await people()).length).toBe(before);
    expect(await app().accounts.members.byEmail(`ada.${workshopId}@example.org`)).toBeNull();

    const commandId = randomUUID();
    const taken = await take('members', csv, { commandId });
    expect(outcomes(taken).slice(0, 3)).toEqual(['2 done', '3 done', '4 done']);
    const now = await people();
    expect(now.map(({ name }) => name).filter((name) => name === 'Ben')).toHaveLength(1);
    expect(now.length).toBe(before + 2);
    const ada = await app().accounts.members.byEmail(`ada.${workshopId}@example.org`);
    expect(JSON.stringify(now.find(({ memberId }) => memberId === ada))).toContain(
      '2100-01-01T00:00:00+01:00',
    );
    const [laser] = z
      .object({ competences: z.array(z.looseObject({ name: z.string(), competenceId: z.string() })) })
      .parse((await steward.get(`/api/workshops/${workshopId}`)).body)
      .competences.filter(({ name }) => name === 'Laser');
    expect(JSON.stringify(now.find(({ memberId }) => memberId === anna.memberId))).toContain(
      laser?.competenceId,
    );

    const head = await app().parts.store.head();
    for (const again of [await take('members', csv, { commandId }), await take('members', csv)]) {
      expect(outcomes(again).slice(0, 3)).toEqual(['2 known', '3 known', '4 known']);
    }
    expect(await app().parts.store.head()).toBe(head);
    expect((await people()).length).toBe(before + 2);
  });

  it('says what somebody who is no founder cannot confirm', async () => {
    const second = await app().person('Sam');
    await app().join(second, workshopId);
    const office = { memberId: second.memberId, role: 'steward', competenceId: null };
    idIn(await steward.command(`/api/workshops/${workshopId}/appointments`, office));
    const csv = 'name,competences\nZoe,Laser';
    const reply = await second.command(`/api/workshops/${workshopId}/import`, { table: 'members', csv });
    const [row] = importReply.parse(reply.body).rows;
    expect(row).toMatchObject({ outcome: 'partly' });
    expect(row?.notes.join()).toContain('its trainer');
  });

  it('of machines and tools fills in what their kinds say', async () => {
    const csv =
      'Máquina,Tipo,Plazas,Competencias\nBig laser,cortadora láser,,Laser\nBench,bench,6,\nThing,warp drive,,\nSaw,saw,many,\n';
    expect(outcomes(await take('machines', csv, { dryRun: true }))).toEqual([
      '2 would',
      '3 would',
      '4 mistake',
      '5 mistake',
    ]);
    expect(outcomes(await take('machines', csv))).toEqual(['2 done', '3 done', '4 mistake', '5 mistake']);
    const byName = new Map((await machines()).map((machine) => [machine.name, machine]));
    expect(byName.get('Big laser')).toMatchObject({
      kind: 'laser',
      capacity: 1,
      dangers: ['laserLight', 'fumes', 'hot'],
    });
    expect(byName.get('Bench')).toMatchObject({ kind: 'bench', capacity: 6 });
    const tools = 'tool,contents\nDrill,\nTap set,"1 x wrench, 12 x tap"\n';
    expect(outcomes(await take('tools', tools))).toEqual(['2 done', '3 done']);
    expect(outcomes(await take('tools', tools))).toEqual(['2 known', '3 known']);
    const kinds = new Map((await machines()).map(({ name, kind }) => [name, kind]));
    expect([kinds.get('Drill'), kinds.get('Tap set')]).toEqual(['tool', 'kit']);
  });

  it('may begin with the template of its kind', async () => {
    expect((await take('competences', TEMPLATES.competences)).bad).toBe(0);
    for (const table of ['competences', 'members', 'machines', 'tools'] as const) {
      const { bad, unknownColumns, rows } = await take(table, TEMPLATES[table], { dryRun: true });
      expect([table, bad, unknownColumns, rows.length]).toEqual([table, 0, [], 2]);
    }
  });

  it('that is none is refused as a whole, with the line', async () => {
    const refused = async (csv: string) => {
      const reply = await steward.command(`/api/workshops/${workshopId}/import`, { table: 'members', csv });
      expect(reply.status).toBe(400);
      return reply.text;
    };
    expect(await refused('')).toContain('empty');
    expect(await refused('e-mail,kind\nx@example.org,member')).toContain('name');
    expect(await refused('name,nombre\nA,B')).toContain('say the same');
    expect(await refused('name\nA\n"B\nC')).toContain('line 4');
    expect(await refused(`name\n${'A\n'.repeat(1001)}`)).toContain('1000 are taken');
    const outsider = await app().person('Otto');
    const body = { table: 'members', csv: 'name\nA' };
    expect((await anna.command(`/api/workshops/${workshopId}/import`, body)).status).toBe(403);
    expect((await outsider.command(`/api/workshops/${workshopId}/import`, body)).status).toBe(403);
  });

  it('of two hundred people is taken in within seconds', async () => {
    const rows = Array.from(
      { length: 200 },
      (_, number) => `Person ${number},person.${number}@example.net,Laser`,
    );
    const began = performance.now();
    const { good, bad } = await take('members', ['name,email,competences', ...rows].join('\n'));
    console.log(`200 members in ${Math.round(performance.now() - began)} ms`);
    expect([good, bad]).toEqual([200, 0]);
  });
});
