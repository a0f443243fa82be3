import type { IncomingMessage } from 'node:http';
import { type FilePurpose, mostBytesOf } from '../../shared/files/kinds.ts';
import { HttpProblem } from '../http/problem.ts';
import { fileProblem } from './failure.ts';
import { FileRefused } from './refusal.ts';
import type { Admit, FileStore, StoredFile } from './store.ts';

/** Files that one member sends in at the same moment. */
const MOST_AT_ONCE = 4;
/** A sender that says nothing for so long has gone. */
const SILENCE_MILLISECONDS = 30_000;
/** What is still read and thrown away of a file that is not taken, so that its sender gets to see why. */
const MAXIMUM_DRAINED_BYTES = 80_000_000;
/** Of one request; what is larger comes in pieces. */
const LARGEST = mostBytesOf('application/pdf', 'attachment');

/** Takes files from request bodies, a few at a time from each member. */
export class Uploads {
  readonly #files: Pick<FileStore, 'take'>;
  readonly #underWay = new Map<string, number>();

  constructor(files: Pick<FileStore, 'take'>) {
    this.#files = files;
  }

  /** @throws {HttpProblem} file-refused, too-large, rate-limited, storage-full, storage-read-only, malformed-request */
  async take(
    request: IncomingMessage,
    memberId: string,
    purpose: FilePurpose,
    admit: Admit,
  ): Promise<StoredFile> {
    const { headers } = request;
    const count = this.#underWay.get(memberId) ?? 0;
    this.#underWay.set(memberId, count + 1);
    try {
      request.setTimeout(SILENCE_MILLISECONDS, () => request.destroy());
      if (count >= MOST_AT_ONCE) {
        throw new HttpProblem('rate-limited', 'Send a few files at a time.', {
          headers: { 'Retry-After': '5' },
        });
      }
      if ((headers['content-encoding'] ?? 'identity') !== 'identity') {
        throw new HttpProblem('unsupported-media-type', 'Files are sent as they are, without compression.');
      }
      if (Number(headers['content-length'] ?? 0) > LARGEST) {
        throw new FileRefused('tooLarge', `A file may have ${LARGEST / 1_000_000} MB.`);
      }
      return await this.#files.take(readingOf(request), admit, purpose);
    } catch (error) {
      await drain(request);
      throw fileProblem(error);
    } finally {
      request.setTimeout(0);
      const left = (this.#underWay.get(memberId) ?? 1) - 1;
      if (left === 0) this.#underWay.delete(memberId);
      else this.#underWay.set(memberId, left);
    }
  }
}

/** Chunk by chunk; leaving off early leaves the request open, so that it can still be answered. */
export async function* readingOf(request: IncomingMessage): AsyncGenerator<Buffer> {
  for await (const chunk of request.iterator({ destroyOnReturn: false })) yield chunk;
}

export async function drain(request: IncomingMessage): Promise<void> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (request.readableEnded || request.destroyed || announced > MAXIMUM_DRAINED_BYTES) return;
  let bytes = 0;
  try {
    for await (const chunk of readingOf(request)) {
      bytes += chunk.length;
      if (bytes > MAXIMUM_DRAINED_BYTES) return;
    }
  } catch {
    // Whoever sent it has gone, and reads no answer either.
  }
}
