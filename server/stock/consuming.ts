import type { Objection } from '../../shared/bookings/rules.ts';
import type { StockEvent } from '../../shared/schemasOfEvents.ts';
import type { Piece } from '../../shared/stock/cutting.ts';
import type { StockLot } from '../../shared/stock/events.ts';
import { accepted, type Decision, refused } from '../commands/decider.ts';
import { derivedId } from '../commands/identity.ts';
import { amountSaid, exact, inBase, MOST, NOTHING_LEFT, pieceLengthOf } from './amounts.ts';
import type { ConsumeStock, StockFacts } from './commandTypes.ts';
import { countFirst, inferredLots } from './lacking.ts';
import { type KeptLot, type OpenedStock, sumOf, usedOf } from './state.ts';
import { attempt, type Taken, type Wanted } from './taking.ts';
import { objectionsToTime } from './when.ts';

/** Takes of an event, at most. */
const MOST_TAKES = 200;
/** Pieces of one consumption. */
const MOST_PIECES = 2000;

/** What was asked for, base units. */
function wanted(command: ConsumeStock, { description }: OpenedStock): Wanted | Objection {
  const { unit } = description;
  if (command.amount !== null) {
    const reckoned = inBase(command.amount, unit);
    return reckoned.objection ?? { amount: reckoned.amount, pieces: null };
  }
  const pieces: Piece[] = [];
  for (const { count, length: said } of command.pieces) {
    const length = pieceLengthOf(said, unit);
    if (length.objection) return length.objection;
    if (pieces.length + count > MOST_PIECES) {
      return { rule: 'tooMuch', message: 'These are too many pieces to be cut at once.' };
    }
    for (let index = 0; index < count; index++) {
      pieces.push({ length: length.amount, kerf: command.kerfMillimetres });
    }
  }
  return { amount: exact(pieces.reduce((sum, { length }) => sum + length, 0)), pieces };
}

const plainLot = ({ since: _, received: __, ...lot }: KeptLot): StockLot => lot;

/** What others keep for their builds; null where enough is left for all of them. */
function reservedByOthers(
  taken: Taken,
  lots: readonly KeptLot[],
  state: OpenedStock,
  buildId: string | null,
  { nameOfBuild }: StockFacts,
): Objection | null {
  const others = state.reservations.filter((one) => one.buildId !== buildId);
  const kept = sumOf(others);
  const before = sumOf(lots);
  const after = before - sumOf(taken.takes) + sumOf(taken.offcuts);
  if (kept === 0 || after >= kept - NOTHING_LEFT) return null;
  const { unit } = state.description;
  const names = [...new Set(others.map((one) => nameOfBuild(one.buildId) ?? '…'))].join(', ');
  const free = amountSaid(Math.max(0, exact(before - kept)), unit);
  const message = `${amountSaid(kept, unit)} of it are kept for ${names}: ${free} are free.`;
  return { rule: 'reserved', message };
}

export function consume(command: ConsumeStock, state: OpenedStock, facts: StockFacts): Decision<StockEvent> {
  const { consumptionId, buildId, line, step, substitutes, reasonId, at, by, lotId } = command;
  const { workshopId, materialId } = state;
  const objections = objectionsToTime(at, facts.now);
  if (!facts.buildIsKnown) objections.push({ rule: 'build', message: 'There is no such build.' });
  const want = wanted(command, state);
  if ('rule' in want) return refused(...objections, want);
  if (objections.length > 0) return refused(...objections);
  const from = (lots: readonly KeptLot[]) =>
    lotId === null ? lots : lots.filter((lot) => lot.lotId === lotId);
  if (lotId !== null && from(state.lots).length === 0) {
    return refused({ rule: 'lot', message: 'Nothing is left of this lot.' });
  }

  let lots: readonly KeptLot[] = state.lots;
  let tried = attempt(want, from(lots), command);
  if (state.countedAt !== null && Date.parse(at) < state.countedAt) {
    // Written down late: whoever counted since has seen the shelf without it. What was taken lay there before.
    const seen = inferredLots({ amount: want.amount, pieces: want.pieces ?? [] }, command);
    lots = [...state.lots, ...seen];
    tried = attempt(want, seen, command);
  } else if (tried.lacking) {
    // Of one lot nobody can say that there was more of it.
    const isOffered = lotId === null && sumOf(lots) + tried.lacking.amount <= MOST;
    if (!command.infer || !isOffered) return refused(countFirst(tried.lacking, want, state, isOffered));
    lots = [...state.lots, ...inferredLots(tried.lacking, command)];
    tried = attempt(want, lots, command);
  }
  if (tried.lacking) return refused(countFirst(tried.lacking, want, state, false));
  const { taken } = tried;
  const kept = reservedByOthers(taken, lots, state, buildId, facts);
  if (kept) return refused(kept);
  if (taken.takes.length > MOST_TAKES || taken.offcuts.length > MOST_TAKES) {
    return refused({ rule: 'tooMuch', message: 'These are too many pieces to be cut at once.' });
  }

  const ids = { workshopId, materialId };
  const stillKept = new Set(
    usedOf(state.reservations, buildId, line, taken.amount).map((one) => one.stockReservationId),
  );
  const counted: StockEvent = {
    type: 'StockCounted',
    data: {
      ...ids,
      countId: derivedId(consumptionId, 'count'),
      before: sumOf(state.lots),
      lots: lots.map(plainLot),
      inferred: true,
      at,
      by,
    },
  };
  const consumed: StockEvent = {
    type: 'StockConsumed',
    data: { ...ids, consumptionId, ...taken, buildId, line, step, substitutes, reasonId, at, by },
  };
  const used = state.reservations
    .filter(({ stockReservationId }) => !stillKept.has(stockReservationId))
    .map(
      ({ stockReservationId }): StockEvent => ({
        type: 'StockReservationEnded',
        data: { ...ids, stockReservationId, why: 'used' },
      }),
    );
  return accepted(...(lots === state.lots ? [] : [counted]), consumed, ...used);
}
