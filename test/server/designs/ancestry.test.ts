import { describe, expect, it } from 'vitest';
import { ancestorsOf, commonAncestor, type LineageLinks } from '../../../server/designs/ancestry.ts';
import type { PinnedRevision } from '../../../shared/designs/partLines.ts';
import { processorTime } from '../../processorTime.ts';

const at = (designId: string, revision: number): PinnedRevision => ({ designId, revision });

/** `forks`: where each began; `adoptions`: what was adopted whole, in which revision. */
function lineage(
  forks: Record<string, PinnedRevision>,
  adoptions: Record<string, { from: PinnedRevision; inRevision: number }[]> = {},
): LineageLinks {
  return {
    forkedFrom: (designId) => forks[designId] ?? null,
    adoptedWhole: (designId) => adoptions[designId] ?? [],
  };
}

describe('what two designs have in common', () => {
  it('is the revision that one of them was forked from', () => {
    const links = lineage({ fork: at('cube', 2) });
    expect(commonAncestor(links, at('cube', 5), at('fork', 3))).toEqual(at('cube', 2));
    expect(commonAncestor(links, at('fork', 3), at('cube', 5))).toEqual(at('cube', 2));
  });
  it('of two forks is the older of their beginnings, and of a fork’s fork its grandparent’s', () => {
    const links = lineage({ one: at('cube', 2), other: at('cube', 4), child: at('one', 3) });
    expect(commonAncestor(links, at('one', 1), at('other', 1))).toEqual(at('cube', 2));
    expect(commonAncestor(links, at('cube', 9), at('child', 1))).toEqual(at('cube', 2));
    expect(commonAncestor(links, at('one', 9), at('child', 1))).toEqual(at('one', 3));
  });
  it('of two revisions of one design is the older', () => {
    expect(commonAncestor(lineage({}), at('cube', 9), at('cube', 4))).toEqual(at('cube', 4));
  });
  it('is what was adopted last, once a suggestion was adopted whole', () => {
    const adoptions = { cube: [{ from: at('fork', 3), inRevision: 6 }] };
    const links = lineage({ fork: at('cube', 2) }, adoptions);
    expect(commonAncestor(links, at('cube', 7), at('fork', 5))).toEqual(at('fork', 3));
    expect(commonAncestor(links, at('cube', 5), at('fork', 5))).toEqual(at('cube', 2));
  });
  it('is nothing for strangers', () => {
    expect(commonAncestor(lineage({}), at('cube', 1), at('pump', 1))).toBeNull();
  });
});

it('a lineage of 200 forks and 1,000 revisions is walked in an instant', () => {
  const forks: Record<string, PinnedRevision> = {};
  const adopted: { from: PinnedRevision; inRevision: number }[] = [];
  for (let number = 1; number <= 200; number++) {
    forks[`fork${number}`] = number === 1 ? at('cube', 1) : at(`fork${number - 1}`, 1000);
    adopted.push({ from: at(`fork${number}`, 500), inRevision: number * 4 });
  }
  const links = lineage(forks, { cube: adopted });
  const began = processorTime();
  expect(commonAncestor(links, at('cube', 1000), at('fork200', 1000))).toEqual(at('fork200', 500));
  expect(ancestorsOf(links, at('cube', 1000)).size).toBe(201);
  expect(processorTime() - began).toBeLessThan(500);
});
