import { z } from 'zod';
import type { ItemDescription, Party, ReceivedHow } from '../../shared/items/events.ts';
import type { Provenance } from '../../shared/items/views.ts';
import type { MachineDescription } from '../../shared/machines/events.ts';
import type { EventHandlers, Projection, TableWriters } from '../views/projection.ts';
import {
  changeFrom,
  changeItem,
  described,
  partyId,
  putItem,
  rewriteRevision,
  takeBackPlaces,
} from './placing.ts';
import { onFittings } from './projectionFittings.ts';
import {
  type ItemRow,
  itemAnswers,
  itemBuilds,
  itemFittings,
  itemModifications,
  itemPlaces,
  items,
} from './tables.ts';

const fileIds = z.array(z.string());
const nobody = { holderKind: null, holderId: null, loanId: null, loanUntil: null };
const outside = { inside: null, fittingId: null };

const ORIGIN: Record<ReceivedHow, Provenance> = {
  bought: 'new',
  given: 'unknown',
  found: 'unknown',
  recovered: 'recovered',
  unknown: 'unknown',
};

const owned = (owner: Party) => ({ ownerKind: owner.kind, ownerId: partyId(owner) });

/** A loose thing of which only this much is known. */
function someItem(
  itemId: string,
  workshopId: string,
  description: ItemDescription,
  owner: Party,
): Omit<ItemRow, 'places' | 'salvage' | 'holds' | 'since'> {
  return {
    itemId,
    workshopId,
    ...described(description),
    ...owned(owner),
    ...nobody,
    ...outside,
    code: null,
    serial: null,
    givenBy: null,
    status: 'loose',
    shelf: null,
    how: null,
    origin: 'unknown',
    fromItem: null,
    fromLine: null,
    buildId: null,
    grade: null,
    lives: 0,
    livesBefore: 0,
    photographs: '[]',
    machine: 0,
    revision: -1,
  };
}

/** What the views know already of a thing that begins: that it is a machine, and what a build fitted into it. */
const kept = (tables: TableWriters, itemId: string): Partial<ItemRow> => {
  const row = tables.of(items).get(itemId);
  if (!row || row.machine === 0) return {};
  const { machine, name } = row;
  return { machine, name };
};

/** Whose a machine is: of a member who lends it, else the workshop's. */
export const ownerOfMachine = (workshopId: string, { tier, lentBy }: MachineDescription): Party =>
  tier === 'lent' && lentBy !== null
    ? { kind: 'member', memberId: lentBy }
    : { kind: 'workshop', workshopId };

/** A machine as a thing, before anything else is written down of it. */
export const thingOfMachine = ({
  name,
  maker,
  model,
}: Pick<MachineDescription, 'name' | 'maker' | 'model'>): ItemDescription => ({
  name,
  of: null,
  specification: [maker, model].filter((word) => word !== null).join(' '),
  material: '',
  massKilograms: null,
  sizes: [],
  interfaces: [],
});

const MACHINE_ORIGIN = { bought: 'new', given: 'unknown', built: 'made', unknown: 'unknown' } as const;

/** Machines are things: a registered one is known from then on. */
const onMachines: EventHandlers = {
  MachineRegistered({ data: { machineId, workshopId, labelCode, description }, at }, tables) {
    if (tables.of(items).get(machineId)) {
      changeItem(tables, machineId, { machine: 1, name: description.name });
      return;
    }
    const owner = ownerOfMachine(workshopId, description);
    const row = someItem(machineId, workshopId, thingOfMachine(description), owner);
    const origin = MACHINE_ORIGIN[description.origin];
    putItem(tables, { ...row, code: labelCode, shelf: description.area, origin, machine: 1 }, at);
  },
  MachineDescribed({ data: { machineId, description } }, tables) {
    changeItem(tables, machineId, { name: description.name });
  },
  MachineRetired({ data: { machineId } }, tables) {
    changeItem(tables, machineId, { machine: 2 });
  },
  MachineReinstated({ data: { machineId } }, tables) {
    changeItem(tables, machineId, { machine: 1 });
  },
};

/** What a build is making is there from its start: parts are fitted into it. */
const onBuilds: EventHandlers = {
  BuildStarted({ data: { buildId, workshopId, things, name, of }, at }, tables) {
    tables.of(itemBuilds).put({ buildId, things: JSON.stringify(things) });
    for (const itemId of things) {
      if (tables.of(items).get(itemId)) continue;
      const bare = { name, of, specification: '', material: '', massKilograms: null, sizes: [] };
      const owner: Party = { kind: 'workshop', workshopId };
      const row = someItem(itemId, workshopId, { ...bare, interfaces: [] }, owner);
      putItem(tables, { ...row, status: 'beingMade', origin: 'made', buildId }, at);
    }
  },
  BuildDescribed({ data: { buildId, name } }, tables) {
    for (const { itemId } of begunBy(tables, buildId, 'beingMade')) changeItem(tables, itemId, { name });
  },
  BuildAbandoned({ data: { buildId }, at }, tables) {
    for (const { itemId } of begunBy(tables, buildId, 'beingMade')) {
      changeFrom(tables, itemId, at, { status: 'unfinished' });
    }
  },
  BuildReopened({ data: { buildId }, at }, tables) {
    for (const { itemId } of begunBy(tables, buildId, 'unfinished')) {
      changeFrom(tables, itemId, at, { status: 'beingMade' });
    }
  },
};

function begunBy(tables: TableWriters, buildId: string, status: 'beingMade' | 'unfinished'): ItemRow[] {
  const things = fileIds.parse(JSON.parse(tables.of(itemBuilds).get(buildId)?.things ?? '[]'));
  return things.flatMap((itemId) => {
    const row = tables.of(items).get(itemId);
    return row?.status === status ? [row] : [];
  });
}

const time = (instant: string) => Date.parse(instant);

/** How a thing began. */
const onBeginnings: EventHandlers = {
  ItemMade({ data, revision }, tables) {
    const { itemId, workshopId, code, description, owner, serial, buildId, at } = data;
    const row = { ...someItem(itemId, workshopId, description, owner), ...kept(tables, itemId) };
    putItem(tables, { ...row, code, serial, how: 'made', origin: 'made', buildId, revision }, time(at));
  },
  ItemReceived({ data, revision }, tables) {
    const { itemId, workshopId, code, description, owner, serial, how, from, grade, shelf, at } = data;
    const known = tables.of(items).get(itemId);
    // A machine that was known already: this only opens its own stream.
    if (known) {
      const origin = ORIGIN[how] === 'unknown' ? known.origin : ORIGIN[how];
      changeItem(tables, itemId, { how, origin, revision });
      return;
    }
    const fromWhere = { fromItem: from?.itemId ?? null, fromLine: from?.line ?? null };
    const began = { how, origin: ORIGIN[how], livesBefore: from === null ? 0 : 1, grade, shelf };
    const row = { ...someItem(itemId, workshopId, description, owner), ...fromWhere, ...began };
    putItem(tables, { ...row, buildId: from?.buildId ?? null, code, serial, revision }, time(at));
  },
  ItemCut({ data, revision }, tables) {
    const { itemId, workshopId, code, description, owner, from, at } = data;
    const parent = tables.of(items).get(from);
    const row = someItem(itemId, workshopId, description, owner);
    const before = { livesBefore: (parent?.lives ?? 0) + (parent?.livesBefore ?? 0) > 0 ? 1 : 0 };
    const began = { how: 'cut', origin: parent?.origin ?? 'unknown', fromItem: from, ...before };
    putItem(tables, { ...row, ...began, shelf: parent?.shelf ?? null, code, revision }, time(at));
  },
  ItemTakenBack({ data: { itemId }, revision, at }, tables) {
    changeFrom(tables, itemId, at, { status: 'neverWas', revision });
  },
};

const ended = (tables: TableWriters, itemId: string, at: string, status: string, revision: number) =>
  changeFrom(tables, itemId, time(at), { status, ...outside, ...nobody, revision });
const ENDS = ['consumed', 'scrapped', 'split'];

/**
 * What is used up or cut into pieces holds nothing: something that went in a moment before, by the order of the log, is
 * in there, and the end does not stand.
 */
function endedEmpty(tables: TableWriters, itemId: string, at: string, status: string, revision: number) {
  if ((tables.of(items).get(itemId)?.holds ?? 0) > 0) changeItem(tables, itemId, { revision });
  else ended(tables, itemId, at, status, revision);
}

/** Where it goes, who has it, whose it is, and what becomes of it. */
const onLives: EventHandlers = {
  ItemMoved({ data: { itemId, workshopId, shelf, at }, revision }, tables) {
    changeFrom(tables, itemId, time(at), { workshopId, shelf, revision });
  },
  ItemLent({ data: { itemId, loanId, to, until, at }, revision }, tables) {
    const holder = { holderKind: to.kind, holderId: partyId(to) };
    const loanUntil = until === null ? null : time(until);
    changeFrom(tables, itemId, time(at), { ...holder, loanId, loanUntil, revision });
  },
  ItemReturned({ data: { itemId, grade, at }, revision }, tables) {
    const graded = grade === null ? {} : { grade };
    changeFrom(tables, itemId, time(at), { ...nobody, ...graded, revision });
  },
  ItemGiven({ data: { itemId, to, at, by }, revision }, tables) {
    const there = to.kind === 'workshop' ? { workshopId: to.workshopId, shelf: null } : { shelf: null };
    const given = { ...owned(to), givenBy: by };
    changeFrom(tables, itemId, time(at), { ...given, ...there, ...nobody, revision });
  },
  ItemConsumed({ data: { itemId, at }, revision }, tables) {
    endedEmpty(tables, itemId, at, 'consumed', revision);
  },
  ItemScrapped({ data: { itemId, at }, revision }, tables) {
    ended(tables, itemId, at, 'scrapped', revision);
  },
  ItemSplit({ data: { itemId, at }, revision }, tables) {
    endedEmpty(tables, itemId, at, 'split', revision);
  },
  ItemEndTakenBack({ data: { itemId }, revision }, tables) {
    takeBackPlaces(tables, itemId, ({ status }) => ENDS.includes(status) || status === 'neverWas');
    changeItem(tables, itemId, { revision });
  },
};

/** What it is. */
const onDescriptions: EventHandlers = {
  ItemDescribed({ data: { itemId, description }, revision }, tables) {
    changeItem(tables, itemId, { ...described(description), revision });
  },
  ItemPhotographAdded({ data: { itemId, fileId }, revision }, tables) {
    const shown = fileIds.parse(JSON.parse(tables.of(items).get(itemId)?.photographs ?? '[]'));
    changeItem(tables, itemId, { photographs: JSON.stringify([...shown, fileId]), revision });
  },
  ItemPhotographRemoved({ data: { itemId, fileId }, revision }, tables) {
    const shown = fileIds.parse(JSON.parse(tables.of(items).get(itemId)?.photographs ?? '[]'));
    const photographs = JSON.stringify(shown.filter((other) => other !== fileId));
    changeItem(tables, itemId, { photographs, revision });
  },
  ItemRepaired({ data: { itemId }, revision }, tables) {
    changeItem(tables, itemId, { revision });
  },
  ItemModified({ data: { itemId, repairId, of, at }, revision }, tables) {
    const row = tables.of(items).get(itemId);
    const { ofDesign = null, ofRevision = null } = row ?? {};
    tables.of(itemModifications).put({ repairId, at: time(at), ofDesign, ofRevision });
    const now = { ofDesign: of?.designId ?? null, ofRevision: of?.revision ?? null };
    changeFrom(tables, itemId, time(at), { ...now, revision });
  },
  ItemRepairTakenBack({ data: { itemId, repairId }, revision }, tables) {
    const modification = tables.of(itemModifications).get(repairId);
    if (modification) {
      const { at, ofDesign, ofRevision } = modification;
      rewriteRevision(tables, itemId, at, { ofDesign, ofRevision });
      tables.of(itemModifications).remove(repairId);
    }
    changeItem(tables, itemId, { revision });
  },
  ItemProblemAnswered({ data, revision }, tables) {
    const { itemId, designId, problemId, answer, reasonId, by, at } = data;
    const answered = `${itemId}/${problemId}`;
    const row = { answered, itemId, designId, problemId, answer, reasonId, answeredBy: by };
    tables.of(itemAnswers).put({ ...row, at: time(at) });
    changeItem(tables, itemId, { revision });
  },
  ItemProblemReopened({ data: { itemId, problemId }, revision }, tables) {
    tables.of(itemAnswers).remove(`${itemId}/${problemId}`);
    changeItem(tables, itemId, { revision });
  },
};

export const itemsProjection: Projection = {
  name: 'items',
  source: import.meta.url,
  furtherSources: [
    new URL('./placing.ts', import.meta.url).href,
    new URL('./projectionFittings.ts', import.meta.url).href,
    new URL('./tables.ts', import.meta.url).href,
    new URL('../../shared/items/containment.ts', import.meta.url).href,
  ],
  tables: [items, itemFittings, itemPlaces, itemAnswers, itemBuilds, itemModifications],
  on: {
    ...onMachines,
    ...onBuilds,
    ...onBeginnings,
    ...onFittings,
    ...onLives,
    ...onDescriptions,
  },
};
