import { expect, it } from 'vitest';
import { fileName } from '../../../client/models/save.ts';

it.each([
  ['LifeTrac II: frame/tubes', 'LifeTrac II frame tubes.glb'],
  ['../../etc/passwd', 'etc passwd.glb'],
  ['Prensa de adobe n.º 2', 'Prensa de adobe n.º 2.glb'],
  ['  ', 'model.glb'],
  ['x'.repeat(300), `${'x'.repeat(100)}.glb`],
])('a model called %s is saved as %s', (title, name) => {
  expect(fileName(title, 'glb')).toBe(name);
});
