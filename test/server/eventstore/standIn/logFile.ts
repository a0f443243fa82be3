import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import { z } from 'zod';
import type { LogRecord } from './log.ts';

const bigint = z.string().transform((text) => BigInt(text));
const bytes = z.base64().transform((text) => new Uint8Array(Buffer.from(text, 'base64')));
const lineOfFile = z.array(
  z.object({
    position: bigint,
    id: z.string(),
    stream: z.string(),
    revision: bigint,
    type: z.string(),
    isJson: z.boolean(),
    data: bytes,
    metadata: bytes,
    created: bigint,
  }),
);

/** The log in a file, one line for each write: a line that a crash has torn is a write that did not happen. */
export class LogFile {
  readonly #path: string;
  readonly #descriptor: number;

  constructor(path: string) {
    this.#path = path;
    this.#descriptor = openSync(path, 'a');
  }

  /** Given to the system before the write is answered, so that it survives the end of the process. */
  write(records: readonly LogRecord[]): void {
    const line = records.map((record) => ({
      ...record,
      position: String(record.position),
      revision: String(record.revision),
      created: String(record.created),
      data: Buffer.from(record.data).toString('base64'),
      metadata: Buffer.from(record.metadata).toString('base64'),
    }));
    writeSync(this.#descriptor, `${JSON.stringify(line)}\n`);
  }

  read(): LogRecord[][] {
    if (!existsSync(this.#path)) return [];
    const lines = readFileSync(this.#path, 'utf8').split('\n');
    const torn = lines.pop();
    if (torn !== undefined && torn !== '') writeSync(this.#descriptor, '\n');
    return lines.flatMap((line) => {
      try {
        return [lineOfFile.parse(JSON.parse(line))];
      } catch {
        return [];
      }
    });
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}
