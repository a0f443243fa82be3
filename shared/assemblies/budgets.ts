import type { SolvedAssembly } from './assembly.ts';
import { inOrder } from './inOrder.ts';
import { isElectric, isHydraulic, type PortOf } from './kindsOfPorts.ts';
import { type Port, type Ports, portsOf } from './ports.ts';
import type { AssemblyProblem, Carried, Place } from './problems.ts';
import { SolvedLevel } from './standing.ts';
import { unmatedIn } from './unmated.ts';

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

function groupsOf({ ports }: Ports): SupplyGroup[] {
  const mated = ports.filter(({ isMated }) => isMated);
  const nets = new Nets(mated.filter(isHydraulic));
  const offered = offeredToAll(nets);
  const electric = Map.groupBy(mated.filter(isElectric), ({ group }) => group);
  return [
    ...nets.all().flatMap((net) => hydraulicGroup(net, offered)),
    ...[...electric.values()].flatMap(electricGroup),
  ];
}

const placesOf = (ports: readonly Port[]): Place[] => ports.map(({ place }) => place);
const tenths = (value: number): number => Math.round(value * 10) / 10;

type Hydraulic = PortOf<'hydraulicPort'>;
const isKnown = ({ is }: Hydraulic): boolean => is.flow !== null || is.pressure !== null;
const usersAmong = (net: readonly Hydraulic[]): Hydraulic[] =>
  net.filter((port) => port.is.side === 'needs' && isKnown(port));

/** A valve: oil goes through it, and nobody knows of any that it gives or needs itself. */
const isValve = ({ beside }: Port): boolean => {
  const all = beside.filter(isHydraulic);
  const hasSide = (side: 'offers' | 'needs') => all.some((port) => port.isMated && port.is.side === side);
  return !all.some(isKnown) && hasSide('offers') && hasSide('needs');
};

/** Hoses with everything that they connect, through valves too: what is behind a valve draws on what is before it. */
class Nets {
  readonly #byNumber: ReadonlyMap<number, readonly Hydraulic[]>;
  readonly #leads = new Map<number, number>();

  constructor(ports: readonly Hydraulic[]) {
    for (const port of ports) {
      const [first] = isValve(port)
        ? port.beside.filter(({ isMated, is }) => isMated && is.kind === port.is.kind)
        : [];
      if (first) this.#leads.set(this.#lead(port.group), this.#lead(first.group));
    }
    this.#byNumber = Map.groupBy(ports, ({ group }) => this.#lead(group));
  }

  #lead(group: number): number {
    let lead = group;
    for (let up = this.#leads.get(lead); up !== undefined && up !== lead; up = this.#leads.get(lead))
      lead = up;
    return lead;
  }

  all(): (readonly Hydraulic[])[] {
    return [...this.#byNumber.values()];
  }

  numberOf({ group }: Port): number {
    return this.#lead(group);
  }

  netOf(port: Port): readonly Hydraulic[] {
    return this.#byNumber.get(this.numberOf(port)) ?? [];
  }
}

/** Who gives oil to a net: pumps; and where there are none, the users out of which it comes. */
function suppliersOf(net: readonly Hydraulic[]): Hydraulic[] {
  const offering = net.filter((port) => port.is.side === 'offers' && !isValve(port));
  const pumps = offering.filter((port) => isKnown(port) || inletOf(port) === undefined);
  return pumps.length > 0 ? pumps : offering;
}

const inletOf = ({ beside }: Port): Hydraulic | undefined =>
  beside.filter(isHydraulic).find((port) => port.is.side === 'needs' && port.isMated);

function hydraulicGroup(net: readonly Hydraulic[], offers: Known): SupplyGroup[] {
  const users = usersAmong(net);
  const suppliers = suppliersOf(net);
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
  const offered = offers.get(net) ?? UNKNOWN;
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
type Known = ReadonlyMap<readonly Hydraulic[], Offered>;
const UNKNOWN: Offered = { flow: null, pressure: null };

/** What flows into each net, those first out of whose users it comes; in a circle nobody knows. */
function offeredToAll(nets: Nets): ReadonlyMap<readonly Hydraulic[], Offered> {
  const offered = new Map<readonly Hydraulic[], Offered>();
  const suppliers = new Map(nets.all().map((net) => [net, suppliersOf(net)] as const));
  const before = (port: Hydraulic) => (isKnown(port) ? undefined : inletOf(port));
  inOrder(
    nets.all(),
    (net) =>
      (suppliers.get(net) ?? []).flatMap((port) => {
        const inlet = before(port);
        return inlet ? [nets.netOf(inlet)] : [];
      }),
    (net) => offered.set(net, offeredTo(suppliers.get(net) ?? [], nets, offered)),
    () => undefined,
  );
  return offered;
}

/**
 * What flows into a net. Flows of several pumps add up, the weakest relief valve sets the pressure. Where oil comes out
 * of a user, it is what went into that one, at a pressure lower by what it took.
 */
function offeredTo(suppliers: readonly Hydraulic[], nets: Nets, offers: Known): Offered {
  const each = suppliers.map((port) => offeredBy(port, nets, offers));
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

function offeredBy(port: Hydraulic, nets: Nets, offers: Known): Offered {
  const { is } = port;
  if (isKnown(port)) return { flow: is.flow, pressure: is.pressure };
  const inlet = inletOf(port);
  if (!inlet) return UNKNOWN;
  const before = nets.netOf(inlet);
  const offered = offers.get(before) ?? UNKNOWN;
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
