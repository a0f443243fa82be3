import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CompleteBuild } from '../../server/builds/buildCommands.ts';
import { buildCommands } from '../../server/builds/commands.ts';
import { followUpsOf } from '../../server/builds/followUps.ts';
import { reactionCommandId } from '../../server/reactions/reaction.ts';
import { replicationReport } from '../../shared/builds/replicationViews.ts';
import { buildList, buildView } from '../../shared/builds/views.ts';
import { commandReply } from '../../shared/commandReply.ts';
import { designView } from '../../shared/designs/designViews.ts';
import { talkView } from '../../shared/designs/talkViews.ts';
import { fileReply } from '../../shared/files/kinds.ts';
import { thingView } from '../../shared/items/views.ts';
import { madeWithView } from '../../shared/network/graphViews.ts';
import { problem } from '../../shared/problem.ts';
import { myWork } from '../../shared/work/views.ts';
import { idIn, type Person } from '../server/application.ts';
import type { Caller, Reply } from '../server/caller.ts';
import { plainJpeg } from '../server/files/photographs.ts';
import { add, publish, set } from './designStory.ts';
import { sharedApplication } from './shared.ts';

const app = sharedApplication();
let steward: Person;
let maria: Person;
let stranger: Person;
let workshopId: string;
let machineId: string;
let designId: string;

const step = (id: string, title: string) => ({
  kind: 'add' as const,
  list: 'steps' as const,
  id,
  value: {
    id,
    title,
    text: '',
    parts: [],
    tools: [],
    machines: [],
    competences: [],
    minutes: 30,
    pictures: [],
  },
  after: null,
});

beforeAll(async () => {
  ({ steward, workshopId } = await app().found());
  [maria, stranger] = await Promise.all([app().person('Maria'), app().person('Zoe')]);
  await app().join(maria, workshopId);
  machineId = await app().registerMachine(steward, workshopId);
  const price = {
    kind: 'add' as const,
    list: 'parameters' as const,
    id: 'price-sold',
    value: { id: 'price-sold', name: 'Commercial price', value: '52000', unit: 'USD' },
    after: null,
  };
  const changes = [
    set(['title'], '', 'CEB press'),
    set(['licence'], '', 'CERN-OHL-S-2.0'),
    add('frame', 1),
    add('bolt', 8),
    price,
    step('weld-frame', 'Weld the frame'),
    step('test-run', 'Try it'),
  ];
  designId = idIn(await publish(steward, {}, changes));
});

const start = async (more: object = {}, person: Caller = maria) =>
  idIn(await person.command('/api/builds', { workshopId, of: { designId, revision: 1 }, ...more }));
const give = (buildId: string, rest: string, body: object = {}, person: Caller = maria) =>
  person.command(`/api/builds/${buildId}/${rest}`, body);
const look = async (buildId: string, person: Caller = maria) =>
  buildView.parse((await person.get(`/api/builds/${buildId}`)).body);
const rulesIn = (reply: Reply) => problem.parse(reply.body).objections?.map(({ rule }) => rule);
const undo = async (reply: Reply, person: Caller = maria) => {
  const { undo } = commandReply.parse(reply.body);
  if (!undo) throw new Error(`no Undo in ${reply.text}`);
  const ifMatch: Record<string, string> = undo.ifMatch === null ? {} : { 'if-match': undo.ifMatch };
  const headers = { 'idempotency-key': randomUUID(), ...ifMatch };
  const answer = await person.send(undo.path, {
    method: undo.method.toUpperCase(),
    body: undo.body,
    headers,
  });
  idIn(answer);
  return answer;
};

describe('a build of two presses', () => {
  let buildId: string;
  beforeAll(async () => {
    buildId = await start({ things: 2 });
  });

  it('is listed for everybody with what it lacks, and others join it from elsewhere', async () => {
    const { builds } = buildList.parse((await app().nobody.get('/api/builds')).body);
    expect(builds.find((each) => each.buildId === buildId)).toMatchObject({
      name: 'CEB press',
      status: 'open',
      things: 2,
      lines: 2,
      linesMissing: 2,
      steps: 2,
      stepsDone: 0,
      hands: 1,
    });
    expect((await give(buildId, 'steps/weld-frame/done', {}, stranger)).status).toBe(403);
    const joined = await give(buildId, 'hands', {}, stranger);
    expect((await give(buildId, 'steps/weld-frame/done', {}, stranger)).status).toBe(200);
    expect(await look(buildId)).toMatchObject({ hands: 2, currentStep: 'test-run' });
    idIn(await give(buildId, 'steps/weld-frame/undone', {}, stranger));
    await undo(joined, stranger);
    expect((await look(buildId)).hands).toBe(1);
  });

  it('takes what met its lines in whichever unit, and says what is missing and how much is known', async () => {
    const before = await look(buildId);
    expect(before.lineList.map(({ needed, missing }) => [needed, missing])).toEqual([
      [16, 16],
      [2, 2],
    ]);
    expect(before.coverage.lines).toEqual({ known: 0, all: 2 });
    idIn(await give(buildId, 'meetings', { line: 'line-frame' }));
    const pairs = { line: 'line-bolt', quantity: 4, unit: 'pair', how: 'unknown' };
    const price = { amount: 0.5, currency: 'EUR', on: '2026-11-20', supplier: '' };
    const bolts = await give(buildId, 'meetings', { ...pairs, price });
    expect(await look(buildId)).toMatchObject({
      linesMissing: 1,
      lineList: [
        { state: 'partly', met: 8, missing: 8 },
        { state: 'met', missing: 0 },
      ],
      coverage: { lines: { known: 1, all: 2 } },
    });
    const met = (await look(buildId)).lineList[0];
    const takenBack = await undo(bolts);
    expect((await look(buildId)).lineList[0]?.met).toBe(0);
    const saidAgain = await undo(takenBack);
    expect((await look(buildId)).lineList[0]).toEqual(met);
    await undo(saidAgain);
    expect(rulesIn(await give(buildId, 'meetings', { line: 'line-none', name: 'x' }))).toEqual([
      'unknownLine',
    ]);
    expect((await give(buildId, 'meetings', { line: 'line-bolt', quantity: -1 })).status).toBe(400);
  });

  it('starts a machine once for calendar and build, and hours come from there', async () => {
    const used = await give(buildId, 'use', { machineId, step: 'weld-frame' });
    const bookingId = idIn(used);
    const [session] = (await look(buildId)).sessions;
    expect(session).toMatchObject({ machineId, bookingId, to: null, step: 'weld-frame', begunHere: true });
    expect(rulesIn(await give(buildId, 'use', { machineId }))).toContain('inUse');
    const other = await start({ things: 0, name: 'Another' });
    expect(rulesIn(await give(other, 'sessions', { machineId, bookingId }))).toEqual(['otherBuild']);
    const left = await give(buildId, `sessions/${bookingId}/leave`);
    expect((await look(buildId)).sessions).toEqual([]);
    idIn(await give(other, 'sessions', { machineId, bookingId }));
    idIn(await give(other, `sessions/${bookingId}/leave`));
    await undo(left);
    const again = (await look(buildId)).sessions[0];
    expect(again).toMatchObject({ bookingId, begunHere: false });
    const stop = await maria.command(
      `/api/machines/${machineId}/bookings/${bookingId}/stop`,
      {},
      { ifMatch: again?.entityRevision ?? 0 },
    );
    expect(stop.status).toBe(200);
    const end = Date.now() - 1000;
    const times = { start: new Date(end - 120 * 60_000).toISOString(), end: new Date(end).toISOString() };
    // Of the same day as what she does beside the machine, also shortly after midnight.
    const work = { kind: 'building', minutes: 90, on: { kind: 'build', buildId }, at: times.start };
    idIn(await maria.command('/api/me/work', work));
    const { minutes, sessions } = await look(buildId);
    expect(sessions[0]?.to).not.toBeNull();
    expect(minutes).toMatchObject({ noted: 90, hands: 90 });
    // A forgotten stop is put right where the booking is, and the build knows.
    const path = `/api/machines/${machineId}/bookings/${bookingId}/correct`;
    idIn(await maria.command(path, times, { ifMatch: sessions[0]?.entityRevision ?? 0 }));
    expect((await look(buildId)).minutes).toMatchObject({ machines: 120, attended: 120, hands: 120 });
  });

  it('keeps measurements, tests and remarks, and raises a problem on the design in the same words', async () => {
    idIn(await give(buildId, 'measurements', { name: 'Diagonal', value: 1204.5, unit: 'mm', least: 1203 }));
    idIn(await give(buildId, 'tests', { name: 'Holds 150 bar', outcome: 'passed', note: 'For an hour' }));
    idIn(await give(buildId, 'remarks', { kind: 'deviation', text: 'Gussets added' }));
    idIn(
      await give(buildId, 'remarks', { kind: 'problem', text: 'The hose rubs', raise: true, safety: true }),
    );
    const { measurements, tests, remarks } = await look(buildId);
    expect(measurements).toMatchObject([{ value: 1204.5, within: true }]);
    expect(tests).toMatchObject([{ outcome: 'passed', note: 'For an hour' }]);
    expect(remarks.map(({ text }) => text)).toEqual(['Gussets added', 'The hose rubs']);
    const raised = async () =>
      talkView
        .parse((await maria.get(`/api/designs/${designId}/talk`)).body)
        .problems.map(({ text, safety }) => [text, safety]);
    await expect.poll(raised).toEqual([['The hose rubs', true]]);
    for (const [kind, entryId] of [
      ['measurements', measurements[0]?.measurementId],
      ['tests', tests[0]?.testId],
      ['remarks', remarks[1]?.remarkId],
    ]) {
      await undo(await give(buildId, `${kind}/${entryId}/take-back`, {}));
    }
    expect(await look(buildId)).toMatchObject({ measurements, tests, remarks });
    expect(await raised()).toHaveLength(1);
    const limits = { name: 'x', value: 1, least: 2, most: 1 };
    expect(rulesIn(await give(buildId, 'measurements', limits))).toEqual(['limits']);
  });

  it('is completed with two serials and codes, and both presses exist with their story', async () => {
    const second = (await look(buildId)).thingList[1]?.itemId ?? '';
    const done = await give(buildId, 'complete', { things: [{ itemId: second, serial: 'Riverside 7' }] });
    const { thingList, status } = await look(buildId);
    expect(status).toBe('completed');
    expect(thingList.map(({ serial }) => serial)).toEqual(['No. 1', 'Riverside 7']);
    expect(new Set(thingList.map(({ code }) => code)).size).toBe(2);
    const thing = thingView.parse((await maria.get(`/api/things/${second}`)).body);
    expect(thing).toMatchObject({ serial: 'Riverside 7', status: 'loose', name: 'CEB press' });
    await undo(done);
    expect((await look(buildId)).status).toBe('open');
    idIn(await give(buildId, 'complete'));
    expect((await look(buildId)).thingList.map(({ serial }) => serial)).toEqual(['No. 1', 'Riverside 7']);
    expect(rulesIn(await give(buildId, 'complete'))).toEqual(['completed']);
    // What happened is taken late, too.
    idIn(await give(buildId, 'log', { note: 'It presses' }));
  });

  it('is not opened again once something has happened with what it made', async () => {
    const [first] = (await look(buildId)).thingList;
    idIn(
      await maria.command(`/api/things/${first?.itemId}/move`, { workshopId, shelf: 'Yard' }, { ifMatch: 0 }),
    );
    const refused = await give(buildId, 'reopen');
    expect(rulesIn(refused)).toEqual(['usedSince']);
  });

  it('is told in the replication report, with names for insiders alone', async () => {
    const read = async (person: Caller) =>
      replicationReport.parse((await person.get(`/api/designs/${designId}/replications`)).body);
    const mine = await read(maria);
    expect(mine).toMatchObject({
      made: 2,
      workshops: 1,
      commercialPrice: { amount: 52_000, currency: 'USD', on: null },
      contributors: [],
    });
    const shown = designView.parse((await maria.get(`/api/designs/${designId}`)).body);
    expect(shown.counts.built).toBe(1);
    const on = { kind: 'design', designId };
    await maria.command('/api/me/work', { kind: 'documenting', minutes: 30, on });
    expect((await read(maria)).contributors.map(({ name }) => name)).toEqual(['Maria']);
    expect((await read(app().nobody)).contributors).toEqual([]);
    const row = mine.builds.find((each) => each.buildId === buildId);
    expect(row).toMatchObject({ deviations: ['Gussets added'], testsPassed: 1, fork: false });
    expect(row?.builders.map(({ name }) => name)).toEqual(['Maria']);
    expect((await read(app().nobody)).builds.flatMap(({ builders }) => builders)).toEqual([]);
    expect((await look(buildId, app().nobody)).log[0]?.by).toEqual({ memberId: null, name: null });
  });
});

describe('what was done by mistake', () => {
  it('forgets a start by mistake, and a part taken out by mistake is where it was', async () => {
    const other = await start({ name: 'Tried' });
    await undo(await give(other, 'use', { machineId }));
    expect(await look(other)).toMatchObject({ sessions: [], minutes: { machines: 0 } });
    const [thing] = (await look(other)).thingList;
    const into = thing?.itemId ?? '';
    const frame = idIn(
      await maria.command('/api/things', { workshopId, description: { name: 'Frame' }, how: 'bought' }),
    );
    idIn(await maria.command(`/api/things/${frame}/fit`, { into, buildId: other, line: 'line-frame' }));
    const metFrame = async () =>
      (await look(other)).lineList.find(({ line }) => line.id === 'line-frame')?.met;
    const out = await maria.command(`/api/things/${frame}/take-out`, {});
    expect(await metFrame()).toBe(0);
    await undo(out);
    expect(await metFrame()).toBe(1);
    idIn(await give(other, 'complete'));
    const graph = madeWithView.parse((await maria.get(`/api/things/${into}/made-with`)).body);
    expect(graph.edges.filter(({ kind }) => kind === 'madeWith')).toEqual([]);

    // Of two builds that want the same hours at once one has them, and the other is told so.
    const walkedUp = await maria.command(`/api/machines/${machineId}/use/start`, {});
    const session = { machineId, bookingId: idIn(walkedUp) };
    const builds = [await start({ name: 'One' }), await start({ name: 'Two' })];
    const joined = await Promise.all(builds.map((each) => give(each, 'sessions', session)));
    expect(joined.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const sessions = await Promise.all(builds.map(async (each) => (await look(each)).sessions.length));
    expect(sessions.toSorted()).toEqual([0, 1]);
    await undo(walkedUp);
  });
});

describe('a repair from a note alone', () => {
  it('shows its note, names what is mended later, and is told there; with Undo, and never blindly', async () => {
    const buildId = await start({ of: null, kind: 'repair', note: 'The pump leaks\nA seal, I think' });
    const { name, note, describedRevision: revision } = await look(buildId);
    expect([name, note]).toEqual(['The pump leaks', 'The pump leaks\nA seal, I think']);
    const description = { name: 'Pump', of: null, specification: '', material: '', massKilograms: null };
    const received = await maria.command('/api/things', {
      workshopId,
      how: 'bought',
      description: { ...description, sizes: [], interfaces: [] },
    });
    const subjectId = idIn(received);
    const describe = (body: object, ifMatch: number) =>
      maria.command(`/api/builds/${buildId}`, body, { method: 'PUT', ifMatch });
    const said = await describe({ name: 'Pump seal', note: 'A seal', subjectId }, revision);
    idIn(said);
    expect(await look(buildId)).toMatchObject({
      name: 'Pump seal',
      note: 'A seal',
      subject: { name: 'Pump' },
    });
    expect((await describe({ name: 'Blind' }, revision)).status).toBe(412);
    const before = await undo(said);
    expect(await look(buildId)).toMatchObject({ name, note, subject: null });
    await undo(before);
    idIn(await give(buildId, 'complete'));
    const story = async () => (await maria.get(`/api/things/${subjectId}`)).text;
    await expect.poll(story).toContain('ItemRepaired');
    const late = await describe({ name: 'Pump', subjectId: null }, (await look(buildId)).describedRevision);
    expect(rulesIn(late)).toEqual(['ended']);
  });
});

describe('a log', () => {
  it('of a photograph, a voice note and "done" is a build without a design', async () => {
    const buildId = await start({ of: null, name: 'Gate hinge', kind: 'spare' });
    const wav = `RIFF4\0\0\0WAVEfmt ${'\0'.repeat(44)}`;
    const sound = fileReply.parse((await maria.send('/api/files', { method: 'POST', body: wav })).body);
    expect(sound.type).toBe('audio/wav');
    expect(rulesIn(await give(buildId, 'log', { photographs: [sound.fileId] }))).toEqual(['unknownFile']);
    const commandId = randomUUID();
    const entry = { sounds: [sound.fileId], at: new Date(Date.now() - 3_600_000).toISOString() };
    const write = () =>
      maria.send(`/api/builds/${buildId}/log`, {
        method: 'POST',
        body: entry,
        headers: { 'idempotency-key': commandId },
      });
    const logId = idIn(await write());
    expect(idIn(await write())).toBe(logId);
    idIn(await give(buildId, `log/${logId}/note`, { note: 'Bent by hand' }));
    const removed = await give(buildId, `log/${logId}/remove`);
    await undo(removed);
    idIn(await give(buildId, 'complete'));
    const view = await look(buildId);
    expect(view).toMatchObject({
      status: 'completed',
      log: [{ at: entry.at, sounds: [sound.fileId], note: 'Bent by hand', removed: false }],
    });
    expect(view.thingList).toMatchObject([{ serial: 'No. 1' }]);
  });

  it('keeps fifty photographs of one entry, in their order, and takes no more', async () => {
    const buildId = await start({ of: null, name: 'Wall of pictures' });
    const send = async (seed: number) => {
      const sent = await fetch(`${app().url}/api/files`, {
        method: 'POST',
        headers: { ...maria.credentials, origin: app().url, 'content-type': 'application/octet-stream' },
        body: new Uint8Array(plainJpeg(seed)),
      });
      return fileReply.parse(await sent.json()).fileId;
    };
    const photographs: string[] = [];
    for (let seed = 0; seed < 50; seed++) photographs.push(await send(seed));
    expect(new Set(photographs).size).toBe(50);
    idIn(await give(buildId, 'log', { photographs }));
    expect((await look(buildId)).log[0]?.photographs).toEqual(photographs);
    const more = [...photographs, await send(50)];
    expect((await give(buildId, 'log', { photographs: more })).status).toBe(400);
  });

  it('takes nothing from the future, from years ago, or of a step that is not there', async () => {
    const buildId = await start({ things: 0 });
    const at = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();
    expect(rulesIn(await give(buildId, 'log', { note: 'x', at: at(600_000) }))).toEqual(['future']);
    expect(rulesIn(await give(buildId, 'log', { note: 'x', at: at(-400 * 86_400_000) }))).toEqual([
      'tooLongAgo',
    ]);
    expect(rulesIn(await give(buildId, 'log', { note: 'x', step: 'no-such-step' }))).toEqual(['unknownStep']);
    expect((await give(buildId, 'log', {})).status).toBe(400);
    const late = await give(buildId, 'log', { note: 'A fast clock', at: at(60_000) });
    expect(late.status).toBe(201);
    idIn(await give(buildId, 'abandon', { reason: 'No steel' }));
    idIn(await give(buildId, 'log', { note: 'Found in a drawer later' }));
    expect(await look(buildId)).toMatchObject({ status: 'abandoned', reason: 'No steel' });
  });
});

describe('a server that falls after a build was completed, with one of its three things made', () => {
  it('has made all of them once all the same: the reaction sees to the rest', async () => {
    const buildId = await start({ of: null, name: 'Bracket', things: 3 });
    const { parts } = app();
    const { commands, views } = parts;
    const by = maria.memberId;
    const actor = { kind: 'member', memberId: by } as const;
    const command: CompleteBuild = {
      ...{ type: 'CompleteBuild', buildId, things: [], produced: null, at: null, by },
    };
    const given = { command, actor, commandId: randomUUID() };
    const outcome = await commands.handle(buildCommands(parts).CompleteBuild, given);
    if (outcome.outcome !== 'accepted') throw new Error('it is not completed');
    const { thingList } = await look(buildId);
    const things = thingList.map(({ itemId, name, serial, code }) => ({
      ...{ itemId, name, serial: serial ?? '', code: code ?? '' },
    }));
    const completed = { buildId, workshopId, things, produced: null, at: new Date().toISOString(), by };
    const [first] = followUpsOf(views, completed, Number(outcome.revision));
    const commandId = reactionCommandId('makeThings', first?.stream ?? '', outcome.eventIds[0] ?? '');
    await first?.give(commands, { actor: { kind: 'reaction', name: 'makeThings' }, commandId });
    const shown = async () => {
      const replies = await Promise.all(things.map(({ itemId }) => maria.get(`/api/things/${itemId}`)));
      return replies.map(({ body }) => [
        Reflect.get(Object(body), 'status'),
        Reflect.get(Object(body), 'serial'),
      ]);
    };
    await expect.poll(shown).toEqual(['No. 1', 'No. 2', 'No. 3'].map((serial) => ['loose', serial]));
    for (const { itemId } of things) {
      const events = await parts.store.read(`item-${itemId}`, { limit: 10 });
      expect(events.map(({ type }) => type)).toEqual(['ItemMade']);
    }
  });
});

describe('a build that is opened again while what it made is given away', () => {
  it('loses nothing: whichever comes first, the thing is where it went and the build ends with its plate', async () => {
    const buildId = await start();
    idIn(await give(buildId, 'complete'));
    const [made] = (await look(buildId)).thingList;
    const gift = { to: { kind: 'member', memberId: maria.memberId } };
    const [reopened, given] = await Promise.all([
      give(buildId, 'reopen'),
      steward.command(`/api/things/${made?.itemId}/give`, gift),
    ]);
    expect([[200, 409].includes(reopened.status), given.status]).toEqual([true, 200]);
    if (reopened.status === 200) idIn(await give(buildId, 'complete'));
    const thing = thingView.parse((await steward.get(`/api/things/${made?.itemId}`)).body);
    expect(thing).toMatchObject({
      serial: made?.serial,
      status: 'loose',
      place: { owner: { kind: 'member' } },
    });
    expect(await look(buildId)).toMatchObject({ status: 'completed', thingList: [{ serial: made?.serial }] });
    expect(rulesIn(await give(buildId, 'reopen'))).toEqual(['usedSince']);
  });
});

describe('what is made to be counted', () => {
  it('goes on the shelf when it is completed, and comes off it when the build is opened again', async () => {
    const product = { name: 'Roller', specification: '60 mm', quantity: 4, unit: 'piece' };
    const forBuild = await start({ things: 0, name: 'Waits for rollers' });
    const asked = { buildId: forBuild, line: 'line-bolt' };
    const buildId = await start({ of: null, name: 'Rollers', product, forBuild: asked });
    const choice = async () => (await look(forBuild)).lineList[0]?.choice;
    await expect.poll(choice).toEqual({ how: 'made', buildId });
    idIn(await give(buildId, 'complete', { produced: 3 }));
    const materialId = (await look(buildId)).product?.materialId;
    const shelf = async () => {
      const { body } = await maria.get(`/api/workshops/${workshopId}/stock/${materialId}`);
      return JSON.stringify(body);
    };
    expect(await shelf()).toContain('"onHand":3');
    idIn(await give(buildId, 'reopen'));
    await expect.poll(shelf).toContain('"onHand":0');
  });
});

describe('work', () => {
  it('is noted in time, summed for oneself alone, taken along as a table, and taken back', async () => {
    const on = { kind: 'workshop', workshopId };
    const noted = await maria.command('/api/me/work', {
      kind: 'cleaning',
      minutes: 30,
      on,
      note: '=HYPERLINK("x")',
    });
    const mine = myWork.parse((await maria.get('/api/me/work')).body);
    expect(mine.byKind).toContainEqual({ kind: 'cleaning', minutes: 30 });
    const { text } = await maria.get('/api/me/work.csv');
    expect(text).toContain(`"'=HYPERLINK(""x"")"\r\n`);
    const held = await maria.get('/api/me/data');
    expect(held.status === 200 ? held.text : 'cleaning').toContain('cleaning');
    await undo(await undo(await undo(noted)));
    expect(myWork.parse((await maria.get('/api/me/work')).body).byKind).not.toContainEqual({
      kind: 'cleaning',
      minutes: 30,
    });
    const nowhere = { kind: 'build', buildId: randomUUID() };
    const refused = await maria.command('/api/me/work', { kind: 'other', minutes: 5, on: nowhere });
    expect(rulesIn(refused)).toEqual(['unknownSubject']);
    expect((await app().nobody.get('/api/me/work.csv')).status).toBe(401);
  });
});
