import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { NO_BOOKING_RULES } from '../../shared/machines/bookingRules.ts';
import { idIn, type Person, someWorkshop } from '../server/application.ts';
import { sharedApplication } from './shared.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (milliseconds: number) =>
  new Date(Math.floor(Date.now() / HOUR) * HOUR + milliseconds).toISOString();
/** What somebody of the workshop wrote somewhere, and their names. */
const MARKERS = [
  'SETTING-8101',
  'FAULT-8102',
  'REPAIR-8103',
  'CANCEL-8104',
  'RESERVED-8105',
  'LOAN-8106',
  'PAUSE-8107',
  'Wilhelmina Xyzzy',
  'Tilda Trainerin',
];

describe('a day of a workshop, with its words and names', () => {
  const app = sharedApplication();
  let steward: Person;
  let wilhelmina: Person;
  let outsider: Person;
  let there: string;
  let elsewhere: string;
  let machineId: string;
  let toolId: string;
  let inductionId: string;

  beforeAll(async () => {
    ({ steward, workshopId: there } = await app().found());
    wilhelmina = await app().person('Wilhelmina Xyzzy');
    const trainer = await app().person('Tilda Trainerin');
    outsider = await app().person('Otto');
    for (const person of [wilhelmina, trainer]) await app().join(person, there);
    elsewhere = idIn(await outsider.command('/api/workshops', { ...someWorkshop, name: 'Elsewhere' }));
    const of = `/api/workshops/${there}`;
    const competenceId = idIn(await steward.command(`${of}/competences`, { name: 'Laser' }));
    const office = { memberId: trainer.memberId, role: 'trainer', competenceId };
    idIn(await steward.command(`${of}/appointments`, office));
    machineId = await app().registerMachine(steward, there);
    const lent = { tier: 'lent', lentBy: wilhelmina.memberId } as const;
    const tool = { kind: 'tool', mayRunUnattended: true, ...lent } as const;
    toolId = await app().registerMachine(steward, there, { ...tool, name: 'Drill', rules: NO_BOOKING_RULES });

    const machine = `/api/machines/${machineId}`;
    const setting = {
      material: 'Plywood',
      thicknessMillimetres: 4,
      values: [{ name: 'Power', value: '60' }],
    };
    idIn(await wilhelmina.command(`${machine}/settings`, { setting, note: 'SETTING-8101' }));
    const fault = { severity: 'worksStill', text: 'FAULT-8102' };
    const faultId = idIn(await wilhelmina.command(`${machine}/faults`, fault));
    const repair = { faultIds: [faultId], note: 'REPAIR-8103', minutes: 5, returns: false };
    idIn(await steward.command(`${machine}/repairs`, repair));
    idIn(await wilhelmina.command(`${machine}/faults`, fault));

    const session = { competenceId, machineId: null, start: at(2 * DAY), end: at(2 * DAY + HOUR), places: 2 };
    inductionId = idIn(await trainer.command(`${of}/inductions`, session));
    idIn(await wilhelmina.command(`/api/inductions/${inductionId}/take-place`, {}));
    const reason = { reason: 'CANCEL-8104' };
    idIn(await trainer.command(`/api/inductions/${inductionId}/cancel`, reason, { ifMatch: 0 }));

    const time = { start: at(3 * DAY), end: at(3 * DAY + HOUR), purpose: 'RESERVED-8105' };
    const reserved = await steward.command(`${of}/reservations`, { machineIds: [machineId], ...time });
    expect(reserved.status, reserved.text).toBe(201);
    const loan = { memberId: wilhelmina.memberId, tools: [{ machineId: toolId, until: at(HOUR) }] };
    expect((await steward.command(`${of}/desk/lend`, loan)).status).toBe(201);
    const back = { machineId: toolId, condition: 'damaged', note: 'LOAN-8106' };
    idIn(await steward.command(`${of}/desk/take-back`, back));
    expect((await steward.command(`${of}/desk/lend`, loan)).status).toBe(201);
    const pause = { until: at(DAY), reason: 'PAUSE-8107', what: ['starts'] };
    const path = `${of}/people/${wilhelmina.memberId}/pause`;
    expect((await steward.command(path, pause, { ifMatch: 0 })).status).toBe(200);
  });

  const readable = () => [
    '/api/tools',
    `/api/tools?workshop=${there}&q=drill`,
    `/api/tools/${toolId}`,
    `/api/tools/${toolId}/days`,
    '/api/me/loans',
    '/api/me/waiting',
    `/api/workshops/${there}/loans`,
    `/api/workshops/${there}/desk/scan?code=wilhelmina`,
    `/api/workshops/${elsewhere}/desk/scan?code=wilhelmina`,
    `/api/workshops/${elsewhere}/desk/scan?code=${wilhelmina.memberId}`,
    `/api/workshops/${there}/steward-day`,
    `/api/workshops/${there}/idle-capacity`,
    `/api/workshops/${there}/timeline?days=7`,
    `/api/workshops/${there}/kiosks`,
    `/api/workshops/${there}/readers`,
    `/api/workshops/${there}/people/${wilhelmina.memberId}/badges`,
    `/api/workshops/${elsewhere}/people/${wilhelmina.memberId}/badges`,
    `/api/free?machine=${machineId}&minutes=60&days=7`,
    '/api/search?q=Wilhelmina',
    '/api/search?q=laser',
    '/api/inductions',
    `/api/inductions?workshop=${there}`,
    `/api/inductions/${inductionId}`,
    ...[machineId, toolId].flatMap((id) => [
      `/api/machines/${id}`,
      `/api/machines/${id}/availability`,
      `/api/machines/${id}/entitled`,
      `/api/machines/${id}/calendar?days=7`,
      `/api/machines/${id}/history`,
      `/api/machines/${id}/settings`,
      `/api/machines/${id}/faults`,
      `/api/machines/${id}/maintenance`,
    ]),
  ];

  it('is told to nobody outside it, by no address', async () => {
    for (const [who, viewer] of Object.entries({ nobody: app().nobody, stranger: outsider })) {
      for (const path of readable()) {
        const { text, status } = await viewer.get(path);
        expect(status, `${path} for ${who}: ${text}`).toBeLessThan(500);
        for (const marker of MARKERS)
          expect(text.includes(marker), `${marker} at ${path} for ${who}`).toBe(false);
      }
    }
  });

  it('is told inside it', async () => {
    const texts = await Promise.all(readable().map(async (path) => (await steward.get(path)).text));
    for (const marker of MARKERS) {
      if (marker === 'PAUSE-8107' || marker === 'LOAN-8106') continue;
      expect(
        texts.some((text) => text.includes(marker)),
        marker,
      ).toBe(true);
    }
  });

  it('leaves no secret in the program’s own log, be it in an address', async () => {
    const of = `/api/workshops/${there}`;
    const ruth = { name: 'Ruth', badge: '04:A1:B2:C3:D4', pin: '481516' };
    const memberId = idIn(await steward.command(`${of}/people/make`, ruth));
    const { url } = z
      .object({ url: z.string() })
      .loose()
      .parse((await steward.post(`${of}/people/${memberId}/claim`, {})).body);
    const made = await steward.post('/api/me/feeds', { machineId });
    const { address } = z.object({ address: z.string() }).loose().parse(made.body);
    const paths = [url, address].map((one) => new URL(one).pathname);
    for (const path of paths) expect((await app().nobody.get(path)).status, path).toBe(200);
    expect((await steward.get(`${of}/desk/scan?code=04A1B2C3D4`)).text).toContain(memberId);
    const reader = idIn(await steward.command(`${of}/readers`, { name: 'Door', machineIds: [machineId] }));
    const { key } = z
      .object({ key: z.string() })
      .loose()
      .parse((await steward.post(`/api/readers/${reader}/key`, {})).body);
    const secrets = [
      ...paths.map((path) => path.split('/').at(-1)?.replace('.ics', '')),
      '04A1B2C3D4',
      ruth.pin,
      key,
    ];
    await expect.poll(() => app().logged(), { timeout: 8000 }).toContain('/api/readers/{readerId}/key');
    for (const secret of secrets)
      expect(
        app()
          .logged()
          .includes(secret ?? '-'),
        secret,
      ).toBe(false);
  });
});
