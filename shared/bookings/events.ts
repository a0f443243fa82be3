import { z } from 'zod';
import {
  bookingId,
  buildId,
  entryId,
  faultId,
  fileId,
  holdId,
  machineId,
  memberId,
  outageId,
  planId,
  reservationId,
  seriesId,
  textId,
  waitId,
  workshopId,
} from '../identifiers.ts';
import { properName } from '../text.ts';
import { instant } from '../time.ts';
import { bookingRule } from './rules.ts';

const booking = { bookingId, machineId, workshopId, memberId };
const ofMachine = { machineId, workshopId };

/** What a pending booking still waits for. */
export const awaited = z.enum(['approval', 'supervision']);
export type Awaited = z.infer<typeof awaited>;

/** Rules that somebody entitled set aside, and why. */
export const override = z.strictObject({
  rules: z.array(bookingRule).min(1),
  reasonId: textId,
  by: memberId,
});
export type Override = z.infer<typeof override>;

/** How a start or stop reached the log: a tap, a kiosk, a reader; a timer where nobody said stop. */
export const usedVia = z.enum(['person', 'kiosk', 'reader', 'timer']);
export type UsedVia = z.infer<typeof usedVia>;

/** State of what comes back. */
export const condition = z.enum(['fine', 'damaged', 'incomplete']);
export type Condition = z.infer<typeof condition>;

export const meterReading = z.strictObject({ name: properName, value: z.number().nonnegative() });

export const outageKind = z.enum(['outOfOrder', 'unsafe', 'maintenance']);
export type OutageKind = z.infer<typeof outageKind>;

const decided = {
  /** Not empty: it is pending, and lapses at `answerBy`. */
  awaits: z.array(awaited),
  answerBy: instant.nullable(),
  overridden: override.nullable(),
};

/** Events of the stream `calendar-{machineId}`: bookings, their use, waiting list, reservations and outages of one machine. */
export const calendarEvents = {
  BookingPlaced: z.strictObject({
    ...booking,
    start: instant,
    end: instant,
    purposeId: textId.nullable(),
    /** The competent member under whose eyes the holder works. */
    supervisorId: memberId.nullable(),
    seriesId: seriesId.nullable(),
    /** The held slot that it takes. */
    holdId: holdId.nullable(),
    /** From now on, together with its start. */
    walkUp: z.boolean(),
    ...decided,
  }),
  BookingMoved: z.strictObject({ ...booking, start: instant, end: instant, ...decided }),
  BookingResized: z.strictObject({
    ...booking,
    start: instant,
    end: instant,
    /** A loan got longer. */
    renewal: z.boolean(),
    ...decided,
  }),
  /** A steward approved, or the supervisor agreed. */
  BookingConfirmed: z.strictObject({ ...booking, granted: awaited }),
  BookingDeclined: z.strictObject({ ...booking, declined: awaited, reasonId: textId.nullable() }),
  /** Nobody answered in time. */
  BookingLapsed: z.strictObject(booking),
  BookingCancelled: z.strictObject({ ...booking, late: z.boolean() }),
  /** The undo of a cancellation, or the late news that somebody had come: the slot is taken again. */
  BookingReinstated: z.strictObject(booking),
  BookingMissed: z.strictObject(booking),
  /** The holder gave it to somebody entitled; `memberId` had it before. */
  BookingPassed: z.strictObject({ ...booking, toMemberId: memberId }),
  /** What really happened, written down after it was over. */
  BookingCorrected: z.strictObject({ ...booking, start: instant, end: instant, noteId: textId.nullable() }),
  /** A later fact stands against it (an outage, a pause, changed hours); it stays, and its holder is told. */
  BookingMarked: z.strictObject({ ...booking, rule: bookingRule }),
  BookingUnmarked: z.strictObject({ ...booking, rule: bookingRule }),

  /** `replayed`: logged offline and told later, with the time at which it happened. */
  UseStarted: z.strictObject({
    ...booking,
    at: instant,
    via: usedVia,
    replayed: z.boolean(),
    /** Bookings that a replayed fact contradicts; both stand. */
    contradicts: z.array(bookingId),
    /** What it is used for: the build, and the step of it. */
    buildId: buildId.nullable(),
    step: entryId.nullable(),
  }),
  /** The rest of the slot is free again. */
  UseStopped: z.strictObject({
    ...booking,
    at: instant,
    via: usedVia,
    replayed: z.boolean(),
    /** Nobody said stop: it ended itself, or the next person ended it. */
    estimated: z.boolean(),
    readings: z.array(meterReading).max(5),
    noteId: textId.nullable(),
    /** Of what was borrowed. */
    condition: condition.nullable(),
    /** Names of a kit's pieces that did not come back. */
    missing: z.array(properName).max(200),
    photographs: z.array(fileId).max(6),
  }),
  /** The machine runs on; from now on under somebody else's hands. `memberId` had it before. */
  UseHandedOver: z.strictObject({ ...booking, toMemberId: memberId, at: instant }),

  /** A wish for `minutes` in a row somewhere in `[from, to)`. */
  WaitingJoined: z.strictObject({
    waitId,
    ...ofMachine,
    memberId,
    from: instant,
    to: instant,
    minutes: z.int().positive(),
  }),
  WaitingLeft: z.strictObject({ waitId, ...ofMachine, memberId }),
  SlotHeld: z.strictObject({
    holdId,
    waitId,
    ...ofMachine,
    memberId,
    start: instant,
    end: instant,
    /** Until then nobody else gets it. */
    until: instant,
  }),
  HoldEnded: z.strictObject({
    holdId,
    waitId,
    ...ofMachine,
    memberId,
    why: z.enum(['taken', 'declined', 'expired', 'overridden', 'ruledOut']),
  }),

  /** For a class, for cleaning: the whole machine, without personal quotas. */
  TimeReserved: z.strictObject({
    reservationId,
    ...ofMachine,
    start: instant,
    end: instant,
    purposeId: textId,
    reservedBy: memberId,
  }),
  ReservationLifted: z.strictObject({ reservationId, ...ofMachine }),

  OutageDeclared: z.strictObject({
    outageId,
    ...ofMachine,
    kind: outageKind,
    start: instant,
    /** When it is expected back; null when nobody knows. It counts as out until it is returned. */
    end: instant.nullable(),
    reasonId: textId.nullable(),
    /** What led to it. */
    faultId: faultId.nullable(),
    planId: planId.nullable(),
  }),
  OutageEnded: z.strictObject({ outageId, ...ofMachine, end: instant, noteId: textId.nullable() }),
};
