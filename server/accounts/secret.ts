import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Chance } from './chance.ts';

/**
 * The secret that signs sessions: read from `folder/secret`, or made there once (64 characters, for the owner's
 * eyes only). Of two processes that start at once, both get the same.
 */
export async function readOrCreateSecret(folder: string, chance: Chance): Promise<string> {
  const path = join(folder, 'secret');
  const found = await readFile(path, 'utf8').catch(() => '');
  if (found.trim().length >= 32) return found.trim();
  await mkdir(folder, { recursive: true });
  const draft = `${path}.${chance.uuid()}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(Buffer.from(chance.bytes(48)).toString('base64url'));
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(draft, path);
  } catch (error) {
    const lost = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (!lost) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  const secret = (await readFile(path, 'utf8')).trim();
  if (secret.length < 32) throw new Error(`The secret in ${path} is shorter than 32 characters.`);
  return secret;
}
