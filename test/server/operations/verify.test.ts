import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { digestLog } from '../../../server/eventstore/digest.ts';
import { projections } from '../../../server/projections.ts';
import { claimSlot } from '../../../server/views/slot.ts';
import { openViews } from '../../../server/views/views.ts';
import { admin } from './admin.ts';
import { accountsOf, addMember, emptyPlace, fill, openedLog } from './region.ts';

type Place = Awaited<ReturnType<typeof emptyPlace>>;

const LOG = 'log.db';

async function filled(): Promise<Place> {
  const place = await emptyPlace();
  fill(place, 2000);
  return place;
}

/** Runs a script on a file of the place; it must change something. */
function change(place: Place, file: string, sql: string): void {
  const database = new DatabaseSync(join(place.dataFolder, file));
  database.exec(sql);
  expect(database.prepare('select total_changes() as n').get()?.n).not.toBe(0);
  database.close();
}

/** Views as a server's process leaves them. @returns the name of its file. */
async function serve(place: Place): Promise<string> {
  await using opened = openedLog(place);
  const { store } = opened;
  const views = await openViews({ store, folder: place.dataFolder, slot: 0, projections, clock: Date.now });
  await views.close();
  const name = (await readdir(place.dataFolder)).find((file) => /^views-.*-0\.db$/.test(file));
  if (name === undefined) throw new Error('there is no view file');
  return name;
}

test('a whole log and its views: nothing is wrong, and the digest is told', async () => {
  const place = await filled();
  const accounts = await accountsOf(place);
  const memberId = await addMember(place, accounts);
  const name = await serve(place);
  await accounts.erase(memberId);
  await accounts.close();
  await using opened = openedLog(place);
  const { code, out } = await admin(place.dataFolder, 'verify');
  expect(out).toContain(`2,002 events, digest ${await digestLog(opened.store)}`);
  expect(out).toMatch(/\d+ free texts named, \d+ of them erased or withdrawn/);
  expect(out).toContain(`A fresh rebuild was compared with ${name}.`);
  expect(out).toContain('Nothing is wrong.');
  expect(code).toBe(0);
  const left = (await readdir(place.dataFolder)).filter((file) => file.includes('partial'));
  expect(left).toEqual([]);
});

test('without a view file, views built event by event are compared', async () => {
  const { out } = await admin((await filled()).dataFolder, 'verify');
  expect(out).toContain('compared with views built event by event');
});

test('views that are behind are brought on event by event, and compared there', async () => {
  const place = await filled();
  const name = await serve(place);
  const accounts = await accountsOf(place);
  await addMember(place, accounts);
  await accounts.close();
  const { code, out } = await admin(place.dataFolder, 'verify');
  expect(out).toContain(`compared with ${name}`);
  expect(code).toBe(0);
});

/** Each with what is to be found. */
const faults: [what: string, sql: string, found: RegExp][] = [
  [
    'a gap',
    `delete from events where revision in (1, 2) and stream_id =
       (select stream_id from events where revision = 3 order by position limit 1)`,
    /WRONG: .* has a gap: revisions 1 to 2 are missing\./,
  ],
  [
    'data that is not valid',
    `update events set data = json_set(data, '$.start', 'soon') where position = (select min(position) from events where type = 'BookingPlaced')`,
    /WRONG: calendar-.*@0 \(BookingPlaced .*\): its data is not valid \(start: /,
  ],
  [
    'metadata that is not valid',
    `update events set metadata = json_set(metadata, '$.actor', 'Ada') where position = 700`,
    /WRONG: .*: its metadata is not valid \(actor: /,
  ],
  [
    'a version of the future',
    `update events set metadata = json_set(metadata, '$.version', 9) where position = 700`,
    /WRONG: .*: it has version 9, and this release knows .* up to \d+\./,
  ],
  [
    'an unknown type',
    `update events set type = 'Imagined' where position = 700`,
    /WRONG: .*: Imagined is no event type that this release knows/,
  ],
  [
    'an event that is no JSON',
    `update events set data = '{"half' where position = 700`,
    /WRONG: The log could not be read on after event 0: /,
  ],
];

test.each(faults)('%s in the log is found', async (_what, sql, found) => {
  const place = await filled();
  change(place, LOG, sql);
  const { code, out } = await admin(place.dataFolder, 'verify');
  expect(out).toMatch(found);
  expect(code).toBe(1);
});

const viewFaults: [what: string, sql: string, found: RegExp][] = [
  [
    'a changed row',
    `update machines set name = 'Somebody''s toaster' where rowid = 77`,
    /WRONG: views-.*: the table machines differs in the row [0-9a-f-]+ \(name is Somebody's toaster, not Machine \d+\)/,
  ],
  ['a missing row', 'delete from bookings where rowid = 99', /the table bookings lacks the row [0-9a-f-]+\./],
  [
    'a row too many',
    `create temp table one as select * from machines limit 1; update one set machineId = 'zzz';
     insert into machines select * from one`,
    /the table machines has a row zzz that should not be there\./,
  ],
  [
    'views of another log',
    `update _views set eventId = 'another' where name = 'checkpoint'`,
    /stands on an event that the log does not hold/,
  ],
];

test.each(viewFaults)('%s in the views is found', async (_what, sql, found) => {
  const place = await filled();
  change(place, await serve(place), sql);
  const { code, out } = await admin(place.dataFolder, 'verify');
  expect(out).toMatch(found);
  expect(code).toBe(1);
});

test('views are rebuilt while no server uses them, and refused while one does', async () => {
  const place = await filled();
  const name = await serve(place);
  change(place, name, `update machines set name = 'Somebody''s toaster' where rowid = 77`);
  const slot = claimSlot(place.dataFolder);
  const refused = await admin(place.dataFolder, 'rebuild-views');
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.err).toContain('stop it first');
  slot.release();
  expect(await admin(place.dataFolder, 'rebuild-views')).toMatchObject({ code: 0 });
  expect(await admin(place.dataFolder, 'verify')).toMatchObject({ code: 0 });
});
