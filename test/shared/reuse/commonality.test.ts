import { describe, expect, it } from 'vitest';
import {
  commonalityIndex,
  degreeOfCommonality,
  percentCommonality,
  totalConstantCommonality,
} from '../../../shared/reuse/commonality.ts';

const lists = {
  press: ['frame', 'valve', 'cylinder', 'bolt', 'hose'],
  mixer: ['frame', 'motor', 'bolt', 'drum'],
  tractor: ['frame', 'valve', 'motor', 'cylinder', 'wheel', 'bolt', 'hose'],
};
const components = new Map<string, Set<string>>();
for (const [design, parts] of Object.entries(lists)) {
  for (const part of parts) components.set(part, (components.get(part) ?? new Set()).add(design));
}

describe('the commonality of a press, a mixer and a tractor', () => {
  it('is as the definitions say', () => {
    expect(degreeOfCommonality(components)).toBe(2);
    expect(totalConstantCommonality(components)).toBeCloseTo(0.5333, 4);
    expect(commonalityIndex(components)).toBeCloseTo(0.8889, 4);
    expect(percentCommonality(components)).toBeCloseTo(61.497, 3);
  });

  it('is less where what is shared is alike in part only', () => {
    const half = percentCommonality(components, () => ({ size: 0.5, material: 1, assembly: 1 }));
    expect(half).toBeCloseTo((100 * (8 - 3.2222)) / (24 - 3.2222), 2);
  });

  it('is unknown of nothing, and of one design', () => {
    expect(degreeOfCommonality(new Map())).toBeNull();
    const one = new Map([['frame', new Set(['press'])]]);
    expect([totalConstantCommonality(one), commonalityIndex(one), percentCommonality(one)]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
