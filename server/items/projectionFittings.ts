import type { EventHandlers, TableWriters } from '../views/projection.ts';
import { changeFrom, changeItem, refusalOf, takeBackPlaces } from './placing.ts';
import { itemFittings, items } from './tables.ts';

const time = (instant: string) => Date.parse(instant);
const nobody = { holderKind: null, holderId: null, loanId: null, loanUntil: null };
const outside = { inside: null, fittingId: null };

/** Into and out of other things, in the order of the log. */
export const onFittings: EventHandlers = {
  PartFitted({ data, revision, at: written }, tables) {
    const { itemId, fittingId, into, at, substitutes, inferred, by, ...rest } = data;
    const row = tables.of(items).get(itemId);
    if (!row) return;
    const refusal = refusalOf(tables, itemId, into);
    const { buildId, line, step, reasonId } = rest;
    const before = row.lives + row.livesBefore;
    tables.of(itemFittings).put({
      fittingId,
      itemId,
      into,
      status: refusal === null ? 'standing' : 'refused',
      refusal,
      start: time(at),
      until: null,
      buildId,
      line,
      step,
      substitutes: substitutes ? 1 : 0,
      reasonId,
      inferred: inferred ? 1 : 0,
      fittedBy: by,
      grade: null,
      recoveredIn: null,
      life: before + 1,
      provenance: before > 0 ? 'recovered' : row.origin,
      written,
    });
    if (refusal !== null) {
      changeItem(tables, itemId, { revision });
      return;
    }
    const lives = row.lives + 1;
    const fitted = { status: 'fitted', inside: into, fittingId, lives };
    changeFrom(tables, itemId, time(at), { ...fitted, ...nobody, revision });
  },
  FittingTakenBack({ data: { itemId, fittingId }, revision }, tables) {
    unfit(tables, itemId, fittingId, { status: 'takenBack' });
    changeItem(tables, itemId, { revision });
  },
  FittingRefused({ data: { itemId, fittingId, why }, revision }, tables) {
    unfit(tables, itemId, fittingId, { status: 'refused', refusal: why });
    changeItem(tables, itemId, { revision });
  },
  PartRecovered({ data, revision }, tables) {
    const { itemId, fittingId, buildId, grade, workshopId, shelf, at } = data;
    const fittings = tables.of(itemFittings);
    if (fittings.get(fittingId)) {
      fittings.change(fittingId, { until: time(at), grade, recoveredIn: buildId });
    }
    const graded = grade === null ? {} : { grade };
    const loose = { status: 'loose', workshopId, shelf, ...outside, ...graded };
    changeFrom(tables, itemId, time(at), { ...loose, revision });
  },
  RecoveryTakenBack({ data: { itemId, fittingId }, revision }, tables) {
    tables.of(itemFittings).change(fittingId, { until: null, grade: null, recoveredIn: null });
    let isPast = false;
    takeBackPlaces(tables, itemId, (place) => {
      isPast ||= place.fittingId === fittingId;
      return isPast && place.fittingId !== fittingId;
    });
    changeItem(tables, itemId, { revision });
  },
};

/** A fitting that never was: neither a life nor a place. One that was refused has been left out already. */
function unfit(
  tables: TableWriters,
  itemId: string,
  fittingId: string,
  how: { status: string; refusal?: string },
): void {
  const fittings = tables.of(itemFittings);
  const stood = fittings.get(fittingId)?.status === 'standing';
  fittings.change(fittingId, how);
  const row = tables.of(items).get(itemId);
  if (!stood || !row) return;
  takeBackPlaces(tables, itemId, (place) => place.fittingId === fittingId);
  changeItem(tables, itemId, { lives: row.lives - 1 });
}
