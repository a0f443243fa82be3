import { expect, it } from 'vitest';
import { byWord, renamed } from '../../../../client/designs/compare/byWord.ts';
import { processorTime } from '../../../processorTime.ts';

it('tells two texts apart by word', () => {
  expect(byWord('Weld the frame at once.', 'Weld the long frame.')).toEqual([
    { is: 'same', text: 'Weld the ' },
    { is: 'added', text: 'long ' },
    { is: 'same', text: 'frame' },
    { is: 'removed', text: ' at once' },
    { is: 'same', text: '.' },
  ]);
});

it('leaves out what is far from a difference, and loses nothing of either text', () => {
  const long = Array.from({ length: 400 }, (_, index) => `word${index}`).join(' ');
  const found = byWord(`one ${long} two`, `one ${long} three`);
  expect(found.map(({ is }) => is)).toEqual(['gap', 'same', 'removed', 'added']);
  const of = (...kinds: string[]) =>
    found
      .filter(({ is }) => kinds.includes(is))
      .map(({ text }) => text)
      .join('');
  expect(of('same', 'gap', 'removed')).toBe(`one ${long} two`);
  expect(of('same', 'gap', 'added')).toBe(`one ${long} three`);
});

it('answers soon where two long texts have nothing in common', () => {
  const words = (name: string) => Array.from({ length: 40_000 }, (_, index) => `${name}${index}`).join(' ');
  const [from, to] = [words('a'), words('b')];
  const began = processorTime();
  expect(byWord(from, to)).toEqual([
    { is: 'removed', text: from },
    { is: 'added', text: to },
  ]);
  expect(processorTime() - began).toBeLessThan(3000);
});

it('says the common beginning of two names once, where a number differs', () => {
  expect(renamed('Frame angle 16 in', 'Frame angle 20 in')).toBe('Frame angle 16 in → 20 in');
  expect(renamed('3D Printer', '3D Printer, 300 mm')).toBe('3D Printer → 3D Printer, 300 mm');
  expect(renamed('', 'Bolt')).toBe(' → Bolt');
});
