import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestLog } from '../../../server/eventstore/digest.ts';
import { linesOf } from '../../../server/operations/lines.ts';
import { claimSlot } from '../../../server/views/slot.ts';
import { properName } from '../../../shared/text.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';
import { startStandInProcess } from '../eventstore/standIn/standInProcess.ts';
import { admin, startAdmin } from './admin.ts';
import { brokenRules } from './cloudEventsRules.ts';
import { exported, importInto } from './exchange.ts';
import { emptyPlace, eventOf, fill, openedLog, wholeLog } from './region.ts';

async function digestAt(place: Parameters<typeof openedLog>[0]): Promise<string> {
  await using opened = openedLog(place);
  return await digestLog(opened.store);
}

test('every exported line is a CloudEvent by its specification, and says what is not in it', async () => {
  const place = await emptyPlace();
  fill(place, 3000);
  const { code, out, err } = await admin(place.dataFolder, 'export');
  expect(code).toBe(0);
  expect(err).toContain('Free texts and accounts (names, addresses) are not in an export');
  const lines = out.trimEnd().split('\n');
  expect(lines).toHaveLength(3000);
  expect(lines.flatMap(brokenRules)).toEqual([]);
  // Source and id together name an event once.
  const names = lines.map((line) => JSON.parse(line)).map(({ source, id }) => `${source} ${id}`);
  expect(new Set(names).size).toBe(3000);
});

test('the rules are not merely agreeable', () => {
  const good = { specversion: '1.0', id: 'a', source: '/a', type: 'b' };
  expect(brokenRules(JSON.stringify(good))).toEqual([]);
  for (const bad of [
    { ...good, specversion: '0.3' },
    { ...good, id: '' },
    { ...good, commandId: 'x' },
    { ...good, anattributenamethatistoolong: 'x' },
    { ...good, revision: 2 ** 31 },
    { ...good, extra: { a: 1 } },
    { ...good, extra: 1.5 },
    { ...good, time: 'yesterday' },
    { ...good, source: 'a b' },
    { ...good, subject: 'a\u0007b' },
  ])
    expect(brokenRules(JSON.stringify(bad))).not.toEqual([]);
});

test('whatever happened, an import of its export has the same digest, order, ids and revisions', async () => {
  const name = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 30 })
    .filter((text) => properName.safeParse(text).data === text);
  const workshop = fc.record({ workshopId: fc.uuid(), competenceId: fc.uuid(), name });
  const seed = Date.now() % 2 ** 31;
  console.log(`exported and imported, seed ${seed}`);
  await fc.assert(
    fc.asyncProperty(fc.array(workshop, { minLength: 1, maxLength: 40 }), async (defined) => {
      const [place, elsewhere] = [await emptyPlace(), await emptyPlace()];
      {
        await using opened = openedLog(place);
        for (const { workshopId, competenceId, name } of defined) {
          const event = eventOf('CompetenceDefined', { workshopId, competenceId, name });
          const stream = `workshop-${defined[0]?.workshopId === workshopId ? workshopId : 'näht 🧵'}`;
          // Twice with the same id: at the head that is written again.
          for (const again of [event, event]) {
            const [head] = await opened.store.read(stream, { direction: 'backwards', limit: 1 });
            await opened.store.append(stream, [again], head?.revision ?? 'none');
          }
        }
      }
      const file = await exported(place);
      expect((await readFile(file, 'utf8')).trimEnd().split('\n').flatMap(brokenRules)).toEqual([]);
      const { digest } = await importInto(elsewhere, file);
      expect(digest).toBe(await digestAt(place));
      expect(await wholeLog(elsewhere)).toEqual(await wholeLog(place));
    }),
    { seed, numRuns: 15 },
  );
});

test('lines end at line feeds only: what other programs take for line breaks may stand within', async () => {
  const file = join(await temporaryFolder(), 'lines');
  const lines = ['one\u2028two', 'three\u2029four\u0085five', 'six\r', '', 'näht 🧵'.repeat(300_000)];
  await writeFile(file, lines.join('\n'));
  expect(await Array.fromAsync(linesOf(file))).toEqual(lines);
  await writeFile(file, `${lines.join('\n')}\n`);
  expect(await Array.fromAsync(linesOf(file))).toEqual(lines);
});

test('an import leaves reactions at the head, and needs an empty store without a server', async () => {
  const place = await emptyPlace();
  fill(place, 1000);
  const file = await exported(place);
  const elsewhere = await emptyPlace();
  const first = await admin(elsewhere.dataFolder, 'import', '--from', file);
  expect(first).toMatchObject({ code: 0 });
  expect(first.out).toContain(await digestAt(place));
  const accounts = new DatabaseSync(join(elsewhere.dataFolder, 'accounts.db'));
  expect(accounts.prepare('select name, position from reactionCheckpoint').all()).toEqual([
    { name: 'reactions', position: '1000' },
  ]);
  accounts.close();
  const again = await admin(elsewhere.dataFolder, 'import', '--from', file);
  expect(again).toMatchObject({ code: 1 });
  expect(again.err).toContain('is not empty');
  const served = await emptyPlace();
  const slot = claimSlot(served.dataFolder);
  expect((await admin(served.dataFolder, 'import', '--from', file)).err).toContain('A server runs');
  slot.release();
});

test('mistakes are told by their lines, and nothing of the file is imported', async () => {
  const place = await emptyPlace();
  fill(place, 600);
  const lines = (await readFile(await exported(place), 'utf8')).trimEnd().split('\n');
  const changed = (line: string | undefined, change: object) =>
    JSON.stringify({ ...JSON.parse(line ?? ''), ...change });
  lines[4] = '{"half":';
  lines[9] = changed(lines[9], { data: { workshopId: 7 } });
  lines[14] = changed(lines[14], { id: 'NO-ID' });
  lines[19] = changed(lines[19], { streamrevision: 3 });
  lines[24] = changed(lines[24], { unheardof: 'x' });
  const file = join(await temporaryFolder(), 'log.jsonl');
  await writeFile(file, `${lines.join('\n')}\n`);
  const elsewhere = await emptyPlace();
  const { code, err } = await admin(elsewhere.dataFolder, 'import', '--from', file);
  expect(code).toBe(1);
  expect(err).toMatch(/line 5: it is no JSON/);
  expect(err).toMatch(/line 10: its data is not valid \(workshopId/);
  expect(err).toMatch(/line 15: id/);
  expect(err).toMatch(/line 20: revision 3 of .* where 0 is due/);
  expect(err).toMatch(/line 25: /);
  expect(await readdir(elsewhere.dataFolder)).not.toContain('log.db');
  // A line that is missing in the middle is noticed by the next.
  await writeFile(file, `${lines.slice(0, 4).toSpliced(1, 1).join('\n')}\n`);
  expect((await admin(elsewhere.dataFolder, 'import', '--from', file)).err).toContain('where 2 is due');
});

test('an import that is killed in the middle leaves no log, and the next one is whole', async () => {
  const place = await emptyPlace();
  fill(place, 20_000);
  const file = await exported(place);
  const elsewhere = await emptyPlace();
  const { child, ended } = startAdmin(elsewhere.dataFolder, 'import', '--from', file);
  const begun = async () => {
    const partial = (await readdir(elsewhere.dataFolder)).find((name) => name.includes('partial'));
    return (
      partial !== undefined && (await stat(join(elsewhere.dataFolder, partial, 'log.db')).catch(() => null))
    );
  };
  await expect.poll(begun, { interval: 2, timeout: 20_000 }).toBeTruthy();
  child.kill('SIGKILL');
  expect((await ended).code).toBeNull();
  expect(await readdir(elsewhere.dataFolder)).not.toContain('log.db');
  expect((await importInto(elsewhere, file)).digest).toBe(await digestAt(place));
  expect((await readdir(elsewhere.dataFolder)).join()).not.toContain('partial');
});

test('an export never writes over a file', async () => {
  const place = await emptyPlace();
  fill(place, 600);
  const file = join(await temporaryFolder(), 'log.jsonl');
  await writeFile(file, 'mine');
  const refused = await admin(place.dataFolder, 'export', '--to', file);
  expect(refused).toMatchObject({ code: 1 });
  expect(await readFile(file, 'utf8')).toBe('mine');
});

test('an event store takes an import too; cut off, the same import completes it; another is refused', async () => {
  const standIn = await startStandInProcess();
  try {
    const place = await emptyPlace();
    fill(place, 900);
    const lines = (await readFile(await exported(place), 'utf8')).trimEnd().split('\n');
    const file = join(await temporaryFolder(), 'log.jsonl');
    const cluster = await emptyPlace(standIn.connectionString);
    await writeFile(file, `${lines.slice(0, 500).join('\n')}\n`);
    expect((await importInto(cluster, file)).events).toBe(500);
    await writeFile(file, `${lines.join('\n')}\n`);
    expect((await importInto(cluster, file)).digest).toBe(await digestAt(place));
    expect(await digestAt(cluster)).toBe(await digestAt(place));
    // Other regions' logs, a longer and a shorter one: refused before anything is written.
    for (const events of [1000, 521]) {
      const other = await emptyPlace();
      fill(other, events);
      await expect(importInto(cluster, await exported(other))).rejects.toThrow(
        'The event store is not empty',
      );
    }
    expect(await digestAt(cluster)).toBe(await digestAt(place));
  } finally {
    await standIn.stop();
  }
});
