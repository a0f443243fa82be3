import type { Party } from '../../shared/items/events.ts';
import { livesOf } from '../../shared/reuse/provenance.ts';
import type { Projection, TableWriters } from '../views/projection.ts';
import { goesInto } from './containing.ts';
import { becomeState, lead, unbecomeState, unlead } from './linking.ts';
import { change, note } from './projectionThings.ts';
import { beginningOf } from './provenances.ts';
import { networkFittings, networkThings, type ThingRow } from './tables.ts';

/** The fitting never was: neither it nor what it led to stands. */
function removeFitting(tables: TableWriters, itemId: string, fittingId: string): void {
  const fitting = tables.of(networkFittings).get(fittingId);
  const thing = tables.of(networkThings).get(itemId);
  if (!fitting || !thing) return;
  tables.of(networkFittings).remove(fittingId);
  unlead(tables, fittingId);
  unlead(tables, `out/${fittingId}`);
  unbecomeState(tables, itemId, fittingId);
  const isIn = thing.fittingId === fittingId;
  const place = isIn ? { insideOf: null, fittingId: null } : {};
  change(tables, itemId, { fittings: Math.max(0, thing.fittings - 1), ...place });
}

/** Whoever has it besides its owner; a workshop that has it is where it is. */
const heldBy = (to: Party): Partial<ThingRow> =>
  to.kind === 'workshop'
    ? { holder: JSON.stringify(to), workshopId: to.workshopId }
    : { holder: JSON.stringify(to) };

/** What things are in, where they are and who has them. */
export const placeHandlers: Projection['on'] = {
  PartFitted({ data, position }, tables) {
    const { itemId, fittingId, into, buildId, line, step } = data;
    const at = Date.parse(data.at);
    const thing = tables.of(networkThings).get(itemId);
    if (!thing || !goesInto(tables, itemId, into)) return;
    const fittings = thing.fittings + 1;
    const life = livesOf(beginningOf(thing.how), fittings);
    const fitting = { fittingId, itemId, intoId: into, at, until: null, buildId, recoveredIn: null };
    tables.of(networkFittings).put({ ...fitting, line, step, life, position: Number(position) });
    lead(tables, fittingId, 'fitted', { itemId }, { itemId: into }, at);
    change(tables, itemId, { fittings, insideOf: into, fittingId, holder: null });
  },
  FittingTakenBack({ data: { itemId, fittingId } }, tables) {
    removeFitting(tables, itemId, fittingId);
  },
  FittingRefused({ data: { itemId, fittingId } }, tables) {
    removeFitting(tables, itemId, fittingId);
  },
  PartRecovered({ data }, tables) {
    const { itemId, fittingId, from, buildId, workshopId } = data;
    const at = Date.parse(data.at);
    if (tables.of(networkFittings).get(fittingId)) {
      tables.of(networkFittings).change(fittingId, { until: at, recoveredIn: buildId });
    }
    becomeState(tables, itemId, fittingId, 'same', at);
    lead(tables, `out/${fittingId}`, 'recovered', { itemId: from }, { itemId }, at);
    change(tables, itemId, { insideOf: null, fittingId: null, workshopId });
  },
  RecoveryTakenBack({ data: { itemId, fittingId } }, tables) {
    const fitting = tables.of(networkFittings).get(fittingId);
    if (!fitting) return;
    tables.of(networkFittings).change(fittingId, { until: null, recoveredIn: null });
    unlead(tables, `out/${fittingId}`);
    unbecomeState(tables, itemId, fittingId);
    change(tables, itemId, { insideOf: fitting.intoId, fittingId });
  },

  ItemMoved({ data, position, id }, tables) {
    const { itemId, workshopId } = data;
    change(tables, itemId, { workshopId });
    const moment = { subject: itemId, kind: 'moved', at: Date.parse(data.at), about: workshopId };
    note(tables, { id, position }, moment);
  },
  ItemLent({ data: { itemId, to, at }, position, id }, tables) {
    change(tables, itemId, heldBy(to));
    note(tables, { id, position }, { subject: itemId, kind: 'lent', at: Date.parse(at) });
  },
  ItemReturned({ data: { itemId, at }, position, id }, tables) {
    const owner: Party | null = JSON.parse(tables.of(networkThings).get(itemId)?.owner ?? 'null');
    const home = owner?.kind === 'workshop' ? { workshopId: owner.workshopId } : {};
    change(tables, itemId, { holder: null, ...home });
    note(tables, { id, position }, { subject: itemId, kind: 'returned', at: Date.parse(at) });
  },
  ItemGiven({ data: { itemId, to, at }, position, id }, tables) {
    change(tables, itemId, { ...heldBy(to), owner: JSON.stringify(to), holder: null });
    note(tables, { id, position }, { subject: itemId, kind: 'given', at: Date.parse(at) });
  },
};
