import { expect, it } from 'vitest';
import { type Found, nameOf, worthSending } from '../../../../client/designs/bring/collect.ts';
import { roleOf } from '../../../../client/designs/draft/fileEntries.ts';

const found = (...paths: string[]): Found[] => paths.map((path) => ({ path, file: new File([''], 'x') }));

it('sends neither a repository’s store nor what a design cannot have', () => {
  const { files, leftOut } = worthSending(
    found(
      'press/README.md',
      'press/.git/HEAD',
      'press/node_modules/a/b.js',
      'press/.DS_Store',
      '../evil',
      'a:b',
    ),
  );
  expect(files.map(({ path }) => path)).toEqual(['press/README.md']);
  expect(leftOut).toBe(5);
});

it('is called by the one folder that all is in, or by its first file', () => {
  expect(nameOf(found('press/README.md', 'press/cad/a.step'))).toBe('press');
  expect(nameOf(found('README.md', 'cad/a.step'))).toBe('README.md');
});

it('tells by a file’s name what it is to the design', () => {
  const roles = [
    'a/Frame.FCStd',
    'frame.STL',
    'photo.JPG',
    'BOM.csv',
    'LICENSE',
    'okh.toml',
    'README.md',
    'x',
  ];
  expect(roles.map(roleOf)).toEqual([
    'source',
    'export',
    'picture',
    'partsList',
    'licence',
    'manifest',
    'instructions',
    'other',
  ]);
});
