import type { SolvedAssembly, SolvedInstance } from './assembly.ts';

/** Interfaces that are handed on, at most: no page shows more. */
const MOST_INTERFACES = 50_000;

/** A solved assembly as data alone, to be sent from thread to thread; without what stands in its designs. */
export function plainSolved({ instances, mates, values, problems }: SolvedAssembly): SolvedAssembly {
  let left = MOST_INTERFACES;
  const plain = instances.map((each): SolvedInstance => {
    const { instance, of, name, at, mirrored } = each;
    const interfaces = left > 0 ? each.interfaces : [];
    left -= interfaces.length;
    return { instance, of, name, values: each.values, at, mirrored, interfaces, inner: null };
  });
  return { instances: plain, mates: [...mates], values, problems: [...problems] };
}
