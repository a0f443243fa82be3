import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Which of the words stand in which file below a folder, byte for byte. A journal that goes meanwhile holds none. */
export async function wordsInFiles(folder: string, words: readonly string[]): Promise<string[]> {
  const hits: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(join(entry.parentPath, entry.name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return Buffer.of();
      throw error;
    });
    for (const word of words) if (bytes.includes(word)) hits.push(`${entry.name}: ${word}`);
  }
  return hits;
}
