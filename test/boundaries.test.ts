import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
/** The folders of server/ that are contexts of the domain; the rest is the machinery around them. */
const CONTEXTS = ['workshops', 'members', 'machines', 'bookings', 'competences', 'calendars', 'loans'];

interface Import {
  from: string;
  to: string;
}

/** Every import of a file of ours from a file of ours, as paths from the root. */
function importsOf(folders: string[]): Import[] {
  return folders
    .flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: ROOT }))
    .flatMap((from) => {
      const source = readFileSync(join(ROOT, from), 'utf8');
      const targets = [...source.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(
        (match) => match[1] ?? '',
      );
      return targets.map((target) => ({ from, to: relative(ROOT, join(ROOT, dirname(from), target)) }));
    });
}

const imports = importsOf(['server', 'client', 'shared']);
const contextOf = (path: string) => CONTEXTS.find((context) => path.startsWith(`server/${context}/`));
const named = ({ from, to }: Import) => `${from} imports ${to}`;

describe('the boundaries', () => {
  it('are tested on all the code that there is', () => {
    expect(imports.length).toBeGreaterThan(500);
    for (const context of CONTEXTS)
      expect(imports.some(({ from }) => contextOf(from) === context)).toBe(true);
  });

  it('let shared/ stand alone', () => {
    const reaching = imports.filter(
      ({ from, to }) => from.startsWith('shared/') && !to.startsWith('shared/'),
    );
    expect(reaching.map(named)).toEqual([]);
  });

  it('keep client and server apart', () => {
    const reaching = imports.filter(
      ({ from, to }) =>
        (from.startsWith('client/') && to.startsWith('server/')) ||
        (from.startsWith('server/') && to.startsWith('client/')),
    );
    expect(reaching.map(named)).toEqual([]);
  });

  it('keep every context out of the others’ tables', () => {
    const reaching = imports.filter(({ from, to }) => {
      const [reader, owner] = [contextOf(from), contextOf(to)];
      return reader && owner && reader !== owner && to.endsWith('/projection.ts');
    });
    expect(reaching.map(named)).toEqual([]);
  });

  it('keep deciders pure: shared/, the decider contract and their own folder', () => {
    const deciders = globSync(
      'server/{workshops,members,machines,bookings,competences}/{decide.ts,rules/**/*.ts}',
      {
        cwd: ROOT,
      },
    );
    expect(deciders.length).toBeGreaterThanOrEqual(CONTEXTS.length);
    const reached = new Set(deciders);
    // A decider's own folder may hold more files of its rulebook: they are held to the same.
    for (const path of reached) {
      for (const { from, to } of imports)
        if (from === path && contextOf(to) === contextOf(path)) reached.add(to);
    }
    const reaching = imports.filter(
      ({ from, to }) =>
        reached.has(from) &&
        !to.startsWith('shared/') &&
        to !== 'server/commands/decider.ts' &&
        contextOf(to) !== contextOf(from),
    );
    expect(reaching.map(named)).toEqual([]);
    const impure = [...reached].filter((path) =>
      /Date\.now|new Date\(\)|Temporal\.Now|Math\.random|randomUUID|from 'node:/.test(
        readFileSync(join(ROOT, path), 'utf8'),
      ),
    );
    expect(impure).toEqual([]);
  });

  it('have no barrel files and no folder of leftovers', () => {
    const paths = globSync('{server,client,shared,test}/**/*.{ts,tsx}', { cwd: ROOT });
    const leftovers = paths.filter((path) =>
      /(^|\/)(index|utils?|helpers?|misc|common)(\.tsx?$|\/)/.test(path),
    );
    expect(leftovers).toEqual([]);
  });
});
