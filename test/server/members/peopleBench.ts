import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Accounts, openAccounts } from '../../../server/accounts/accounts.ts';
import { createCommandHandler } from '../../../server/commands/handler.ts';
import { openSnapshots } from '../../../server/commands/snapshots.ts';
import { openStates } from '../../../server/commands/states.ts';
import { openSqliteEventStore } from '../../../server/eventstore/sqlite/store.ts';
import { upcast } from '../../../server/eventstore/upcasting.ts';
import { HttpProblem } from '../../../server/http/problem.ts';
import type { AnyRoute, Requester } from '../../../server/http/route.ts';
import { competenceRoutes } from '../../../server/members/competenceRoutes.ts';
import { joiningRoutes } from '../../../server/members/joiningRoutes.ts';
import { keyRoutes } from '../../../server/members/keyRoutes.ts';
import { meRoutes } from '../../../server/members/meRoutes.ts';
import { peopleRoutes } from '../../../server/members/peopleRoutes.ts';
import { membersProjection } from '../../../server/members/projection.ts';
import type { Parts } from '../../../server/parts.ts';
import { openViews } from '../../../server/views/views.ts';
import { appointmentRoutes } from '../../../server/workshops/appointmentRoutes.ts';
import { mayFound } from '../../../server/workshops/founding.ts';
import { foundingRoutes } from '../../../server/workshops/foundingRoutes.ts';
import { workshopsProjection } from '../../../server/workshops/projection.ts';
import { workshopRoutes } from '../../../server/workshops/routes.ts';
import type { FoundingMode } from '../../../shared/workshops/commands.ts';
import { TEST_SECRET } from '../accounts/testAccounts.ts';

export const NOON = Date.UTC(2026, 10, 23, 12);
export const PASSWORD = 'correct horse battery';

/** The routes about people over a real log, real views and real accounts, called without HTTP. */
export async function openPeopleBench(mode: FoundingMode = 'open') {
  const folder = await mkdtemp(join(tmpdir(), 'people-'));
  const time = { now: NOON };
  const clock = () => time.now;
  const accounts: Accounts = await openAccounts({
    path: join(folder, 'accounts.db'),
    secret: TEST_SECRET,
    publicUrl: 'http://localhost:8080',
    clock: () => new Date(clock()),
  });
  const store = openSqliteEventStore({ path: join(folder, 'log.db') });
  const projections = [workshopsProjection, membersProjection];
  const views = await openViews({ store, folder, slot: 0, projections, clock });
  const snapshots = openSnapshots(join(folder, 'snapshots.db'));
  onTestFinished(async () => {
    await views.close();
    snapshots.close();
    await store.close();
    await accounts.close();
    await rm(folder, { recursive: true, force: true });
  });
  const commands = createCommandHandler({
    store,
    states: openStates(store, snapshots, upcast),
    views,
    streamOfCommand: views.streamOfCommand,
    keepTexts: (texts, author) => Promise.all(texts.map((text) => accounts.texts.put({ ...text, author }))),
    clock,
  });
  const parts: Parts = {
    commands,
    store,
    views: views.reader,
    names: { of: (ids) => accounts.members.namesNow([...ids]) },
    texts: { of: (ids) => accounts.texts.bodiesNow([...ids]) },
    designs: { read: () => null, write: async () => '' },
    files: { claim: async () => null },
    clock,
  };
  const requests = accounts.foundingRequests;
  const routes: AnyRoute[] = [
    ...workshopRoutes(parts, { machinesIn: () => 0 }),
    ...appointmentRoutes(parts),
    ...foundingRoutes(parts, {
      mode,
      requests,
      code: accounts.foundingCode,
      members: accounts.members,
      forget: accounts.erase,
    }),
    ...peopleRoutes(parts),
    ...joiningRoutes(parts, { invitations: accounts.invitations, publicUrl: 'http://localhost:8080' }),
    ...competenceRoutes(parts),
    ...meRoutes(parts, {
      areasOf: () => [],
      accounts,
      mayFound: (memberId) => mayFound(mode, requests, memberId),
      heldElsewhere: () => ({ bookings: [] }),
    }),
    ...keyRoutes(parts, accounts),
  ];

  /** Calls a route as the dispatcher does: parses, runs, checks the reply; a problem comes back as its body. */
  const call = async (
    requester: Requester | string | null,
    method: AnyRoute['method'],
    path: string,
    body?: unknown,
    more: { ifMatch?: number; commandId?: string; dryRun?: boolean } = {},
  ): Promise<{ status: number; body: unknown; revision: number | undefined }> => {
    const found = routes.flatMap((route) => {
      const params = route.method === method ? matched(route.path, path) : null;
      return params ? [{ route, params }] : [];
    })[0];
    if (!found) throw new Error(`no route ${method} ${path}`);
    const { route, params } = found;
    const who: Requester =
      requester === null
        ? { kind: 'nobody' }
        : typeof requester === 'string'
          ? { kind: 'member', memberId: requester, via: 'session' }
          : requester;
    try {
      const answer = await route.handle({
        params: route.params?.parse(params),
        query: {},
        body: route.body?.parse(body),
        requester: who,
        memberId: () => {
          if (who.kind === 'nobody') throw new HttpProblem('not-signed-in');
          return who.memberId;
        },
        device: () => {
          throw new HttpProblem('not-signed-in');
        },
        now: clock(),
        commandId: more.commandId ?? randomUUID(),
        ifMatch: more.ifMatch,
        dryRun: more.dryRun ?? false,
        requestId: 'test',
        address: '',
      });
      return {
        status: answer.status ?? 200,
        body: route.reply.parse(answer.body),
        revision: answer.revision,
      };
    } catch (error) {
      if (!(error instanceof HttpProblem)) throw error;
      return { status: error.status, body: error.toProblem('test'), revision: undefined };
    }
  };
  const member = async (displayName: string) => {
    const email = `${displayName.toLowerCase()}@example.org`;
    const memberId = await accounts.members.create({ displayName, email, password: PASSWORD });
    if (memberId === null) throw new Error(`${email} is taken`);
    return memberId;
  };
  /** Views made anew from the whole log. */
  const rebuilt = async () => {
    const fresh = await mkdtemp(join(tmpdir(), 'people-'));
    const again = await openViews({ store, folder: fresh, slot: 1, projections, clock });
    onTestFinished(async () => {
      await again.close();
      await rm(fresh, { recursive: true, force: true });
    });
    return again.reader;
  };
  return { accounts, call, member, parts, time, rebuilt };
}

function matched(pattern: string, path: string): Record<string, string> | null {
  const names = pattern.split('/');
  const values = path.split('/');
  if (names.length !== values.length) return null;
  const params: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    const value = values[index] ?? '';
    const parameter = /^\{(\w+)\}$/.exec(name)?.[1];
    if (parameter) params[parameter] = value;
    else if (name !== value) return null;
  }
  return params;
}
