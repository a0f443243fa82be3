import type { Party } from '../../../shared/items/events.ts';
import type { NamedParty, NamedThing, PlaceOfThing, ThingRow } from '../../../shared/items/views.ts';
import { isBorrowed } from '../../../shared/machines/words.ts';
import { isAllowed } from '../../authorisation/policy.ts';
import { runningOn } from '../../bookings/queries.ts';
import { instant, namedRevision, namedWorkshop } from '../../designs/naming.ts';
import { withoutWithdrawn } from '../../files/queries.ts';
import type { Requester } from '../../http/route.ts';
import { machineById } from '../../machines/queries.ts';
import type { Parts } from '../../parts.ts';
import { chainOf, type Item, itemById, workshopOf } from '../queries.ts';

export type Sources = Pick<Parts, 'views' | 'names' | 'texts' | 'store' | 'designs'>;
export interface Viewer {
  requester: Requester;
  now: number;
}

export const namedThing = ({ itemId, name, code }: Item): NamedThing => ({ itemId, name, code });

/** A thing by its id; one that is not here has no name. */
export const thingNamed = (views: Parts['views'], itemId: string): NamedThing => {
  const item = itemById(views, itemId);
  return item ? namedThing(item) : { itemId, name: '', code: null };
};

/** Names of members are told to those of the workshop. */
export const mayReadNames = (
  { views }: Pick<Parts, 'views'>,
  { requester, now }: Viewer,
  workshopId: string | null,
): boolean => isAllowed(views, requester, 'booking.readHolder', { workshopId }, now);

/** A party by name; `isInsider`: whether a member's name may be told. */
export function namedParty(
  { views, names }: Pick<Parts, 'views' | 'names'>,
  party: Party,
  isInsider: boolean,
): NamedParty {
  switch (party.kind) {
    case 'workshop': {
      const { workshopId } = party;
      return { kind: 'workshop', workshop: namedWorkshop(views, workshopId) ?? { workshopId, name: '' } };
    }
    case 'member': {
      const { memberId } = party;
      if (!isInsider) return { kind: 'member', member: null };
      return { kind: 'member', member: { memberId, name: names.of([memberId]).get(memberId) ?? null } };
    }
    case 'outside':
      return party;
  }
}

/** Who has a thing that is not with its owner: on loan, or as a tool that was borrowed. */
export function holderOf(views: Parts['views'], item: Item): Party | null {
  if (item.holder !== null || item.machine !== 'inService') return item.holder;
  const machine = machineById(views, item.itemId);
  if (!machine || !isBorrowed(machine.kind)) return null;
  const [booking] = runningOn(views, item.itemId);
  return booking ? { kind: 'member', memberId: booking.memberId } : null;
}

/** Where a thing is now, whose it is and who has it. */
export function placeOf(sources: Sources, item: Item, viewer: Viewer): PlaceOfThing {
  const { views } = sources;
  const inside = chainOf(views, item.itemId);
  const outermost = inside.at(-1) ?? item;
  const workshopId = workshopOf(outermost);
  const isInsider = mayReadNames(sources, viewer, workshopId ?? outermost.workshopId);
  const holder = holderOf(views, outermost);
  return {
    status: item.status,
    workshop: namedWorkshop(views, workshopId),
    shelf: outermost.shelf,
    inside: inside.map(namedThing),
    owner: namedParty(sources, item.owner, isInsider),
    holder: holder && namedParty(sources, holder, isInsider),
    since: instant(item.since),
  };
}

/** A thing in a list. */
export function thingRowOf({ views }: Pick<Parts, 'views'>, item: Item): ThingRow {
  const chain = chainOf(views, item.itemId);
  const outermost = chain.at(-1) ?? item;
  const [container] = chain;
  const machine = item.machine === 'none' ? null : machineById(views, item.itemId);
  const shown = withoutWithdrawn(views, [...item.photographs, ...(machine?.photographs ?? [])]);
  return {
    ...namedThing(item),
    serial: item.serial,
    status: item.status,
    of: item.of && namedRevision(views, item.of.designId, item.of.revision),
    specification: item.specification,
    material: item.material,
    massKilograms: item.massKilograms,
    sizes: item.sizes,
    provenance: item.provenance,
    lives: item.lives + item.livesBefore,
    grade: item.grade,
    workshop: namedWorkshop(views, workshopOf(outermost)),
    shelf: outermost.shelf,
    inside: container ? namedThing(container) : null,
    lent: holderOf(views, outermost) !== null,
    isMachine: item.machine === 'inService',
    photograph: shown[0] ?? null,
  };
}
