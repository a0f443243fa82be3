import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { buildsInEnglish } from '../../../client/catalogue/buildsInEnglish.ts';
import { designsInEnglish } from '../../../client/catalogue/designsInEnglish.ts';
import { en as general } from '../../../client/catalogue/en.ts';
import { sharedInEnglish } from '../../../client/catalogue/sharedInEnglish.ts';
import { workshopsInEnglish } from '../../../client/catalogue/workshopsInEnglish.ts';
import { schemasOfEvents } from '../../../shared/schemasOfEvents.ts';

const en = { ...general, ...workshopsInEnglish, ...sharedInEnglish, ...designsInEnglish, ...buildsInEnglish };
const client = fileURLToPath(new URL('../../../client', import.meta.url));

/** The paths of all texts, `frame.skip`; functions are texts too. */
function pathsOf(node: object, before = ''): string[] {
  return Object.entries(node).flatMap(([key, value]) => {
    const path = before === '' ? key : `${before}.${key}`;
    return typeof value === 'object' && value !== null ? pathsOf(value, path) : [path];
  });
}

function textAt(path: string): unknown {
  let node: unknown = en;
  for (const key of path.split('.')) node = Object(node)[key];
  return node;
}

describe('the catalogue', () => {
  it('holds no empty text', () => {
    expect(pathsOf(en).filter((path) => textAt(path) === '')).toEqual([]);
  });

  it('tells every event of a machine and of its calendar', () => {
    const types = Object.keys(schemasOfEvents).filter((type) => /^(Machine|Booking|Outage)/.test(type));
    expect(types.length).toBeGreaterThan(10);
    expect(types.filter((type) => en.story.entries[type] === undefined)).toEqual([]);
  });

  it('has no section that nobody reads', async () => {
    let source = '';
    for await (const file of glob('**/*.{ts,tsx}', { cwd: client }))
      if (!file.startsWith('catalogue')) source += readFileSync(`${client}/${file}`, 'utf8');
    const unread = Object.keys(en).filter((section) => !source.includes(`t.${section}`));
    expect(unread).toEqual([]);
  });
});
