import { type FileHandle, open } from 'node:fs/promises';
import { FileRefused } from './refusal.ts';

/** So many bytes at most are written before they are waited for: what a power cut can take. */
const SYNCED_BYTES = 16_000_000;

export interface Piece {
  path: string;
  /** Where it begins: so many bytes are there already. */
  at: number;
  /** Where the whole ends. */
  end: number;
  content: AsyncIterable<Buffer>;
  /** Told of each byte's offset that is safely on the disk. */
  kept(offset: number): Promise<void>;
}

/**
 * Appends a piece to a file. Where the content breaks off, what arrived of it is kept all the same.
 * @returns how long the file is now.
 * @throws {FileRefused} where more comes than was announced; and whatever the content or the disk throws, after what was written is safe.
 */
export async function appendPiece({ path, at, end, content, kept }: Piece): Promise<number> {
  const handle = await open(path, 'r+');
  let offset = at;
  let synced = at;
  const settle = async () => {
    if (offset === synced) return;
    await handle.sync();
    await kept(offset);
    synced = offset;
  };
  try {
    // Beyond lies what a fall left behind: it may be holes.
    await handle.truncate(at);
    try {
      for await (const chunk of content) {
        const fitting = chunk.subarray(0, end - offset);
        await writeAll(handle, fitting, offset, (written) => {
          offset += written;
        });
        if (fitting.length < chunk.length)
          throw new FileRefused('content', 'More came than was announced: send the file again.');
        if (offset - synced >= SYNCED_BYTES) await settle();
      }
    } finally {
      await settle();
    }
  } finally {
    await handle.close();
  }
  return offset;
}

async function writeAll(
  handle: FileHandle,
  bytes: Buffer,
  at: number,
  wrote: (bytes: number) => void,
): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, at + done);
    wrote(bytesWritten);
    done += bytesWritten;
  }
}
