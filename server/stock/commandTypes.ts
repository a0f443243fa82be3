import type { Price } from '../../shared/designs/partLines.ts';
import type { CountedLot, SaidQuantity } from '../../shared/stock/commands.ts';
import type { LotSource, StockDescription, StockLot } from '../../shared/stock/events.ts';

interface OfStock {
  workshopId: string;
  materialId: string;
}
/** When it happened, ISO 8601, and who did it. */
interface Done {
  at: string;
  by: string;
}
export interface SaidPieces {
  count: number;
  length: SaidQuantity;
}
/** An amount, or pieces: one of the two. */
export interface HowMuch {
  amount: SaidQuantity | null;
  pieces: SaidPieces | null;
}

/** Something comes. `opening`: begins to count it, where nobody did yet. */
export interface ReceiveStock extends OfStock, Done {
  type: 'ReceiveStock';
  opening: StockDescription | null;
  /** As it was said; null where nothing comes yet. */
  said: (HowMuch & { lotId: string; source: LotSource; price: Price | null; supplier: string }) | null;
  /** Lots as they were sent or made elsewhere. */
  lots: readonly StockLot[];
  buildId: string | null;
  outOf: string | null;
  from: { workshopId: string; moveId: string } | null;
}
export interface ConsumeStock extends OfStock, Done {
  type: 'ConsumeStock';
  consumptionId: string;
  amount: SaidQuantity | null;
  pieces: SaidPieces[];
  kerfMillimetres: number;
  /** From this lot alone. */
  lotId: string | null;
  buildId: string | null;
  line: string | null;
  step: string | null;
  substitutes: boolean;
  reasonId: string | null;
  infer: boolean;
}
export interface CountStock extends OfStock, Done {
  type: 'CountStock';
  countId: string;
  lots: CountedLot[];
}
export interface SendStock extends OfStock, HowMuch, Done {
  type: 'SendStock';
  moveId: string;
  toWorkshopId: string;
}

export type StockCommand =
  | ReceiveStock
  | ({ type: 'DescribeStock'; description: StockDescription; by: string } & OfStock)
  | ({ type: 'TakeReceiptBack'; lotId: string; by: string } & OfStock)
  | ConsumeStock
  | ({ type: 'TakeConsumptionBack'; consumptionId: string; by: string } & OfStock)
  | CountStock
  | SendStock
  | ({
      type: 'ReserveStock';
      stockReservationId: string;
      buildId: string;
      line: string | null;
      amount: SaidQuantity;
      by: string;
    } & OfStock)
  | ({ type: 'ReleaseStock'; stockReservationId: string } & OfStock)
  /** The build is over. */
  | ({ type: 'EndReservations'; buildId: string } & OfStock);

/** A consumption that the state no longer holds. */
export interface OldConsumption {
  at: number;
  takenBack: boolean;
  takes: StockLot[];
  offcuts: StockLot[];
}

/** What other contexts say, and what the state has let go of; convergent. */
export interface StockFacts {
  /** UTC milliseconds. */
  now: number;
  /** For the label of what is opened. */
  code: string;
  buildIsOpen: boolean;
  /** Of the build that a command names; true where it names none. */
  buildIsKnown: boolean;
  /** Names of builds that have something reserved. */
  nameOfBuild(buildId: string): string | null;
  otherWorkshopExists: boolean;
  oldConsumption: OldConsumption | null;
}
