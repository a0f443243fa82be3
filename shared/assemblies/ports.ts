import type { ModuleInterface } from '../modules/module.ts';
import { cross, dot, lengthOf, minus } from '../modules/vectors.ts';
import type { Mate } from './instances.ts';
import type { Place } from './problems.ts';
import { ModuleAtValues, type SolvedLevel, type StandingInstance } from './standing.ts';

/** An interface through which something is carried, of one module where it stands. */
export interface Port {
  place: Place;
  is: ModuleInterface;
  /** The other ports of the same thing. */
  beside: readonly Port[];
  /** Whether any mate holds it. */
  isMated: boolean;
  /** The number of its group: all ports that are connected have the same. */
  group: number;
}

export interface Ports {
  ports: readonly Port[];
  /** How many modules and files stand in the assembly, as far as they were counted. */
  things: number;
}

/** Things that are looked at through all levels, at most. */
const MOST_THINGS = 50_000;
/** Instances and mates that are passed on the way, at most: designs that hold nothing are passed too. */
const MOST_PASSED = 500_000;

/** All ports of an assembly through all levels, and what connects them. */
export function portsOf(whole: SolvedLevel): Ports {
  const ports: Port[] = [];
  const byKey = new Map<string, number>();
  const leads: number[] = [];
  const lead = (of: number): number => {
    let at = of;
    for (let up = leads[at] ?? at; up !== at; up = leads[at] ?? at) {
      leads[at] = leads[up] ?? up;
      at = up;
    }
    return at;
  };
  let things = 0;
  let passed = 0;
  const enter = (stands: StandingInstance, path: string, name: string) => {
    if (stands.inner) return level(stands.inner, `${path}/`, `${name} / `);
    things += 1;
    if (!(stands.fitting instanceof ModuleAtValues)) return;
    const beside: Port[] = [];
    for (const is of stands.fitting.ports()) {
      byKey.set(`${path}/${is.id}`, ports.length);
      leads.push(ports.length);
      const port = {
        place: { instance: path, name, interface: is.id },
        is,
        beside,
        isMated: false,
        group: 0,
      };
      beside.push(port);
      ports.push(port);
    }
  };
  const connect = (prefix: string, { one, other }: Mate) => {
    const first = byKey.get(`${prefix}${one.instance}/${one.interface}`);
    const second = byKey.get(`${prefix}${other.instance}/${other.interface}`);
    for (const each of [first, second]) {
      const port = each === undefined ? undefined : ports[each];
      if (port) port.isMated = true;
    }
    if (first !== undefined && second !== undefined) leads[lead(first)] = lead(second);
  };
  const level = (of: SolvedLevel, prefix: string, name: string) => {
    for (const stands of of.instances) {
      passed += 1;
      if (things >= MOST_THINGS || passed > MOST_PASSED) return;
      enter(stands, `${prefix}${stands.instance.id}`, `${name}${stands.name}`);
    }
    if (byKey.size === 0) return;
    passed += of.mates.length;
    for (const mate of of.mates) connect(prefix, mate);
  };
  level(whole, '', '');
  for (const [index, port] of ports.entries()) port.group = lead(index);
  return { ports, things };
}

/** Whether two shafts or bores of a thing lie on one line: what goes through one goes through the other. */
export function isSameBore(one: ModuleInterface, other: ModuleInterface): boolean {
  if (one.kind !== 'shaft' || other.kind !== 'shaft') return false;
  const between = minus(other.at.origin, one.at.origin);
  return (
    Math.abs(one.diameter - other.diameter) < 0.3 &&
    lengthOf(cross(one.at.z, other.at.z)) < 1e-3 &&
    lengthOf(between) - Math.abs(dot(between, one.at.z)) < 0.1
  );
}
