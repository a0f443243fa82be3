import type { IncomingMessage } from 'node:http';
import { HttpProblem } from '../http/problem.ts';
import { fileProblem } from './failure.ts';

/** Files that one member sends in at the same moment. */
const MOST_AT_ONCE = 4;
/** A sender that says nothing for so long has gone. */
const SILENCE_MILLISECONDS = 30_000;
/** What is still read and thrown away of a file that is not taken, so that its sender gets to see why. */
const MAXIMUM_DRAINED_BYTES = 80_000_000;

/** Who sends files at this moment: a few at a time from each member. */
export class Senders {
  readonly #underWay = new Map<string, number>();

  /**
   * Takes what a request's body brings; where `work` throws, the rest of it is read and thrown away.
   * @throws {HttpProblem} file-refused, too-large, rate-limited, storage-full, storage-read-only, malformed-request
   */
  async listen<T>(request: IncomingMessage, memberId: string, work: () => Promise<T>): Promise<T> {
    const count = this.#underWay.get(memberId) ?? 0;
    this.#underWay.set(memberId, count + 1);
    try {
      request.setTimeout(SILENCE_MILLISECONDS, () => request.destroy());
      if (count >= MOST_AT_ONCE) {
        throw new HttpProblem('rate-limited', 'Send a few files at a time.', {
          headers: { 'Retry-After': '5' },
        });
      }
      if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') {
        throw new HttpProblem('unsupported-media-type', 'Files are sent as they are, without compression.');
      }
      return await work();
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

async function drain(request: IncomingMessage): Promise<void> {
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
