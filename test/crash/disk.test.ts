import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { idIn, PASSWORD, someMachine, someWorkshop } from '../server/application.ts';
import { caller } from '../server/caller.ts';
import { startServerProcess } from '../serverProcess.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const HOUR = 3_600_000;
const mayMount = spawnSync('unshare', ['-rm', 'true']).status === 0;

/** The program on a small disk of its own (a tmpfs in its own mount namespace), which a test can fill and empty. */
async function onSmallDisk(megabytes: number) {
  const dataDir = await temporaryFolder();
  const server = await startServerProcess({ DATA_DIR: dataDir }, (command) => [
    'unshare',
    '-rm',
    'sh',
    '-c',
    `mount -t tmpfs -o size=${megabytes}m tmpfs "$0" && exec "$@"`,
    dataDir,
    ...command,
  ]);
  onTestFinished(() => server.kill());
  const filler = join(`/proc/${server.child.pid}/root`, dataDir, 'filler');
  return {
    server,
    fill: () => {
      try {
        for (const size of [1_000_000, 4096]) {
          const chunk = Buffer.alloc(size, 1);
          try {
            for (;;) appendFileSync(filler, chunk);
          } catch (error) {
            if (size === 4096) throw error;
          }
        }
      } catch (error) {
        expect(error).toMatchObject({ code: 'ENOSPC' });
      }
    },
    empty: () => rmSync(filler),
  };
}

const slot = (hour: number) => {
  const start = Math.ceil(Date.now() / HOUR) * HOUR + (24 + hour) * HOUR;
  return { start: new Date(start).toISOString(), end: new Date(start + HOUR).toISOString() };
};

describe.runIf(mayMount)('on a full disk', () => {
  it('a booking is refused clearly and not half written, pages stay readable, and it recovers by itself', async () => {
    const { server, fill, empty } = await onSmallDisk(24);
    const nobody = caller(server.base, server.origin);
    const account = { name: 'Stefania', email: 'stefania@example.org', password: PASSWORD };
    idIn(
      await nobody.command('/api/founding', { code: server.foundingCode, account, workshop: someWorkshop }),
    );
    const signedIn = await nobody.post('/api/auth/sign-in/email', {
      email: account.email,
      password: PASSWORD,
    });
    const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const steward = caller(server.base, server.origin, { cookie });
    const workshops = await steward.get('/api/workshops');
    const workshopId = /"workshopId":"([^"]+)"/.exec(workshops.text)?.[1] ?? '';
    const machineId = idIn(await steward.command(`/api/workshops/${workshopId}/machines`, someMachine));
    const path = `/api/machines/${machineId}/bookings`;

    fill();
    const acknowledged: string[] = [];
    const refused = { hour: 0, commandId: '' };
    // What the files had already reserved may take a few more.
    for (let hour = 0; refused.commandId === ''; hour++) {
      const commandId = randomUUID();
      const reply = await steward.command(path, slot(hour), { commandId });
      if (reply.status < 300) acknowledged.push(idIn(reply));
      else {
        expect(reply).toMatchObject({ status: 507, body: { type: '/problems/storage-full' } });
        Object.assign(refused, { hour, commandId });
      }
      expect(hour).toBeLessThan(2000);
    }
    expect((await steward.get(`/api/machines/${machineId}`)).status).toBe(200);
    expect((await nobody.get('/healthz')).status).toBe(200);

    empty();
    const retried = await vi.waitFor(
      async () => {
        const reply = await steward.command(path, slot(refused.hour), { commandId: refused.commandId });
        expect(reply.status).toBe(201);
        return idIn(reply);
      },
      { timeout: 10_000, interval: 100 },
    );
    for (const bookingId of [...acknowledged, retried]) {
      await vi.waitFor(
        async () => expect((await steward.get(`${path}/${bookingId}`)).status).toBe(200),
        10_000,
      );
    }
    expect(await server.stop()).toBe(0);
  });
});
