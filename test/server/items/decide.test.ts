import { describe, expect, it } from 'vitest';
import { itemDecider } from '../../../server/items/decide.ts';
import { type ItemFacts, NO_ITEM_FACTS } from '../../../server/items/facts.ts';
import type { ItemCommand } from '../../../server/items/itemCommands.ts';
import type { ItemState } from '../../../server/items/state.ts';
import type { ItemEvent } from '../../../shared/schemasOfEvents.ts';

const id = (number: number) => `0b7e4d1c-52a9-4f0e-9c3d-${String(number).padStart(12, '0')}`;
const [itemId, loader, press, workshopId, elsewhere, by, buildId] = [1, 2, 3, 4, 5, 6, 7].map(id);
const thing = itemId ?? '';
const on = (day: number) => `2026-11-${String(day).padStart(2, '0')}T10:00:00.000Z`;
const person = by ?? '';
const there = workshopId ?? '';
const description = {
  name: 'Cylinder',
  of: null,
  specification: '',
  material: 'steel',
  massKilograms: 12,
  sizes: [],
  interfaces: [],
};

const received: ItemEvent = {
  type: 'ItemReceived',
  data: {
    itemId: thing,
    workshopId: there,
    code: '7K3FQ',
    description,
    owner: { kind: 'workshop', workshopId: there },
    serial: null,
    how: 'bought',
    from: null,
    grade: null,
    shelf: 'S3',
    price: null,
    noteId: null,
    inferred: false,
    at: on(1),
    by: person,
  },
};
const fitted = (day: number, into: string, fitting = 20): ItemEvent => ({
  type: 'PartFitted',
  data: {
    itemId: thing,
    fittingId: id(fitting),
    into,
    buildId: null,
    line: null,
    step: null,
    substitutes: false,
    reasonId: null,
    inferred: false,
    at: on(day),
    by: person,
  },
});
const dated = { itemId: thing, by: person, infer: false };
const put = (day: number | null, into: string, infer = false): ItemCommand => ({
  ...dated,
  type: 'FitPart',
  fittingId: id(30),
  into,
  buildId: buildId ?? '',
  line: 'line-0001',
  step: null,
  substitutes: false,
  reasonId: null,
  at: day === null ? null : on(day),
  infer,
});
const takeOut = (day: number, infer = false, from: string | null = null): ItemCommand => ({
  ...dated,
  type: 'RecoverPart',
  fittingId: id(31),
  from,
  workshopId: null,
  grade: 'good',
  shelf: null,
  buildId: null,
  at: on(day),
  infer,
});
const other = { name: 'CEB press', refusal: null, opens: true };
const FACTS: ItemFacts = {
  ...NO_ITEM_FACTS,
  now: Date.parse(on(20)),
  other,
  containerName: 'Loader 7',
  whereNow: there,
};

const stateAfter = (events: readonly ItemEvent[]): ItemState =>
  events.reduce<ItemState>(
    (state, event, revision) => itemDecider.evolve(state, event, { revision, at: 0 }),
    itemDecider.initialState,
  );
/** Given these events, when this command: types of what is written, or rules with what they offer. */
function outcome(events: readonly ItemEvent[], command: ItemCommand, facts: Partial<ItemFacts> = {}) {
  const decision = itemDecider.decide(command, stateAfter(events), { ...FACTS, ...facts });
  return decision.outcome === 'accepted'
    ? decision.events.map(({ type }) => type)
    : decision.objections.map(({ rule, offer }) => (offer === undefined ? rule : `${rule}: ${offer}`));
}
const [L = '', P = ''] = [loader, press];

describe('a thing', () => {
  it('that is loose is fitted', () => {
    expect(outcome([received], put(2, P))).toEqual(['PartFitted']);
  });
  it('is in one place at a time: the one tap takes it out first', () => {
    const history = [received, fitted(2, L)];
    expect(outcome(history, put(3, P))).toEqual(['fittedElsewhere: Taken out of Loader 7 before that']);
    expect(outcome(history, put(3, P, true))).toEqual(['PartRecovered', 'PartFitted']);
    expect(outcome(history, put(3, L, true))).toEqual(['fittedThere']);
  });
  it('comes out of what it is in, and of nothing else, unless it is said that it was there', () => {
    expect(outcome([received, fitted(2, L)], takeOut(3))).toEqual(['PartRecovered']);
    expect(outcome([received], takeOut(3))).toEqual(['notFitted']);
    expect(outcome([received], takeOut(3, false, P))).toEqual(['notFitted: It was in CEB press']);
    expect(outcome([received], takeOut(3, true, P))).toEqual(['PartFitted', 'PartRecovered']);
    expect(outcome([received, fitted(2, L)], takeOut(3, true, P))).toEqual([
      'PartRecovered',
      'PartFitted',
      'PartRecovered',
    ]);
  });
  it('that was used up is fitted no more, unless it was not', () => {
    const consumed: ItemEvent = {
      type: 'ItemConsumed',
      data: { itemId: thing, buildId: null, line: null, at: on(2), by: person },
    };
    expect(outcome([received, consumed], put(3, P))).toEqual(['consumed: It was not used up after all']);
    expect(outcome([received, consumed], put(3, P, true))).toEqual(['ItemEndTakenBack', 'PartFitted']);
    expect(outcome([received, consumed], { type: 'TakeBackEnd', itemId: thing, by: person })).toEqual([
      'ItemEndTakenBack',
    ]);
  });
  it('that is lent comes back first', () => {
    const lent: ItemEvent = {
      type: 'ItemLent',
      data: { itemId: thing, loanId: id(40), to: { kind: 'outside' }, until: null, at: on(2), by: person },
    };
    expect(outcome([received, lent], put(3, P))).toEqual(['lent: Given back before that']);
    expect(outcome([received, lent], put(3, P, true))).toEqual(['ItemReturned', 'PartFitted']);
  });
  it('has nothing written down before what is known of it, nor of what is to come', () => {
    const history = [received, fitted(5, L)];
    expect(outcome(history, takeOut(4))).toEqual([
      'beforeKnown: It was right after what is written down last',
    ]);
    expect(outcome(history, takeOut(4, true))).toEqual(['PartRecovered']);
    expect(outcome(history, takeOut(21))).toEqual(['future']);
  });
  it('does not go into what it holds, what is gone, or what is not there', () => {
    const refused = (refusal: 'circular' | 'intoGone' | 'tooDeep') =>
      outcome([received], put(2, P), { other: { ...other, refusal } });
    expect(refused('circular')).toEqual(['circular']);
    expect(refused('intoGone')).toEqual(['intoGone']);
    expect(refused('tooDeep')).toEqual(['tooDeep']);
    expect(outcome([received], put(2, P), { other: null })).toEqual(['unknownThing']);
    expect(outcome([received], put(2, thing))).toEqual(['circular']);
  });
  it('is left where it was by a fitting that the order of the log refuses', () => {
    const refuse: ItemCommand = { type: 'RefuseFitting', itemId: thing, fittingId: id(20), why: 'circular' };
    expect(outcome([received, fitted(2, L)], refuse)).toEqual(['FittingRefused']);
    expect(outcome([received], refuse)).toEqual([]);
    const after = stateAfter([
      received,
      fitted(2, L),
      { type: 'FittingRefused', data: { itemId: thing, fittingId: id(20), why: 'circular' } },
    ]);
    expect(after).toMatchObject({ placement: { status: 'loose', shelf: 'S3', workshopId: there } });
  });
  it('that is a machine begins with what is known of the machine', () => {
    const machine = {
      workshopId: there,
      code: '7K3F',
      description,
      owner: { kind: 'workshop', workshopId: there },
      how: 'unknown',
      since: Date.parse(on(1)),
    } as const;
    expect(outcome([], put(2, P), { machine })).toEqual(['ItemReceived', 'PartFitted']);
    expect(outcome([], put(2, P))).toEqual(['unknownThing']);
    expect(outcome([], put(2, P), { isBeingMade: true })).toEqual(['beingMade']);
    const away: ItemCommand = {
      ...dated,
      type: 'MoveItem',
      workshopId: elsewhere ?? '',
      shelf: null,
      at: null,
    };
    expect(outcome([received], away, { inServiceAt: 'Riverside' })).toEqual(['inService']);
  });
  it('is made once', () => {
    const make: ItemCommand = {
      type: 'MakeItem',
      itemId: thing,
      workshopId: there,
      code: '7K3FQ',
      description,
      owner: { kind: 'workshop', workshopId: there },
      serial: 'CEB-1',
      buildId: buildId ?? '',
      at: on(1),
      by: person,
    };
    const { type: _, ...data } = make;
    expect(outcome([], make)).toEqual(['ItemMade']);
    expect(outcome([{ type: 'ItemMade', data }], make)).toEqual([]);
    expect(outcome([received], make)).toEqual(['knownThing']);
  });
  it('is taken back only as long as nothing was done with it', () => {
    const takeBack: ItemCommand = { type: 'TakeBackItem', itemId: thing, by: person };
    expect(outcome([received], takeBack)).toEqual(['ItemTakenBack']);
    expect(outcome([received, fitted(2, L)], takeBack)).toEqual(['touched']);
  });
});
