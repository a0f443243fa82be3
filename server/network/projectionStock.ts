import { UNITS } from '../../shared/designs/units.ts';
import type { StockDescription, StockLot } from '../../shared/stock/events.ts';
import type { Projection, TableWriters } from '../views/projection.ts';
import { lead, unlead } from './linking.ts';
import { provenanceOfLot } from './provenances.ts';
import { networkConsumptions, networkLots, networkMaterials, networkTakes } from './tables.ts';

const keptOf = ({ workshopId, materialId }: { workshopId: string; materialId: string }) =>
  `${workshopId}/${materialId}`;

interface OfStock {
  workshopId: string;
  materialId: string;
}

function describe(tables: TableWriters, stock: OfStock & { description: StockDescription }): void {
  const { name, unit, massKilograms } = stock.description;
  tables.of(networkMaterials).put({ kept: keptOf(stock), name, unit, massKilograms });
}

const unitOf = (tables: TableWriters, stock: OfStock) =>
  tables.of(networkMaterials).get(keptOf(stock))?.unit ?? 'piece';
const inBase = (unit: string) => Object.entries(UNITS).find(([name]) => name === unit)?.[1].inBase ?? 1;

/** Enters a lot with its price for one base unit; one that lay elsewhere before stays what it was. */
function enterLot(
  tables: TableWriters,
  stock: OfStock,
  { lotId, source, price }: StockLot,
  { buildId, outOf }: { buildId: string | null; outOf: string | null },
): void {
  const known = tables.of(networkLots).get(lotId);
  tables.of(networkLots).put({
    lotId,
    provenance: outOf === null ? provenanceOfLot(source, known) : 'recovered',
    buildId: source === 'made' ? buildId : (known?.buildId ?? null),
    outOf: outOf ?? known?.outOf ?? null,
    price: price === null ? (known?.price ?? null) : price.amount / inBase(unitOf(tables, stock)),
    currency: price?.currency ?? known?.currency ?? null,
  });
}

/** A lot that was taken of another one is what that was. */
function inherit(tables: TableWriters, lotId: string, from: string | undefined): void {
  const origin = from === undefined ? undefined : tables.of(networkLots).get(from);
  if (origin && lotId !== from) tables.of(networkLots).put({ ...origin, lotId });
}

/** Stock as far as it tells where what was used up had come from. */
export const stockHandlers: Projection['on'] = {
  StockOpened({ data }, tables) {
    describe(tables, data);
  },
  StockDescribed({ data }, tables) {
    describe(tables, data);
  },
  StockReceived({ data }, tables) {
    enterLot(tables, data, data.lot, data);
  },
  ReceiptTakenBack({ data: { lotId } }, tables) {
    tables.of(networkLots).remove(lotId);
  },
  StockCounted({ data }, tables) {
    for (const lot of data.lots) enterLot(tables, data, lot, { buildId: null, outOf: null });
  },
  StockSent({ data: { lots } }, tables) {
    for (const { from, lot } of lots) inherit(tables, lot.lotId, from);
  },
  StockConsumed({ data, position }, tables) {
    const { consumptionId, takes, offcuts, buildId, line } = data;
    for (const { lotId } of offcuts) inherit(tables, lotId, takes[0]?.lotId);
    const material = tables.of(networkMaterials).get(keptOf(data));
    const taken = takes.reduce((sum, { amount }) => sum + amount, 0);
    const left = offcuts.reduce((sum, { amount }) => sum + amount, 0);
    // What came back as offcuts was not used up; it is taken off each take alike.
    const used = taken > 0 ? Math.max(0, taken - left) / taken : 0;
    for (const [index, take] of takes.entries()) {
      const lot = tables.of(networkLots).get(take.lotId);
      const [link, at] = [`take/${consumptionId}/${index}`, Date.parse(data.at)];
      if (buildId !== null && lot?.outOf) {
        lead(tables, link, 'stock', { itemId: lot.outOf }, { buildId }, at);
      } else if (buildId !== null && lot?.buildId) {
        lead(tables, link, 'stock', { buildId: lot.buildId }, { buildId }, at);
      }
      const amount = take.amount * used;
      const mass = material?.massKilograms ?? null;
      tables.of(networkTakes).put({
        ...{ take: `${consumptionId}/${index}`, buildId, line, amount },
        name: material?.name ?? '',
        unit: material?.unit ?? 'piece',
        massKilograms: mass === null ? null : mass * amount,
        provenance: lot?.provenance ?? 'unknown',
        fromBuild: lot?.buildId ?? null,
        outOf: lot?.outOf ?? null,
        price: lot?.price ?? null,
        currency: lot?.currency ?? null,
        at,
        position: Number(position),
      });
    }
    tables.of(networkConsumptions).put({ consumptionId, takes: takes.length });
  },
  ConsumptionTakenBack({ data: { consumptionId } }, tables) {
    const takes = tables.of(networkConsumptions).get(consumptionId)?.takes ?? 0;
    for (let index = 0; index < takes; index++) {
      tables.of(networkTakes).remove(`${consumptionId}/${index}`);
      unlead(tables, `take/${consumptionId}/${index}`);
    }
  },
};
