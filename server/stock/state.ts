import type { StockEvent } from '../../shared/schemasOfEvents.ts';
import type { StockDescription, StockLot } from '../../shared/stock/events.ts';
import type { Recorded } from '../commands/decider.ts';
import { exact, NOTHING_LEFT } from './amounts.ts';

/** A lot as it lies there: `amount` is what is left. Instants in UTC milliseconds. */
export interface KeptLot extends StockLot {
  since: number;
  /** What it was when it came; null: it was not received but counted or cut. */
  received: number | null;
}

export interface KeptReservation {
  stockReservationId: string;
  buildId: string;
  line: string | null;
  /** Base units that are still kept for it. */
  amount: number;
}

/** A consumption or sending that is young enough to be taken back, or overtaken by a late count. */
export interface Taking {
  /** Of the consumption, or the move. */
  id: string;
  at: number;
  /** Of its event. */
  revision: number;
  takes: StockLot[];
  offcuts: StockLot[];
}

export interface OpenedStock {
  status: 'open';
  workshopId: string;
  materialId: string;
  code: string;
  description: StockDescription;
  /** Of the last event that said what it is, for `If-Match`. */
  describedRevision: number;
  /** The oldest first. */
  lots: KeptLot[];
  reservations: KeptReservation[];
  takings: Taking[];
  /** Consumptions that were taken back, the last ones. */
  takenBack: string[];
  /** When somebody counted it last; what happened before then was seen. */
  countedAt: number | null;
  /** Event at which it fell below its limit; null: it is not below. */
  lowSince: number | null;
  revision: number;
}

export type StockState = { status: 'unopened' } | OpenedStock;

/** Older takings are looked up in the views. */
export const TAKINGS_KEPT = 100;
const TAKEN_BACK_KEPT = 200;

export const sumOf = (all: readonly { amount: number }[]): number =>
  exact(all.reduce((sum, { amount }) => sum + amount, 0));

/** Base units: all that lies there, what is kept for builds, and what nobody keeps. */
export function balanceOf({ lots, reservations }: Pick<OpenedStock, 'lots' | 'reservations'>) {
  const [onHand, reserved] = [sumOf(lots), sumOf(reservations)];
  return { onHand, reserved, free: Math.max(0, exact(onHand - reserved)) };
}

const lessBy = (lots: readonly KeptLot[], takes: readonly { lotId: string; amount: number }[]): KeptLot[] => {
  const taken = new Map<string, number>();
  for (const { lotId, amount } of takes) taken.set(lotId, (taken.get(lotId) ?? 0) + amount);
  return lots.flatMap((lot) => {
    const less = taken.get(lot.lotId);
    if (less === undefined) return [lot];
    const amount = exact(lot.amount - less);
    return amount <= NOTHING_LEFT ? [] : [{ ...lot, amount }];
  });
};

const kept = (lot: StockLot, since: number, received: number | null): KeptLot => ({
  ...lot,
  since,
  received,
});

/** What a build takes is no longer kept for it: for the same line first. */
export function usedOf(
  reservations: readonly KeptReservation[],
  buildId: string | null,
  line: string | null,
  amount: number,
): KeptReservation[] {
  if (buildId === null) return [...reservations];
  let left = amount;
  const rest = new Map(reservations.map((one) => [one.stockReservationId, one]));
  const own = reservations.filter((one) => one.buildId === buildId);
  const rank = (one: KeptReservation) => (one.line === line ? 0 : one.line === null ? 1 : 2);
  for (const one of own.toSorted((a, b) => rank(a) - rank(b))) {
    const used = Math.min(left, one.amount);
    left -= used;
    rest.set(one.stockReservationId, { ...one, amount: exact(one.amount - used) });
  }
  return reservations.flatMap(({ stockReservationId }) => {
    const one = rest.get(stockReservationId);
    return one && one.amount > NOTHING_LEFT ? [one] : [];
  });
}

const takesAsLots = (lots: readonly KeptLot[], takes: readonly { lotId: string; amount: number }[]) =>
  takes.flatMap(({ lotId, amount }): StockLot[] => {
    const lot = lots.find((one) => one.lotId === lotId);
    if (!lot) return [];
    const { since: _, received: __, ...plain } = lot;
    return [{ ...plain, amount }];
  });

function restored(state: OpenedStock, lots: readonly StockLot[], removed: readonly string[], at: number) {
  const gone = new Set(removed);
  const left = state.lots.filter(({ lotId }) => !gone.has(lotId));
  for (const lot of lots) {
    const index = left.findIndex(({ lotId }) => lotId === lot.lotId);
    const there = left[index];
    if (there) left[index] = { ...there, amount: exact(there.amount + lot.amount) };
    else left.unshift(kept(lot, at, null));
  }
  return left;
}

function changed(state: OpenedStock, event: StockEvent, { revision, at }: Recorded): OpenedStock {
  switch (event.type) {
    case 'StockOpened':
      return state;
    case 'StockDescribed':
      return { ...state, description: event.data.description, describedRevision: revision };
    case 'StockReceived': {
      const { lot, at: came } = event.data;
      return { ...state, lots: [...state.lots, kept(lot, Date.parse(came), lot.amount)] };
    }
    case 'ReceiptTakenBack':
      return { ...state, lots: state.lots.filter(({ lotId }) => lotId !== event.data.lotId) };
    case 'StockConsumed': {
      const { consumptionId, takes, offcuts, buildId, line, amount } = event.data;
      const done = Date.parse(event.data.at);
      const taking: Taking = {
        id: consumptionId,
        at: done,
        revision,
        takes: takesAsLots(state.lots, takes),
        offcuts,
      };
      return {
        ...state,
        lots: [...lessBy(state.lots, takes), ...offcuts.map((lot) => kept(lot, done, null))],
        reservations: usedOf(state.reservations, buildId, line, amount),
        takings: [...state.takings, taking].slice(-TAKINGS_KEPT),
      };
    }
    case 'ConsumptionTakenBack': {
      const { consumptionId, restored: lots, removed } = event.data;
      return {
        ...state,
        lots: restored(state, lots, removed, at),
        takings: state.takings.filter(({ id }) => id !== consumptionId),
        takenBack: [...state.takenBack, consumptionId].slice(-TAKEN_BACK_KEPT),
      };
    }
    case 'StockCounted': {
      const known = new Map(state.lots.map((lot) => [lot.lotId, lot]));
      const counted = Date.parse(event.data.at);
      const lots = event.data.lots.map((lot) => {
        const before = known.get(lot.lotId);
        return kept(lot, before?.since ?? counted, null);
      });
      // What was inferred says nothing of the rest of the shelf.
      if (event.data.inferred) return { ...state, lots };
      return { ...state, lots, countedAt: Math.max(counted, state.countedAt ?? counted) };
    }
    case 'StockSent': {
      const takes = event.data.lots.map(({ from, lot }) => ({ lotId: from, amount: lot.amount }));
      const taking: Taking = {
        id: event.data.moveId,
        at: Date.parse(event.data.at),
        revision,
        takes: takesAsLots(state.lots, takes),
        offcuts: [],
      };
      return {
        ...state,
        lots: lessBy(state.lots, takes),
        takings: [...state.takings, taking].slice(-TAKINGS_KEPT),
      };
    }
    case 'StockReserved': {
      const { stockReservationId, buildId, line, amount } = event.data;
      const one: KeptReservation = { stockReservationId, buildId, line, amount };
      return { ...state, reservations: [...state.reservations, one] };
    }
    case 'StockReservationEnded':
      return {
        ...state,
        reservations: state.reservations.filter(
          ({ stockReservationId }) => stockReservationId !== event.data.stockReservationId,
        ),
      };
  }
}

function lowSince(before: number | null, { lots, description }: OpenedStock, revision: number) {
  const { lowBelow } = description;
  if (lowBelow === null || sumOf(lots) >= lowBelow) return null;
  return before ?? revision;
}

export function evolveStock(state: StockState, event: StockEvent, recorded: Recorded): StockState {
  const { revision } = recorded;
  if (event.type === 'StockOpened') {
    const { workshopId, materialId, code, description } = event.data;
    return {
      status: 'open',
      workshopId,
      materialId,
      code,
      description,
      describedRevision: revision,
      lots: [],
      reservations: [],
      takings: [],
      takenBack: [],
      countedAt: null,
      // Nothing lies there yet: that is no news to anybody.
      lowSince: description.lowBelow === null || description.lowBelow === 0 ? null : revision,
      revision,
    };
  }
  if (state.status === 'unopened') throw new Error(`${event.type} before StockOpened`);
  const next = changed(state, event, recorded);
  return { ...next, lowSince: lowSince(state.lowSince, next, revision), revision };
}
