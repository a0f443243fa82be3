import { z } from 'zod';
import type { Party, ReceivedHow } from '../../shared/items/events.ts';
import type { Provenance } from '../../shared/items/views.ts';
import type { EventHandlers, TableWriters } from '../views/projection.ts';
import { someItem } from './bareRows.ts';
import { ownerOfMachine, thingOfMachine } from './machineThings.ts';
import { changeFrom, changeItem, putItem } from './placing.ts';
import { type ItemRow, itemBuilds, items } from './tables.ts';

const itemIds = z.array(z.string());
const ORIGIN: Record<ReceivedHow, Provenance> = {
  bought: 'new',
  given: 'unknown',
  found: 'unknown',
  recovered: 'recovered',
  unknown: 'unknown',
};

/** What the views know already of a thing that begins: that it is a machine, and what a build fitted into it. */
const kept = (tables: TableWriters, itemId: string): Partial<ItemRow> => {
  const row = tables.of(items).get(itemId);
  if (!row || row.machine === 0) return {};
  const { machine, name } = row;
  return { machine, name };
};

const MACHINE_ORIGIN = { bought: 'new', given: 'unknown', built: 'made', unknown: 'unknown' } as const;

/** Machines are things: a registered one is known from then on. */
export const onMachines: EventHandlers = {
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
export const onBuilds: EventHandlers = {
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
  const things = itemIds.parse(JSON.parse(tables.of(itemBuilds).get(buildId)?.things ?? '[]'));
  return things.flatMap((itemId) => {
    const row = tables.of(items).get(itemId);
    return row?.status === status ? [row] : [];
  });
}

const time = (instant: string) => Date.parse(instant);

/** How a thing began. */
export const onBeginnings: EventHandlers = {
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
