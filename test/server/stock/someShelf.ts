import { expect } from 'vitest';
import type { StockCommand, StockFacts } from '../../../server/stock/commandTypes.ts';
import { stockDecider } from '../../../server/stock/decide.ts';
import { type OpenedStock, type StockState, sumOf } from '../../../server/stock/state.ts';
import type { QuantityUnit } from '../../../shared/designs/units.ts';
import { type StockEvent, schemasOfEvents } from '../../../shared/schemasOfEvents.ts';

/** Ids of the tests: `uuid(7)`. */
export const uuid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const NOW = Date.UTC(2026, 10, 22, 12);
const HOUR = 3_600_000;
export const hours = (number: number): string => new Date(NOW + number * HOUR).toISOString();

export const ids = { workshopId: uuid(1), materialId: uuid(2) };
export const PRESS = uuid(11);
export const TRACTOR = uuid(12);
const ANNA = uuid(3);

const facts: StockFacts = {
  now: NOW,
  code: '7K3FQ',
  buildIsOpen: true,
  buildIsKnown: true,
  nameOfBuild: (buildId) => (buildId === PRESS ? 'Press' : 'Tractor'),
  otherWorkshopExists: true,
  oldConsumption: null,
};

type Of<Type extends StockCommand['type']> = Extract<StockCommand, { type: Type }>;

/** One stock that commands are given to, one after the other. */
export function someShelf(unit: QuantityUnit = 'piece', lowBelow: number | null = null) {
  let state: StockState = stockDecider.initialState;
  let revision = -1;
  let next = 100;
  const events: StockEvent[] = [];
  const id = () => uuid(next++);

  const give = (command: StockCommand, more: Partial<StockFacts> = {}): string[] => {
    const decision = stockDecider.decide(command, state, { ...facts, ...more });
    if (decision.outcome === 'refused') return decision.objections.map(({ rule }) => rule);
    for (const event of decision.events) {
      // Whatever is decided can be written.
      schemasOfEvents[event.type].parse(event.data);
      state = stockDecider.evolve(state, event, { revision: ++revision, at: NOW });
      events.push(event);
    }
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
    return [];
  };
  const open = (): OpenedStock => {
    if (state.status === 'unopened') throw new Error('nothing is kept');
    return state;
  };
  const done = { at: hours(0), by: ANNA };
  const receipt = (
    said: Partial<NonNullable<Of<'ReceiveStock'>['said']>>,
  ): NonNullable<Of<'ReceiveStock'>['said']> => ({
    lotId: id(),
    amount: null,
    pieces: null,
    source: 'bought',
    price: null,
    supplier: '',
    ...said,
  });
  const description = {
    name: 'square tube',
    specification: '',
    unit,
    massKilograms: null,
    of: null,
    shelf: null,
    lowBelow,
  };

  const shelf = {
    events,
    state: open,
    give,
    onHand: () => sumOf(open().lots),
    /** Lengths of all whole pieces, the longest first. */
    lengths: () =>
      open()
        .lots.flatMap(({ pieceLength, amount }) =>
          pieceLength === null
            ? []
            : Array.from({ length: Math.round(amount / pieceLength) }, () => pieceLength),
        )
        .toSorted((one, other) => other - one),
    receive: (said: Parameters<typeof receipt>[0], more: Partial<Of<'ReceiveStock'>> = {}) =>
      give({
        type: 'ReceiveStock',
        ...ids,
        opening: description,
        said: receipt(said),
        lots: [],
        buildId: null,
        outOf: null,
        from: null,
        ...done,
        ...more,
      }),
    bars: (count: number, metres: number) =>
      shelf.receive({ pieces: { count, length: { quantity: metres, unit: 'm' } } }),
    amount: (quantity: number, more: Partial<Of<'ReceiveStock'>> = {}) =>
      shelf.receive({ amount: { quantity, unit } }, more),
    consume: (more: Partial<Of<'ConsumeStock'>>, known: Partial<StockFacts> = {}) =>
      give(
        {
          type: 'ConsumeStock',
          ...ids,
          consumptionId: id(),
          amount: null,
          pieces: [],
          kerfMillimetres: 0,
          lotId: null,
          buildId: null,
          line: null,
          step: null,
          substitutes: false,
          reasonId: null,
          infer: false,
          ...done,
          ...more,
        },
        known,
      ),
    take: (quantity: number, more: Partial<Of<'ConsumeStock'>> = {}) =>
      shelf.consume({ amount: { quantity, unit }, ...more }),
    cut: (metres: number, count = 1, more: Partial<Of<'ConsumeStock'>> = {}) =>
      shelf.consume({ pieces: [{ count, length: { quantity: metres, unit: 'm' } }], ...more }),
    takeBack: (consumptionId: string, known: Partial<StockFacts> = {}) =>
      give({ type: 'TakeConsumptionBack', ...ids, consumptionId, by: ANNA }, known),
    count: (lots: Of<'CountStock'>['lots'], at = hours(0)) =>
      give({ type: 'CountStock', ...ids, countId: id(), lots, at, by: ANNA }),
    counted: (quantity: number, at = hours(0)) => shelf.count([{ amount: { quantity, unit } }], at),
    reserve: (quantity: number, buildId: string, known: Partial<StockFacts> = {}) =>
      give(
        {
          type: 'ReserveStock',
          ...ids,
          stockReservationId: id(),
          buildId,
          line: null,
          amount: { quantity, unit },
          by: ANNA,
        },
        known,
      ),
    send: (more: Partial<Of<'SendStock'>>) =>
      give({
        type: 'SendStock',
        ...ids,
        moveId: id(),
        toWorkshopId: uuid(4),
        amount: null,
        pieces: null,
        ...done,
        ...more,
      }),
    lastConsumption: () => {
      const event = events.findLast(({ type }) => type === 'StockConsumed');
      if (event?.type !== 'StockConsumed') throw new Error('nothing was consumed');
      return event.data;
    },
  };
  return shelf;
}
