import { describe, expect, it } from 'vitest';
import { circlesIn } from '../../../shared/designs/circles.ts';

const links = (...pairs: string[]) => pairs.map((pair) => ({ from: pair.slice(0, 1), to: pair.slice(1) }));
const circles = (nodes: string, ...pairs: string[]) =>
  circlesIn(nodes, links(...pairs)).map((circle) => circle.toSorted().join(''));

describe('circles among things that lead to each other', () => {
  it('are sets of which each leads to all others', () => {
    expect(circles('abcdef', 'ab', 'bc', 'ca', 'cd', 'de', 'ed', 'ef').toSorted()).toEqual(['abc', 'de']);
  });
  it('are none in a chain or a diamond', () => {
    expect(circles('abcd', 'ab', 'ac', 'bd', 'cd')).toEqual([]);
  });
  it('may be one that leads to itself', () => {
    expect(circles('ab', 'aa', 'ab')).toEqual(['a']);
  });
  it('join two that share one', () => {
    expect(circles('abc', 'ab', 'ba', 'bc', 'cb')).toEqual(['abc']);
  });
  it('are found in a circle of twenty thousand', () => {
    const nodes = Array.from({ length: 20_000 }, (_, index) => String(index));
    const chain = nodes.map((from, index) => ({ from, to: String((index + 1) % nodes.length) }));
    expect(circlesIn(nodes, chain).map(({ length }) => length)).toEqual([20_000]);
  });
});
