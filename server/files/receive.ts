import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { type FileType, isPhotograph, MAXIMUM_FILE_BYTES } from '../../shared/files/kinds.ts';
import { assertWholePdf, PDF_TAIL_BYTES } from './clean.ts';
import { FileRefused } from './refusal.ts';
import { SNIFFED_BYTES, sniff, whyNotTaken } from './sniff.ts';
import type { StoredFile } from './store.ts';

/**
 * Writes what comes into a new file, reckons its hash on the way, and waits until it is on the disk. Stops at the first
 * byte too many.
 * @throws {FileRefused} for an empty file, another type, or too much.
 */
export async function receive(content: AsyncIterable<Buffer>, path: string): Promise<StoredFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  let type: FileType | undefined;
  let start: Buffer = Buffer.alloc(0);
  let tail: Buffer = Buffer.alloc(0);
  const handle = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of content) {
      if (start.length < SNIFFED_BYTES)
        start = Buffer.concat([start, chunk.subarray(0, SNIFFED_BYTES - start.length)]);
      if (start.length === SNIFFED_BYTES) type ??= typeOf(start);
      bytes += chunk.length;
      if (type !== undefined) assertSize(type, bytes);
      tail = Buffer.concat([tail, chunk]).subarray(-PDF_TAIL_BYTES);
      hash.update(chunk);
      await handle.writeFile(chunk);
    }
    if (bytes === 0) throw new FileRefused('content', 'The file is empty.');
    type ??= typeOf(start);
    if (type === 'application/pdf') assertWholePdf(tail);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { fileId: hash.digest('hex'), type, bytes };
}

function typeOf(start: Buffer): FileType {
  const type = sniff(start);
  if (type === null) throw new FileRefused('content', whyNotTaken(start));
  return type;
}

/** @throws {FileRefused} */
export function assertSize(type: FileType, bytes: number): void {
  const most = MAXIMUM_FILE_BYTES[type];
  if (bytes <= most) return;
  const what = isPhotograph(type) ? 'A photograph' : 'A manual';
  throw new FileRefused('tooLarge', `${what} may have ${most / 1_000_000} MB.`);
}
