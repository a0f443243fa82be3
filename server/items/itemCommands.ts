import type { Price } from '../../shared/designs/partLines.ts';
import type { Grade, ItemDescription, Party, ReceivedHow } from '../../shared/items/events.ts';

interface OfItem {
  itemId: string;
  by: string;
}
/** `at` null: now. `infer`: what stands in the way is written down first, where that can be. */
interface Dated extends OfItem {
  at: string | null;
  infer: boolean;
}
interface Begun extends OfItem {
  description: ItemDescription;
  owner: Party;
}

/** A build was completed, and this came of it. Its code is in the event of the build. */
export interface MakeItem extends Begun {
  type: 'MakeItem';
  workshopId: string;
  code: string;
  serial: string;
  buildId: string;
  at: string;
}
export interface ReceiveItem extends Begun {
  type: 'ReceiveItem';
  workshopId: string;
  serial: string | null;
  how: ReceivedHow;
  from: { itemId: string; line: string | null; buildId: string | null } | null;
  grade: Grade | null;
  shelf: string | null;
  price: Price | null;
  noteId: string | null;
  at: string | null;
}
/** One of the pieces that another thing was split into. */
export interface CutItem extends Begun {
  type: 'CutItem';
  workshopId: string;
  code: string;
  from: string;
  at: string;
}
export interface TakeBackItem extends OfItem {
  type: 'TakeBackItem';
}
export interface DescribeItem extends OfItem {
  type: 'DescribeItem';
  description: ItemDescription;
}
export interface IllustrateItem extends OfItem {
  type: 'AddItemPhotograph' | 'RemoveItemPhotograph';
  fileId: string;
}
export interface FitPart extends Dated {
  type: 'FitPart';
  fittingId: string;
  into: string;
  buildId: string | null;
  line: string | null;
  step: string | null;
  substitutes: boolean;
  reasonId: string | null;
}
export interface TakeBackFitting extends OfItem {
  type: 'TakeBackFitting' | 'TakeBackRecovery';
  fittingId: string;
}
export interface RefuseFitting {
  type: 'RefuseFitting';
  itemId: string;
  fittingId: string;
  why: 'circular' | 'intoGone' | 'tooDeep' | 'unknownThing';
}
export interface RecoverPart extends Dated {
  type: 'RecoverPart';
  /** Of the fitting that is written down first where `from` says what it was in. */
  fittingId: string;
  from: string | null;
  /** Null: where it was. */
  workshopId: string | null;
  grade: Grade | null;
  shelf: string | null;
  buildId: string | null;
}
export interface MoveItem extends Dated {
  type: 'MoveItem';
  workshopId: string;
  shelf: string | null;
}
export interface LendItem extends Dated {
  type: 'LendItem';
  loanId: string;
  to: Party;
  until: string | null;
}
export interface ReturnItem extends Dated {
  type: 'ReturnItem';
  grade: Grade | null;
}
export interface GiveItem extends Dated {
  type: 'GiveItem';
  to: Party;
}
export interface RepairItem extends Dated {
  type: 'RepairItem';
  repairId: string;
  buildId: string | null;
  noteId: string | null;
}
export interface ModifyItem extends Dated {
  type: 'ModifyItem';
  repairId: string;
  of: ItemDescription['of'];
  buildId: string | null;
  noteId: string | null;
}
export interface TakeBackRepair extends OfItem {
  type: 'TakeBackRepair';
  repairId: string;
}
export interface ConsumeItem extends Dated {
  type: 'ConsumeItem';
  buildId: string | null;
  line: string | null;
}
export interface ScrapItem extends Dated {
  type: 'ScrapItem';
  buildId: string | null;
  massKilograms: number | null;
  material: string;
  reasonId: string | null;
}
export interface SplitItem extends Dated {
  type: 'SplitItem';
  pieces: { itemId: string; description: ItemDescription }[];
}
export interface TakeBackEnd extends OfItem {
  type: 'TakeBackEnd';
}
export interface AnswerItemProblem extends OfItem {
  type: 'AnswerItemProblem';
  designId: string;
  problemId: string;
  answer: 'fixed' | 'exempted';
  reasonId: string | null;
  at: string | null;
}
export interface ReopenItemProblem extends OfItem {
  type: 'ReopenItemProblem';
  designId: string;
  problemId: string;
}

/** What places a thing or changes hands, or uses it up. */
export type PlacingCommand =
  | FitPart
  | RecoverPart
  | MoveItem
  | LendItem
  | ReturnItem
  | GiveItem
  | ConsumeItem
  | ScrapItem
  | SplitItem;
export type DatedCommand = PlacingCommand | RepairItem | ModifyItem;
export type BeginningCommand = MakeItem | ReceiveItem | CutItem;
export type ItemCommand =
  | BeginningCommand
  | DatedCommand
  | TakeBackItem
  | DescribeItem
  | IllustrateItem
  | TakeBackFitting
  | RefuseFitting
  | TakeBackRepair
  | TakeBackEnd
  | AnswerItemProblem
  | ReopenItemProblem;
