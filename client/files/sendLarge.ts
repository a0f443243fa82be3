import { type FileReply, fileReply } from '../../shared/files/kinds.ts';
import { CHUNK_BYTES, type UploadState, uploadState } from '../../shared/files/uploads.ts';
import { locale } from '../catalogue/text.ts';
import { online } from '../connection.ts';
import { problemFrom, RequestFailed } from '../problem.ts';
import { forgetUpload, rememberedUpload, rememberUpload } from './rememberedUploads.ts';
import { withoutTraces } from './withoutTraces.ts';

export interface SendOptions {
  /** From 0 to 1: how much of the file is there. */
  onProgress?(fraction: number): void;
  /** Stops sending, and throws what was sent away; throws `signal.reason`. */
  signal?: AbortSignal;
}

/** Files that are sent at the same moment. */
const AT_ONCE = 2;
/** The first piece is small, so that a slow line shows progress soon. */
const FIRST_BYTES = 500_000;
const QUICK_MILLISECONDS = 1500;
/** So often in a row it is tried again, with longer and longer pauses: three minutes. */
const TRIES = 10;
const LONGEST_PAUSE_MILLISECONDS = 30_000;

/**
 * Sends a file of a design in, however large (500 MB at most): in pieces, going on where it broke off, also after the
 * page was loaded anew.
 * @throws {RequestFailed} `file-refused`, `too-large`, `file-withdrawn`, `rate-limited` and `storage-full` among
 *   others; `offline` after three minutes without an answer: sending again goes on.
 */
export async function sendLargeFile(chosen: File, options: SendOptions = {}): Promise<FileReply> {
  const { onProgress, signal } = options;
  const file = await ofPicture(chosen);
  onProgress?.(0);
  if (file.size <= FIRST_BYTES) {
    const small = await persisting(signal, async () =>
      fileReply.parse(await asked('/api/files?for=design', { method: 'POST', body: file, signal })),
    );
    onProgress?.(1);
    return small;
  }
  let state = await begun(file, signal);
  try {
    let size = FIRST_BYTES;
    let stalled = 0;
    let anew = false;
    while (state.fileId === null || state.type === null) {
      onProgress?.(state.offset / state.bytes);
      const { uploadId, offset } = state;
      const piece = file.slice(offset, offset + size);
      const before = performance.now();
      try {
        const path = `/api/uploads/${uploadId}/chunks?at=${offset}`;
        state = await ask(path, { method: 'POST', body: piece, signal });
        stalled = 0;
        const quick = performance.now() - before < QUICK_MILLISECONDS;
        size = quick ? Math.min(size * 2, CHUNK_BYTES) : Math.max(Math.floor(size / 2), FIRST_BYTES);
      } catch (failure) {
        if (!anew && failure instanceof RequestFailed && failure.kind === 'not-found') {
          // Swept away, or lost with the server's disk.
          anew = true;
          forgetUpload(file);
          state = await begun(file, signal);
          continue;
        }
        if (!mayPass(failure) || ++stalled === TRIES) throw failure;
        await pause(stalled, signal);
        state = await persisting(signal, () => stateOf(uploadId, signal));
        if (state.offset > offset) stalled = 0;
      }
    }
    onProgress?.(1);
    return { fileId: state.fileId, type: state.type, bytes: state.bytes };
  } catch (error) {
    if (signal?.aborted) await thrownAway(state.uploadId);
    throw error;
  } finally {
    // What broke off for want of a connection goes on next time; all else is settled.
    if (state.fileId !== null || signal?.aborted) forgetUpload(file);
  }
}

/** A photograph leaves without where it was taken, where that can be done without drawing it anew. */
async function ofPicture(file: File): Promise<File> {
  if (!file.type.startsWith('image/')) return file;
  const { bare } = await withoutTraces(file);
  return bare === null
    ? file
    : new File([bare], file.name, { type: file.type, lastModified: file.lastModified });
}

/** What became of one file of several. */
export type Sent = { file: File; reply: FileReply } | { file: File; failure: unknown };

/**
 * Sends several files in, two at a time; what became of each comes in their order.
 * @param onProgress of all together, by their bytes.
 */
export async function sendMany(files: readonly File[], options: SendOptions = {}): Promise<Sent[]> {
  const total = Math.max(
    1,
    files.reduce((sum, { size }) => sum + size, 0),
  );
  const fractions = files.map(() => 0);
  const results: Sent[] = [];
  let next = 0;
  const sender = async () => {
    for (let index = next++; index < files.length; index = next++) {
      const file = files[index];
      if (file === undefined) continue;
      const onProgress = (fraction: number) => {
        fractions[index] = fraction;
        const sum = files.reduce((all, { size }, each) => all + size * (fractions[each] ?? 0), 0);
        options.onProgress?.(sum / total);
      };
      results[index] = await sendLargeFile(file, { ...options, onProgress }).then(
        (reply) => ({ file, reply }),
        (failure: unknown) => ({ file, failure }),
      );
      options.signal?.throwIfAborted();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sender));
  return results;
}

/** The upload that this file began earlier, where it still stands; else a new one. */
async function begun(file: File, signal: AbortSignal | undefined): Promise<UploadState> {
  const known = rememberedUpload(file);
  if (known !== null) {
    const state = await persisting(signal, () => stateOf(known, signal)).catch((failure: unknown) => {
      if (failure instanceof RequestFailed && failure.kind === 'not-found') return null;
      throw failure;
    });
    if (state !== null && state.bytes === file.size) return state;
  }
  const body = JSON.stringify({ bytes: file.size });
  const headers = { 'content-type': 'application/json' };
  const state = await persisting(signal, () =>
    ask('/api/uploads', { method: 'POST', body, headers, signal }),
  );
  rememberUpload(file, state.uploadId);
  return state;
}

const stateOf = (uploadId: string, signal: AbortSignal | undefined) =>
  ask(`/api/uploads/${uploadId}`, { signal });

const thrownAway = (uploadId: string) =>
  asked(`/api/uploads/${uploadId}`, { method: 'DELETE', keepalive: true }).catch(() => undefined);

const ask = async (path: string, init: Init): Promise<UploadState> => {
  const read = uploadState.safeParse(await asked(path, init));
  if (!read.success) throw new RequestFailed('unreadable', 200);
  return read.data;
};

type Init = Omit<RequestInit, 'signal' | 'headers'> & {
  signal?: AbortSignal | undefined;
  headers?: Record<string, string>;
};

async function asked(path: string, { signal, headers, ...init }: Init): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(path, {
      ...init,
      credentials: 'same-origin',
      headers: { accept: 'application/json', 'accept-language': locale, ...headers },
      signal: signal ?? null,
    });
    online.value = true;
  } catch {
    signal?.throwIfAborted();
    online.value = false;
    throw new RequestFailed('offline', 0);
  }
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw problemFrom(response.status, body);
  return body;
}

/** Tries again after what may pass by itself. */
async function persisting<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await work();
    } catch (failure) {
      if (!mayPass(failure) || tried === TRIES) throw failure;
      await pause(tried, signal);
    }
  }
}

const PASSING: ReadonlySet<string> = new Set(['offline', 'upload-offset', 'starting', 'internal']);
const mayPass = (failure: unknown): boolean => failure instanceof RequestFailed && PASSING.has(failure.kind);

/** Ends early when the connection is back. @throws the signal's reason. */
async function pause(tried: number, signal: AbortSignal | undefined): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const abort = () => reject(signal?.reason);
  const timer = setTimeout(resolve, Math.min(LONGEST_PAUSE_MILLISECONDS, 500 * 2 ** tried));
  addEventListener('online', () => resolve(), { once: true, ...(signal ? { signal } : {}) });
  signal?.addEventListener('abort', abort, { once: true });
  try {
    signal?.throwIfAborted();
    await promise;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}
