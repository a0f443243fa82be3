import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contents } from '../views/projection.ts';
import { hasCode } from './errorCode.ts';
import { FILES_FOLDER, isFileId, pathOf } from './places.ts';

/**
 * Reads content-addressed JSON of a data folder, at once: a projection may not wait, and such files are small beside
 * what it writes.
 */
export function contentsIn(dataFolder: string): Contents {
  const folder = join(dataFolder, FILES_FOLDER);
  return {
    read: (fileId) => {
      if (!isFileId(fileId)) return null;
      try {
        return JSON.parse(readFileSync(join(folder, pathOf(fileId)), 'utf8'));
      } catch (error) {
        // Withdrawn, or taken away by a hand: what follows from it is left out, and the rest stands.
        if (hasCode(error, 'ENOENT', 'ENOTDIR') || error instanceof SyntaxError) return null;
        throw error;
      }
    },
  };
}
