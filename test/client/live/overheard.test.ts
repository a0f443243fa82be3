import { expect, it } from 'vitest';
import { Overheard } from '../../../client/live/overheard.ts';

const change = (...topics: string[]) => ({ kind: 'change' as const, topics });

it('what moves while a view is read is told once the view says what it shows', () => {
  const overheard = new Overheard();
  overheard.begin();
  overheard.hear(change('stock-a', 'material-b'), []);
  expect(overheard.concerns(['material-b'])).toBe(true);
  expect(overheard.concerns(['material-c'])).toBe(false);
  overheard.begin();
  expect(overheard.concerns(['material-b'])).toBe(false);
});

it('what is watched already is left to those who watch it, and of very much all is read again', () => {
  const overheard = new Overheard();
  overheard.hear(change('build-a'), ['build-']);
  overheard.hear({ kind: 'gap' }, []);
  expect(overheard.concerns(['build-a'])).toBe(false);
  for (let each = 0; each < 300; each++) overheard.hear(change(`item-${each}`), []);
  expect(overheard.concerns(['item-0'])).toBe(true);
});
