import { UNITS } from '../../shared/designs/units.ts';
import type { StockEvent } from '../../shared/schemasOfEvents.ts';
import type { ProjectedEvent, Projection, TableWriters } from '../views/projection.ts';
import { defineTable, type RowOf } from '../views/table.ts';
import { balanceOf, evolveStock, type OpenedStock, type StockState } from './state.ts';

/**
 * What is on the shelves. The key is workshop and material, as in the stream. `state` is JSON text of the decider's own
 * state, without its memory of takings: what decides and what is shown are folded by the same rules.
 */
export const stocks = defineTable({
  name: 'stocks',
  columns: {
    stock: 'text',
    workshopId: 'text',
    materialId: 'text',
    code: 'text',
    name: 'text',
    specification: 'text',
    unit: 'text',
    shelf: 'text?',
    onHand: 'real',
    free: 'real',
    low: 'integer',
    /** Revision of the event at which it fell below its limit. */
    lowSince: 'integer?',
    /** Lots that were left over from cutting. */
    offcuts: 'integer',
    reserved: 'integer',
    /** Of each lot in lengths: its id, the length, how many of it, and whether they are pieces or a coil; JSON text. */
    pieces: 'text',
    state: 'text',
    revision: 'integer',
  },
  key: 'stock',
  indexes: [['workshopId', 'shelf', 'name'], ['materialId', 'onHand'], ['code']],
  words: ['name', 'specification'],
});
export type StockTableRow = RowOf<typeof stocks>;

/** What was written down of each; `offcuts` and `takes` are JSON text. `number` is the revision of the event. */
export const stockEntries = defineTable({
  name: 'stockEntries',
  columns: {
    entry: 'text',
    stock: 'text',
    number: 'integer',
    kind: 'text',
    at: 'integer',
    by: 'text',
    amount: 'real',
    before: 'real?',
    inferred: 'integer',
    buildId: 'text?',
    line: 'text?',
    otherWorkshop: 'text?',
    reasonId: 'text?',
    waste: 'real',
    offcuts: 'text',
    takes: 'text',
    takenBack: 'integer',
  },
  key: 'entry',
  indexes: [['stock', 'number'], ['buildId']],
});
export type StockEntryRow = RowOf<typeof stockEntries>;

/** What is kept for which build, to find it when the build ends. */
export const stockReservations = defineTable({
  name: 'stockReservations',
  columns: { stockReservationId: 'text', stock: 'text', buildId: 'text', line: 'text?', amount: 'real' },
  key: 'stockReservationId',
  indexes: [['buildId']],
});

export const stockKey = (workshopId: string, materialId: string): string => `${workshopId}-${materialId}`;

function rowOf(state: OpenedStock): StockTableRow {
  const { workshopId, materialId, code, description, lots, lowSince } = state;
  const { name, specification, unit, shelf } = description;
  const { onHand, reserved, free } = balanceOf(state);
  const isLength = UNITS[unit].measures === 'length';
  const pieces = (isLength ? lots : []).map(({ lotId, pieceLength, amount }) =>
    pieceLength === null ? [lotId, amount, 1, 0] : [lotId, pieceLength, Math.round(amount / pieceLength), 1],
  );
  return {
    stock: stockKey(workshopId, materialId),
    workshopId,
    materialId,
    code,
    name,
    specification,
    unit,
    shelf,
    onHand,
    free,
    low: lowSince === null ? 0 : 1,
    lowSince,
    offcuts: lots.filter(({ source }) => source === 'offcut').length,
    reserved: reserved > 0 ? 1 : 0,
    pieces: JSON.stringify(pieces),
    state: JSON.stringify({ ...state, takings: [], takenBack: [] }),
    revision: state.revision,
  };
}

const PLAIN = {
  before: null,
  inferred: 0,
  buildId: null,
  line: null,
  otherWorkshop: null,
  reasonId: null,
  waste: 0,
  offcuts: '[]',
  takes: '[]',
  takenBack: 0,
};

/** What stands in the list of entries of an event; null where that is nothing. */
function entryOf(event: StockEvent, number: number, { takings }: OpenedStock): StockEntryRow | null {
  switch (event.type) {
    case 'StockReceived': {
      const { workshopId, materialId, lot, buildId, from, at, by, inferred } = event.data;
      return {
        ...PLAIN,
        entry: lot.lotId,
        stock: stockKey(workshopId, materialId),
        number,
        kind: 'received',
        at: Date.parse(at),
        by,
        amount: lot.amount,
        inferred: inferred ? 1 : 0,
        buildId,
        otherWorkshop: from?.workshopId ?? null,
      };
    }
    case 'StockConsumed': {
      const { workshopId, materialId, consumptionId, offcuts, at, ...rest } = event.data;
      const { amount, waste, buildId, line, reasonId, by } = rest;
      return {
        ...PLAIN,
        entry: consumptionId,
        stock: stockKey(workshopId, materialId),
        number,
        kind: 'consumed',
        at: Date.parse(at),
        by,
        amount,
        buildId,
        line,
        reasonId,
        waste,
        offcuts: JSON.stringify(offcuts),
        takes: JSON.stringify(takings.at(-1)?.takes ?? []),
      };
    }
    case 'StockCounted': {
      const { workshopId, materialId, countId, before, lots, inferred, at, by } = event.data;
      return {
        ...PLAIN,
        entry: countId,
        stock: stockKey(workshopId, materialId),
        number,
        kind: 'counted',
        at: Date.parse(at),
        by,
        amount: lots.reduce((sum, lot) => sum + lot.amount, 0),
        before,
        inferred: inferred ? 1 : 0,
      };
    }
    case 'StockSent': {
      const { workshopId, materialId, moveId, toWorkshopId, lots, at, by } = event.data;
      return {
        ...PLAIN,
        entry: moveId,
        stock: stockKey(workshopId, materialId),
        number,
        kind: 'sent',
        at: Date.parse(at),
        by,
        amount: lots.reduce((sum, { lot }) => sum + lot.amount, 0),
        otherWorkshop: toWorkshopId,
      };
    }
    default:
      return null;
  }
}

const takenBackBy = (event: StockEvent): string | null => {
  if (event.type === 'ReceiptTakenBack') return event.data.lotId;
  return event.type === 'ConsumptionTakenBack' ? event.data.consumptionId : null;
};

function follow(event: StockEvent, { revision, at }: ProjectedEvent, tables: TableWriters): void {
  const key = stockKey(event.data.workshopId, event.data.materialId);
  const table = tables.of(stocks);
  const row = table.get(key);
  const before: StockState = row ? JSON.parse(row.state) : { status: 'unopened' };
  const state = evolveStock(before, event, { revision, at });
  if (state.status === 'unopened') return;
  table.put(rowOf(state));

  const entry = entryOf(event, revision, state);
  if (entry) tables.of(stockEntries).put(entry);
  const back = takenBackBy(event);
  if (back !== null && tables.of(stockEntries).get(back)) {
    tables.of(stockEntries).change(back, { takenBack: 1 });
  }

  const reservations = tables.of(stockReservations);
  if (before.status === 'open') {
    const kept = new Set(state.reservations.map((one) => one.stockReservationId));
    for (const { stockReservationId } of before.reservations) {
      if (!kept.has(stockReservationId)) reservations.remove(stockReservationId);
    }
  }
  for (const one of state.reservations) reservations.put({ ...one, stock: key });
}

export const stockProjection: Projection = {
  name: 'stock',
  source: import.meta.url,
  furtherSources: [import.meta.resolve('./state.ts'), import.meta.resolve('./amounts.ts')],
  tables: [stocks, stockEntries, stockReservations],
  on: {
    StockOpened: (event, tables) => follow({ type: event.type, data: event.data }, event, tables),
    StockDescribed: (event, tables) => follow({ type: event.type, data: event.data }, event, tables),
    StockReceived: (event, tables) => follow({ type: event.type, data: event.data }, event, tables),
    ReceiptTakenBack: (event, tables) => follow({ type: event.type, data: event.data }, event, tables),
    StockConsumed: (event, tables) => follow({ type: event.type, data: event.data }, event, tables),
    ConsumptionTakenBack: (event, tables) => follow({ type: event.type, data: event.data }, event, tables),
    StockCounted: (event, tables) => follow({ type: event.type, data: event.data }, event, tables),
    StockSent: (event, tables) => follow({ type: event.type, data: event.data }, event, tables),
    StockReserved: (event, tables) => follow({ type: event.type, data: event.data }, event, tables),
    StockReservationEnded: (event, tables) => follow({ type: event.type, data: event.data }, event, tables),
  },
};
