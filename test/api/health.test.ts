import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type EventStore, StoreUnavailable } from '../../server/eventstore/port.ts';
import { openSqliteEventStore } from '../../server/eventstore/sqlite/store.ts';
import { problem } from '../../shared/problem.ts';
import { readyReply, someMachine, startApplication } from '../server/application.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

/** A real log that can be made to fail. */
function failing(path: string): EventStore & { failWith(error: Error | null): void; hang(): () => void } {
  const store = openSqliteEventStore({ path });
  let fault: Error | null = null;
  let answers = Promise.resolve();
  const through = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    await answers;
    return fault === null ? work() : Promise.reject(fault);
  };
  return {
    append: (stream, events, expected) => through(() => store.append(stream, events, expected)),
    read: (stream, options) => through(() => store.read(stream, options)),
    readAll: (options) => through(() => store.readAll(options)),
    head: () => through(() => store.head()),
    subscribe: (options, handler) => store.subscribe(options, handler),
    close: () => store.close(),
    failWith: (error) => {
      fault = error;
    },
    hang: () => {
      const again = Promise.withResolvers<void>();
      answers = again.promise;
      return again.resolve;
    },
  };
}

const startFailing = async () => {
  const dataDir = await temporaryFolder();
  const store = failing(join(dataDir, 'log.db'));
  const app = await startApplication({ dataDir, store });
  onTestFinished(() => app.close());
  return { app, store };
};

describe('health', () => {
  it('is ready when every part is well', async () => {
    const { app } = await startFailing();
    const reply = await app.nobody.get('/readyz');
    expect(reply.status).toBe(200);
    expect(readyReply.parse(reply.body).parts).toEqual({
      process: { well: true },
      log: { well: true },
      views: { well: true },
      accounts: { well: true },
    });
  });

  it('is not ready while the log fails, says so, and recovers by itself', async () => {
    const { app, store } = await startFailing();
    const { steward, workshopId } = await app.found();
    store.failWith(new StoreUnavailable('the wire is cut'));
    const ready = await app.nobody.get('/readyz');
    expect(ready.status).toBe(503);
    expect(readyReply.parse(ready.body).parts.log).toEqual({
      well: false,
      reason: 'It fails: StoreUnavailable.',
    });
    const refused = await steward.command(`/api/workshops/${workshopId}/machines`, someMachine);
    expect([refused.status, problem.parse(refused.body).type]).toEqual([503, '/problems/log-unavailable']);
    expect(refused.headers.get('retry-after')).toBe('2');
    expect((await steward.get(`/api/workshops/${workshopId}`)).status).toBe(200);
    expect((await app.nobody.get('/healthz')).status).toBe(200);
    store.failWith(null);
    expect((await app.nobody.get('/readyz')).status).toBe(200);
    expect((await steward.command(`/api/workshops/${workshopId}/machines`, someMachine)).status).toBe(201);
  });

  it('does not wait for a log that does not answer', async () => {
    const { app, store } = await startFailing();
    const goOn = store.hang();
    const began = performance.now();
    const ready = await app.nobody.get('/readyz');
    expect(readyReply.parse(ready.body).parts.log).toEqual({ well: false, reason: 'It does not answer.' });
    expect(performance.now() - began).toBeLessThan(5000);
    goOn();
  });

  it('turns red with the name of an event that the views cannot take, and keeps commands durable', async () => {
    const { app } = await startFailing();
    const { steward, workshopId } = await app.found();
    const machineId = await app.registerMachine(steward, workshopId);
    // A booking of a machine that was never heard of: the log contradicts the projection.
    await app.parts.store.append(
      'calendar-aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa',
      [
        {
          id: 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb',
          type: 'BookingMoved',
          data: {
            bookingId: 'cccccccc-cccc-4ccc-8ccc-cccccccccccc',
            machineId: 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa',
            workshopId,
            memberId: steward.memberId,
            start: '2026-11-22T10:00:00.000Z',
            end: '2026-11-22T11:00:00.000Z',
          },
          metadata: {
            at: '2026-11-22T09:00:00.000Z',
            actor: 'operator',
            commandId: 'dddddddd-dddd-4ddd-8ddd-dddddddddddd',
            commandHash: '0'.repeat(64),
            version: 1,
          },
        },
      ],
      'none',
    );
    await expect.poll(async () => (await app.nobody.get('/readyz')).status).toBe(503);
    const ready = readyReply.parse((await app.nobody.get('/readyz')).body);
    expect(JSON.stringify(ready.parts.views)).toContain('BookingMoved');
    expect((await app.nobody.get('/metrics')).text).toContain('commonwright_views_stopped 1');
    const start = new Date(Date.now() + 86_400_000).toISOString();
    const end = new Date(Date.now() + 90_000_000).toISOString();
    const placed = await steward.command(`/api/machines/${machineId}/bookings`, { start, end });
    expect([placed.status, placed.text]).toEqual([202, expect.stringContaining('"shown":false')]);
  });
});
