import type { SolvedAssembly } from '../../../shared/assemblies/assembly.ts';
import { type Mate, NO_OFFSET } from '../../../shared/assemblies/instances.ts';
import type { DraftContent } from '../../../shared/designs/content.ts';
import {
  directionAt,
  inverse,
  type Placement,
  times,
  turned,
  within,
} from '../../../shared/modules/vectors.ts';
import { leftStanding } from './entries.ts';
import { anchorsOf, groupOf } from './groups.ts';
import { changed, type Gesture, type Standing, standingOf, tidyPlacement } from './standing.ts';

/** An interface of an instance, as mates name it. */
export interface Place {
  instance: string;
  interface: string;
}

/** How two interfaces meet: turned by degrees, and aside along the axes of the one that stays. */
export interface Meeting {
  turn: number;
  offset: Mate['offset'];
}
export const STRAIGHT: Meeting = { turn: 0, offset: NO_OFFSET };

/** Where an interface stands now; null where there is none of that name. */
export function placeOf(solved: SolvedAssembly, { instance, interface: id }: Place) {
  const holder = solved.instances.find((each) => each.instance.id === instance);
  return holder?.interfaces.find((each) => each.id === id)?.is ?? null;
}

const asNumber = (offset: number | string): number => (typeof offset === 'number' ? offset : 0);

/** Where an interface stands that meets another one: face to face, x along x, then turned, then aside. */
export function meetingPlace(stays: Placement, { turn, offset }: Meeting): Placement {
  const facing: Placement = { ...turned(stays, turn), z: times(stays.z, -1) };
  const aside = directionAt(stays, [asNumber(offset.x), asNumber(offset.y), asNumber(offset.z)]);
  return {
    ...facing,
    origin: [facing.origin[0] + aside[0], facing.origin[1] + aside[1], facing.origin[2] + aside[2]],
  };
}

/** Hoses and cables join without holding. */
const kindOf = (kind: string): Mate['kind'] =>
  kind === 'hydraulicPort' || kind === 'electric' ? 'line' : 'rigid';

/**
 * Joins two interfaces: the one that moves comes to the one that stays, with everything that is joined to it already. Where
 * both were held together before, nothing moves and the mate closes a loop. A hose or a cable moves nothing.
 */
export function snap(
  solved: SolvedAssembly,
  stays: Place,
  moves: Place,
  meeting: Meeting,
  id: string,
): Gesture {
  const there = placeOf(solved, stays);
  const here = placeOf(solved, moves);
  return (content) => {
    if (!there || !here || stays.instance === moves.instance) return content;
    const mate: Mate = { id, kind: kindOf(there.kind), one: stays, other: moves, ...meeting };
    const joined = { ...content, mates: [...content.mates, mate] };
    if (mate.kind === 'line') return joined;
    const group = groupOf(content, moves.instance);
    if (group.includes(stays.instance)) return joined;
    const by = within(meetingPlace(there.at, meeting), inverse(here.at));
    return carriedAlong(joined, standingOf(solved), group, by, moves.instance);
  };
}

/**
 * What moved is written down where it comes to stand. Of all that moved with it this is needed of the one alone that
 * holds the others now: so what stays stays.
 */
function carriedAlong(
  content: DraftContent,
  standing: Standing,
  group: readonly string[],
  by: Placement,
  moved: string,
): DraftContent {
  const holds = anchorsOf(content, [moved]);
  const concerned = new Set([moved, ...group.filter((id) => holds.has(id))]);
  return changed(content, concerned, (instance) => ({
    ...instance,
    at: tidyPlacement(within(by, standing.get(instance.id) ?? instance.at)),
  }));
}

/** Another turn, or further aside: the one that moves follows, and the one that stays stays. */
export function setMeeting(solved: SolvedAssembly, mateId: string, meeting: Meeting): Gesture {
  return (content) => {
    const old = content.mates.find(({ id }) => id === mateId);
    if (!old) return content;
    const next: Mate = { ...old, ...meeting };
    const mates = content.mates.map((each) => (each === old ? next : each));
    const changedOne = { ...content, mates };
    const there = placeOf(solved, old.one);
    const here = placeOf(solved, old.other);
    const without = { ...content, mates: content.mates.filter((each) => each !== old) };
    const group = groupOf(without, old.other.instance);
    const isLoop = group.includes(old.one.instance);
    if (!there || !here || isLoop || old.kind === 'line') return changedOne;
    const by = within(meetingPlace(there.at, meeting), inverse(here.at));
    return carriedAlong(changedOne, standingOf(solved), group, by, old.other.instance);
  };
}

/** Takes mates away; everything stays where it stands. */
export function unsnap(solved: SolvedAssembly, mateIds: readonly string[]): Gesture {
  const gone = new Set(mateIds);
  return (content) => {
    const taken = content.mates.filter(({ id }) => gone.has(id));
    if (taken.length === 0) return content;
    const after = { ...content, mates: content.mates.filter(({ id }) => !gone.has(id)) };
    const touched = taken.flatMap(({ one, other }) => [one.instance, other.instance]);
    return leftStanding(content, after, standingOf(solved), touched);
  };
}
