import { mkdir, open, rm, stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { MOST_FILE_BYTES } from '../../shared/files/kinds.ts';
import { CHUNK_BYTES, type UploadState } from '../../shared/files/uploads.ts';
import type { IncomingFile, IncomingFiles } from '../accounts/incomingFiles.ts';
import type { Lease } from '../accounts/reactionState.ts';
import { HttpProblem } from '../http/problem.ts';
import { hasCode } from './errorCode.ts';
import { sha256Of } from './hash.ts';
import { appendPiece } from './piece.ts';
import { folderOfPieces } from './places.ts';
import { FileRefused } from './refusal.ts';
import { readingOf } from './senders.ts';
import type { FileStore, StoredFile } from './store.ts';

/** So long nobody else goes on after a process has fallen. */
const LEASE_MILLISECONDS = 5000;
const RENEWED_EVERY_MILLISECONDS = 1000;
/** A sender that has been silent for so long may have lost its line, and come back on another. */
const SILENT_MILLISECONDS = 2000;

export interface IncomingOptions {
  dataFolder: string;
  store: Pick<FileStore, 'adopt' | 'claim'>;
  records: IncomingFiles;
  /** One process at a time appends to a file. */
  lease: Lease;
  /** This process, by a random name. */
  holder: string;
  /** Throws where a whole file is not to be kept (it was withdrawn, or it is too much for a day). */
  admit(file: StoredFile, memberId: string): Promise<void>;
  /** Whether this member may be told that a file is here already. */
  mayKnow(fileId: string, memberId: string): Promise<boolean>;
  /** UTC milliseconds since 1970. */
  clock(): number;
}

interface Sender {
  request: IncomingMessage;
  heardAt: number;
  /** So long no other process appends. */
  holdsUntil: number;
  done: Promise<void>;
}

/**
 * Files that come in pieces: each piece begins where the last ended, what arrived of a broken one is kept, and what is
 * whole becomes a file of the store. Any process of the data folder goes on with what another began.
 */
export class Incoming {
  readonly #options: IncomingOptions;
  readonly #folder: string;
  readonly #senders = new Map<string, Sender>();

  constructor(options: IncomingOptions) {
    this.#options = options;
    this.#folder = folderOfPieces(options.dataFolder);
  }

  /** @throws {TooManyRequests} and {HttpProblem} too-large */
  async start(
    uploadId: string,
    memberId: string,
    { bytes, sha256 = null }: { bytes: number; sha256?: string | null | undefined },
  ): Promise<UploadState> {
    if (bytes > MOST_FILE_BYTES) {
      throw new HttpProblem('too-large', `A file may have ${MOST_FILE_BYTES / 1_000_000} MB.`);
    }
    const { records } = this.#options;
    await records.start({ uploadId, memberId, bytes, sha256 });
    const file: IncomingFile = { uploadId, memberId, bytes, sha256, received: 0, became: null };
    const here = sha256 === null ? null : await this.#alreadyHere(sha256, file);
    return stateOf(here ?? file);
  }

  /** @throws {HttpProblem} not-found */
  async state(uploadId: string, memberId: string): Promise<UploadState> {
    return stateOf(await this.#found(uploadId, memberId));
  }

  /**
   * Appends what a request brings.
   * @throws {HttpProblem} not-found; upload-offset, where another byte is next or somebody else is sending
   */
  async append(
    request: IncomingMessage,
    uploadId: string,
    memberId: string,
    at: number,
  ): Promise<UploadState> {
    const { clock } = this.#options;
    const file = await this.#found(uploadId, memberId);
    if (file.became !== null) return stateOf(file);
    const before = this.#senders.get(uploadId);
    if (before !== undefined) {
      if (clock() - before.heardAt < SILENT_MILLISECONDS) throw elsewhere(file.received);
      before.request.destroy();
      await before.done;
    }
    if (this.#senders.has(uploadId)) throw elsewhere(file.received);
    const { promise: done, resolve } = Promise.withResolvers<void>();
    const sender: Sender = { request, heardAt: clock(), holdsUntil: 0, done };
    this.#senders.set(uploadId, sender);
    try {
      return await this.#exclusively(file, sender, async () =>
        stateOf(await this.#continue(await this.#found(uploadId, memberId), at, sender)),
      );
    } finally {
      this.#senders.delete(uploadId);
      resolve();
    }
  }

  /** Throws away what has come of it. What is whole already stays a file. */
  async cancel(uploadId: string, memberId: string): Promise<void> {
    await this.#found(uploadId, memberId);
    const sender = this.#senders.get(uploadId);
    sender?.request.destroy();
    await sender?.done;
    await this.#forget(uploadId);
  }

  /** While no other process appends to the file. */
  async #exclusively<T>(file: IncomingFile, sender: Sender, work: () => Promise<T>): Promise<T> {
    const { lease, holder, clock } = this.#options;
    const name = `upload ${file.uploadId}`;
    const until = clock() + LEASE_MILLISECONDS;
    if (!(await lease.acquire(name, holder, LEASE_MILLISECONDS))) throw elsewhere(file.received);
    sender.holdsUntil = until;
    const renew = async () => {
      const until = clock() + LEASE_MILLISECONDS;
      if (await lease.renew(name, holder, LEASE_MILLISECONDS)) sender.holdsUntil = until;
    };
    // Where it can't be renewed it runs out, and nothing is written any more.
    const renewing = setInterval(() => void renew().catch(() => {}), RENEWED_EVERY_MILLISECONDS).unref();
    try {
      return await work();
    } finally {
      clearInterval(renewing);
      await lease.release(name, holder);
    }
  }

  async #found(uploadId: string, memberId: string): Promise<IncomingFile> {
    const file = await this.#options.records.of(uploadId, memberId);
    if (file === null) {
      throw new HttpProblem('not-found', 'No such file is coming in: it may have been thrown away.');
    }
    return file;
  }

  async #alreadyHere(sha256: string, file: IncomingFile): Promise<IncomingFile | null> {
    const { store, mayKnow, admit, records } = this.#options;
    const { uploadId, memberId, bytes } = file;
    if (!(await mayKnow(sha256, memberId))) return null;
    const stored = await store.claim(sha256);
    if (stored === null || stored.bytes !== bytes) return null;
    await admit(stored, memberId);
    const became = { fileId: stored.fileId, type: stored.type };
    await records.finish(uploadId, became);
    return { ...file, received: bytes, became };
  }

  async #continue(file: IncomingFile, at: number, sender: Sender): Promise<IncomingFile> {
    const { records, clock } = this.#options;
    const { uploadId, bytes, received } = file;
    if (file.became !== null) return file;
    if (at !== received) throw elsewhere(received);
    const path = join(this.#folder, uploadId);
    await this.#prepare(path, file);
    async function* heard() {
      for await (const chunk of readingOf(sender.request)) {
        sender.heardAt = clock();
        if (sender.heardAt >= sender.holdsUntil) throw elsewhere(received);
        yield chunk;
      }
    }
    let offset: number;
    try {
      const kept = (offset: number) => records.receive(uploadId, offset);
      offset = await appendPiece({ path, at, end: bytes, content: heard(), kept });
    } catch (error) {
      if (error instanceof FileRefused) await this.#forget(uploadId);
      throw error;
    }
    if (offset < bytes) return { ...file, received: offset };
    // All has come: its sender may be silent for as long as a slow disk needs to read it again.
    sender.request.setTimeout(0);
    return await this.#finish({ ...file, received: offset }, path);
  }

  /** A file that is empty yet, or as long as is known of it. */
  async #prepare(path: string, { uploadId, received }: IncomingFile): Promise<void> {
    if (received === 0) {
      await mkdir(this.#folder, { recursive: true });
      await (await open(path, 'a', 0o600)).close();
      return;
    }
    const size = await stat(path).then(
      (found) => found.size,
      (error: unknown) => {
        if (hasCode(error, 'ENOENT')) return 0;
        throw error;
      },
    );
    if (size >= received) return;
    // A backup holds what is known of it, and not its bytes.
    await this.#forget(uploadId);
    throw new HttpProblem('not-found', 'What had come of this file is gone: send it again.');
  }

  async #finish(file: IncomingFile, path: string): Promise<IncomingFile> {
    const { store, records, admit } = this.#options;
    const { uploadId, memberId } = file;
    try {
      // Of what stands on the disk, whoever wrote which part of it.
      const sha256 = await sha256Of(path);
      if (file.sha256 !== null && file.sha256 !== sha256) {
        throw new FileRefused('content', 'What came is not what was announced: send the file again.');
      }
      const stored = await store.adopt(path, sha256, (whole) => admit(whole, memberId));
      const became = { fileId: stored.fileId, type: stored.type };
      await records.finish(uploadId, became);
      return { ...file, became };
    } catch (error) {
      // What can't be kept now nor later need not stay; a full disk or a used-up day passes.
      const settled = error instanceof FileRefused || (error instanceof HttpProblem && error.status < 429);
      if (settled) await this.#forget(uploadId);
      throw error;
    }
  }

  async #forget(uploadId: string): Promise<void> {
    await this.#options.records.forget(uploadId);
    await rm(join(this.#folder, uploadId), { force: true });
  }
}

const stateOf = ({ uploadId, bytes, received, became }: IncomingFile): UploadState => ({
  uploadId,
  offset: became === null ? received : bytes,
  bytes,
  chunk: CHUNK_BYTES,
  fileId: became?.fileId ?? null,
  type: became?.type ?? null,
});

const elsewhere = (offset: number) =>
  new HttpProblem('upload-offset', `The byte to send next is number ${offset}.`, { offset });
