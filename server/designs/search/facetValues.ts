import type { DesignList } from '../../../shared/designs/catalogueViews.ts';
import type { Facets } from '../searchWords.ts';

export type FacetName = keyof DesignList['facets'];

/** Values that are told of each facet: the most frequent. */
const MOST_VALUES = 40;

const known: { name: FacetName; value: string }[] = [];
const numbers: Record<FacetName, Map<string, number>> = {
  category: new Map(),
  tag: new Map(),
  licence: new Map(),
  readiness: new Map(),
  interface: new Map(),
  machine: new Map(),
  module: new Map(),
};

function numberOf(name: FacetName, value: string): number {
  const number = numbers[name].get(value) ?? known.length;
  if (number === known.length) {
    known.push({ name, value });
    numbers[name].set(value, number);
  }
  return number;
}

/** What a design counts for, each value once, as numbers: they are counted for every letter that somebody types. */
export function valuesOf(facets: Facets): Uint32Array {
  const { category, licence, readiness, tags, machines, interfaces, modules } = facets;
  const values = new Set([numberOf('category', category), numberOf('licence', licence)]);
  if (readiness !== null) values.add(numberOf('readiness', readiness));
  for (const tag of tags) values.add(numberOf('tag', tag));
  for (const kind of machines) values.add(numberOf('machine', kind));
  for (const module of modules) values.add(numberOf('module', module));
  for (const { kind } of interfaces) values.add(numberOf('interface', kind));
  return Uint32Array.from(values);
}

/** How many of the found have each value, most first. */
export function countFacets(found: readonly { values: Uint32Array }[]): DesignList['facets'] {
  const counts = new Uint32Array(known.length);
  for (const { values } of found) for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  const facets: DesignList['facets'] = {
    category: [],
    tag: [],
    licence: [],
    readiness: [],
    interface: [],
    machine: [],
    module: [],
  };
  counts.forEach((count, number) => {
    const each = known[number];
    if (count > 0 && each) facets[each.name].push({ value: each.value, count });
  });
  for (const list of Object.values(facets)) {
    list.sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
    list.length = Math.min(list.length, MOST_VALUES);
  }
  return facets;
}
