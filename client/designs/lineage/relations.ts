import { circlesIn } from '../../../shared/designs/circles.ts';
import type { RelationsView } from '../../../shared/designs/lineageViews.ts';

/** One of the three relations between types of machine, or all of them together. */
export type Relation = RelationsView['links'][number]['kind'] | 'all';
export const relationKinds = ['madeFrom', 'uses', 'enables', 'all'] as const satisfies readonly Relation[];

export type Machine = RelationsView['nodes'][number];
/** `before` is needed for `after`: to make it, to run it, or so that somebody can. */
export interface Step {
  before: string;
  after: string;
  kinds: readonly RelationsView['links'][number]['kind'][];
}

/** The steps of a relation, each pair once. What enables another stands before it; what something is made with, too. */
export function stepsOf({ links }: RelationsView, relation: Relation): Step[] {
  const steps = new Map<string, { before: string; after: string; kinds: Set<Step['kinds'][number]> }>();
  for (const { kind, from, to } of links) {
    if (relation !== 'all' && kind !== relation) continue;
    const [before, after] = kind === 'enables' ? [from, to] : [to, from];
    const key = `${before} ${after}`;
    const known = steps.get(key) ?? { before, after, kinds: new Set() };
    known.kinds.add(kind);
    steps.set(key, known);
  }
  return [...steps.values()].map((step) => ({ ...step, kinds: [...step.kinds] }));
}

/** Those within some steps of a machine, against and along them; the machine itself is in both. */
export function around(steps: readonly Step[], id: string, depth: number) {
  return {
    before: reached(
      id,
      depth,
      Map.groupBy(steps, ({ after }) => after),
      ({ before }) => before,
    ),
    after: reached(
      id,
      depth,
      Map.groupBy(steps, ({ before }) => before),
      ({ after }) => after,
    ),
  };
}

/** How many steps away each one is. */
function reached(
  id: string,
  depth: number,
  next: ReadonlyMap<string, readonly Step[]>,
  end: (step: Step) => string,
): ReadonlyMap<string, number> {
  const found = new Map([[id, 0]]);
  for (const [at, distance] of found) {
    if (distance >= depth) continue;
    for (const step of next.get(at) ?? []) {
      const to = end(step);
      if (!found.has(to)) found.set(to, distance + 1);
    }
  }
  return found;
}

export interface Circle {
  members: string[];
  /** The shortest way round; the member where it begins stands at both ends. */
  way: string[];
}

/** Sets of machines that need each other, the largest first. */
export function circlesOf(steps: readonly Step[]): Circle[] {
  const links = steps.map(({ before, after }) => ({ from: after, to: before }));
  const ids = new Set(links.flatMap(({ from, to }) => [from, to]));
  return circlesIn(ids, links)
    .map((circle) => circle.toSorted())
    .map((members) => ({ members, way: shortestWay(members, links) }))
    .toSorted((one, other) => other.members.length - one.members.length);
}

function shortestWay(members: readonly string[], links: readonly { from: string; to: string }[]): string[] {
  const inside = new Set(members);
  const next = Map.groupBy(
    links.filter(({ from, to }) => inside.has(from) && inside.has(to)),
    ({ from }) => from,
  );
  let shortest: string[] = [];
  for (const start of members) {
    const cameFrom = new Map<string, string>();
    const waiting = new Set([start]);
    for (const at of waiting) {
      for (const { to } of next.get(at) ?? []) {
        if (!cameFrom.has(to)) cameFrom.set(to, at);
        waiting.add(to);
      }
    }
    const way = [start];
    for (let at = cameFrom.get(start); at !== undefined; at = at === start ? undefined : cameFrom.get(at))
      way.push(at);
    if (way.length > 1 && (shortest.length === 0 || way.length < shortest.length))
      shortest = way.toReversed();
  }
  return shortest;
}
