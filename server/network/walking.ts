import type { TraceStep, TraceView } from '../../shared/network/graphViews.ts';
import type { ViewsReader } from '../views/reader.ts';
import { networkThings } from './tables.ts';

/** Links that are followed at once, and steps that are told. */
const MOST_LINKS = 20_000;
const MOST_STEPS = 2000;

const linkColumns = {
  near: 'text',
  nearItem: 'text?',
  far: 'text',
  farItem: 'text?',
  kind: 'text',
  at: 'integer',
  name: 'text?',
} as const;

/**
 * Every link on the way back (to what a node came from) or forth (to what came of it), each once. `union` keeps each node
 * once, so no circle holds it up; `cross join` keeps SQLite from reading all links first. A thing's name is joined here.
 */
const wayOf = (near: 'from' | 'to', far: 'from' | 'to') => `with recursive reached (id) as (
    values (?1) union select ${far}Id from reached cross join networkLinks on ${near}Id = id limit ${MOST_LINKS})
  select ${near}Id as near, ${near}Item as nearItem, ${far}Id as far, ${far}Item as farItem, kind, at,
    case when ${far}Item is null then (select name from networkBuilds where buildId = ${far}Id)
      else (select name from networkThings where itemId = ${far}Item) end as name
  from reached cross join networkLinks on ${near}Id = id limit ${MOST_LINKS}`;

const WAYS = { back: wayOf('to', 'from'), forth: wayOf('from', 'to') };

interface Way {
  near: string;
  far: string;
  farItem: string | null;
  kind: string;
  at: number;
  name: string | null;
}

/** The thing with all that it came from, or that came of it: depth first, each node with its own steps once. */
export function traceOf(views: ViewsReader, itemId: string, direction: 'back' | 'forth'): TraceView | null {
  const thing = views.byKey(networkThings, itemId);
  if (!thing) return null;
  const root = direction === 'back' ? thing.state : itemId;
  const rows = views.ask(linkColumns, WAYS[direction], root);
  const ways = new Map<string, Way[]>();
  for (const row of rows) {
    const known = ways.get(row.near);
    if (known) known.push(row);
    else ways.set(row.near, [row]);
  }
  for (const each of ways.values()) if (each.length > 1) each.sort((one, other) => one.at - other.at);
  const first = { kind: 'thing', id: itemId, name: thing.name, via: 'asked', at: null } as const;
  const { steps, isCut } = walk(ways, root, { ...first, level: 0, again: false });
  return { direction, steps, cut: isCut || rows.length >= MOST_LINKS };
}

const VIA: Readonly<Record<string, TraceStep['via']>> = {
  made: 'made',
  madeWith: 'madeWith',
  fitted: 'fitted',
  recovered: 'recovered',
  consumed: 'consumed',
  mended: 'mended',
  cut: 'cut',
  stock: 'stock',
};

/** Depth first with a visited set. What only says that a thing went on as itself is passed without a step. */
function walk(
  ways: ReadonlyMap<string, readonly Way[]>,
  root: string,
  asked: TraceStep,
): { steps: TraceStep[]; isCut: boolean } {
  const visited = new Set([root]);
  const steps = [asked];
  const open = [{ level: 1, ways: ways.get(root) ?? [], index: 0, told: new Set<string>() }];
  for (let at = open.at(-1); at; at = open.at(-1)) {
    const way = at.ways[at.index];
    if (!way) {
      open.pop();
      continue;
    }
    at.index += 1;
    const again = visited.has(way.far);
    const below = ways.get(way.far) ?? [];
    if (way.kind === 'same') {
      if (!again) open.push({ level: at.level, ways: below, index: 0, told: at.told });
      visited.add(way.far);
      continue;
    }
    // One machine may have run for a build many times: it is told once.
    const key = `${way.kind} ${way.far}`;
    if (at.told.has(key)) continue;
    at.told.add(key);
    if (steps.length >= MOST_STEPS) return { steps, isCut: true };
    steps.push({
      level: at.level,
      kind: way.farItem === null ? 'build' : 'thing',
      id: way.farItem ?? way.far,
      name: way.name ?? '',
      via: VIA[way.kind] ?? 'made',
      at: new Date(way.at).toISOString(),
      again: again && below.length > 0,
    });
    if (again) continue;
    visited.add(way.far);
    open.push({ level: at.level + 1, ways: below, index: 0, told: new Set() });
  }
  return { steps, isCut: false };
}
