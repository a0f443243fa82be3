import type { Awaited, Condition, OutageKind, UsedVia } from '../../shared/bookings/events.ts';
import type { BookingRule } from '../../shared/bookings/rules.ts';

/** Commands to a machine's calendar. Instants in UTC milliseconds; free texts by id. */

/** Rules that the giver sets aside, and where the reason is written. */
export interface OverrideGiven {
  rules: BookingRule[];
  reasonId: string;
}

export interface PlaceBooking {
  type: 'PlaceBooking';
  bookingId: string;
  machineId: string;
  workshopId: string;
  memberId: string;
  start: number;
  end: number;
  purposeId: string | null;
  supervisorId?: string | null;
  seriesId?: string | null;
  holdId?: string | null;
  override?: OverrideGiven | null;
}

/** Places what stands of a series in one append; with `onlyAllowed` false nothing, unless all of it stands. */
export interface PlaceSeries {
  type: 'PlaceSeries';
  seriesId: string;
  machineId: string;
  workshopId: string;
  memberId: string;
  purposeId: string | null;
  onlyAllowed: boolean;
  occurrences: { bookingId: string; start: number; end: number }[];
}

interface OfBooking {
  machineId: string;
  bookingId: string;
}
export interface MoveBooking extends OfBooking {
  type: 'MoveBooking';
  start: number;
  end: number;
  override?: OverrideGiven | null;
}
/** Also extends what is in use, and renews a loan. */
export interface ResizeBooking extends OfBooking {
  type: 'ResizeBooking';
  start: number;
  end: number;
  override?: OverrideGiven | null;
}
export type ChangeTimes = MoveBooking | ResizeBooking;
export interface CancelBooking extends OfBooking {
  type: 'CancelBooking';
}
export interface ReinstateBooking extends OfBooking {
  type: 'ReinstateBooking';
}
export interface CorrectBooking extends OfBooking {
  type: 'CorrectBooking';
  start: number;
  end: number;
  noteId: string | null;
}
export interface ConfirmBooking extends OfBooking {
  type: 'ConfirmBooking';
  grants: Awaited;
}
export interface DeclineBooking extends OfBooking {
  type: 'DeclineBooking';
  declines: Awaited;
  reasonId: string | null;
}
export interface PassBooking extends OfBooking {
  type: 'PassBooking';
  toMemberId: string;
}

/** The build for which a machine is used. Left out: none. */
export interface ForBuild {
  forBuild?: { buildId: string; step: string | null };
}
/** Starts a booking. */
export interface StartUse extends OfBooking, ForBuild {
  type: 'StartUse';
  via: UsedVia;
  accompanied: boolean;
}
/** Books from now on and starts, in one append. */
export interface WalkUp extends ForBuild {
  type: 'WalkUp';
  bookingId: string;
  machineId: string;
  workshopId: string;
  memberId: string;
  /** Planned end; null: as long as the rules allow. */
  end: number | null;
  supervisorId: string | null;
  via: UsedVia;
  accompanied: boolean;
}
export interface StopUse extends OfBooking {
  type: 'StopUse';
  /** Null: now. */
  at: number | null;
  via: UsedVia;
  readings: { name: string; value: number }[];
  /** A reading below the last one is right: the meter was exchanged or set back. */
  meterReset: boolean;
  /** It never began: the booking stands as before. Within a minute of the start. */
  startedByMistake: boolean;
  noteId: string | null;
  condition: Condition | null;
  missing: string[];
  photographs: string[];
}
export interface HandOverUse extends OfBooking {
  type: 'HandOverUse';
  toMemberId: string;
}
/** What a reader logged while it was offline: never refused, flagged where it contradicts. */
export interface RecordUse extends OfBooking {
  type: 'RecordUse';
  workshopId: string;
  memberId: string;
  startedAt: number;
  /** Null: it still runs. */
  stoppedAt: number | null;
  /** Planned end where it still runs, or where it made its own booking. */
  plannedEnd: number;
}

export interface JoinWaiting {
  type: 'JoinWaiting';
  waitId: string;
  machineId: string;
  workshopId: string;
  memberId: string;
  from: number;
  to: number;
  minutes: number;
}
export interface LeaveWaiting {
  type: 'LeaveWaiting';
  machineId: string;
  waitId: string;
}
export interface DeclineHold {
  type: 'DeclineHold';
  machineId: string;
  holdId: string;
}

export interface ReserveTime {
  type: 'ReserveTime';
  /** All machines that are reserved together: the same commandId with others among them is another command. */
  among?: string[];
  reservationId: string;
  machineId: string;
  workshopId: string;
  memberId: string;
  start: number;
  end: number;
  purposeId: string;
}
export interface LiftReservation {
  type: 'LiftReservation';
  machineId: string;
  reservationId: string;
}

/** Asks the rules again about bookings that later facts may have hit, or no longer hit. */
export interface ReconsiderBookings {
  type: 'ReconsiderBookings';
  machineId: string;
  bookingIds: string[];
}
/**
 * Does what time has made due: missed bookings, lapsed requests, holds that ran out (the next in line), sessions that
 * nobody stopped. `downtime`: stretches in which the server did not run; they extend every grace.
 */
export interface SettleDue {
  type: 'SettleDue';
  machineId: string;
  downtime: { start: number; end: number }[];
}

export interface DeclareOutage {
  type: 'DeclareOutage';
  outageId: string;
  machineId: string;
  workshopId: string;
  kind: OutageKind;
  /** Null: from now. */
  start: number | null;
  /** Null: nobody knows. */
  end: number | null;
  reasonId: string | null;
  faultId: string | null;
  planId: string | null;
}
export interface EndOutage {
  type: 'EndOutage';
  machineId: string;
  outageId: string;
  noteId: string | null;
}

export type CalendarCommand =
  | PlaceBooking
  | PlaceSeries
  | MoveBooking
  | ResizeBooking
  | CancelBooking
  | ReinstateBooking
  | CorrectBooking
  | ConfirmBooking
  | DeclineBooking
  | PassBooking
  | StartUse
  | WalkUp
  | StopUse
  | HandOverUse
  | RecordUse
  | JoinWaiting
  | LeaveWaiting
  | DeclineHold
  | ReserveTime
  | LiftReservation
  | ReconsiderBookings
  | SettleDue
  | DeclareOutage
  | EndOutage;
