import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { itemDecider } from '../../../server/items/decide.ts';
import { NO_ITEM_FACTS } from '../../../server/items/facts.ts';
import type { ItemCommand } from '../../../server/items/itemCommands.ts';
import { itemsProjection } from '../../../server/items/projection.ts';
import {
  chainOf,
  fittingById,
  fittingsOf,
  itemById,
  itemsIn,
  itemsInAt,
  placesOf,
} from '../../../server/items/queries.ts';
import type { ItemState } from '../../../server/items/state.ts';
import { applyEvent, handlersByType } from '../../../server/views/apply.ts';
import { openViewsDatabase } from '../../../server/views/database.ts';
import { directWriters } from '../../../server/views/writers.ts';
import type { ItemEvent } from '../../../shared/schemasOfEvents.ts';
import { seeded } from '../bookings/seeded.ts';

const START = Date.UTC(2026, 0, 1);
const MINUTE = 60_000;
const PERSON = randomUUID();
const WORKSHOP = randomUUID();

/** Streams of things and their views, with nothing between them: nobody's decider knows of another thing. */
function openShop(things: number) {
  const views = openViewsDatabase(':memory:', itemsProjection.tables);
  views.finish();
  const { reader } = views;
  const writers = directWriters(views);
  const handlers = handlersByType([itemsProjection]);
  const ids = Array.from({ length: things }, () => randomUUID());
  const states = new Map<string, ItemState>();
  let position = 0;
  const give = (command: ItemCommand): void => {
    const { itemId } = command;
    const state = states.get(itemId) ?? itemDecider.initialState;
    const now = START + position * MINUTE;
    const other = { name: '', refusal: null, opens: true };
    const facts = { ...NO_ITEM_FACTS, now, other, codes: { [itemId]: '7K3FQ' } };
    const decision = itemDecider.decide(command, state, facts);
    if (decision.outcome === 'refused') return;
    for (const event of decision.events) record(itemId, event);
  };
  const record = (itemId: string, event: ItemEvent) => {
    position += 1;
    const state = states.get(itemId) ?? itemDecider.initialState;
    states.set(itemId, itemDecider.evolve(state, event, { revision: position, at: 0 }));
    const at = new Date(START + position * MINUTE).toISOString();
    const metadata = { at, actor: `member:${PERSON}`, commandId: randomUUID(), commandHash: '', version: 1 };
    const recorded = { id: randomUUID(), stream: `item-${itemId}`, revision: position, metadata };
    const data = JSON.parse(JSON.stringify(event.data));
    applyEvent(handlers, { ...recorded, position: BigInt(position), type: event.type, data }, writers, {
      read: () => null,
    });
  };
  const said = { by: PERSON, at: null, infer: true };
  const idOf = (index: number) => ids[index % ids.length] ?? '';
  for (const itemId of ids) {
    const owner = { kind: 'workshop', workshopId: WORKSHOP } as const;
    const bare = {
      of: null,
      specification: '',
      material: '',
      massKilograms: null,
      sizes: [],
      interfaces: [],
    };
    const begun = { itemId, workshopId: WORKSHOP, description: { name: itemId, ...bare }, owner };
    const how = { serial: null, how: 'bought', from: null, grade: null, shelf: null } as const;
    give({ type: 'ReceiveItem', ...begun, ...how, price: null, noteId: null, at: null, by: PERSON });
  }
  const put = (part: number, into: number) => {
    const fittingId = randomUUID();
    const itemId = idOf(part);
    const where = { buildId: null, line: null, step: null, substitutes: false, reasonId: null };
    give({ type: 'FitPart', itemId, fittingId, into: idOf(into), ...said, ...where });
    // As the reaction does, sooner or later: here now and then never.
    const why = fittingById(reader, fittingId)?.refusal;
    if (why === 'circular' && part % 2 === 0) give({ type: 'RefuseFitting', itemId, fittingId, why });
  };
  const act = (kind: number, part: number, into: number) => {
    const itemId = idOf(part);
    if (kind < 5) return put(part, into);
    if (kind === 5) {
      const nowhere = { from: null, workshopId: WORKSHOP, grade: null, shelf: null, buildId: null };
      return give({ type: 'RecoverPart', itemId, fittingId: randomUUID(), ...nowhere, ...said });
    }
    if (kind === 6)
      return give({ type: 'MoveItem', itemId, workshopId: WORKSHOP, shelf: `${into}`, ...said });
    if (kind === 7) return give({ type: 'ConsumeItem', itemId, buildId: null, line: null, ...said });
    const fittingId = itemById(reader, itemId)?.fittingId;
    if (fittingId) give({ type: 'TakeBackFitting', itemId, fittingId, by: PERSON });
  };
  return { ids, idOf, act, put, reader, views, now: () => START + position * MINUTE };
}

it('never has a thing in two places, nor inside of itself, whatever is written down', () => {
  const acts = fc.array(fc.tuple(fc.nat(8), fc.nat(7), fc.nat(7)), { maxLength: 60 });
  fc.assert(
    fc.property(acts, (given) => {
      const { ids, act, reader, views, now } = openShop(8);
      for (const [kind, part, into] of given) act(kind, part, into);
      for (const itemId of ids) {
        const chain = chainOf(reader, itemId).map((container) => container.itemId);
        expect(new Set([itemId, ...chain]).size).toBe(chain.length + 1);
        const places = placesOf(reader, itemId);
        places.forEach(({ start, until }, index) => {
          expect(until).toBe(places[index + 1]?.start ?? null);
          expect(until ?? start).toBeGreaterThanOrEqual(start);
        });
        const item = itemById(reader, itemId);
        expect(places.at(-1)).toMatchObject({ status: item?.status, inside: item?.inside });
        expect(fittingsOf(reader, itemId)).toHaveLength(item?.lives ?? -1);
        const direct = itemsIn(reader, itemId).filter(({ depth }) => depth === 1);
        expect(item?.holds).toBe(direct.length);
        // What is used up holds nothing, whoever put something into it at the same moment.
        if (item?.status === 'consumed') expect(direct).toEqual([]);
        expect(
          itemsIn(reader, itemId)
            .map((each) => each.itemId)
            .sort(),
        ).toEqual(
          itemsInAt(reader, itemId, now() + MINUTE)
            .map((each) => each.itemId)
            .sort(),
        );
      }
      views.close();
    }),
    seeded({ numRuns: 40 }),
  );
});

it('goes a thousand deep, and no deeper', () => {
  const { idOf, put, reader, views } = openShop(1_002);
  for (let part = 0; part < 1_000; part++) put(part, part + 1);
  const depth = (index: number) => chainOf(reader, idOf(index)).length;
  expect(depth(0)).toBe(1_000);
  expect(itemsIn(reader, idOf(1_000)).at(-1)).toMatchObject({ itemId: idOf(0), depth: 1_000 });
  put(1_001, 0);
  expect(depth(1_001)).toBe(0);
  put(1_001, 1);
  expect(depth(1_001)).toBe(1_000);
  put(1_000, 0);
  expect(depth(1_000)).toBe(0);
  views.close();
});
