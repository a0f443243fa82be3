import { createHash } from 'node:crypto';
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pathOf } from '../../../server/files/places.ts';
import { openFileStore } from '../../../server/files/store.ts';
import { filesBelow } from '../../../server/operations/durable.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';
import { LOCATION, pdf, plainJpeg, png, telephoneJpeg } from './photographs.ts';

const admitted = async () => {};

/** In pieces of so many bytes. */
async function* inPieces(bytes: Buffer, size = 7): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function store() {
  const folder = await temporaryFolder();
  const files = await openFileStore(folder, 0);
  return {
    folder,
    files,
    kept: () => filesBelow(join(folder, 'files')),
    drafts: () => filesBelow(join(folder, 'incoming')),
  };
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('a file that is taken in', () => {
  it('stands under the hash of what is kept of it, and is found again', async () => {
    const { folder, files, kept, drafts } = await store();
    const file = await files.take(inPieces(telephoneJpeg()), admitted);
    const bytes = await readFile(join(folder, 'files', pathOf(file.fileId)));
    expect(file).toEqual({ fileId: sha256(bytes), type: 'image/jpeg', bytes: bytes.length });
    expect(bytes.includes(LOCATION)).toBe(false);
    expect(await files.claim(file.fileId)).toEqual(file);
    expect(await kept()).toEqual([pathOf(file.fileId)]);
    expect(await drafts()).toEqual([]);
  });

  it('is kept once, however often it comes, and is mended where the disk spoilt it', async () => {
    const { folder, files, kept } = await store();
    const took = await Promise.all([1, 2, 3, 4].map(() => files.take(inPieces(pdf()), admitted)));
    const [{ fileId } = { fileId: '' }] = took;
    expect(new Set(took.map((file) => file.fileId)).size).toBe(1);
    expect(await kept()).toEqual([pathOf(fileId)]);
    await writeFile(join(folder, 'files', pathOf(fileId)), 'rot');
    await files.take(inPieces(pdf()), admitted);
    expect(await readFile(join(folder, 'files', pathOf(fileId)))).toEqual(pdf());
  });

  it('leaves nothing where it is not admitted', async () => {
    const { files, kept, drafts } = await store();
    const refusing = files.take(inPieces(pdf()), () => Promise.reject(new Error('not today')));
    await expect(refusing).rejects.toThrow('not today');
    expect([...(await kept()), ...(await drafts())]).toEqual([]);
  });

  it('leaves nothing where its sender breaks off', async () => {
    const { files, kept, drafts } = await store();
    async function* brokenOff() {
      yield pdf().subarray(0, 100);
      throw new Error('gone');
    }
    await expect(files.take(brokenOff(), admitted)).rejects.toThrow('gone');
    expect([...(await kept()), ...(await drafts())]).toEqual([]);
  });
});

describe('what is not taken to show a machine', () => {
  const cases: [string, Buffer, string][] = [
    ['an empty file', Buffer.alloc(0), 'empty'],
    ['one byte', Buffer.of(0xff), 'neither a photograph'],
    ['a text', Buffer.from('Bring your own goggles.'), 'neither a photograph'],
    ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'web page'],
    ['a drawing that can hold scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'SVG'],
    ['a GIF', Buffer.from('GIF89a............'), 'GIF'],
    ['a HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1'), 'HEIC'],
    ['a film', Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0', 'latin1'), 'film'],
    ['an archive', Buffer.from('PK\x03\x04............'), 'archive'],
    ['a photograph cut off', telephoneJpeg().subarray(0, 300), 'cut off'],
    ['a manual cut off', pdf().subarray(0, 150), 'cut off'],
    [
      'a page behind a photograph’s first bytes',
      Buffer.from('\xff\xd8\xff<script>alert(1)</script>', 'latin1'),
      'damaged',
    ],
    ['a picture that would unfold beyond measure', png([], { width: 90_000, height: 90_000 }), 'pixels'],
  ];
  it.each(cases)('%s', async (_name, bytes, sentence) => {
    const { files, kept, drafts } = await store();
    await expect(files.take(inPieces(bytes, 4096), admitted, 'attachment')).rejects.toThrow(sentence);
    expect([...(await kept()), ...(await drafts())]).toEqual([]);
  });

  it('too much of a photograph or a manual, without reading on', async () => {
    const { files, kept, drafts } = await store();
    let sent = 0;
    async function* endless(start: Buffer) {
      yield start;
      for (;;) {
        sent += 1_000_000;
        yield Buffer.alloc(1_000_000);
      }
    }
    await expect(files.take(endless(plainJpeg()), admitted, 'attachment')).rejects.toThrow('15 MB');
    expect(sent).toBe(15_000_000);
    sent = 0;
    await expect(files.take(endless(pdf()), admitted, 'attachment')).rejects.toThrow('50 MB');
    expect(sent).toBe(50_000_000);
    expect([...(await kept()), ...(await drafts())]).toEqual([]);
  });
});

describe('the store', () => {
  it('clears away what a dead process left half taken in, and leaves the living alone', async () => {
    const { folder, files } = await store();
    const other = await openFileStore(folder, 1);
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    async function* slow() {
      yield pdf().subarray(0, 50);
      await held;
      yield pdf().subarray(50);
    }
    const { promise: stuck, resolve: end } = Promise.withResolvers<void>();
    const taking = other.take(slow(), admitted);
    const dying = files.take(
      (async function* () {
        yield pdf();
        await stuck;
      })(),
      admitted,
    );
    await expect.poll(async () => (await filesBelow(join(folder, 'incoming'))).length).toBe(2);
    await openFileStore(folder, 0);
    expect(await readdir(join(folder, 'incoming'))).toEqual(['1']);
    // Only so that this test leaves no file open.
    end();
    await expect(dying).rejects.toThrow('ENOENT');
    release();
    expect((await taking).type).toBe('application/pdf');
  });

  it('knows nothing under a name that is no hash', async () => {
    const { files } = await store();
    for (const name of ['', '..', '../../accounts.db', 'ab/abcd', 'A'.repeat(64)]) {
      expect(await files.open(name)).toBeNull();
      expect(await files.claim(name)).toBeNull();
      expect(await files.remove(name)).toBe(false);
    }
  });

  it('tells what a file is by what lies there, whatever it was', async () => {
    const { folder, files } = await store();
    const { fileId } = await files.take(inPieces(pdf()), admitted);
    await writeFile(join(folder, 'files', pathOf(fileId)), '<script>alert(1)</script>');
    expect((await files.claim(fileId))?.type).toBe('text/plain');
  });

  it('tells which files nobody has touched for long, and removes none that was claimed since', async () => {
    const { folder, files } = await store();
    const [old, claimed, fresh] = await Promise.all(
      [1, 2, 3].map((seed) => files.take(inPieces(plainJpeg(seed)), admitted)),
    );
    if (!old || !claimed || !fresh) throw new Error('not taken');
    const longAgo = new Date(Date.now() - 30 * 86_400_000);
    for (const { fileId } of [old, claimed]) {
      await utimes(join(folder, 'files', pathOf(fileId)), longAgo, longAgo);
    }
    const since = Date.now() - 7 * 86_400_000;
    const untouched = await Array.fromAsync(files.untouched(since));
    expect(untouched.toSorted()).toEqual([old.fileId, claimed.fileId].toSorted());
    await files.claim(claimed.fileId);
    expect(await files.removeUntouched(claimed.fileId, since)).toBe(false);
    expect(await files.removeUntouched(old.fileId, since)).toBe(true);
    expect(await files.claim(old.fileId)).toBeNull();
    expect(await files.claim(claimed.fileId)).toEqual(claimed);
  });
});
