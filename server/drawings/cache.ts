import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hasCode } from '../files/errorCode.ts';

/** Folder of drawings within a data folder: whoever deletes it loses nothing but the time to draw them again. */
const DRAWINGS_FOLDER = 'drawings';
const SOURCES = ['drawings', 'modules', 'assemblies', 'models'];

/** Drawings on the disk, by what they are drawn from. */
export interface DrawingCache {
  /** Of the sources that draw: other ones may draw the same differently. */
  version: string;
  read(key: string): Promise<string | null>;
  /** A full disk is no reason to keep a drawing from whoever asked for it. */
  write(key: string, drawing: string): Promise<void>;
}

/** Opens the drawings of this release in a data folder, and clears away those of others. */
export async function openDrawingCache(dataFolder: string): Promise<DrawingCache> {
  const version = await versionOfSources();
  const folder = join(dataFolder, DRAWINGS_FOLDER);
  for (const other of await namesIn(folder)) {
    if (other !== version) await rm(join(folder, other), { recursive: true, force: true });
  }
  const pathOf = (key: string) => join(folder, version, key.slice(0, 2), `${key}.svg`);
  return {
    version,
    read: async (key) => {
      try {
        return await readFile(pathOf(key), 'utf8');
      } catch (error) {
        if (hasCode(error, 'ENOENT', 'ENOTDIR')) return null;
        throw error;
      }
    },
    write: async (key, drawing) => {
      const path = pathOf(key);
      const partial = `${path}.${process.pid}.part`;
      try {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(partial, drawing);
        await rename(partial, path);
      } catch (error) {
        await rm(partial, { force: true });
        if (!hasCode(error, 'ENOSPC', 'EROFS', 'EDQUOT', 'ENOENT', 'EACCES')) throw error;
      }
    },
  };
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}

/** The program runs from its sources: what they say is what draws. */
async function versionOfSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of SOURCES) {
    const folder = join(import.meta.dirname, '../../shared', name);
    const files = await readdir(folder, { recursive: true, withFileTypes: true });
    const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
    for (const path of paths.toSorted()) hash.update(await readFile(path));
  }
  return hash.digest('hex').slice(0, 16);
}
