import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { machineCalendarView } from '../../shared/bookings/views.ts';
import { fileReply } from '../../shared/files/kinds.ts';
import { idIn, type Person, someWorkshop } from '../server/application.ts';
import { pdf } from '../server/files/photographs.ts';
import { sharedApplication } from './shared.ts';

const HOUR = 3_600_000;
const at = (hours: number) => new Date(Math.floor(Date.now() / HOUR) * HOUR + hours * HOUR).toISOString();

describe('one commandId', () => {
  const app = sharedApplication();
  let steward: Person;
  let workshopId: string;
  let machines: string[];

  beforeAll(async () => {
    ({ steward, workshopId } = await app().found());
    machines = [];
    for (const name of ['One', 'Two', 'Three']) {
      machines.push(await app().registerMachine(steward, workshopId, { name }));
    }
  });

  const booked = async (machineId: string) => {
    const { body } = await steward.get(`/api/machines/${machineId}/calendar?days=7`);
    return machineCalendarView.parse(body).bookings.map(({ bookingId }) => bookingId);
  };

  it('given to several machines at the same moment books one of them, and every view agrees with the log', async () => {
    for (let round = 0; round < 5; round++) {
      const commandId = randomUUID();
      const body = { start: at(24 + round * 2), end: at(25 + round * 2) };
      const replies = await Promise.all(
        machines.map((machineId) =>
          steward.command(`/api/machines/${machineId}/bookings`, body, { commandId }),
        ),
      );
      expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
      for (const [index, reply] of replies.entries()) {
        const ids = await booked(machines[index] ?? '');
        if (reply.status === 201) expect(ids).toContain(idIn(reply));
        else expect(reply.text).toContain('command-id-reused');
        expect(ids).toHaveLength(new Set(ids).size);
      }
    }
  });

  it('of a taking out that is sent again is answered with what takes it back', async () => {
    const [part = '', whole = ''] = await Promise.all(
      ['Pump', 'Engine'].map(async (name) =>
        idIn(await steward.command('/api/things', { workshopId, description: { name }, how: 'bought' })),
      ),
    );
    const fittingId = idIn(await steward.command(`/api/things/${part}/fit`, { into: whole }));
    const undo = { path: `/api/things/${part}/fittings/${fittingId}/recovery/take-back`, body: {} };
    const commandId = randomUUID();
    const take = () => steward.command(`/api/things/${part}/take-out`, { from: whole }, { commandId });
    expect((await take()).body).toMatchObject({ undo });
    expect((await take()).body).toMatchObject({ undo });
  });

  it('of another command is refused by every route that changes something, and nothing is written', async () => {
    const commandId = randomUUID();
    const place = { start: at(80), end: at(81) };
    const bookings = `/api/machines/${machines[0]}/bookings`;
    const bookingId = idIn(await steward.command(bookings, place, { commandId }));
    const of = `/api/workshops/${workshopId}`;
    const { memberId } = steward;
    const competenceId = randomUUID();
    const competence = idIn(await steward.command(`${of}/competences`, { name: 'Kiln' }));
    const sent = await steward.send('/api/files', { method: 'POST', body: pdf().toString() });
    const { fileId } = fileReply.parse(sent.body);
    const pieces = [{ name: 'Ratchet', quantity: 1, toolId: null }];
    const kit = { name: 'Sockets', kind: 'kit' as const, contents: pieces };
    const own = { name: 'Rasp', kind: 'tool' as const, tier: 'lent' as const, lentBy: memberId };
    const [out, kept, lent] = [
      await app().registerMachine(steward, workshopId, kit),
      await app().registerMachine(steward, workshopId, kit),
      await app().registerMachine(steward, workshopId, own),
    ];
    const loan = { memberId, tools: [{ machineId: out, until: at(200) }] };
    expect((await steward.command(`${of}/desk/lend`, loan)).status).toBe(201);
    const before = await app().parts.store.head();
    const revised = { ifMatch: 0 };
    const every = { unit: 'week', number: 1 };
    const weekly = { startsAt: '10:00', minutes: 60, every, occurrences: 2, onlyAllowed: true };
    const series = { ...weekly, firstDate: at(90).slice(0, 10) };
    const office = { memberId, role: 'host', competenceId: null };
    const elsewhere: [string, object, object?][] = [
      [bookings, { start: at(90), end: at(91) }],
      [`/api/machines/${machines[1]}/bookings`, place],
      [`${bookings}/${bookingId}/move`, { start: at(90), end: at(91) }, revised],
      [`${bookings}/${bookingId}/resize`, { start: at(80), end: at(82) }, revised],
      [`${bookings}/${bookingId}/cancel`, {}, revised],
      [`/api/machines/${machines[0]}/outages`, { reason: 'Broken.' }],
      [`/api/machines/${machines[0]}/series`, series],
      [`${of}/reservations`, { machineIds: [machines[0]], start: at(90), end: at(91), purpose: 'Class.' }],
      [`/api/machines/${machines[0]}/retire`, {}, revised],
      [
        `${of}/machines`,
        {
          name: 'M',
          kind: 'laser',
          maker: null,
          model: null,
          dangers: [],
          capacity: 1,
          requiredCompetences: [],
          mayRunUnattended: false,
        },
      ],
      [`${of}/competences`, { name: 'Lathe' }],
      [`/api/files/${fileId}/withdraw`, { reason: 'Blurred.' }],
      [`${of}/competences/${competence}/validity`, { months: 3 }, { method: 'PUT', ...revised }],
      [`${of}/readers`, { name: 'Door', machineIds: [machines[0]] }],
      [`${of}/recognitions`, { competenceId, as: competence }],
      [`${of}/appointments`, office],
      [`${of}/appointments/recall`, { ...office, role: 'steward' }],
      [`${of}/people/${memberId}/competences`, { competenceId, until: null }],
      [`${of}/people/${memberId}/pause`, { until: at(99), reason: 'So.' }, revised],
      [`${of}/desk/lend`, { memberId, tools: [{ machineId: kept, until: at(200) }] }],
      [`${of}/desk/take-back`, { machineId: out, condition: 'fine' }],
      [`/api/machines/${kept}/kit-check`, { missing: ['Ratchet'] }],
      [`/api/machines/${lent}/take-home`, {}],
      ['/api/workshops', { ...someWorkshop, name: 'Third' }],
    ];
    const answers: string[] = [];
    for (const [path, body, sending = {}] of elsewhere) {
      const reply = await steward.command(path, body, { commandId, ...sending });
      answers.push(`${reply.status} ${path.replaceAll(/[0-9a-f-]{36}/g, '*')}`);
      expect(reply.text, path).toContain('/problems/command-id-reused');
    }
    expect(answers.every((answer) => answer.startsWith('409'))).toBe(true);
    expect(await app().parts.store.head()).toBe(before);
  });

  it('of somebody else stands in nobody’s way', async () => {
    const anna = await app().person('Anna');
    await app().join(anna, workshopId);
    const commandId = randomUUID();
    const first = { start: at(100), end: at(101) };
    const second = { start: at(101), end: at(102) };
    const bookings = `/api/machines/${machines[2]}/bookings`;
    const mine = idIn(await steward.command(bookings, first, { commandId }));
    const hers = idIn(await anna.command(bookings, second, { commandId }));
    expect(hers).not.toBe(mine);
  });
});
