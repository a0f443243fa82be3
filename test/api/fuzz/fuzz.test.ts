import { beforeAll, describe, expect, it } from 'vitest';
import { keyScopes } from '../../../server/authorisation/table.ts';
import { problem, problemKind } from '../../../shared/problem.ts';
import { idIn, type RunningApplication, someWorkshop } from '../../server/application.ts';
import { type Caller, caller } from '../../server/caller.ts';
import { draftOf, newDesign, newFork } from '../designStory.ts';
import { sharedApplication } from '../shared.ts';
import { someBuilds } from './builds.ts';
import { Learning } from './learning.ts';
import { type Operation, operationsOf } from './operations.ts';
import { Random } from './random.ts';
import { type FuzzedRequest, requestTo } from './request.ts';
import type { Known } from './values.ts';

/** `FUZZ_SEED=… npx vitest run test/api/fuzz` repeats a run; `FUZZ_ROUNDS` makes it longer. */
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000_000);
const ROUNDS = Number(process.env.FUZZ_ROUNDS ?? 12);

/** Answers below these are well, or somebody's mistake: what is not ready, and what is wished in an unknown format. */
const STATUSES: Record<string, number> = { '/readyz': 504, '/oembed': 502 };

interface Answered {
  status: number;
  contentType: string;
  etag: string | null;
  text: string;
}

/** A reader or a kiosk, and what it asks. */
interface DeviceCaller {
  paths: RegExp;
  caller: Caller;
}

const running = sharedApplication();

describe(`every route of the API, with seed ${seed}`, () => {
  let app: RunningApplication;
  let callers: Caller[];
  let devices: DeviceCaller[];
  let learning: Learning;
  let operations: Operation[];
  const random = new Random(seed);

  beforeAll(async () => {
    app = running();
    console.log(`FUZZ_SEED=${seed}`);
    const life = await someLife(app);
    callers = life.callers;
    devices = life.devices;
    learning = new Learning(life.known, random);
    operations = operationsOf((await app.nobody.get('/api/openapi.json')).body);
  });

  it('answers well or with a problem, and writes nothing when it refuses', { timeout: 240_000 }, async () => {
    const well = new Set<string>();
    for (let round = 0; round < ROUNDS; round++) {
      for (const operation of operations) {
        const sent = requestTo(operation, random, learning);
        const device = devices.find(({ paths }) => paths.test(operation.path));
        const who = isFinal(operation)
          ? await passerBy(app, round)
          : device && random.happens(0.8)
            ? device.caller
            : random.oneOf(callers);
        const before = await app.parts.store.head();
        const answered = await ask(app.port, who, sent);
        const told = `seed ${seed}: ${sent.method} ${sent.path} ${JSON.stringify(sent.headers)} ${sent.body} → ${answered.status} ${answered.text.slice(0, 500)}`;
        expect(answered.status, told).toBeLessThan(STATUSES[operation.path] ?? 500);
        learning.from(sent, answered);
        // A mangled address may be that of a page.
        if (answered.status === 200 && answered.contentType.startsWith('text/html')) {
          expect(sent.path, told).not.toMatch(/^\/api\/[a-z]+$/);
        } else if (answered.status < 400) {
          expectAnswer(operation, answered, told);
          well.add(operation.id);
        } else {
          expectProblem(answered, told);
          await expectNothingWritten(app, before, told);
        }
      }
    }
    expect((await app.nobody.get('/healthz')).status).toBe(200);
    // Else the requests are so bad that little of the program is reached.
    const reached = operations.filter(({ id }) => well.has(id)).length / operations.length;
    expect(reached, `answered well: ${[...well].sort().join(' ')}`).toBeGreaterThan(0.5);
    // Errors of ours carry their place; the sign-in library calls a forged callback an error, too.
    const errors = app
      .logged()
      .split('\n')
      .filter((line) => line.includes('"stack"'));
    expect(errors).toEqual([]);
  });
});

/** A workshop with people, machines and bookings, and callers of every kind. */
async function someLife(
  app: RunningApplication,
): Promise<{ callers: Caller[]; devices: DeviceCaller[]; known: Known }> {
  const { steward, workshopId } = await app.found();
  const [anna, ben, olga] = await Promise.all([app.person('Anna'), app.person('Ben'), app.person('Olga')]);
  await Promise.all([app.join(anna, workshopId), app.join(ben, workshopId)]);
  const elsewhere = idIn(await olga.command('/api/workshops', { ...someWorkshop, name: 'Elsewhere' }));
  const machineIds = await Promise.all([
    app.registerMachine(steward, workshopId),
    app.registerMachine(steward, workshopId, { name: 'Saw', kind: 'saw' }),
    app.registerMachine(steward, workshopId, {
      name: 'Sockets',
      kind: 'kit',
      contents: [{ name: 'Ratchet', quantity: 1, toolId: null }],
    }),
    app.registerMachine(steward, workshopId, {
      name: 'Rasp',
      kind: 'tool',
      tier: 'lent',
      lentBy: steward.memberId,
    }),
    app.registerMachine(olga, elsewhere, { name: 'Lathe', kind: 'lathe' }),
  ]);
  const competenceId = idIn(
    await steward.command(`/api/workshops/${workshopId}/competences`, { name: 'Laser' }),
  );
  const bookingIds = await Promise.all(
    Array.from({ length: 6 }, async (_, index) => {
      const start = new Date(Date.now() + (24 + index * 3) * 3_600_000).toISOString();
      const end = new Date(Date.now() + (26 + index * 3) * 3_600_000).toISOString();
      return idIn(await anna.command(`/api/machines/${machineIds[0]}/bookings`, { start, end }));
    }),
  );
  const designId = await newDesign(anna);
  const fork = await newFork(ben, { designId, revision: 1 });
  const on = `/api/designs/${designId}`;
  const made = async (path: string, body: object) => idIn(await ben.command(`${on}/${path}`, body));
  const suggestionId = await made('suggestions', { from: { designId: fork, revision: 1 } });
  const problemId = await made('problems', { revision: 1, text: 'It leaks' });
  const questionId = await made('questions', { revision: 1, text: 'Which oil?' });
  const answerId = await made(`questions/${questionId}/answers`, { text: 'Any' });
  const draftId = (await draftOf(ben, { designId: fork }, [])).draftId;
  const builds = await someBuilds(steward, workshopId, designId);
  const { key } = await app.accounts.keys.create({
    memberId: steward.memberId,
    name: 'Screen',
    scopes: keyScopes,
    workshopId,
  });
  const withKey = (key: string) =>
    caller(`http://127.0.0.1:${app.port}`, app.url, { authorization: `Bearer ${key}` });
  const screen = withKey(key);
  const readers = `/api/workshops/${workshopId}/readers`;
  const [readerId = '', spare = ''] = await Promise.all(
    ['Door', 'Spare'].map(async (name) =>
      idIn(await steward.command(readers, { name, machineIds: machineIds.slice(0, 2) })),
    ),
  );
  const device = async (kind: 'reader' | 'kiosk', deviceId: string) =>
    withKey(await app.accounts.devices.giveKey({ deviceId, kind, workshopId, name: kind }));
  const badge = '04A1B2C3D4';
  await app.accounts.badges.add({ number: badge, memberId: anna.memberId, addedBy: steward.memberId });
  const memberIds = [steward, anna, ben, olga].map(({ memberId }) => memberId);
  return {
    callers: [app.nobody, anna, ben, steward, steward, steward, olga, screen],
    devices: [
      { paths: /^\/api\/reader\//, caller: await device('reader', readerId) },
      { paths: /^\/api\/kiosk\/(state|sign)/, caller: await device('kiosk', crypto.randomUUID()) },
    ],
    known: {
      ...builds,
      draftId: [draftId],
      revision: ['1'],
      one: [`${designId}:1`],
      other: [`${fork}:1`],
      readerId: [spare],
      machineIds,
      badge: [badge],
      pin: ['481516'],
      workshopId: [workshopId, workshopId, elsewhere],
      machineId: machineIds,
      memberId: memberIds,
      competenceId: [competenceId],
      requiredCompetences: [competenceId],
      bookingId: bookingIds,
      designId: [designId, designId, designId, fork],
      of: [fork],
      suggestionId: [suggestionId],
      problemId: [problemId],
      questionId: [questionId],
      answerId: [answerId],
      kind: problemKind.options,
      timeZone: ['Europe/Berlin', 'Australia/Hobart'],
      q: ['laser'],
      workshop: [workshopId],
    },
  };
}

/** What ends an account or its sessions is asked by somebody who is not needed any more. */
const isFinal = ({ path }: Operation) => path.startsWith('/api/auth/') || path === '/api/me/erase';

let passing: Caller | undefined;
async function passerBy(app: RunningApplication, round: number): Promise<Caller> {
  if (round % 10 === 0 || passing === undefined) passing = await app.person('Passer-by');
  return passing;
}

async function ask(
  port: number,
  who: Caller,
  { method, path, headers, body }: FuzzedRequest,
): Promise<Answered> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    redirect: 'manual',
    headers: { ...who.credentials, ...headers },
    ...(body === undefined ? {} : { body }),
  });
  const contentType = response.headers.get('content-type') ?? '';
  const about = { status: response.status, contentType, etag: response.headers.get('etag') };
  // A stream of live changes has no end: what it is, its head says.
  if (contentType.startsWith('text/event-stream')) {
    await response.body?.cancel();
    return { ...about, text: '' };
  }
  return { ...about, text: await response.text() };
}

function expectAnswer(operation: Operation, { status, contentType, text }: Answered, told: string): void {
  expect([...operation.answers.keys()], told).toContain(status);
  const types = operation.answers.get(status) ?? [];
  if (text !== '')
    expect(
      types.some((type) => contentType.startsWith(type)),
      `${contentType}: ${told}`,
    ).toBe(true);
}

function expectProblem({ status, contentType, text }: Answered, told: string): void {
  expect(contentType, told).toBe('application/problem+json; charset=utf-8');
  const read = problem.safeParse(JSON.parse(text));
  expect(read.success, told).toBe(true);
  expect(read.data?.status, told).toBe(status);
  const kind = read.data?.type.replace('/problems/', '');
  expect(problemKind.safeParse(kind).success, told).toBe(true);
  expect(kind, told).not.toBe('internal');
  expect(text, told).not.toMatch(/\bat .*\.(ts|js):\d+|node_modules|node:internal|SQLITE|better-auth/);
}

/** Reactions to what was accepted before may come in between; nothing else may. */
async function expectNothingWritten(
  app: RunningApplication,
  before: bigint | null,
  told: string,
): Promise<void> {
  if ((await app.parts.store.head()) === before) return;
  const since = await app.parts.store.readAll({ limit: 100, ...(before === null ? {} : { after: before }) });
  const actors = since.map(({ metadata }) => metadata.actor).filter((actor) => actor.startsWith('member:'));
  expect(actors, told).toEqual([]);
}
