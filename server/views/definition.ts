import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Projection } from './projection.ts';
import { createIndexes, createTable, createWords } from './sql.ts';

/**
 * A hash over all that decides what the views hold: the tables, and the very files of the projections. An edit there
 * gives a new file name, so that a new release never reads an older release's views.
 */
export function definitionHash(projections: readonly Projection[]): string {
  const hash = createHash('sha256');
  const sources = [import.meta.url, new URL('./apply.ts', import.meta.url).href];
  for (const { name, tables, source, furtherSources = [] } of projections) {
    hash.update(`${name}\n`);
    for (const table of tables) {
      hash.update([createTable(table), ...createIndexes(table), ...createWords(table), ''].join('\n'));
    }
    sources.push(source, ...furtherSources);
  }
  for (const source of new Set(sources)) hash.update(readFileSync(fileURLToPath(source)));
  return hash.digest('hex').slice(0, 12);
}
