import type { EventHandlers, TableWriters } from '../views/projection.ts';
import { buildConsumptions, buildParts, buildSessions, builds } from './tables.ts';

/** Something was written about a build in another stream: it has moved, though its own revision has not. */
function moved(tables: TableWriters, buildId: string, lastAt: number): void {
  if (tables.of(builds).get(buildId)) tables.of(builds).change(buildId, { lastAt });
}

/** What the streams of things, shelves and machines tell of builds. */
export const placedProjectionOf: EventHandlers = {
  PartFitted({ data, at: writtenAt }, tables) {
    const { fittingId: part, itemId, into, buildId, line, step, substitutes, reasonId, at, by } = data;
    if (buildId === null) return;
    const where = { part, buildId, itemId, into, line, step };
    tables
      .of(buildParts)
      .put({ ...where, substitutes: substitutes ? 1 : 0, reasonId, tried: 0, at: Date.parse(at), by });
    moved(tables, buildId, writtenAt);
  },
  FittingTakenBack({ data: { fittingId } }, tables) {
    tables.of(buildParts).remove(fittingId);
  },
  FittingRefused({ data: { fittingId } }, tables) {
    tables.of(buildParts).remove(fittingId);
  },
  PartRecovered({ data: { fittingId } }, tables) {
    const part = tables.of(buildParts).get(fittingId);
    // What comes out of a finished thing had been built in; out of one that is being made, it was tried and did not fit.
    if (part && tables.of(builds).get(part.buildId)?.status === 'open') {
      tables.of(buildParts).change(fittingId, { tried: 1 });
    }
  },
  RecoveryTakenBack({ data: { fittingId } }, tables) {
    if (tables.of(buildParts).get(fittingId)) tables.of(buildParts).change(fittingId, { tried: 0 });
  },
  ItemConsumed({ data: { itemId, buildId, line, at, by }, at: writtenAt }, tables) {
    if (buildId === null) return;
    const where = { part: itemId, buildId, itemId, into: null, line, step: null };
    tables.of(buildParts).put({ ...where, substitutes: 0, reasonId: null, tried: 0, at: Date.parse(at), by });
    moved(tables, buildId, writtenAt);
  },
  ItemEndTakenBack({ data: { itemId } }, tables) {
    tables.of(buildParts).remove(itemId);
  },
  StockConsumed({ data, at: writtenAt }, tables) {
    const { offcuts: _offcuts, waste: _waste, takes, substitutes, buildId, at, ...consumed } = data;
    if (buildId === null) return;
    tables.of(buildConsumptions).put({
      ...consumed,
      buildId,
      takes: JSON.stringify(takes),
      substitutes: substitutes ? 1 : 0,
      at: Date.parse(at),
    });
    moved(tables, buildId, writtenAt);
  },
  ConsumptionTakenBack({ data: { consumptionId } }, tables) {
    tables.of(buildConsumptions).remove(consumptionId);
  },
  UseStarted({ data: { bookingId, machineId, buildId, step, at }, at: writtenAt }, tables) {
    if (buildId === null) return;
    const row = { bookingId, buildId, machineId, step, begunHere: 1, at: Date.parse(at) };
    tables.of(buildSessions).put(row);
    moved(tables, buildId, writtenAt);
  },
  UseStopped({ data: { bookingId }, at: writtenAt }, tables) {
    const session = tables.of(buildSessions).get(bookingId);
    if (session) moved(tables, session.buildId, writtenAt);
  },
};
