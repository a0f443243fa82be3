import type { BuildKind, LineChoice } from '../../shared/builds/events.ts';
import type { PinnedRevision, Price } from '../../shared/designs/partLines.ts';
import type { QuantityUnit } from '../../shared/designs/units.ts';

interface OfBuild {
  buildId: string;
  by: string;
}
/** UTC milliseconds; null: now. */
interface Happened {
  at: number | null;
}
interface OfLog extends OfBuild {
  logId: string;
}
interface Placed {
  step: string | null;
  line: string | null;
}

/** What is made to be counted. */
export interface Product {
  materialId: string;
  name: string;
  specification: string;
  quantity: number;
  unit: QuantityUnit;
}

export interface StartBuild extends OfBuild {
  type: 'StartBuild';
  workshopId: string;
  kind: BuildKind;
  name: string;
  of: PinnedRevision | null;
  things: string[];
  product: Product | null;
  subjectId: string | null;
  forBuild: { buildId: string; line: string } | null;
  noteId: string | null;
}

export interface MeetLine extends OfBuild, Happened, Placed {
  type: 'MeetLine';
  meetingId: string;
  name: string;
  how: 'new' | 'unknown';
  quantity: number;
  unit: QuantityUnit;
  massKilograms: number | null;
  price: Price | null;
  substitutes: boolean;
  reasonId: string | null;
}

export interface WriteLog extends OfLog, Happened {
  type: 'WriteLog';
  step: string | null;
  photographs: readonly string[];
  sounds: readonly string[];
  noteId: string | null;
}

export type LogCommand =
  | WriteLog
  | ({ type: 'NoteLog'; noteId: string } & OfLog)
  | ({ type: 'AddSound'; fileId: string } & OfLog)
  | ({ type: 'MoveLog'; step: string | null } & OfLog)
  | ({ type: 'RemoveLog' } & OfLog)
  | ({ type: 'RestoreLog' } & OfLog);

export interface TakeMeasurement extends OfBuild, Happened, Placed {
  type: 'TakeMeasurement';
  measurementId: string;
  name: string;
  value: number;
  unit: string;
  least: number | null;
  most: number | null;
}
export interface RecordTest extends OfBuild, Happened {
  type: 'RecordTest';
  testId: string;
  name: string;
  outcome: 'passed' | 'failed';
  noteId: string | null;
}
export interface MakeRemark extends OfBuild, Happened, Placed {
  type: 'MakeRemark';
  remarkId: string;
  kind: 'deviation' | 'problem';
  textId: string;
  /** Raised on the design as well; null: only noted here. */
  problemId: string | null;
  safety: boolean;
}
export type FindingCommand =
  | TakeMeasurement
  | RecordTest
  | MakeRemark
  | ({ type: 'TakeBackMeasurement'; measurementId: string } & OfBuild)
  | ({ type: 'TakeBackTest'; testId: string } & OfBuild)
  | ({ type: 'TakeBackRemark'; remarkId: string } & OfBuild)
  | ({ type: 'RestoreMeasurement'; measurementId: string } & OfBuild)
  | ({ type: 'RestoreTest'; testId: string } & OfBuild)
  | ({ type: 'RestoreRemark'; remarkId: string } & OfBuild);

/** What stands on a thing's plate and its label. */
export interface Plate {
  itemId: string;
  name: string;
  serial: string;
  code: string;
}

export interface CompleteBuild extends OfBuild, Happened {
  type: 'CompleteBuild';
  /** What is asked for other than usual. */
  things: { itemId: string; name: string | null; serial: string | null }[];
  produced: number | null;
}
export type EndCommand =
  | CompleteBuild
  | ({ type: 'ReopenBuild' } & OfBuild)
  | ({ type: 'AbandonBuild'; reasonId: string | null } & OfBuild);

export type WorkCommand =
  | ({ type: 'DescribeBuild'; name: string; noteId: string | null; subjectId: string | null } & OfBuild)
  | ({ type: 'JoinHands'; memberId: string } & OfBuild)
  | ({ type: 'LeaveHands'; memberId: string } & OfBuild)
  | ({ type: 'ChooseLine'; line: string; choice: LineChoice | null } & OfBuild)
  | MeetLine
  | ({ type: 'TakeBackMeeting'; meetingId: string } & OfBuild)
  | ({ type: 'RestoreMeeting'; meetingId: string } & OfBuild)
  | ({ type: 'DoStep'; step: string } & OfBuild & Happened)
  | ({ type: 'UndoStep'; step: string } & OfBuild)
  | ({ type: 'JoinSession'; machineId: string; bookingId: string } & OfBuild)
  | ({ type: 'LeaveSession'; machineId: string; bookingId: string } & OfBuild);

export type BuildCommand = StartBuild | WorkCommand | LogCommand | FindingCommand | EndCommand;
