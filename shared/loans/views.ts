import { z } from 'zod';
import { objection } from '../bookings/rules.ts';
import { bookingView } from '../bookings/views.ts';
import { undo } from '../commandReply.ts';
import { bookingId, fileId, labelCode, machineId, memberId, workshopId } from '../identifiers.ts';
import { kitPart, tier } from '../machines/events.ts';
import { calendarDate, zonedInstant } from '../time.ts';

/** A piece of a kit, and where it is. */
export const kitPieceView = z.strictObject({
  ...kitPart.shape,
  /** It did not come back, and nobody has found it yet. */
  missing: z.boolean(),
  /** A tool of its own that is lent without its kit now. */
  lentAlone: z.boolean(),
});
export type KitPieceView = z.infer<typeof kitPieceView>;

/** On its shelf, with somebody, out of order, or with the member whose it is. */
export const toolState = z.enum(['in', 'out', 'outOfOrder', 'atHome']);

export const toolView = z.strictObject({
  machineId,
  workshopId,
  workshopName: z.string(),
  timeZone: z.string(),
  labelCode,
  name: z.string(),
  kind: z.enum(['tool', 'kit']),
  maker: z.string().nullable(),
  model: z.string().nullable(),
  area: z.string().nullable(),
  photographs: z.array(fileId),
  tier,
  /** The viewer lends it to the workshop, and may take it home. */
  lentByMe: z.boolean(),
  state: toolState,
  /** When it is due back; null where it is in, or nobody knows. */
  back: zonedInstant.nullable(),
  overdue: z.boolean(),
  /** The viewer has it. */
  withMe: z.boolean(),
  /** From when on somebody else has reserved it next. */
  nextReserved: zonedInstant.nullable(),
  contents: z.array(kitPieceView),
  /** Names of missing pieces. None: a kit is complete. */
  missing: z.array(z.string()),
});
export type ToolView = z.infer<typeof toolView>;

/** Answer to `GET /api/tools`: by name. */
export const toolList = z.strictObject({ tools: z.array(toolView) });

/** One calendar day of the workshop: when a tool can be collected on it, and when one that is due on it is due. */
export const loanDay = z.strictObject({
  date: calendarDate,
  holiday: z.string().nullable(),
  /** Null: the workshop is closed, or somebody has it. */
  collect: zonedInstant.nullable(),
  /** Null: the workshop is closed. */
  due: zonedInstant.nullable(),
  /** What is collected on the same day is due then; null: the workshop is closed. */
  closes: zonedInstant.nullable(),
});
export type LoanDay = z.infer<typeof loanDay>;

/** Answer to `GET /api/tools/{machineId}/days`: what reserving by days offers. */
export const loanDaysView = z.strictObject({
  machineId,
  timeZone: z.string(),
  days: z.array(loanDay),
  /** Longest loan in elapsed minutes; null: any. */
  longestMinutes: z.int().nullable(),
  /** Stretches in which somebody has it. */
  taken: z.array(z.strictObject({ start: zonedInstant, end: zonedInstant })),
});
export type LoanDaysView = z.infer<typeof loanDaysView>;

/** A loan, or a reservation of a tool. */
export const loanView = z.strictObject({
  booking: bookingView,
  tool: toolView,
  /** Out past its due time. */
  overdue: z.boolean(),
  /** The due time that a renewal would give; null where it has been renewed as often as it may be, or somebody waits. */
  renewedUntil: zonedInstant.nullable(),
  /** It is waited for. */
  waitedFor: z.boolean(),
});
export type LoanView = z.infer<typeof loanView>;

/** Answer to `GET /api/me/loans`. */
export const myLoansView = z.strictObject({
  out: z.array(loanView),
  reserved: z.array(loanView),
  /** Tools of one's own that one lends to workshops. */
  lent: z.array(toolView),
});
export type MyLoansView = z.infer<typeof myLoansView>;

/** Answer to `GET /api/workshops/{workshopId}/loans`, for its hosts: overdue ones first, each once. */
export const workshopLoansView = z.strictObject({
  workshopId,
  workshopName: z.string(),
  timeZone: z.string(),
  overdue: z.array(loanView),
  dueToday: z.array(loanView),
  out: z.array(loanView),
  collectToday: z.array(loanView),
  /** Kits that lack something, on their shelf. */
  incomplete: z.array(toolView),
});
export type WorkshopLoansView = z.infer<typeof workshopLoansView>;

/** Somebody in front of the desk. */
export const borrowerView = z.strictObject({
  memberId,
  name: z.string().nullable(),
  /** Why they cannot borrow now, as a sentence; null where they can. */
  stopped: z.string().nullable(),
  out: z.array(loanView),
  /** Reservations that begin today or have begun. */
  collectToday: z.array(loanView),
});
export type BorrowerView = z.infer<typeof borrowerView>;

/** A tool in front of the desk. */
export const toolAtDesk = z.strictObject({
  tool: toolView,
  /** Who has it. */
  loan: loanView.nullable(),
  /** Who has reserved it for today. */
  collectToday: z.array(loanView),
  /** When it may be due, the first first, were it lent now; the last is usual. */
  dueTimes: z.array(zonedInstant),
});
export type ToolAtDesk = z.infer<typeof toolAtDesk>;

/** Answer to `GET /api/workshops/{workshopId}/desk/scan?code=`: a person, a tool, or what a fragment may mean. */
export const scanView = z.strictObject({
  person: borrowerView.nullable(),
  tool: toolAtDesk.nullable(),
  people: z.array(z.strictObject({ memberId, name: z.string() })),
  tools: z.array(z.strictObject({ machineId, name: z.string(), labelCode })),
});
export type ScanView = z.infer<typeof scanView>;

/** Answer to lending, told alike by a dry run: tool by tool. */
export const lendReply = z.strictObject({
  memberId,
  tools: z.array(
    z.strictObject({
      machineId,
      name: z.string(),
      /** Null: it was refused, or this was a dry run. */
      bookingId: bookingId.nullable(),
      revision: z.int().nullable(),
      /** Its reservation was started. */
      wasReserved: z.boolean(),
      due: zonedInstant,
      undo: undo.nullable(),
      /** Pieces that the kit lacks as it goes out. */
      missing: z.array(z.string()),
      objections: z.array(objection),
    }),
  ),
});
export type LendReply = z.infer<typeof lendReply>;
