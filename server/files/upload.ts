import type { IncomingMessage } from 'node:http';
import { type FilePurpose, mostBytesOf } from '../../shared/files/kinds.ts';
import { FileRefused } from './refusal.ts';
import { readingOf, type Senders } from './senders.ts';
import type { Admit, FileStore, StoredFile } from './store.ts';

/** Of one request; what is larger comes in pieces. */
const LARGEST = mostBytesOf('application/pdf', 'attachment');

/** Takes files that come as one request's body. */
export class Uploads {
  readonly #files: Pick<FileStore, 'take'>;
  readonly #senders: Senders;

  constructor(files: Pick<FileStore, 'take'>, senders: Senders) {
    this.#files = files;
    this.#senders = senders;
  }

  /** @throws {HttpProblem} as {@link Senders.listen} */
  take(request: IncomingMessage, memberId: string, purpose: FilePurpose, admit: Admit): Promise<StoredFile> {
    return this.#senders.listen(request, memberId, async () => {
      if (Number(request.headers['content-length'] ?? 0) > LARGEST) throw tooLarge();
      return await this.#files.take(upTo(LARGEST, readingOf(request)), admit, purpose);
    });
  }
}

async function* upTo(most: number, content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of content) {
    bytes += chunk.length;
    yield chunk;
    // After the type's own limit had its say.
    if (bytes > most) throw tooLarge();
  }
}

const tooLarge = () => new FileRefused('tooLarge', `A file may have ${LARGEST / 1_000_000} MB.`);
