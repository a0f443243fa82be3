import { z } from 'zod';
import { grade, itemDescription, type Party } from '../../../shared/items/events.ts';
import type { PlaceOfThing, ThingAt, ThingView } from '../../../shared/items/views.ts';
import { thingStatus } from '../../../shared/items/views.ts';
import { allowedActions } from '../../authorisation/policy.ts';
import { instant, namedRevision, namedWorkshop } from '../../designs/naming.ts';
import { withoutWithdrawn } from '../../files/queries.ts';
import { machineById } from '../../machines/queries.ts';
import { workshopById } from '../../workshops/queries.ts';
import { measuresOf } from '../measures.ts';
import {
  chainOf,
  fittingsOf,
  type Item,
  itemById,
  itemsFrom,
  partyOf,
  placeAt,
  workshopOf,
} from '../queries.ts';
import type { PlaceRow } from '../tables.ts';
import { contentsAt, contentsOf } from './insides.ts';
import {
  mayReadNames,
  namedParty,
  namedThing,
  placeOf,
  type Sources,
  thingNamed,
  type Viewer,
} from './naming.ts';
import { dangersInsideOf, openProblemsOf } from './problems.ts';
import { storyOf } from './story.ts';

/** What may be done with things, and asked of their machines. */
const ABOUT_THINGS: ReadonlySet<string> = new Set([
  'item.receive',
  'item.change',
  'item.give',
  'machine.register',
  'machine.retire',
]);

/** A description as it was said. */
export const descriptionOf = (item: Item) => z.object(itemDescription.shape).parse(item);

function livesOf({ views }: Pick<Sources, 'views'>, item: Item): ThingView['livesIn'] {
  const before: ThingView['livesIn'] =
    item.fromItem === null || item.livesBefore === 0
      ? []
      : [
          {
            fittingId: null,
            into: thingNamed(views, item.fromItem),
            from: null,
            until: null,
            buildId: null,
            line: item.fromLine,
            grade: item.grade,
            inferred: false,
          },
        ];
  return [
    ...before,
    ...fittingsOf(views, item.itemId).map((fitting) => ({
      fittingId: fitting.fittingId,
      into: thingNamed(views, fitting.into),
      from: instant(fitting.start),
      until: fitting.until === null ? null : instant(fitting.until),
      buildId: fitting.buildId,
      line: fitting.line,
      grade: grade.nullable().parse(fitting.grade),
      inferred: fitting.inferred === 1,
    })),
  ];
}

/** What the viewer may do with a thing: where it is, or whose it is. */
function allowedWith(
  { views }: Pick<Sources, 'views'>,
  item: Item,
  { requester, now }: Viewer,
  workshops: readonly (string | null)[],
): string[] {
  const isMine = (party: Party | null) =>
    party?.kind === 'member' && requester.kind === 'member' && party.memberId === requester.memberId;
  const own = isMine(item.owner) || isMine(item.holder);
  const allowed = workshops.flatMap((workshopId) =>
    allowedActions(views, requester, { workshopId, own }, now).filter((action) => ABOUT_THINGS.has(action)),
  );
  return [...new Set(allowed)].filter((action) => action !== 'item.give' || !isMine(item.holder));
}

/** Where what concerns a thing is decided: where it is, and where its owner is. */
export function workshopsAbout({ views }: Pick<Sources, 'views'>, item: Item): string[] {
  const outermost = chainOf(views, item.itemId).at(-1) ?? item;
  const { owner } = item;
  const there = workshopOf(outermost) ?? item.workshopId;
  return [...new Set([there, ...(owner.kind === 'workshop' ? [owner.workshopId] : [])])];
}

/** A thing with all that is known of it. */
export async function thingViewOf(sources: Sources, item: Item, viewer: Viewer): Promise<ThingView> {
  const { views } = sources;
  const workshops = workshopsAbout(sources, item);
  const [there = item.workshopId] = workshops;
  const isInsider = workshops.some((workshopId) => mayReadNames(sources, viewer, workshopId));
  const machine = item.machine === 'none' ? null : machineById(views, item.itemId);
  const inside = contentsOf(sources, item.itemId);
  return {
    ...namedThing(item),
    serial: item.serial,
    status: item.status,
    of: item.of && namedRevision(views, item.of.designId, item.of.revision),
    description: descriptionOf(item),
    measures: measuresOf(sources, item),
    photographs: withoutWithdrawn(views, [...item.photographs, ...(machine?.photographs ?? [])]),
    timeZone: workshopById(views, there)?.timeZone ?? 'UTC',
    place: placeOf(sources, item, viewer),
    loan:
      item.loanId === null
        ? null
        : {
            loanId: item.loanId,
            until: item.loanUntil === null ? null : instant(item.loanUntil),
            overdue: item.loanUntil !== null && item.loanUntil < viewer.now,
          },
    provenance: item.provenance,
    how: item.how,
    buildId: item.buildId,
    grade: item.grade,
    lives: item.lives + item.livesBefore,
    livesIn: livesOf(sources, item),
    ...inside,
    pieces: itemsFrom(views, item.itemId)
      .filter(({ how }) => how === 'cut')
      .map(namedThing),
    story: await storyOf(sources, item.itemId, isInsider),
    openProblems: openProblemsOf(sources, item),
    dangersInside: dangersInsideOf(sources, inside.contents),
    machine: machine && { machineId: machine.machineId, inService: !machine.retired },
    allowedActions: allowedWith(sources, item, viewer, workshops),
    revision: Math.max(item.revision, 0),
  };
}

/** Containers that are walked up at a moment in the past. */
const MOST_CONTAINERS = 1_100;

/** Where a thing was at a moment, as its history has it now. */
export function thingAtOf(sources: Sources, item: Item, at: number, viewer: Viewer): ThingAt {
  const { views } = sources;
  const { itemId } = item;
  const known = placeAt(views, itemId, at);
  if (!known) {
    return { itemId, instant: instant(at), known: false, place: null, of: null, contents: [] };
  }
  const chain: PlaceRow[] = [];
  for (let inside = known.inside; inside !== null && chain.length < MOST_CONTAINERS; ) {
    const place = placeAt(views, inside, at);
    if (!place) break;
    chain.push(place);
    inside = place.inside;
  }
  const outermost = chain.at(-1) ?? known;
  const partiesOf = (place: PlaceRow) => ({
    workshopId: place.workshopId,
    owner: partyOf(place.ownerKind, place.ownerId) ?? ({ kind: 'outside' } as const),
    holder: partyOf(place.holderKind, place.holderId),
  });
  const { owner } = partiesOf(known);
  const where = partiesOf(outermost);
  const workshopId = workshopOf(where);
  const isInsider = mayReadNames(sources, viewer, workshopId ?? outermost.workshopId);
  const place: PlaceOfThing = {
    status: thingStatus.parse(known.status),
    workshop: namedWorkshop(views, workshopId),
    shelf: outermost.shelf,
    inside: chain.flatMap(({ itemId: containerId }) => {
      const container = itemById(views, containerId);
      return container ? [namedThing(container)] : [];
    }),
    owner: namedParty(sources, owner, isInsider),
    holder: where.holder && namedParty(sources, where.holder, isInsider),
    since: instant(known.start),
  };
  const { ofDesign, ofRevision } = known;
  const of = ofDesign === null || ofRevision === null ? null : namedRevision(views, ofDesign, ofRevision);
  const contents = contentsAt(sources, itemId, at);
  return { itemId, instant: instant(at), known: true, place, of, contents };
}
