import { type QuantityUnit, UNITS } from '../../shared/designs/units.ts';
import type { StockLot } from '../../shared/stock/events.ts';
import { wordsQuery } from '../designs/search/words.ts';
import type { ViewsReader } from '../views/reader.ts';
import type { RowOf, Table } from '../views/table.ts';
import {
  type StockEntryRow,
  type StockTableRow,
  stockEntries,
  stockKey,
  stockReservations,
  stocks,
} from './projection.ts';
import type { OpenedStock } from './state.ts';

/** One material or part on the shelves of one workshop; amounts in base units, instants in UTC milliseconds. */
export type Stock = OpenedStock;

const parsed = new WeakMap<StockTableRow, Stock>();

/** By the row they came from, which stays the same while nothing changes. */
function stockFrom(row: StockTableRow): Stock {
  const known = parsed.get(row);
  if (known) return known;
  const stock: Stock = JSON.parse(row.state);
  parsed.set(row, stock);
  return stock;
}

export function stockOf(views: ViewsReader, workshopId: string, materialId: string): Stock | null {
  const row = views.byKey(stocks, stockKey(workshopId, materialId));
  return row ? stockFrom(row) : null;
}

/** Whether a workshop counts anything on its shelves. */
export function hasStock(views: ViewsReader, workshopId: string): boolean {
  return views.first(stocks, 'where workshopId = ?', workshopId) !== undefined;
}

/** A material in every workshop that keeps it. */
export function stockOfMaterial(views: ViewsReader, materialId: string): Stock[] {
  return views.all(stocks, 'where materialId = ? order by workshopId', materialId).map(stockFrom);
}

/** The shelf that carries this code on its label. */
export function stockByCode(views: ViewsReader, code: string): Stock | null {
  const row = views.first(stocks, 'where code = ?', code);
  return row ? stockFrom(row) : null;
}

/** What shelves hold that fits these words, in any workshop; by name. */
export function stocksWithWords(views: ViewsReader, typed: string, limit: number): Stock[] {
  const query = wordsQuery(typed);
  if (query === null) return [];
  const rest = `where rowid in (select rowid from stocksWords where stocksWords match ?)
    order by name, stock limit ${Math.trunc(limit)}`;
  return views.all(stocks, rest, query).map(stockFrom);
}

/** What a plan asks of one stock. */
export interface ShelfStock {
  workshopId: string;
  materialId: string;
  code: string;
  name: string;
  specification: string;
  unit: QuantityUnit;
  shelf: string | null;
  /** Base units: all of it, and what nobody has reserved. */
  onHand: number;
  free: number;
  /** Lots in lengths: millimetres of each, and how many; a coil is one length, off which any comes. */
  pieces: { lotId: string; length: number; count: number; isPiece: boolean }[];
}

const SHELF_COLUMNS = {
  workshopId: 'text',
  materialId: 'text',
  code: 'text',
  name: 'text',
  specification: 'text',
  unit: 'text',
  shelf: 'text?',
  onHand: 'real',
  free: 'real',
  pieces: 'text',
} as const;

const COUNT_COLUMNS = { materialId: 'text', shelves: 'integer' } as const;
const COUNTED = `select materialId, count(*) as shelves from stocks
  where materialId in (select value from json_each(?)) and onHand > 0 group by materialId`;
const SHELVES = `select ${Object.keys(SHELF_COLUMNS).join(', ')} from stocks`;

/**
 * What lies there of many materials: everywhere, but of what many workshops keep only in the nearest of them.
 * @param nearest workshops, the nearest first
 */
export function shelvesOf(
  views: ViewsReader,
  materialIds: Iterable<string>,
  nearest: readonly string[],
): ShelfStock[] {
  const counted = views.ask(COUNT_COLUMNS, COUNTED, JSON.stringify([...new Set(materialIds)]));
  const [rare, common] = [true, false].map((isRare) =>
    counted.flatMap((one) => (one.shelves <= nearest.length === isRare ? [one.materialId] : [])),
  );
  const keys = (common ?? []).flatMap((materialId) =>
    nearest.map((workshopId) => stockKey(workshopId, materialId)),
  );
  const wanted = [
    ...views.ask(
      SHELF_COLUMNS,
      `${SHELVES} where materialId in (select value from json_each(?)) and onHand > 0`,
      JSON.stringify(rare),
    ),
    ...views.ask(
      SHELF_COLUMNS,
      `${SHELVES} where stock in (select value from json_each(?)) and onHand > 0`,
      JSON.stringify(keys),
    ),
  ];
  return wanted.map(shelfFrom);
}

const isUnit = (unit: string): unit is QuantityUnit => unit in UNITS;

/** Tens of thousands of these are read for one plan: nothing is checked that the projection wrote. */
function shelfFrom(row: RowOf<Table<typeof SHELF_COLUMNS>>): ShelfStock {
  const { workshopId, materialId, code, name, specification, unit, shelf, onHand, free, pieces } = row;
  if (!isUnit(unit)) throw new Error(`a stock counts in ${unit}`);
  const lots = pieces === '[]' ? [] : lotsFrom(pieces);
  return { workshopId, materialId, code, name, specification, unit, shelf, onHand, free, pieces: lots };
}

function lotsFrom(pieces: string): ShelfStock['pieces'] {
  const lots: [string, number, number, number][] = JSON.parse(pieces);
  return lots.map(([lotId, length, count, piece]) => ({ lotId, length, count, isPiece: piece === 1 }));
}

/** Shelves of a few workshops that are looked through, at most. */
const MOST_NEAR = 4000;

/** Whatever lies on the shelves of these workshops, the first of them first. */
export function shelvesNear(views: ViewsReader, workshopIds: readonly string[]): ShelfStock[] {
  const sql = `${SHELVES} where workshopId = ? and onHand > 0 limit (?)`;
  const found: ShelfStock[] = [];
  for (const workshopId of workshopIds) {
    const rows = views.ask(SHELF_COLUMNS, sql, workshopId, MOST_NEAR - found.length);
    for (const row of rows) found.push(shelfFrom(row));
    if (found.length >= MOST_NEAR) break;
  }
  return found;
}

/** One stock among those of a workshop, as lists are filtered by. */
export interface ListedStock {
  stock: string;
  words: string;
  low: boolean;
  offcuts: boolean;
  reserved: boolean;
}

/** Stocks of a workshop shelf by shelf, then by name; what has no shelf comes last. */
export function stocksIn(views: ViewsReader, workshopId: string): ListedStock[] {
  const columns = {
    stock: 'text',
    words: 'text',
    low: 'integer',
    offcuts: 'integer',
    reserved: 'integer',
  } as const;
  const sql = `select stock, name || ' ' || specification || ' ' || coalesce(shelf, '') || ' ' || code as words,
    low, offcuts, reserved from stocks where workshopId = ? order by shelf is null, shelf, name, materialId`;
  return views.ask(columns, sql, workshopId).map(({ stock, words, low, offcuts, reserved }) => ({
    stock,
    words,
    low: low === 1,
    offcuts: offcuts > 0,
    reserved: reserved === 1,
  }));
}

export function stockByKey(views: ViewsReader, stock: string): Stock | null {
  const row = views.byKey(stocks, stock);
  return row ? stockFrom(row) : null;
}

/** Something that was written down; instants in UTC milliseconds, amounts in base units. */
export type StockNote = Omit<StockEntryRow, 'offcuts' | 'takes' | 'inferred' | 'takenBack'> & {
  inferred: boolean;
  takenBack: boolean;
  offcuts: StockLot[];
  takes: StockLot[];
};

const noteOf = (row: StockEntryRow): StockNote => ({
  ...row,
  inferred: row.inferred === 1,
  takenBack: row.takenBack === 1,
  offcuts: JSON.parse(row.offcuts),
  takes: JSON.parse(row.takes),
});

/** What was written down last of a stock, the newest first. */
export function notesOf(views: ViewsReader, { workshopId, materialId }: Stock, limit: number): StockNote[] {
  const rest = `where stock = ? order by number desc, entry limit ${Math.trunc(limit)}`;
  return views.all(stockEntries, rest, stockKey(workshopId, materialId)).map(noteOf);
}

export function noteById(views: ViewsReader, id: string): StockNote | null {
  const row = views.byKey(stockEntries, id);
  return row ? noteOf(row) : null;
}

/** One consumption of a build that was not taken back; the amount is in the base unit of the material's `unit`. */
export interface ConsumptionOfBuild {
  consumptionId: string;
  workshopId: string;
  materialId: string;
  name: string;
  unit: QuantityUnit;
  amount: number;
  line: string | null;
  at: number;
  by: string;
  /** Lots that it came from, with their prices. */
  takes: StockLot[];
}

/** What a build took off shelves, the oldest first. */
export function consumptionsOfBuild(views: ViewsReader, buildId: string): ConsumptionOfBuild[] {
  const rest = "where buildId = ? and kind = 'consumed' and takenBack = 0 order by at, entry";
  return views.all(stockEntries, rest, buildId).flatMap((row) => {
    const stock = stockByKey(views, row.stock);
    if (!stock) return [];
    const { workshopId, materialId, description } = stock;
    const { name, unit } = description;
    const { entry: consumptionId, amount, line, at, by } = row;
    return [
      { consumptionId, workshopId, materialId, name, unit, amount, line, at, by, takes: noteOf(row).takes },
    ];
  });
}

/** What is kept for a build: amounts in base units, `unit` as the shelf counts. */
export function reservationsOfBuild(views: ViewsReader, buildId: string) {
  return views
    .all(stockReservations, 'where buildId = ? order by stockReservationId', buildId)
    .flatMap(({ stock: key, stockReservationId, line, amount }) => {
      const stock = stockByKey(views, key);
      if (!stock) return [];
      const { workshopId, materialId, description } = stock;
      const { name, unit, shelf } = description;
      return [{ stockReservationId, workshopId, materialId, name, unit, shelf, line, amount }];
    });
}

/** Entries of a stock in which builds are looked for that took from it. */
const LAST_TAKINGS = 50;

/** Builds for which something is kept of a stock, or that took from it lately. */
export function buildsOfStock(views: ViewsReader, workshopId: string, materialId: string): Set<string> {
  const stock = stockOf(views, workshopId, materialId);
  if (stock === null) return new Set();
  const taken = notesOf(views, stock, LAST_TAKINGS).flatMap((note) => note.buildId ?? []);
  return new Set([...stock.reservations.map((one) => one.buildId), ...taken]);
}
