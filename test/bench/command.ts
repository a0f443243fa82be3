import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { destination } from 'pino';
import { openApplication } from '../../server/app.ts';
import { openLogDatabase } from '../../server/eventstore/sqlite/database.ts';
import { openLog } from '../../server/http/log.ts';
import { configurationFor } from '../server/application.ts';
import { bareServer } from './bareServer.ts';
import { requestText, startLoad } from './load.ts';
import { type Bench, interleaved, rounded } from './result.ts';
import { signedIn, workshopWithMachines } from './workshop.ts';

const CONNECTIONS = 64;
const MACHINES = 100;
const PER_CONNECTION = 50;
const ROUNDS = 9;
const SLOT_MILLISECONDS = 30 * 60_000;

/**
 * Booking commands over HTTP: 64 connections, 100 machines, each request by somebody signed in, for a slot of its own,
 * answered when it is durable and the views show it. Against a bare handler with the same layers in front of it.
 */
export const command: Bench = {
  name: 'command',
  async run() {
    await using opened = new AsyncDisposableStack();
    const folder = await mkdtemp(join(tmpdir(), 'commonwright-command-'));
    opened.defer(() => rm(folder, { recursive: true }));
    // As in real use: gathered and written beside the work.
    const output = destination({ dest: join(folder, 'answers.log'), sync: false, minLength: 4096 });
    opened.defer(() => output.end());
    const { logger } = openLog('info', output);
    const application = await openApplication(configurationFor(folder), { logger });
    opened.defer(() => application.close());
    const database = openLogDatabase(join(folder, 'bare.db'));
    opened.defer(() => database.close());
    const bare = await bareServer({ sessions: application.accounts.sessions, logger, database });
    opened.defer(async () => {
      bare.close();
      bare.closeAllConnections();
      await once(bare, 'close');
    });
    const load = startLoad();
    opened.defer(() => load.close());

    const { machineIds, memberIds } = await workshopWithMachines(application, MACHINES, CONNECTIONS);
    const cookies = await signedIn(application, memberIds);
    const first = Math.ceil(Date.now() / SLOT_MILLISECONDS + 2) * SLOT_MILLISECONDS;

    /** The next free slot of each machine in turn, so that those who ask at once ask for different ones. */
    const requestFor = (port: number, booking: number, cookie: string) => {
      const machineId = machineIds[booking % MACHINES] ?? '';
      const start = first + Math.floor(booking / MACHINES) * SLOT_MILLISECONDS;
      const headers = {
        host: `localhost:${port}`,
        origin: application.url,
        cookie,
        'idempotency-key': randomUUID(),
      };
      return requestText(`/api/machines/${machineId}/bookings`, headers, {
        start: new Date(start).toISOString(),
        end: new Date(start + SLOT_MILLISECONDS).toISOString(),
      });
    };
    const prepare = async (port: number, round: number) => {
      const made = round * PER_CONNECTION * CONNECTIONS;
      const connections = cookies.map((cookie, connection) =>
        Array.from({ length: PER_CONNECTION }, (_, step) =>
          requestFor(port, made + step * CONNECTIONS + connection, cookie),
        ),
      );
      await load.prepare({ port, status: 201, connections });
    };
    const address = bare.address();
    const barePort = typeof address === 'object' && address !== null ? address.port : 0;
    const [ours = 0, base = 0] = await interleaved(ROUNDS, [
      { prepare: (round) => prepare(application.port, round), run: () => load.send() },
      { prepare: (round) => prepare(barePort, round), run: () => load.send() },
    ]);
    const commands = CONNECTIONS * PER_CONNECTION;
    return {
      bench: 'command',
      value: rounded(commands / ours),
      unit: 'commands/s',
      baseline: rounded(commands / base),
      ratio: rounded(base / ours),
    };
  },
};
