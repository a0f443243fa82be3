import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { idIn, type RunningApplication, someWorkshop } from '../server/application.ts';
import { sharedApplication } from './shared.ts';

const HOUR = 3_600_000;
const at = (hours: number) => new Date(Math.ceil(Date.now() / HOUR) * HOUR + hours * HOUR).toISOString();

const app = sharedApplication();
let founded: ReturnType<RunningApplication['found']> | undefined;

const unknown = { type: 'WorkshopTwinned', version: 1 };
const newerVersion = { type: 'JoiningSet', version: 2 };

it.each([unknown, newerVersion])(
  'an event that only a newer release knows ($type $version) stops the decisions that would rest on it, and no others',
  async ({ type, version }) => {
    founded ??= app().found();
    const { steward } = await founded;
    const workshopId = idIn(
      await steward.command('/api/workshops', { ...someWorkshop, name: `Workshop ${type}` }),
    );
    const machineId = await app().registerMachine(steward, workshopId);
    const stream = `workshop-${workshopId}`;
    const metadata = {
      at: new Date().toISOString(),
      actor: 'operator',
      commandId: randomUUID(),
      commandHash: '0'.repeat(64),
      version,
    };
    const strange = { id: randomUUID(), type, data: { workshopId, joining: 'open' }, metadata };
    expect(await app().parts.store.append(stream, [strange], 1)).toMatchObject({ outcome: 'appended' });

    const joining = `/api/workshops/${workshopId}/joining`;
    const refused = await steward.command(joining, { joining: 'approval' }, { method: 'PUT', ifMatch: 0 });
    expect([refused.status, refused.text.includes('/problems/log-unavailable')]).toEqual([503, true]);
    expect(await app().parts.store.read(stream, { from: 3, limit: 10 })).toEqual([]);

    const booking = { start: at(24), end: at(25) };
    idIn(await steward.command(`/api/machines/${machineId}/bookings`, booking));
    expect((await app().nobody.get('/readyz')).status).toBe(200);
  },
);
