import { statSync, utimesSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '../..');
const PAGE = join(ROOT, 'dist/index.html');
const SOURCES = ['build', 'client', 'shared', 'vite.config.ts', 'package-lock.json'];

/** Builds the client where it is older than its sources: once for a run, before any browser test. */
export async function setup(): Promise<void> {
  const began = Date.now();
  if ((await newestOf(SOURCES)) < builtAt()) return;
  // Vitest calls it a test; the browser gets what `npm run build` makes.
  const { NODE_ENV: before } = process.env;
  process.env.NODE_ENV = 'production';
  await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' });
  process.env.NODE_ENV = before;
  // A source that was written while it was built is newer than this.
  utimesSync(PAGE, began / 1000, began / 1000);
}

const builtAt = () => statSync(PAGE, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Milliseconds since 1970; folders count, as one that lost a file is newer. */
async function newestOf(sources: readonly string[]): Promise<number> {
  const entries = await Promise.all(
    sources.map(async (source) => {
      const place = join(ROOT, source);
      const { mtimeMs } = await stat(place);
      const inside = await readdir(place, { recursive: true }).catch(() => []);
      const times = await Promise.all(inside.map(async (entry) => (await stat(join(place, entry))).mtimeMs));
      return Math.max(mtimeMs, ...times);
    }),
  );
  return Math.max(...entries);
}
