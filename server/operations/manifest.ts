import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Refusal } from './refusal.ts';

export const MANIFEST = 'manifest.json';
const FORMAT = 'commonwright-backup';
const FORMAT_VERSION = 1;

const relativePath = z
  .string()
  .refine((path) => path.split('/').every((part) => !['', '.', '..'].includes(part)) && !path.includes('\\'));

const manifest = z.object({
  format: z.literal(FORMAT),
  formatVersion: z.literal(FORMAT_VERSION),
  /** When it was begun: whatever was acknowledged before is in it. */
  madeAt: z.iso.datetime(),
  /** Version of the program that made it. */
  program: z.string(),
  log: z.object({ events: z.int().min(0), digest: z.string().regex(/^[0-9a-f]{64}$/) }),
  files: z.array(
    z.object({
      path: relativePath,
      bytes: z.int().min(0),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});
/** What a backup says about itself, beside its files. */
export type Manifest = z.infer<typeof manifest>;

export const newManifest = (made: Omit<Manifest, 'format' | 'formatVersion' | 'program'>): Manifest => ({
  format: FORMAT,
  formatVersion: FORMAT_VERSION,
  program: programVersion(),
  ...made,
});

/** @throws {Refusal} where the folder is no whole backup that this release can read. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new Refusal(`${folder} is no backup: its ${MANIFEST} cannot be read (${why}).`);
  });
  const read = manifest.safeParse(parsed(text));
  if (read.success) return read.data;
  throw new Refusal(
    `${folder} is no backup of format ${FORMAT_VERSION}: ${MANIFEST} says otherwise, or is damaged.`,
  );
}

/** Whether the folder is a backup of ours, of whichever format. */
export async function isBackup(folder: string): Promise<boolean> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => '');
  return z.object({ format: z.literal(FORMAT) }).safeParse(parsed(text)).success;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function programVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
