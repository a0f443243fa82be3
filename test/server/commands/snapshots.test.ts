import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import type { RememberedCommand } from '../../../server/commands/recentCommands.ts';
import { openSnapshots } from '../../../server/commands/snapshots.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 22);
const STREAM = 'calendar-1';

const commandAt = (revision: number, at: number): RememberedCommand => ({
  key: randomUUID(),
  hash: 'c'.repeat(64),
  events: 1 + (revision % 2),
  revision,
  position: BigInt(revision) + 2n ** 60n,
  at,
});

function open(path: string) {
  const snapshots = openSnapshots(path);
  onTestFinished(() => snapshots.close());
  return snapshots;
}

/** Saves in groups of a hundred, as a stream does. */
function saved(snapshots: ReturnType<typeof open>, commands: readonly RememberedCommand[], stream = STREAM) {
  for (let from = 0; from < commands.length; from += 100) {
    const group = commands.slice(from, from + 100);
    const revision = group.at(-1)?.revision ?? 0;
    const snapshot = { revision, eventId: randomUUID(), state: { revision } };
    expect(snapshots.save(stream, 'calendar:1', snapshot, group)).toBe(true);
  }
}

test('every saved command is found again, with all that was known of it, also after a restart', async () => {
  const path = join(await temporaryFolder(), 'snapshots.db');
  const commands = Array.from({ length: 950 }, (_, revision) => commandAt(revision, NOW + revision));
  const first = openSnapshots(path);
  saved(first, commands);
  first.close();
  const snapshots = open(path);
  for (const command of commands) expect(snapshots.recall(STREAM, command.key)).toEqual(command);
  expect(snapshots.recall('calendar-2', commands[0]?.key ?? '')).toBeUndefined();
  expect(snapshots.recall(STREAM, randomUUID())).toBeUndefined();
  expect(snapshots.load(STREAM, 'calendar:1')).toMatchObject({ revision: 949, state: { revision: 949 } });
});

test('older than a week and more than a thousand ago they are forgotten, not one earlier', async () => {
  const snapshots = open(join(await temporaryFolder(), 'snapshots.db'));
  const old = Array.from({ length: 1_500 }, (_, revision) => commandAt(revision, NOW - 30 * DAY));
  const recent = Array.from({ length: 600 }, (_, index) => commandAt(1_500 + index, NOW));
  saved(snapshots, [...old, ...recent]);
  const isKnown = ({ key }: RememberedCommand) => snapshots.recall(STREAM, key) !== undefined;
  expect([...old.slice(1_100), ...recent].every(isKnown)).toBe(true);
  expect(old.slice(0, 900).some(isKnown)).toBe(false);
  const busy = Array.from({ length: 3_000 }, (_, revision) => commandAt(revision, NOW));
  saved(snapshots, busy, 'calendar-busy');
  expect(busy.every(({ key }) => snapshots.recall('calendar-busy', key) !== undefined)).toBe(true);
});

test('a whole history that is saved at once keeps what may not be forgotten', async () => {
  const snapshots = open(join(await temporaryFolder(), 'snapshots.db'));
  const history = Array.from({ length: 5_000 }, (_, revision) =>
    commandAt(revision, NOW - (5_000 - revision) * DAY),
  );
  snapshots.save(STREAM, 'calendar:1', { revision: 4_999, eventId: randomUUID(), state: {} }, history);
  const known = history.filter(({ key }) => snapshots.recall(STREAM, key) !== undefined);
  expect(known).toEqual(history.slice(-1_000));
});

test('a file of another form is begun anew', async () => {
  const path = join(await temporaryFolder(), 'snapshots.db');
  const database = new DatabaseSync(path);
  database.exec('create table commands (stream text, key text, hash text)');
  database.close();
  const snapshots = open(path);
  const command = commandAt(7, NOW);
  saved(snapshots, [command]);
  expect(snapshots.recall(STREAM, command.key)).toEqual(command);
});
