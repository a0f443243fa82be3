import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import {
  type FilePurpose,
  type FileType,
  isPhotograph,
  isSound,
  mostBytesOf,
} from '../../shared/files/kinds.ts';
import { assertAttachment } from './attachments.ts';
import { assertWholePdf } from './clean.ts';
import { FileRefused } from './refusal.ts';
import { type Sample, SNIFFED_BYTES, sniff, TAIL_BYTES } from './sniff.ts';
import type { StoredFile } from './store.ts';

/**
 * Writes what comes into a new file, reckons its hash on the way, and waits until it is on the disk. Stops at the first
 * byte too many.
 * @throws {FileRefused} for an empty file, another type, or too much.
 */
export async function receive(
  content: AsyncIterable<Buffer>,
  path: string,
  purpose: FilePurpose,
): Promise<StoredFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  let likely: FileType | undefined;
  let start: Buffer = Buffer.alloc(0);
  let tail: Buffer = Buffer.alloc(0);
  const handle = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of content) {
      if (start.length < SNIFFED_BYTES)
        start = Buffer.concat([start, chunk.subarray(0, SNIFFED_BYTES - start.length)]);
      bytes += chunk.length;
      if (start.length === SNIFFED_BYTES) {
        likely ??= sniff({ start, tail: Buffer.alloc(0), bytes: Number.POSITIVE_INFINITY });
        if (purpose === 'attachment') assertAttachment(likely, start);
        assertSize(likely, bytes, purpose);
      }
      tail = Buffer.concat([tail, chunk.subarray(-TAIL_BYTES)]).subarray(-TAIL_BYTES);
      hash.update(chunk);
      await handle.writeFile(chunk);
    }
    const type = typeOfWhole({ start, tail, bytes }, purpose);
    await handle.sync();
    return { fileId: hash.digest('hex'), type, bytes };
  } finally {
    await handle.close();
  }
}

/**
 * What a whole file is.
 * @throws {FileRefused} empty, cut off, too large, or not what is asked for.
 */
export function typeOfWhole(sample: Sample, purpose: FilePurpose): FileType {
  if (sample.bytes === 0) throw new FileRefused('content', 'The file is empty.');
  const type = sniff(sample);
  if (purpose === 'attachment') assertAttachment(type, sample.start);
  assertSize(type, sample.bytes, purpose);
  if (type === 'application/pdf') assertWholePdf(sample.tail);
  return type;
}

/** @throws {FileRefused} */
export function assertSize(type: FileType, bytes: number, purpose: FilePurpose): void {
  const most = mostBytesOf(type, purpose);
  if (bytes <= most) return;
  const manual = purpose === 'attachment' ? 'A manual' : 'A file';
  const what = isPhotograph(type)
    ? 'A photograph'
    : isSound(type) && purpose === 'attachment'
      ? 'A voice note'
      : manual;
  throw new FileRefused('tooLarge', `${what} may have ${most / 1_000_000} MB.`);
}
