import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isBackup } from './manifest.ts';

const NAME = /^(\d{4}-\d{2}-\d{2}T\d{2})-(\d{2})-(\d{2})Z$/;

/** `2026-11-22T03-30-00Z`: sorts by time, and is a file name everywhere. @param at UTC milliseconds. */
export const nameOfBackup = (at: number): string =>
  `${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}Z`;

/** UTC milliseconds, or null for a name that is none of ours. */
export function timeOfBackup(name: string): number | null {
  const [, hour, minute, second] = NAME.exec(name) ?? [];
  const at = Date.parse(`${hour}:${minute}:${second}Z`);
  return Number.isNaN(at) ? null : at;
}

/** Names of the whole backups in a folder, the newest first. A missing folder has none. */
export async function backupsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names: string[] = [];
  for (const entry of entries) {
    if (!entry.isDirectory() || timeOfBackup(entry.name) === null) continue;
    if (await isBackup(join(folder, entry.name))) names.push(entry.name);
  }
  return names.sort().reverse();
}
