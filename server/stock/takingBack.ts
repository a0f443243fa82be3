import type { StockEvent } from '../../shared/schemasOfEvents.ts';
import type { StockLot } from '../../shared/stock/events.ts';
import { accepted, type Decision, refused } from '../commands/decider.ts';
import type { StockCommand, StockFacts } from './commandTypes.ts';
import type { OpenedStock } from './state.ts';

/** A consumption that was written down by mistake. */
export function takeBackConsumption(
  { consumptionId, by }: Extract<StockCommand, { type: 'TakeConsumptionBack' }>,
  state: OpenedStock,
  { oldConsumption }: StockFacts,
): Decision<StockEvent> {
  if (state.takenBack.includes(consumptionId) || oldConsumption?.takenBack) return accepted();
  const known = state.takings.find(({ id }) => id === consumptionId) ?? oldConsumption;
  if (!known) return refused({ rule: 'unknown', message: 'There is no such consumption.' });
  const { workshopId, materialId } = state;
  const taken = (restored: StockLot[], removed: string[]): Decision<StockEvent> =>
    accepted({
      type: 'ConsumptionTakenBack',
      data: { workshopId, materialId, consumptionId, restored, removed, by },
    });
  // What lies there was counted after it: that stays as it was seen.
  if (state.countedAt !== null && known.at < state.countedAt) return taken([], []);
  const isWhole = (offcut: StockLot) =>
    state.lots.some(({ lotId, amount }) => lotId === offcut.lotId && amount === offcut.amount);
  if (!known.offcuts.every(isWhole)) {
    const message = 'What was left over of it has been used since: take that back first.';
    return refused({ rule: 'offcutUsed', message });
  }
  return taken(
    known.takes,
    known.offcuts.map(({ lotId }) => lotId),
  );
}
