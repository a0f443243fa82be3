import type { SolvedAssembly, StandingInterface } from '../../shared/assemblies/assembly.ts';
import type { Mate } from '../../shared/assemblies/instances.ts';
import { type Mismatch, mismatches } from '../../shared/modules/mating.ts';
import { type Place, placeOf } from './gestures/snap.ts';

/** Why a place cannot be joined: measures that differ, or what it is taken by. */
export type Reason =
  | { is: 'mismatch'; mismatches: readonly Mismatch[] }
  | { is: 'ownThing' }
  | { is: 'taken'; by: string };

/** Somewhere that an interface might be joined to. */
export interface Candidate {
  place: Place;
  /** The name of the thing. */
  name: string;
  face: StandingInterface['is'];
  /** Null: it can be joined. */
  reason: Reason | null;
}

const keyOf = ({ instance, interface: face }: Place): string => `${instance} ${face}`;

/** By interface, the mates that hold it. */
export function matesByPlace(mates: readonly Mate[]): ReadonlyMap<string, readonly Mate[]> {
  const found = new Map<string, Mate[]>();
  for (const mate of mates)
    for (const place of [mate.one, mate.other]) {
      const known = found.get(keyOf(place));
      if (known) known.push(mate);
      else found.set(keyOf(place), [mate]);
    }
  return found;
}

/** The mates at one place. */
export const matesAt = (byPlace: ReadonlyMap<string, readonly Mate[]>, place: Place): readonly Mate[] =>
  byPlace.get(keyOf(place)) ?? [];

/** Whether what is given suffices depends on all who draw on it: the budgets tell, and the hose may be laid. */
const DRAWN: ReadonlySet<string> = new Set(['flow', 'pressure', 'amps']);

/** Many things bolt to one grid of holes, each in holes of its own; everything else takes one. */
const takesMany = (kind: StandingInterface['is']['kind']): boolean => kind === 'holeGrid';

/**
 * Every interface of the model as seen from one of them: what it can be joined to first, then what it cannot, with the
 * reason. Null where there is no such interface.
 */
export function candidatesFor(solved: SolvedAssembly, from: Place): Candidate[] | null {
  const own = placeOf(solved, from);
  if (!own) return null;
  const taken = matesByPlace(solved.mates);
  const names = new Map(solved.instances.map(({ instance, name }) => [instance.id, name] as const));
  const all = solved.instances.flatMap(({ instance, name, interfaces }) =>
    interfaces
      .filter(({ id }) => instance.id !== from.instance || id !== from.interface)
      .map(({ id, is }): Candidate => {
        const place = { instance: instance.id, interface: id };
        return { place, name, face: is, reason: reasonAgainst(place, is) };
      }),
  );
  return [...all.filter(({ reason }) => reason === null), ...all.filter(({ reason }) => reason !== null)];

  function reasonAgainst(place: Place, face: StandingInterface['is']): Reason | null {
    if (place.instance === from.instance) return { is: 'ownThing' };
    const found = own ? mismatches(own, face).filter(({ what }) => !DRAWN.has(what)) : [];
    if (found.length > 0) return { is: 'mismatch', mismatches: found };
    if (takesMany(face.kind)) return null;
    const [mate] = matesAt(taken, place);
    if (!mate) return null;
    const by = mate.one.instance === place.instance ? mate.other : mate.one;
    return { is: 'taken', by: names.get(by.instance) ?? by.instance };
  }
}
