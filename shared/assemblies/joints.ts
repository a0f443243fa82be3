import type { ModuleInterface } from '../modules/module.ts';
import { AT_ORIGIN, type Placement, type Vector } from '../modules/vectors.ts';
import { apartOf, metFrom, metTo, standingAt, thingWith } from './frames.ts';
import { type Mate, MOST_MILLIMETRES } from './instances.ts';
import type { AssemblyProblem, Place } from './problems.ts';
import type { StandingInstance } from './standing.ts';
import type { ReckonedValues } from './values.ts';

/** A mate of which both sides are there. */
export interface Joint {
  mate: Mate;
  /** Numbers of the instances. */
  one: number;
  other: number;
  oneIs: ModuleInterface;
  otherIs: ModuleInterface;
  turn: number;
  offset: Vector;
}

/** How far a loop may stay open, millimetres and degrees: what a workshop pulls together. */
const MOST_APART = 0.5;
const MOST_DEGREES = 0.5;

export const placeOf = (instances: readonly StandingInstance[], index: number, interface_: string): Place => {
  const stands = instances[index];
  return { instance: stands?.instance.id ?? '', name: stands?.name ?? '', interface: interface_ };
};

/** The mates whose two sides are there, by id: in what order they were written changes nothing. */
export function jointsOf(
  mates: readonly Mate[],
  instances: readonly StandingInstance[],
  indexOf: ReadonlyMap<string, number>,
  { numberOf }: Pick<ReckonedValues, 'numberOf'>,
  tell: (problem: AssemblyProblem) => void,
): Joint[] {
  const joints: Joint[] = [];
  for (const mate of inOrderOfIds(mates)) {
    const sideOf = ({ instance, interface: name }: Mate['one']) => {
      const index = indexOf.get(instance);
      const is = index === undefined ? undefined : instances[index]?.fitting.interfaceOf(name);
      if (index !== undefined && is) return { index, is };
      const place = { instance, name: instances[index ?? -1]?.name ?? instance, interface: name };
      tell({ kind: 'unknownInterface', mate: mate.id, place });
      return null;
    };
    const [one, other] = [sideOf(mate.one), sideOf(mate.other)];
    if (!one || !other) continue;
    if (one.index === other.index) {
      tell({ kind: 'itself', mate: mate.id, place: placeOf(instances, one.index, mate.one.interface) });
      continue;
    }
    const along = (written: number | string): number => {
      const number = numberOf(written, (why) => {
        const parameter = 'offset';
        tell({ kind: 'formula', instance: null, name: '', parameter, written: String(written), why });
      });
      if (number === null || Math.abs(number) <= MOST_MILLIMETRES) return number ?? 0;
      const limits = { least: -MOST_MILLIMETRES, most: MOST_MILLIMETRES, options: [], unit: 'mm' } as const;
      const { instance, name } = placeOf(instances, other.index, mate.other.interface);
      tell({ kind: 'outOfLimits', instance, name, parameter: 'offset', value: number, ...limits });
      return Math.sign(number) * MOST_MILLIMETRES;
    };
    const { x, y, z } = mate.offset;
    joints.push({
      mate,
      one: one.index,
      other: other.index,
      oneIs: one.is,
      otherIs: other.is,
      turn: Number.isFinite(mate.turn) ? mate.turn : 0,
      offset: x === 0 && y === 0 && z === 0 ? AT_ORIGIN.origin : [along(x), along(y), along(z)],
    });
  }
  return joints;
}

function inOrderOfIds(mates: readonly Mate[]): readonly Mate[] {
  const isOrdered = mates.every((mate, index) => index === 0 || (mates[index - 1]?.id ?? '') <= mate.id);
  return isOrdered ? mates : mates.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

/**
 * Sets every instance where its mates want it. The first of each connected group stays where it is, the others follow
 * outwards; what closes a loop is checked.
 */
export function place(
  instances: readonly StandingInstance[],
  joints: readonly Joint[],
  tell: (problem: AssemblyProblem) => void,
): void {
  const rigid = joints.filter(({ mate }) => mate.kind === 'rigid');
  // Lists of the joints of each instance, linked: `next` of the two sides of each.
  const first = new Int32Array(instances.length).fill(-1);
  const next = new Int32Array(2 * rigid.length);
  for (let index = rigid.length - 1; index >= 0; index -= 1) {
    const joint = rigid[index];
    if (!joint) continue;
    next[2 * index] = first[joint.one] ?? -1;
    first[joint.one] = 2 * index;
    next[2 * index + 1] = first[joint.other] ?? -1;
    first[joint.other] = 2 * index + 1;
  }
  const isPlaced = new Uint8Array(instances.length);
  const isUsed = new Uint8Array(rigid.length);
  const queue = new Int32Array(instances.length);
  for (let root = 0; root < instances.length; root += 1) {
    if (isPlaced[root] === 1) continue;
    isPlaced[root] = 1;
    queue[0] = root;
    for (let head = 0, tail = 1; head < tail; head += 1) {
      const from = queue[head] ?? 0;
      for (let side = first[from] ?? -1; side >= 0; side = next[side] ?? -1) {
        const joint = rigid[side >> 1];
        if (!joint || isUsed[side >> 1] === 1) continue;
        const isOne = side % 2 === 0;
        const to = isOne ? joint.other : joint.one;
        if (isPlaced[to] === 1) continue;
        isUsed[side >> 1] = 1;
        isPlaced[to] = 1;
        queue[tail] = to;
        tail += 1;
        follow(instances[from], instances[to], joint, isOne);
      }
    }
  }
  for (const [index, joint] of rigid.entries()) if (isUsed[index] === 0) checkLoop(instances, joint, tell);
}

function follow(
  from: StandingInstance | undefined,
  to: StandingInstance | undefined,
  joint: Joint,
  isOne: boolean,
): void {
  if (!from || !to) return;
  const [here, there] = isOne ? [joint.oneIs, joint.otherIs] : [joint.otherIs, joint.oneIs];
  const stands = standingAt(from.at, from.mirrored, here.at);
  to.at = thingWith(there.at, to.mirrored, isOne ? metFrom(stands, joint) : metTo(stands, joint));
}

function checkLoop(
  instances: readonly StandingInstance[],
  joint: Joint,
  tell: (problem: AssemblyProblem) => void,
): void {
  const frameOf = (index: number, { at }: ModuleInterface): Placement => {
    const stands = instances[index];
    return stands ? standingAt(stands.at, stands.mirrored, at) : at;
  };
  const wanted = metFrom(frameOf(joint.one, joint.oneIs), joint);
  const isRound = Math.min(joint.oneIs.turns, joint.otherIs.turns) <= 1;
  const { apart, degrees } = apartOf(wanted, frameOf(joint.other, joint.otherIs), isRound);
  if (apart <= MOST_APART && degrees <= MOST_DEGREES) return;
  const { mate } = joint;
  tell({
    kind: 'openLoop',
    mate: mate.id,
    one: placeOf(instances, joint.one, mate.one.interface),
    other: placeOf(instances, joint.other, mate.other.interface),
    apart: hundredths(apart),
    degrees: hundredths(degrees),
  });
}

const hundredths = (value: number): number => Math.round(value * 100) / 100;
