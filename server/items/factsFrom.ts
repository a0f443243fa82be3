import { DEEPEST } from '../../shared/items/containment.ts';
import type { Party } from '../../shared/items/events.ts';
import type { ThingStatus } from '../../shared/items/views.ts';
import { machineById } from '../machines/queries.ts';
import { isErased, workshopsOf } from '../members/queries.ts';
import type { ViewsReader } from '../views/reader.ts';
import { workshopById } from '../workshops/queries.ts';
import type { OtherThing, UnwrittenMachine } from './facts.ts';
import { ownerOfMachine, thingOfMachine } from './machineThings.ts';
import { chainOf, itemById, itemsFrom, itemsIn } from './queries.ts';

const HOW = { bought: 'bought', given: 'given', built: 'unknown', unknown: 'unknown' } as const;

/** A machine whose thing has nothing in its stream yet; null where the thing is no machine. */
export function unwrittenMachine(views: ViewsReader, itemId: string): UnwrittenMachine | null {
  const machine = machineById(views, itemId);
  const item = itemById(views, itemId);
  if (!machine || !item) return null;
  const { workshopId, labelCode: code, origin } = machine;
  const owner = ownerOfMachine(workshopId, machine);
  return {
    workshopId,
    code,
    description: thingOfMachine(machine),
    owner,
    how: HOW[origin],
    since: item.since,
  };
}

/** Things inside of a thing that are looked at to tell how deep they go. */
const LOOKED_AT = 20_000;
const OPEN: readonly ThingStatus[] = ['loose', 'fitted', 'beingMade'];
const NOT_THERE: readonly ThingStatus[] = ['consumed', 'split', 'neverWas'];

/** What stands against putting a thing into another, or taking it out of there, as far as the views know. */
export function otherThing(views: ViewsReader, itemId: string, otherId: string): OtherThing | null {
  const other = itemById(views, otherId);
  if (!other) return null;
  const above = chainOf(views, otherId);
  const isCircular = otherId === itemId || above.some((container) => container.itemId === itemId);
  const depthOf = () =>
    itemsIn(views, itemId, LOOKED_AT).reduce((most, { depth }) => Math.max(most, depth), 0);
  const refusal = isCircular
    ? 'circular'
    : !OPEN.includes(other.status)
      ? 'intoGone'
      : above.length + 1 + depthOf() > DEEPEST
        ? 'tooDeep'
        : null;
  return { name: other.name, refusal, opens: !NOT_THERE.includes(other.status) };
}

/** Whether a party is known here; somebody outside is as known as they will be. */
export function isKnownParty(views: ViewsReader, party: Party): boolean {
  if (party.kind === 'workshop') return workshopById(views, party.workshopId) !== null;
  if (party.kind === 'outside') return true;
  return !isErased(views, party.memberId) && workshopsOf(views, party.memberId).length > 0;
}

/** The workshop by whose rules a thing is booked as a machine now, by name; null where it is not. */
export function inServiceAt(views: ViewsReader, itemId: string): string | null {
  const machine = machineById(views, itemId);
  if (!machine || machine.retired) return null;
  return workshopById(views, machine.workshopId)?.name ?? null;
}

/** Whether anything was done with what a thing was split into. */
export const arePiecesTouched = (views: ViewsReader, itemId: string): boolean =>
  itemsFrom(views, itemId).some(
    (piece) => piece.how === 'cut' && (piece.revision > 0 || itemsIn(views, piece.itemId, 1).length > 0),
  );

/** Machines of the region go from workshop to workshop while they are booked. */
export const movesAbout = (views: ViewsReader, itemId: string): boolean =>
  machineById(views, itemId)?.tier === 'region';
