import type { Objection } from '../../shared/bookings/rules.ts';
import { UNITS } from '../../shared/designs/units.ts';
import type { StockEvent } from '../../shared/schemasOfEvents.ts';
import { accepted, type Decider, type Decision, refused } from '../commands/decider.ts';
import { amountSaid, inBase, MOST } from './amounts.ts';
import type { StockCommand, StockFacts } from './commandTypes.ts';
import { consume } from './consuming.ts';
import { count } from './counting.ts';
import { receive, takeBackReceipt } from './receiving.ts';
import { sendOn } from './sending.ts';
import { balanceOf, evolveStock, type OpenedStock, type StockState } from './state.ts';
import { takeBackConsumption } from './takingBack.ts';

type StockDecision = Decision<StockEvent>;

/** Reservations that one stock may have at a time. */
const MOST_RESERVATIONS = 200;

/**
 * The rulebook of `stock-{workshopId}-{materialId}`. Strong: never below zero, and what is kept for a build goes to
 * nobody else, whoever asks at the same moment. Convergent: that the build is open.
 */
export const stockDecider: Decider<StockState, StockCommand, StockEvent, StockFacts> = {
  category: 'stock',
  version: 1,
  initialState: { status: 'unopened' },
  evolve: evolveStock,
  decide(command, state, facts) {
    if (command.type === 'ReceiveStock') return receive(command, state, facts);
    if (state.status === 'unopened') {
      return refused({ rule: 'notKept', message: 'This is not kept here.' });
    }
    switch (command.type) {
      case 'DescribeStock':
        return describe(command, state);
      case 'TakeReceiptBack':
        return takeBackReceipt(command, state);
      case 'ConsumeStock':
        return consume(command, state, facts);
      case 'TakeConsumptionBack':
        return takeBackConsumption(command, state, facts);
      case 'CountStock':
        return count(command, state, facts);
      case 'SendStock':
        return sendOn(command, state, facts);
      case 'ReserveStock':
        return reserve(command, state, facts);
      case 'ReleaseStock':
        return release(command, state);
      case 'EndReservations':
        return endReservations(command, state);
    }
  },
};

type Of<Type extends StockCommand['type']> = Extract<StockCommand, { type: Type }>;

const idsOf = ({ workshopId, materialId }: OpenedStock) => ({ workshopId, materialId });

function describe({ description, by }: Of<'DescribeStock'>, state: OpenedStock): StockDecision {
  const [measured, measures] = [UNITS[state.description.unit].measures, UNITS[description.unit].measures];
  if (measured !== measures) {
    const message = `It is counted in ${state.description.unit}: ${description.unit} measures something else.`;
    return refused({ rule: 'measure', message });
  }
  if ((description.lowBelow ?? 0) > MOST) {
    return refused({ rule: 'tooMuch', message: 'That is more than any shelf holds.' });
  }
  if (JSON.stringify(description) === JSON.stringify(state.description)) return accepted();
  return accepted({ type: 'StockDescribed', data: { ...idsOf(state), description, by } });
}

function reserve(
  { stockReservationId, buildId, line, amount: said, by }: Of<'ReserveStock'>,
  state: OpenedStock,
  facts: StockFacts,
): StockDecision {
  const { unit } = state.description;
  const objections: Objection[] = [];
  if (!facts.buildIsOpen) {
    objections.push({ rule: 'build', message: 'There is no such build that is still going on.' });
  }
  const reckoned = inBase(said, unit);
  if (reckoned.objection) return refused(...objections, reckoned.objection);
  const { free, onHand } = balanceOf(state);
  if (reckoned.amount > free) {
    const message = `${amountSaid(free, unit)} of ${amountSaid(onHand, unit)} can be kept for a build.`;
    objections.push({ rule: 'notEnough', message });
  }
  if (state.reservations.length >= MOST_RESERVATIONS) {
    objections.push({ rule: 'tooMany', message: 'It is kept for too many builds already.' });
  }
  if (objections.length > 0) return refused(...objections);
  const { amount } = reckoned;
  return accepted({
    type: 'StockReserved',
    data: { ...idsOf(state), stockReservationId, buildId, line, amount, by },
  });
}

function release({ stockReservationId }: Of<'ReleaseStock'>, state: OpenedStock): StockDecision {
  // Released already, or used up: nothing is kept any more, as was asked for.
  if (!state.reservations.some((one) => one.stockReservationId === stockReservationId)) return accepted();
  return accepted({
    type: 'StockReservationEnded',
    data: { ...idsOf(state), stockReservationId, why: 'released' },
  });
}

const endReservations = ({ buildId }: Of<'EndReservations'>, state: OpenedStock): StockDecision =>
  accepted(
    ...state.reservations
      .filter((one) => one.buildId === buildId)
      .map(
        ({ stockReservationId }): StockEvent => ({
          type: 'StockReservationEnded',
          data: { ...idsOf(state), stockReservationId, why: 'buildEnded' },
        }),
      ),
  );
