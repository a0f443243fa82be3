import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesNamedIn, possibleFilesIn } from '../../../server/operations/namedFiles.ts';

const golden = join(import.meta.dirname, '../../golden');
const NO_FILES = ['FileWithdrawn'];
/** Whatever looks like a file's id in these is one. */
const events = readdirSync(golden).flatMap((name) => {
  const { type, data } = JSON.parse(readFileSync(join(golden, name), 'utf8'));
  const ids = JSON.stringify(data).match(/(?<=")[0-9a-f]{64}(?=")/g) ?? [];
  return ids.length > 0 && !NO_FILES.includes(type) ? [{ name, type, data, ids: new Set(ids) }] : [];
});

describe('files that events name', () => {
  it('are known by the names under which they stand there', () => {
    expect(events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['LogWritten', 'LogSoundAdded', 'ItemPhotographAdded', 'RevisionPublished']),
    );
  });

  it.each(events)(
    '$name: all of them are backed up, checked and kept from the sweep',
    ({ type, data, ids }) => {
      expect(new Set(filesNamedIn({ type, data }))).toEqual(ids);
      expect(new Set(possibleFilesIn({ type, data }))).toEqual(ids);
    },
  );
});
