import { type QuantityUnit, UNITS } from '../../shared/designs/units.ts';
import type { LotView, StockEntry, StockRow } from '../../shared/stock/views.ts';
import { buildById } from '../builds/queries.ts';
import { instant, memberNamer, namedRevision, namedWorkshop } from '../designs/naming.ts';
import type { Parts } from '../parts.ts';
import type { ViewsReader } from '../views/reader.ts';
import type { Stock, StockNote } from './queries.ts';
import { balanceOf, type KeptLot } from './state.ts';

/** Amounts without the crumbs of binary fractions. */
const inUnit = (amount: number, unit: QuantityUnit): number =>
  Number((amount / UNITS[unit].inBase).toPrecision(12));

const buildNamed = (views: ViewsReader, buildId: string) => ({
  buildId,
  name: buildById(views, buildId)?.name ?? null,
});

const lotView = (lot: KeptLot, isInsider: boolean): LotView => ({
  lotId: lot.lotId,
  amount: lot.amount,
  pieceLength: lot.pieceLength,
  pieces: lot.pieceLength === null ? null : Math.round(lot.amount / lot.pieceLength),
  source: lot.source,
  price: isInsider ? lot.price : null,
  supplier: isInsider ? lot.supplier : null,
  since: instant(lot.since),
});

/** One stock as its shelf shows it. @param isInsider whether prices and suppliers are told. */
export function stockRowOf(views: ViewsReader, stock: Stock, isInsider: boolean): StockRow {
  const { workshopId, materialId, code, description, lots, reservations, lowSince, countedAt } = stock;
  const { name, specification, unit, massKilograms, of, shelf, lowBelow } = description;
  const byLength = lots.toSorted(
    (one, other) => (other.pieceLength ?? -1) - (one.pieceLength ?? -1) || one.since - other.since,
  );
  return {
    workshopId,
    materialId,
    code,
    name,
    specification,
    unit,
    massKilograms:
      massKilograms === null ? null : Number((massKilograms * UNITS[unit].inBase).toPrecision(12)),
    of: of && namedRevision(views, of.designId, of.revision),
    shelf,
    lowBelow: lowBelow === null ? null : inUnit(lowBelow, unit),
    low: lowSince !== null,
    ...balanceOf(stock),
    lots: byLength.map((lot) => lotView(lot, isInsider)),
    reservations: reservations.map(({ stockReservationId, buildId, line, amount }) => ({
      stockReservationId,
      build: buildNamed(views, buildId),
      line,
      amount,
    })),
    countedAt: countedAt === null ? null : instant(countedAt),
    revision: stock.describedRevision,
  };
}

/** What was written down, with names and reasons for insiders alone. */
export function stockEntriesOf(
  { views, names, texts }: Pick<Parts, 'views' | 'names' | 'texts'>,
  notes: readonly StockNote[],
  isInsider: boolean,
): StockEntry[] {
  const nameOf = memberNamer(
    names,
    notes.map(({ by }) => by),
  );
  const reasons = texts.of(notes.flatMap(({ reasonId }) => (reasonId === null ? [] : [reasonId])));
  return notes.flatMap((note) => {
    const { kind } = note;
    if (kind !== 'received' && kind !== 'consumed' && kind !== 'counted' && kind !== 'sent') return [];
    return [
      {
        kind,
        at: instant(note.at),
        by: isInsider ? nameOf(note.by) : null,
        amount: note.amount,
        before: note.before,
        inferred: note.inferred,
        build: note.buildId === null ? null : buildNamed(views, note.buildId),
        line: note.line,
        workshop: namedWorkshop(views, note.otherWorkshop),
        reason: isInsider && note.reasonId !== null ? (reasons.get(note.reasonId) ?? null) : null,
        waste: note.waste,
        offcuts: note.offcuts.flatMap(({ pieceLength, amount }) =>
          pieceLength === null
            ? []
            : Array.from({ length: Math.min(100, Math.round(amount / pieceLength)) }, () => pieceLength),
        ),
        takenBack: note.takenBack,
        lotId: kind === 'received' ? note.entry : null,
        consumptionId: kind === 'consumed' ? note.entry : null,
      },
    ];
  });
}
