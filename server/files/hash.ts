import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

const BLOCK_BYTES = 1_000_000;

/** SHA-256 of a file in lower-case hex; reads it block by block. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const block of createReadStream(path, { highWaterMark: BLOCK_BYTES })) hash.update(block);
  return hash.digest('hex');
}
