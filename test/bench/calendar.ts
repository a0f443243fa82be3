import { deepStrictEqual } from 'node:assert/strict';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { destination } from 'pino';
import { type Accounts, openAccounts } from '../../server/accounts/accounts.ts';
import { openApplication } from '../../server/app.ts';
import { logFile } from '../../server/eventstore/open.ts';
import { openLogDatabase } from '../../server/eventstore/sqlite/database.ts';
import { openLog } from '../../server/http/log.ts';
import { REACTIONS } from '../../server/reactions/runner.ts';
import { foldedTimeline, unfolded } from '../../shared/bookings/timeline.ts';
import { configurationFor } from '../server/application.ts';
import { bareCalendar } from './bareCalendar.ts';
import { calendarHistory } from './calendarHistory.ts';
import { fillWith } from './history.ts';
import { getText, startLoad } from './load.ts';
import { type Bench, interleaved, rounded } from './result.ts';

const EVENTS = 500_000;
const MACHINES = 100;
const MEMBERS = 40;
const CONNECTIONS = 4;
const PER_CONNECTION = 5;
const ROUNDS = 9;
const DAYS = 7;
const DAY = 86_400_000;

/** A week of 100 machines over HTTP with 500,000 events behind it, against the same bytes by hand-written SQL. */
export const calendar: Bench = {
  name: 'calendar',
  async run() {
    await using opened = new AsyncDisposableStack();
    const folder = await mkdtemp(join(tmpdir(), 'commonwright-calendar-'));
    opened.defer(() => rm(folder, { recursive: true }));
    // Both sides see the same moment, so that both say the same of what is over.
    const now = Date.now();
    const clock = () => now;
    const secret = 'a secret of at least thirty-two characters, for benches';
    const accountsPath = join(folder, 'accounts.db');
    const accounts = await openAccounts({ path: accountsPath, secret, publicUrl: 'http://localhost' });
    const memberIds = await somePeople(accounts);
    const history = calendarHistory(memberIds, MACHINES, EVENTS, now);
    const database = openLogDatabase(logFile(folder));
    fillWith(database, history.events());
    const head = BigInt(Number(database.prepare('select max(position) as head from events').get()?.head));
    database.close();
    // What is long past has been reacted to long ago.
    await accounts.reactions.tx((transaction) => transaction.setCheckpoint(REACTIONS, head));
    await accounts.close();

    const output = destination({ dest: join(folder, 'answers.log'), sync: false, minLength: 4096 });
    opened.defer(() => output.end());
    const { logger } = openLog('info', output);
    const application = await openApplication(configurationFor(folder, { secret }), { logger, clock });
    opened.defer(() => application.close());
    const viewsFile = readdirSync(folder).find((name) => /^views-.*\.db$/.test(name)) ?? '';
    const bare = await bareCalendar({
      sessions: application.accounts.sessions,
      logger,
      viewsPath: join(folder, viewsFile),
      accountsPath,
      clock,
    });
    opened.defer(async () => {
      bare.close();
      bare.closeAllConnections();
      await once(bare, 'close');
    });
    const load = startLoad();
    opened.defer(() => load.close());

    const cookie = await application.accounts.sessions.open(memberIds[0] ?? '');
    const from = new Date(now - 3 * DAY).toISOString().slice(0, 10);
    const path = `/api/workshops/${history.workshopId}/timeline?from=${from}&days=${DAYS}`;
    const address = bare.address();
    const barePort = typeof address === 'object' && address !== null ? address.port : 0;
    await assertSame(application.port, barePort, path, cookie);

    const prepare = (port: number) => {
      const request = getText(path, { host: `localhost:${port}`, cookie });
      const connections = Array.from({ length: CONNECTIONS }, () =>
        Array.from({ length: PER_CONNECTION }, () => request),
      );
      return load.prepare({ port, status: 200, connections });
    };
    const [ours = 0, base = 0] = await interleaved(ROUNDS, [
      { prepare: () => prepare(application.port), run: () => load.send() },
      { prepare: () => prepare(barePort), run: () => load.send() },
    ]);
    const answers = CONNECTIONS * PER_CONNECTION;
    return {
      bench: 'calendar',
      value: rounded(answers / ours),
      unit: 'weeks/s',
      baseline: rounded(answers / base),
      ratio: rounded(base / ours),
    };
  },
};

async function somePeople(accounts: Pick<Accounts, 'members'>): Promise<string[]> {
  const memberIds: string[] = [];
  for (let index = 0; index < MEMBERS; index++) {
    const account = { email: `m${index}@example.org`, displayName: `Member ${index}`, password: null };
    const memberId = await accounts.members.create(account);
    if (memberId !== null) memberIds.push(memberId);
  }
  return memberIds;
}

/** Both answer the same, and a whole week of it: a baseline that does less would be no baseline. */
async function assertSame(port: number, barePort: number, path: string, cookie: string): Promise<void> {
  const read = async (at: number) =>
    foldedTimeline.parse(
      await (await fetch(`http://127.0.0.1:${at}${path}`, { headers: { cookie } })).json(),
    );
  const [ours, base] = [await read(port), await read(barePort)];
  deepStrictEqual(ours, base);
  const bookings = unfolded(ours).machines.reduce((sum, machine) => sum + machine.bookings.length, 0);
  if (bookings < 20 * MACHINES) throw new Error(`only ${bookings} bookings in the week`);
}
