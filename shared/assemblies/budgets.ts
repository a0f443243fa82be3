import type { SolvedAssembly } from './assembly.ts';
import { isSameBore, type Port, type Ports, portsOf } from './ports.ts';
import type { AssemblyProblem, Carried, Place } from './problems.ts';
import { SolvedLevel } from './standing.ts';

/** What is offered and what all users together need, while they work at once; null: nobody knows. */
export interface Figure {
  carried: Carried;
  /** Litres a minute, bar, watts. */
  offered: number | null;
  needed: number | null;
}

/** Everything that one net of hoses or cables connects. */
export interface SupplyGroup {
  kind: 'hydraulicPort' | 'electric';
  suppliers: readonly Place[];
  users: readonly Place[];
  figures: readonly Figure[];
}

/** Flow, pressure and power of each net of hoses and cables that somebody draws on. */
export const budgetsOf = (solved: SolvedAssembly): SupplyGroup[] =>
  solved instanceof SolvedLevel ? groupsOf(portsOf(solved)) : [];

/** What does not suffice, and what has to be connected and is not. */
export function supplyProblems(solved: SolvedLevel): AssemblyProblem[] {
  const ports = portsOf(solved);
  const short = groupsOf(ports).flatMap(({ suppliers, users, figures }) =>
    shortOf(figures).map((figure): AssemblyProblem => ({ kind: 'shortage', ...figure, suppliers, users })),
  );
  return [...short, ...unmatedIn(ports)];
}

interface Shortage extends Figure {
  offered: number;
  needed: number;
}
const isShort = (figure: Figure): figure is Shortage =>
  figure.offered !== null && figure.needed !== null && figure.needed - figure.offered >= CRUMB;

/** That the power does not suffice is told where not flow or pressure say so already. */
function shortOf(figures: readonly Figure[]): Shortage[] {
  const short = figures.filter(isShort);
  const others = short.filter(({ carried }) => carried !== 'power');
  return others.length > 0 ? others : short;
}

/** What rounding leaves. */
const CRUMB = 0.05;
/** One bar and one litre a minute are so many watts: 100 kPa × 1/60 000 m³/s. */
const WATTS = 1 / 0.6;

type Of<Kind> = Extract<Port['is'], { kind: Kind }>;
interface PortOf<Kind> extends Port {
  is: Of<Kind>;
}
const isHydraulic = (port: Port): port is PortOf<'hydraulicPort'> => port.is.kind === 'hydraulicPort';
const isElectric = (port: Port): port is PortOf<'electric'> => port.is.kind === 'electric';

function groupsOf({ ports }: Ports): SupplyGroup[] {
  const mated = ports.filter(({ isMated }) => isMated);
  const hydraulic = Map.groupBy(mated.filter(isHydraulic), ({ group }) => group);
  const electric = Map.groupBy(mated.filter(isElectric), ({ group }) => group);
  return [
    ...[...hydraulic.values()].flatMap((group) => hydraulicGroup(group, hydraulic)),
    ...[...electric.values()].flatMap(electricGroup),
  ];
}

const placesOf = (ports: readonly Port[]): Place[] => ports.map(({ place }) => place);
const tenths = (value: number): number => Math.round(value * 10) / 10;

type Hydraulic = PortOf<'hydraulicPort'>;
const usersAmong = (group: readonly Hydraulic[]): Hydraulic[] =>
  group.filter(({ is }) => is.side === 'needs' && (is.flow !== null || is.pressure !== null));

function hydraulicGroup(
  group: readonly Hydraulic[],
  groups: ReadonlyMap<number, readonly Hydraulic[]>,
): SupplyGroup[] {
  const users = usersAmong(group);
  const suppliers = group.filter(({ is }) => is.side === 'offers');
  if (users.length === 0 || suppliers.length === 0) return [];
  const needed = {
    flow: known(
      users.map(({ is }) => is.flow),
      sum,
    ),
    pressure: known(
      users.map(({ is }) => is.pressure),
      (all) => Math.max(...all),
    ),
    power: known(
      users.map(({ is: { flow, pressure } }) => product(flow, pressure)),
      sum,
    ),
  };
  const offered = offeredTo(group, groups, new Set());
  const power = product(offered.flow, offered.pressure);
  return [
    {
      kind: 'hydraulicPort',
      suppliers: placesOf(suppliers),
      users: placesOf(users),
      figures: [
        { carried: 'flow', offered: offered.flow, needed: needed.flow },
        { carried: 'pressure', offered: offered.pressure, needed: needed.pressure },
        { carried: 'power', offered: power, needed: needed.power },
      ],
    },
  ];
}

interface Offered {
  flow: number | null;
  pressure: number | null;
}

/**
 * What flows into a net. Flows of several pumps add up, the weakest relief valve sets the pressure. Where oil comes out
 * of a user, it is what went into that one, at a pressure lower by what it took.
 */
function offeredTo(
  group: readonly Hydraulic[],
  groups: ReadonlyMap<number, readonly Hydraulic[]>,
  seen: Set<number>,
): Offered {
  const [first] = group;
  if (!first || seen.has(first.group)) return { flow: null, pressure: null };
  seen.add(first.group);
  const each = group.filter(({ is }) => is.side === 'offers').map((port) => offeredBy(port, groups, seen));
  return {
    flow: complete(
      each.map(({ flow }) => flow),
      sum,
    ),
    pressure: complete(
      each.map(({ pressure }) => pressure),
      (all) => Math.min(...all),
    ),
  };
}

function offeredBy(
  { is, beside }: Hydraulic,
  groups: ReadonlyMap<number, readonly Hydraulic[]>,
  seen: Set<number>,
): Offered {
  if (is.flow !== null || is.pressure !== null) return { flow: is.flow, pressure: is.pressure };
  const inlet = beside.filter(isHydraulic).find((port) => port.is.side === 'needs' && port.isMated);
  const before = inlet && groups.get(inlet.group);
  if (!inlet || !before) return { flow: null, pressure: null };
  const offered = offeredTo(before, groups, seen);
  const isAlone = usersAmong(before).length === 1;
  const { flow, pressure } = inlet.is;
  return {
    flow: isAlone ? offered.flow : flow,
    pressure:
      offered.pressure === null || pressure === null
        ? null
        : Math.max(0, tenths(offered.pressure - pressure)),
  };
}

function electricGroup(group: readonly PortOf<'electric'>[]): SupplyGroup[] {
  const sideOf = (side: 'offers' | 'needs') => group.filter(({ is }) => is.side === side);
  const [suppliers, users] = [sideOf('offers'), sideOf('needs')];
  if (users.length === 0 || suppliers.length === 0) return [];
  const watts = (ports: readonly PortOf<'electric'>[]) =>
    ports.map(({ is: { volts, amps } }) => (amps === null ? null : volts * amps));
  const figure: Figure = {
    carried: 'power',
    offered: complete(watts(suppliers), sum),
    needed: known(watts(users), sum),
  };
  return [{ kind: 'electric', suppliers: placesOf(suppliers), users: placesOf(users), figures: [figure] }];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const product = (flow: number | null, pressure: number | null): number | null =>
  flow === null || pressure === null ? null : Math.round(flow * pressure * WATTS);

/** Of those that are known; null: none is. What users need at least. */
function known(
  numbers: readonly (number | null)[],
  of: (numbers: readonly number[]) => number,
): number | null {
  const found = numbers.filter((each) => each !== null);
  return found.length === 0 ? null : tenths(of(found));
}

/** Null where one is not known: it may be as much as is needed. */
function complete(
  numbers: readonly (number | null)[],
  of: (numbers: readonly number[]) => number,
): number | null {
  return numbers.includes(null) ? null : known(numbers, of);
}

/**
 * What has to be connected for it to work: what draws on something, the other ports of what is connected by one, and
 * bores with nothing in them. A thing by itself is a module that others will connect: nothing is missing there.
 */
function unmatedIn({ ports, things }: Ports): AssemblyProblem[] {
  if (things < 2) return [];
  return ports.flatMap(({ is, isMated, place, beside }): AssemblyProblem[] => {
    if (isMated) return [];
    switch (is.kind) {
      case 'hydraulicPort': {
        const draws = is.side === 'needs' && (is.flow !== null || is.pressure !== null);
        const isHalf = beside.some((port) => port.isMated && isHydraulic(port));
        return draws || isHalf ? [{ kind: 'unmated', place, what: 'hydraulicPort' }] : [];
      }
      case 'electric':
        return is.side === 'needs' ? [{ kind: 'unmated', place, what: 'electric' }] : [];
      case 'shaft': {
        const twins = beside.filter((port) => port.is !== is && isSameBore(is, port.is));
        const isFirst = !twins.some(
          (twin) => beside.findIndex(({ is: each }) => each === is) > beside.indexOf(twin),
        );
        const isFilled = twins.some((twin) => twin.isMated);
        return is.side === 'needs' && isFirst && !isFilled ? [{ kind: 'unmated', place, what: 'shaft' }] : [];
      }
      default:
        return [];
    }
  });
}
