import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { filesOfZip } from '../../../../server/designs/bringing/fromZip.ts';
import { BringRefused } from '../../../../server/designs/bringing/intake.ts';
import { intakeOf, keep, zipOf } from './scene.ts';

/** What comes out of an archive: paths, and what was told; or the sentence of the refusal. */
async function unpacked(archive: Buffer): Promise<{ paths: string[]; told: string[] } | string> {
  const intake = await intakeOf();
  try {
    const files = await filesOfZip(intake, await keep(intake, archive));
    return {
      paths: files.map(({ path }) => path),
      told: intake.remarks.all().map(({ at, sentence }) => `${at}: ${sentence}`),
    };
  } catch (error) {
    if (!(error instanceof BringRefused)) throw error;
    // All that was written stands in the file store, under hashes.
    const names = await readdir(intake.dataFolder, { recursive: true });
    expect(names.filter((name) => !/^(files|incoming)/.test(name))).toEqual([]);
    return error.message;
  }
}

/** The archive with each appearance of some bytes replaced by as many others. */
function altered(archive: Buffer, from: string, to: string): Buffer {
  const [old, other] = [Buffer.from(from, 'latin1'), Buffer.from(to, 'latin1')];
  if (old.length !== other.length) throw new Error('the archive would be damaged');
  const result = Buffer.from(archive);
  for (let at = result.indexOf(old); at >= 0; at = result.indexOf(old, at + 1)) other.copy(result, at);
  return result;
}

const CENTRAL = Buffer.from('PK\x01\x02', 'latin1');
/** Changes a field of the first entry in the list at the archive's end. */
function withField(archive: Buffer, offset: number, bytes: 2 | 4, value: number): Buffer {
  const result = Buffer.from(archive);
  result.writeUIntLE(value, result.indexOf(CENTRAL) + offset, bytes);
  return result;
}

test('files come out with their paths, and junk stays out with one remark', async () => {
  const archive = await zipOf({
    'mill/README.md': 'A mill',
    'mill/cad/frame.step': 'ISO-10303-21;',
    'mill/.DS_Store': 'x',
    '__MACOSX/mill/._README.md': 'x',
    'mill/frame.FCStd1': 'x',
    'mill/.git/config': 'x',
  });
  expect(await unpacked(archive)).toEqual({
    paths: ['mill/README.md', 'mill/cad/frame.step'],
    told: [': Left out: 4 files that programs leave behind (back-ups, caches, settings).'],
  });
});

test('a path that leads out of the folder is left out, whatever its kind', async () => {
  const archive = await zipOf({ 'aaaaaaaa/evil.txt': 'x', 'good.txt': 'y' });
  for (const path of ['../../../evil.txt', '/etc/pass/evil.t', 'C:/winnt/evil.tx', '..\\..\\..\\evil.tx']) {
    const evil = altered(archive, 'aaaaaaaa/evil.txt', path.padEnd(17, 't').slice(0, 17));
    expect(await unpacked(evil)).toMatchObject({ paths: ['good.txt'] });
  }
});

test('names that differ by capitals alone, and links, are left out', async () => {
  const archive = await zipOf({ 'a.txt': 'x', 'A.TXT': 'y', 'b.txt': 'z' });
  expect(await unpacked(archive)).toMatchObject({ paths: ['a.txt', 'b.txt'] });
  const link = withField(
    withField(await zipOf({ 'a.txt': '/etc/passwd', 'b.txt': 'z' }), 4, 2, 0x0314),
    38,
    4,
    0o120777 * 0x10000,
  );
  expect(await unpacked(link)).toMatchObject({
    paths: ['b.txt'],
    told: [expect.stringContaining('a.txt: It is a link')],
  });
});

test('names in an old encoding are read, and empty files told', async () => {
  const archive = altered(
    await zipOf({ 'st__ckliste.csv': 'a,b', 'empty.txt': '' }),
    'st__ckliste',
    'st\xfcckliste\x2e'.slice(0, 11),
  );
  const found = await unpacked(archive);
  expect(found).toMatchObject({ told: ['empty.txt: The file is empty.'] });
  expect(typeof found === 'string' ? [] : found.paths).toHaveLength(1);
});

test('archives that are none, are encrypted, damaged, overlap or lie are refused with a sentence', async () => {
  const archive = await zipOf({ 'a.txt': 'word '.repeat(200), 'b.txt': 'z'.repeat(100) });
  expect(await unpacked(Buffer.from('PK\x03\x04 nothing'))).toContain('no zip archive');
  expect(await unpacked(archive.subarray(0, -20))).toContain('no zip archive');
  expect(await unpacked(withField(archive, 8, 2, 0x1))).toContain('encrypted');
  expect(await unpacked(withField(archive, 16, 4, 12345))).toContain('a.txt in this archive is damaged');
  expect(await unpacked(withField(archive, 24, 4, 5))).toContain('a.txt in this archive is damaged');
  expect(await unpacked(withField(archive, 24, 4, 3_000_000_000))).toContain('more than 2 GB');
  expect(await unpacked(withField(archive, 24, 4, 100_000_000))).toContain('200 times its size');
  const second = archive.lastIndexOf(CENTRAL);
  const overlapping = Buffer.from(archive);
  overlapping.writeUInt32LE(0, second + 42);
  expect(await unpacked(overlapping)).toContain('overlap');
});

test('a bomb is refused before it is unfolded, and one that hides its size while it is', async () => {
  const zeros = await zipOf({ 'zeros.bin': Buffer.alloc(60_000_000) });
  expect(await unpacked(zeros)).toContain('200 times its size');
  expect(await unpacked(withField(zeros, 24, 4, 1000))).toContain('damaged');
});

test('too many files are refused by their count alone', async () => {
  const archive = await zipOf({ 'a.txt': 'x' });
  archive.writeUInt16LE(20_000, archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1')) + 10);
  expect(await unpacked(archive)).toContain('more than 5000 files');
});

test('an archive cut or altered anywhere is answered', async () => {
  const archive = await zipOf({ 'a/b.txt': 'hello there', 'c.csv': 'part,qty\nbolt,2\n' });
  for (let at = 1; at < archive.length; at += 17) {
    const changed = Buffer.from(archive);
    changed[at] = (changed[at] ?? 0) ^ 0x55;
    await unpacked(changed);
    await unpacked(archive.subarray(0, at));
  }
});
