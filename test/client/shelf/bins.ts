import type { LotView, StockRow } from '../../../shared/stock/views.ts';

const SINCE = '2026-06-01T08:00:00Z';

/** A lot as a view tells it; pieces of one length make its amount. */
export function lot(given: Partial<LotView> = {}): LotView {
  const { pieces = null, pieceLength = null } = given;
  const amount = pieces !== null && pieceLength !== null ? pieces * pieceLength : 10;
  const common = { lotId: crypto.randomUUID(), source: 'bought', price: null, supplier: null } as const;
  return { ...common, amount, pieceLength, pieces, since: SINCE, ...given };
}

/** A bin of ten pieces. */
export function bin(given: Partial<StockRow> = {}): StockRow {
  return {
    workshopId: 'a workshop',
    materialId: given.name ?? 'a material',
    code: '7K3FQ',
    name: 'Bolt',
    specification: '',
    unit: 'piece',
    massKilograms: null,
    of: null,
    shelf: 'A',
    lowBelow: null,
    low: false,
    onHand: 10,
    reserved: 0,
    free: 10,
    lots: [lot()],
    reservations: [],
    countedAt: null,
    revision: 1,
    ...given,
  };
}
