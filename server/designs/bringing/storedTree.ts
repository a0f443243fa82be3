import type { Readable } from 'node:stream';
import type { FileStore } from '../../files/store.ts';
import type { Tree, TreeFile } from './tree.ts';

/** Files that stand in the file store, as the tree of a folder. */
export function storedTree(
  store: Pick<FileStore, 'open'>,
  { name, origin, files }: Pick<Tree, 'name' | 'origin' | 'files'>,
): Tree {
  const stream = async ({ fileId }: TreeFile, most?: number): Promise<Readable | null> => {
    const file = await store.open(fileId);
    if (file === null) return null;
    // The stream closes what it reads from.
    return file.stream(0, Math.min(file.bytes, most ?? file.bytes) - 1);
  };
  return {
    name,
    origin,
    files,
    stream: (file) => stream(file),
    start: async (file, most) => {
      const bytes = await stream(file, most);
      if (bytes === null) return null;
      const chunks: Buffer[] = [];
      for await (const chunk of bytes) chunks.push(chunk);
      return Buffer.concat(chunks);
    },
  };
}
