import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { sendLargeFile, sendMany } from '../../../client/files/sendLarge.ts';
import { sharedApplication } from '../../api/shared.ts';
import type { Person } from '../../server/application.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const fileOf = (bytes: Uint8Array<ArrayBuffer>, name = 'frame.FCStd') =>
  new File([bytes], name, { lastModified: 1 });

/** The line breaks before or after the server has a request; or it does not. */
type Fate = 'before' | 'after' | null;

describe('sending a large file', () => {
  const app = sharedApplication();
  let anna: Person;
  /** What was asked, and what happens to the next requests. */
  let asked: string[] = [];
  let breaks: (() => Fate | Promise<Fate>)[] = [];
  let stored = new Map<string, string>();

  beforeAll(async () => {
    anna = await app().person('Anna');
  });
  beforeEach(() => {
    [asked, breaks, stored] = [[], [], new Map()];
    const server = fetch;
    vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
      init.signal?.throwIfAborted();
      asked.push(`${init.method ?? 'GET'} ${path.replace(/[0-9a-f-]{36}/, '…')}`);
      const fails = (await breaks.shift()?.()) ?? null;
      if (fails === 'before') throw new TypeError('Failed to fetch');
      const headers = { ...Object.fromEntries(new Headers(init.headers)), origin: app().url };
      const signed = { ...init, headers: { ...headers, ...anna.credentials } };
      const response = await server(`http://127.0.0.1:${app().port}${path}`, signed);
      if (fails === 'after') throw new TypeError('Failed to fetch');
      return response;
    });
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => void stored.set(key, value),
    });
    // The connection is back at once.
    vi.stubGlobal('addEventListener', (_type: string, listener: () => void) => void setTimeout(listener, 5));
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('tells how far it is, in growing pieces', async () => {
    const bytes = randomBytes(2_300_000);
    const heard: number[] = [];
    const reply = await sendLargeFile(fileOf(bytes), { onProgress: (fraction) => heard.push(fraction) });
    expect(reply).toEqual({ fileId: sha256(bytes), type: 'application/octet-stream', bytes: 2_300_000 });
    expect([heard[0], heard.at(-1)]).toEqual([0, 1]);
    expect(heard).toEqual(heard.toSorted((one, other) => one - other));
    expect(asked[0]).toBe('POST /api/uploads');
    expect(asked.slice(1).every((one) => /^POST \/api\/uploads\/…\/chunks\?at=\d+$/.test(one))).toBe(true);
    expect(JSON.parse(stored.get('uploads') ?? '')).toEqual([]);
  });

  it('sends a small one at once', async () => {
    const reply = await sendLargeFile(fileOf(Buffer.from('cube(10);'), 'cube.scad'));
    expect([reply.type, asked]).toEqual(['text/plain', ['POST /api/files?for=design']]);
  });

  it('goes on where the line broke, whether the server had the piece or not', async () => {
    const bytes = randomBytes(3_000_000);
    breaks = [() => 'before', () => 'after', () => null, () => 'before', () => null, () => 'after'];
    const reply = await sendLargeFile(fileOf(bytes));
    expect(reply.fileId).toBe(sha256(bytes));
  });

  it('goes on after the page was loaded anew, with the same file and no other', async () => {
    const bytes = randomBytes(1_200_000);
    // The page goes while it waits for the line: nothing of it is heard of any more.
    const gone = new AbortController();
    vi.stubGlobal('addEventListener', () => {});
    breaks = [() => null, () => null, () => 'before'];
    const leaving = sendLargeFile(fileOf(bytes), { signal: gone.signal }).catch(() => null);
    await expect.poll(() => asked.length).toBe(3);
    asked = [];
    const reply = await sendLargeFile(fileOf(bytes));
    expect(asked[0]).toBe('GET /api/uploads/…');
    expect(asked).not.toContain('POST /api/uploads/…/chunks?at=0');
    expect(reply.fileId).toBe(sha256(bytes));
    gone.abort();
    await leaving;
  });

  it('begins anew where the server knows of it no more', async () => {
    const bytes = randomBytes(1_200_000);
    const forgetting = async () => {
      await app().accounts.incomingFiles.forgetBefore(Date.now() + 1000);
      return null;
    };
    breaks = [() => null, () => null, forgetting];
    const reply = await sendLargeFile(fileOf(bytes));
    expect(reply.fileId).toBe(sha256(bytes));
    expect(asked.filter((one) => one === 'POST /api/uploads')).toHaveLength(2);
  });

  it('throws what was sent away when it is stopped', async () => {
    const stop = new AbortController();
    const onProgress = (fraction: number) => fraction > 0 && stop.abort(new Error('stopped'));
    const sending = sendLargeFile(fileOf(randomBytes(2_000_000)), { signal: stop.signal, onProgress });
    await expect(sending).rejects.toThrow('stopped');
    expect(asked.at(-1)).toBe('DELETE /api/uploads/…');
    expect(JSON.parse(stored.get('uploads') ?? '')).toEqual([]);
  });

  it('says why one of several was not taken, and sends the others', async () => {
    const files = [
      fileOf(Buffer.from('one'), 'one.txt'),
      fileOf(Buffer.alloc(0), 'empty.txt'),
      fileOf(Buffer.from('two'), 'two.txt'),
    ];
    const sent = await sendMany(files);
    expect(sent.map(({ file }) => file.name)).toEqual(['one.txt', 'empty.txt', 'two.txt']);
    expect(sent.map((each) => 'reply' in each)).toEqual([true, false, true]);
  });
});
