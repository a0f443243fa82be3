import type { Objection } from '../../shared/bookings/rules.ts';
import type { StockEvent } from '../../shared/schemasOfEvents.ts';
import { type Bar, cutFrom, type Piece, SHORTEST_OFFCUT } from '../../shared/stock/cutting.ts';
import type { StockLot } from '../../shared/stock/events.ts';
import { accepted, type Decision, refused } from '../commands/decider.ts';
import { derivedId } from '../commands/identity.ts';
import { amountSaid, exact, inBase, MOST, NOTHING_LEFT, pieceLengthOf } from './amounts.ts';
import type { ConsumeStock, StockCommand, StockFacts } from './commandTypes.ts';
import { type KeptLot, type OpenedStock, sumOf, usedOf } from './state.ts';
import { objectionsToTime } from './when.ts';

/** Takes of an event, at most. */
const MOST_TAKES = 200;
/** Pieces of one consumption. */
const MOST_PIECES = 2000;

/** What a consumption takes, base units. Always: the takes are the amount, the waste and the offcuts together. */
interface Taken {
  amount: number;
  takes: { lotId: string; amount: number }[];
  offcuts: StockLot[];
  waste: number;
}
/** What is not there: an amount, or pieces that fit nowhere. */
interface Lacking {
  amount: number;
  pieces: Piece[];
}
type Attempt = { taken: Taken; lacking?: undefined } | { lacking: Lacking };

/** An amount off the shelf, the oldest lots first; whole pieces are begun like any other. */
function takeAmount(amount: number, lots: readonly KeptLot[]): Attempt {
  const takes: Taken['takes'] = [];
  let left = amount;
  for (const lot of lots) {
    if (left <= NOTHING_LEFT) break;
    const here = exact(Math.min(left, lot.amount));
    takes.push({ lotId: lot.lotId, amount: here });
    left = exact(left - here);
  }
  if (left > NOTHING_LEFT) return { lacking: { amount: left, pieces: [] } };
  return { taken: { amount, takes, offcuts: [], waste: 0 } };
}

/** A bar for each of a lot's pieces; a lot that is one length is a coil. No more of equal ones than could be cut. */
function barsOf(lots: readonly KeptLot[], most: number): Bar[] {
  return lots.flatMap(({ lotId, amount, pieceLength }): Bar[] => {
    if (pieceLength === null) return [{ lotId, length: amount, isPiece: false }];
    const count = Math.min(most, Math.round(amount / pieceLength));
    return Array.from({ length: count }, () => ({ lotId, length: pieceLength, isPiece: true }));
  });
}

/** Pieces cut off lengths; of what is left over, whatever is long enough lies on the shelf again. */
function takePieces(pieces: readonly Piece[], lots: readonly KeptLot[], consumptionId: string): Attempt {
  const { cut, lacking } = cutFrom(pieces, barsOf(lots, pieces.length));
  if (lacking.length > 0) {
    const amount = exact(lacking.reduce((sum, { length }) => sum + length, 0));
    return { lacking: { amount, pieces: lacking } };
  }
  const taken = new Map<string, number>();
  const offcuts = new Map<string, StockLot>();
  for (const { bar, left } of cut) {
    const lot = lots.find(({ lotId }) => lotId === bar.lotId);
    if (!lot) continue;
    // Of a coil nothing comes off but what is used of it.
    const off = bar.isPiece ? bar.length : bar.length - left;
    taken.set(bar.lotId, exact((taken.get(bar.lotId) ?? 0) + off));
    if (!bar.isPiece) continue;
    const length = exact(left);
    if (length < SHORTEST_OFFCUT) continue;
    const same = `${bar.lotId} ${length}`;
    const known = offcuts.get(same);
    const { price, supplier } = lot;
    offcuts.set(same, {
      lotId: known?.lotId ?? derivedId(consumptionId, `offcut ${offcuts.size}`),
      amount: exact((known?.amount ?? 0) + length),
      pieceLength: length,
      source: 'offcut',
      price,
      supplier,
    });
  }
  const takes = [...taken].map(([lotId, amount]) => ({ lotId, amount }));
  const amount = exact(pieces.reduce((sum, { length }) => sum + length, 0));
  // Sawdust, scrap and crumbs of rounding, so that nothing is lost of the sum.
  const over = sumOf(takes) - amount - sumOf([...offcuts.values()]);
  return { taken: { amount, takes, offcuts: [...offcuts.values()], waste: exact(Math.max(0, over)) } };
}

type Wanted = { amount: number; pieces: null } | { amount: number; pieces: Piece[] };

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

/** An amount off bars is one piece where it fits in one; else as many lengths as it takes. */
function attempt(
  want: Wanted,
  lots: readonly KeptLot[],
  { consumptionId, kerfMillimetres }: ConsumeStock,
): Attempt {
  if (want.pieces !== null) return takePieces(want.pieces, lots, consumptionId);
  if (!lots.some(({ pieceLength }) => pieceLength !== null)) return takeAmount(want.amount, lots);
  const asOne = takePieces([{ length: want.amount, kerf: kerfMillimetres }], lots, consumptionId);
  if (!asOne.lacking) return asOne;
  const whole = takeAmount(want.amount, lots);
  if (whole.lacking) return whole;
  const { takes } = whole.taken;
  const last = takes.at(-1);
  const lot = lots.find(({ lotId }) => lotId === last?.lotId);
  if (!last || !lot || lot.pieceLength === null) return whole;
  // The last bar is begun: what stays of it is an offcut.
  const begun = exact(Math.ceil(exact(last.amount / lot.pieceLength)) * lot.pieceLength);
  const left = exact(begun - last.amount);
  if (left <= NOTHING_LEFT) return whole;
  const { price, supplier } = lot;
  const offcut: StockLot = {
    lotId: derivedId(consumptionId, 'offcut 0'),
    amount: left,
    pieceLength: left,
    source: 'offcut',
    price,
    supplier,
  };
  const isOffcut = left >= SHORTEST_OFFCUT;
  return {
    taken: {
      amount: want.amount,
      takes: [...takes.slice(0, -1), { lotId: last.lotId, amount: begun }],
      offcuts: isOffcut ? [offcut] : [],
      waste: isOffcut ? 0 : left,
    },
  };
}

/** What is recorded does not suffice; counting first would lift that, and is offered where it can be inferred. */
function countFirst(lacking: Lacking, want: Wanted, state: OpenedStock, isOffered: boolean): Objection {
  const { unit } = state.description;
  const [piece] = lacking.pieces;
  const longest = Math.max(0, ...state.lots.map(({ pieceLength, amount }) => pieceLength ?? amount));
  const objection = (message: string, counted: number): Objection => ({
    rule: 'countFirst',
    message,
    ...(isOffered ? { offer: `Count ${amountSaid(counted, unit)} first` } : {}),
  });
  if (!piece || piece.length <= longest) {
    const [there, taken] = [amountSaid(sumOf(state.lots), unit), amountSaid(want.amount, unit)];
    return objection(`Recorded are ${there}, you take ${taken}.`, want.amount);
  }
  const length = amountSaid(piece.length, unit);
  if (longest === 0) return objection(`No piece of ${length} is recorded.`, piece.length);
  const recorded = amountSaid(longest, unit);
  return objection(`The longest piece recorded is ${recorded}, you take ${length}.`, piece.length);
}

/** What must have lain there besides, if this could be taken. */
function inferredLots(lacking: Lacking, { consumptionId }: ConsumeStock): KeptLot[] {
  const lotWith = (index: number, amount: number, pieceLength: number | null): KeptLot => ({
    lotId: derivedId(consumptionId, `counted ${index}`),
    amount: exact(amount),
    pieceLength,
    source: 'counted',
    price: null,
    supplier: '',
    since: 0,
    received: null,
  });
  if (lacking.pieces.length === 0) return [lotWith(0, lacking.amount, null)];
  const byLength = new Map<number, number>();
  for (const { length } of lacking.pieces) byLength.set(length, (byLength.get(length) ?? 0) + 1);
  return [...byLength].map(([length, count], index) => lotWith(index, count * length, length));
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
