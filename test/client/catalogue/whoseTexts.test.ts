import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { textsOf } from '../../../client/catalogue/ahead.ts';

const client = resolve(import.meta.dirname, '../../../client');
const sourceOf = new Map<string, string>();
const read = (file: string) => {
  const known = sourceOf.get(file) ?? readFileSync(file, 'utf8');
  sourceOf.set(file, known);
  return known;
};

/** What a module imports of ours when it is loaded; types alone are no part of the program. */
const importedBy = (file: string) =>
  Array.from(read(file).matchAll(/^(?:import|export) (?!type )[^;']*?'(\.[^']+\.tsx?)'/gm), ([, path = '']) =>
    resolve(file, '..', path),
  );

/** All modules that are loaded with one. */
function loadedWith(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const next of importedBy(file)) loadedWith(next, seen);
  return seen;
}

/** Pages of a list of routes, with what is loaded before any of their buttons is pressed. */
const pagesOf = (routes: string) =>
  Array.from(read(join(client, routes)).matchAll(/import\('\.\/(pages\/[^']+)'\)/g), ([, page = '']) =>
    join(client, page),
  );

/** Modules that take texts of a catalogue: `t` of it, and not only the function that sets it. */
const taking = (catalogue: string, files: Iterable<string>) =>
  [...files].filter((file) =>
    new RegExp(String.raw`^import \{[^}]*\bt\b[^}]*\} from '[^']*/${catalogue}'`, 'm').test(read(file)),
  );

it.each([
  ['builds, things and shelves', 'buildRoutes.ts', 'designTexts.ts'],
  ['builds, things and shelves', 'buildRoutes.ts', 'workshopTexts.ts'],
  ['designs', 'designRoutes.ts', 'buildTexts.ts'],
  ['designs', 'designRoutes.ts', 'workshopTexts.ts'],
  ['workshops and machines', 'routes.ts', 'designTexts.ts'],
  ['workshops and machines', 'routes.ts', 'buildTexts.ts'],
])(
  'pages of %s, listed in %s, take no texts of %s: they have not waited for them',
  (_whose, routes, others) => {
    const pages = pagesOf(routes);
    expect(pages.length).toBeGreaterThan(10);
    expect(pages.flatMap((page) => taking(others, loadedWith(page)))).toEqual([]);
  },
);

it('the frame of every page takes no texts but its own', () => {
  const frame = [...loadedWith(join(client, 'begin.tsx'))];
  expect(frame.length).toBeGreaterThan(40);
  for (const catalogue of ['workshopTexts.ts', 'designTexts.ts', 'buildTexts.ts'])
    expect(taking(catalogue, frame)).toEqual([]);
});

it.each([
  ['routes.ts', 'workshops'],
  ['designRoutes.ts', 'designs'],
  ['buildRoutes.ts', 'builds'],
] as const)('the texts of every address of %s are fetched ahead', (list, texts) => {
  const paths = Array.from(read(join(client, list)).matchAll(/path: '(\/[^']*)'/g), ([, path = '']) => path);
  expect(paths.length).toBeGreaterThan(10);
  expect(paths.filter((path) => textsOf(path) !== texts)).toEqual([]);
});
