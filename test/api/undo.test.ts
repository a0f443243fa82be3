import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commandReply } from '../../shared/commandReply.ts';
import { meView } from '../../shared/members/views.ts';
import { appointmentView, personView } from '../../shared/workshops/views.ts';
import { idIn, type Person } from '../server/application.ts';
import type { Reply } from '../server/caller.ts';
import { sharedApplication } from './shared.ts';

const DAY = 86_400_000;
const inDays = (days: number) => new Date(Math.ceil(Date.now() / DAY + days) * DAY).toISOString();

describe('an Undo', () => {
  const app = sharedApplication();
  let steward: Person;
  let workshopId: string;
  let competenceId: string;
  const of = (path: string) => `/api/workshops/${workshopId}${path}`;
  const about = (person: Person, act: string) => of(`/people/${person.memberId}/${act}`);

  beforeAll(async () => {
    ({ steward, workshopId } = await app().found());
    competenceId = idIn(await steward.command(of('/competences'), { name: 'Laser' }));
  });

  const newcomer = async (name: string): Promise<Person> => {
    const person = await app().person(name);
    await app().join(person, workshopId);
    return person;
  };
  const peopleSeenBy = async (viewer: Person) =>
    z.object({ people: z.array(personView) }).parse((await viewer.get(of('/people'))).body).people;
  const seen = async (person: Person) => {
    const found = (await peopleSeenBy(steward)).find(({ memberId }) => memberId === person.memberId);
    if (!found) return null;
    const { membership, pause, competences } = found;
    const appointments = found.appointments.map(({ role }) => role);
    return { membership, pause, competences, appointments };
  };
  const revisionOf = async (person: Person): Promise<number> => {
    const found = (await peopleSeenBy(steward)).find(({ memberId }) => memberId === person.memberId);
    if (found?.revision === null || found === undefined) throw new Error('unknown here');
    return found.revision;
  };
  const decide = async (by: Person, person: Person, act: string, body: object): Promise<Reply> =>
    by.command(about(person, act), body, { ifMatch: await revisionOf(person) });
  const undoIn = (reply: Reply) => {
    expect(reply.status, reply.text).toBeLessThan(300);
    return commandReply.parse(reply.body).undo;
  };
  /** Carries an Undo out, as the pages do. */
  const carryOut = async (by: Person, reply: Reply): Promise<Reply> => {
    const undo = undoIn(reply);
    if (!undo) throw new Error(`no Undo in ${reply.text}`);
    const method = undo.method === 'put' ? 'PUT' : 'POST';
    const revision = undo.ifMatch === null ? {} : { ifMatch: Number(undo.ifMatch.replaceAll('"', '')) };
    const undone = await by.command(undo.path, undo.body, { method, ...revision });
    expect(undone.status, undone.text).toBeLessThan(300);
    return undone;
  };

  it('of changing what somebody is makes them what they were', async () => {
    const anna = await newcomer('Anna');
    const before = await seen(anna);
    const changed = await decide(steward, anna, 'approve', { kind: 'visitor', until: inDays(30) });
    await carryOut(steward, changed);
    expect(await seen(anna)).toEqual(before);
  });

  it('of another end of a pause brings the first pause back', async () => {
    const ben = await newcomer('Ben');
    undoIn(await decide(steward, ben, 'pause', { until: inDays(3), reason: 'Left the laser alone.' }));
    const before = await seen(ben);
    const longer = await decide(steward, ben, 'pause', { until: inDays(9), reason: 'And again.' });
    await carryOut(steward, longer);
    expect(await seen(ben)).toEqual(before);
  });

  it('of pausing and of lifting a pause', async () => {
    const cleo = await newcomer('Cleo');
    const before = await seen(cleo);
    await carryOut(steward, await decide(steward, cleo, 'pause', { until: inDays(3), reason: 'Rest.' }));
    expect(await seen(cleo)).toEqual(before);
    undoIn(await decide(steward, cleo, 'pause', { until: inDays(3), reason: 'Rest.' }));
    const paused = await seen(cleo);
    await carryOut(steward, await decide(steward, cleo, 'lift-pause', {}));
    expect(await seen(cleo)).toEqual(paused);
  });

  it('of confirming a competence for longer brings the former end back', async () => {
    const dora = await newcomer('Dora');
    const competence = { competenceId, until: inDays(20) };
    undoIn(
      await steward.command(of('/appointments'), {
        memberId: steward.memberId,
        role: 'trainer',
        competenceId,
      }),
    );
    undoIn(await steward.command(about(dora, 'competences'), competence));
    const before = await seen(dora);
    const longer = await steward.command(about(dora, 'competences'), { competenceId, until: null });
    await carryOut(steward, longer);
    expect(await seen(dora)).toEqual(before);
    await carryOut(
      steward,
      await steward.command(about(dora, 'competences/withdraw'), { competenceId, reason: 'Too long ago.' }),
    );
    expect(await seen(dora)).toEqual(before);
  });

  it('is not offered for letting somebody go who held an office, which it would not bring back', async () => {
    const emil = await newcomer('Emil');
    undoIn(
      await steward.command(of('/appointments'), {
        memberId: emil.memberId,
        role: 'host',
        competenceId: null,
      }),
    );
    expect(undoIn(await decide(steward, emil, 'end', { reason: 'Moved away.' }))).toBeNull();
    const finn = await newcomer('Finn');
    const before = await seen(finn);
    await carryOut(steward, await decide(steward, finn, 'end', { reason: 'Moved away.' }));
    expect(await seen(finn)).toEqual(before);
  });

  it('of recalling somebody appoints them again, and is not offered for laying one’s own office down', async () => {
    const gina = await newcomer('Gina');
    const office = { memberId: gina.memberId, role: 'steward', competenceId: null };
    undoIn(await steward.command(of('/appointments'), office));
    const before = await seen(gina);
    await carryOut(steward, await steward.command(of('/appointments/recall'), office));
    expect(await seen(gina)).toEqual(before);
    expect(undoIn(await gina.command(of('/appointments/recall'), office))).toBeNull();
  });

  it('of coming in as more than a visitor leaves one the visitor that one was', async () => {
    const hugo = await newcomer('Hugo');
    undoIn(await decide(steward, hugo, 'approve', { kind: 'visitor', until: null }));
    const before = await seen(hugo);
    const joined = await hugo.command(of('/join'), {});
    const undo = undoIn(joined);
    if (undo) await carryOut(hugo, joined);
    expect(undo === null || JSON.stringify(await seen(hugo)) === JSON.stringify(before)).toBe(true);
  });

  it('of leaving brings one back, and of coming in takes one out', async () => {
    const ida = await app().person('Ida');
    const joined = await ida.command(of('/join'), {});
    await carryOut(ida, joined);
    expect(meView.parse((await ida.get('/api/me')).body).workshops).toEqual([]);
    await app().join(ida, workshopId);
    const before = await seen(ida);
    await carryOut(ida, await ida.command(of('/leave'), {}));
    expect(await seen(ida)).toEqual(before);
  });

  it('of appointing recalls, in the list that every member reads', async () => {
    const jan = await newcomer('Jan');
    const office = { memberId: jan.memberId, role: 'host', competenceId: null };
    await carryOut(steward, await steward.command(of('/appointments'), office));
    const list = z
      .object({ appointments: z.array(appointmentView) })
      .parse((await jan.get(of('/appointments'))).body).appointments;
    const [his] = list.filter(({ memberId }) => memberId === jan.memberId);
    expect(his).toMatchObject({ role: 'host', recalledBy: 'Stefania' });
  });
});
