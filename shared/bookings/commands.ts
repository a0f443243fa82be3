import { z } from 'zod';
import {
  bookingId,
  buildId,
  entryId,
  faultId,
  fileId,
  machineId,
  memberId,
  planId,
  reservationId,
} from '../identifiers.ts';
import { freeText, properName, writtenReason } from '../text.ts';
import { calendarDate, instant, wallTime } from '../time.ts';
import { condition, meterReading, outageKind } from './events.ts';
import { bookingRule } from './rules.ts';

/** Longest stretch that one booking or correction may cover: nothing in a workshop is taken for longer. */
export const LONGEST_BOOKING_DAYS = 92;

const withinReason = ({ start, end }: { start: string; end: string }) =>
  Date.parse(end) - Date.parse(start) <= LONGEST_BOOKING_DAYS * 86_400_000;
const tooLong = { message: `lasts longer than ${LONGEST_BOOKING_DAYS} days`, path: ['end'] };

/** Rules to set aside, by name, with the reason that stands beside the booking for ever. Stewards and trainers only. */
export const overrideRequest = z.strictObject({
  rules: z.array(bookingRule).min(1).max(30),
  reason: writtenReason,
});
export type OverrideRequest = z.infer<typeof overrideRequest>;

/**
 * Body of `POST /api/machines/{machineId}/bookings`. `memberId`: for somebody else (stewards); `supervisorId`: under the eyes of somebody
 * competent, who is asked; `holdId`: takes the slot held for me.
 */
export const placeBooking = z
  .strictObject({
    start: instant,
    end: instant,
    purpose: freeText.optional(),
    memberId: memberId.optional(),
    supervisorId: memberId.optional(),
    holdId: z.uuid().optional(),
    override: overrideRequest.optional(),
  })
  .refine(withinReason, tooLong);
export type PlaceBooking = z.infer<typeof placeBooking>;

/** Bodies of `…/bookings/{bookingId}/move` and `/resize`: the interval that it shall have. */
export const moveBooking = z
  .strictObject({ start: instant, end: instant, override: overrideRequest.optional() })
  .refine(withinReason, tooLong);
export type MoveBooking = z.infer<typeof moveBooking>;
export const resizeBooking = moveBooking;
export type ResizeBooking = MoveBooking;

/** Bodies of `…/cancel` and `…/reinstate`: the address says it all. */
export const cancelBooking = z.strictObject({});
export const reinstateBooking = z.strictObject({});

/** Body of `…/correct`: what really happened, after it was over. */
export const correctBooking = z
  .strictObject({ start: instant, end: instant, note: freeText.optional() })
  .refine(withinReason, tooLong);
export type CorrectBooking = z.infer<typeof correctBooking>;

/** Body of `…/confirm`: a steward approves, or the supervisor agrees. */
export const confirmBooking = z.strictObject({});
/** Body of `…/decline`. */
export const declineBooking = z.strictObject({ reason: freeText.optional() });

/** Body of `…/pass`: somebody entitled gets the booking instead of me. */
export const passBooking = z.strictObject({ memberId });

/**
 * Body of `POST /api/machines/{machineId}/series`. Wall time of the workshop; weekday, length and count as given. Every occurrence is
 * decided alone. `onlyAllowed`: place those that stand, else nothing is placed unless all stand.
 */
export const placeSeries = z.strictObject({
  firstDate: calendarDate,
  startsAt: wallTime,
  minutes: z
    .int()
    .min(1)
    .max(LONGEST_BOOKING_DAYS * 1_440),
  every: z.strictObject({ unit: z.enum(['day', 'week']), number: z.int().min(1).max(12) }),
  occurrences: z.int().min(2).max(60),
  onlyAllowed: z.boolean(),
  purpose: freeText.optional(),
});
export type PlaceSeries = z.infer<typeof placeSeries>;

/** Body of `POST /api/machines/{machineId}/waiting`: so many minutes in a row somewhere in between. */
export const joinWaiting = z
  .strictObject({ from: instant, to: instant, minutes: z.int().min(1).max(132_480) })
  .refine(({ from, to, minutes }) => Date.parse(to) - Date.parse(from) >= minutes * 60_000, {
    message: 'is shorter than what is wished for',
    path: ['to'],
  });
export type JoinWaiting = z.infer<typeof joinWaiting>;

/** Bodies of `…/waiting/{waitId}/leave` and `…/holds/{holdId}/decline`. */
export const leaveWaiting = z.strictObject({});
export const declineHold = z.strictObject({});

/** Body of `POST /api/workshops/{workshopId}/reservations`: a class, cleaning. Its dry run lists the bookings hit. */
export const reserveTime = z
  .strictObject({
    machineIds: z.array(machineId).min(1).max(50),
    start: instant,
    end: instant,
    purpose: writtenReason,
  })
  .refine(withinReason, tooLong);
export type ReserveTime = z.infer<typeof reserveTime>;
export const liftReservation = z.strictObject({});
export const reservationReply = z.strictObject({
  made: z.array(z.strictObject({ machineId, reservationId, revision: z.int().nullable() })),
  hit: z.array(z.strictObject({ machineId, bookingId, start: instant, end: instant })),
});

/**
 * Body of `POST /api/machines/{machineId}/use/start`. With `bookingId` the booking is started, else it is a walk-up until `until` (left
 * out: as long as the rules allow, at most to the machine's longest). `accompanied`: somebody else is in the room.
 */
export const startUse = z.strictObject({
  bookingId: bookingId.optional(),
  until: instant.optional(),
  accompanied: z.boolean().optional(),
  supervisorId: memberId.optional(),
  /** The build for which it is used, and the step of it: one start tells both. */
  buildId: buildId.optional(),
  step: entryId.nullable().optional(),
});
export type StartUse = z.infer<typeof startUse>;

/** Body of `…/bookings/{bookingId}/stop`. `at`: earlier than now, when the stop was forgotten. */
export const stopUse = z.strictObject({
  at: instant.optional(),
  readings: z.array(meterReading).max(5).optional(),
  /** A reading below the last one is right: the meter was exchanged or set back. */
  meterReset: z.boolean().optional(),
  /** It never began: the booking stands as before. Within a minute of the start. */
  startedByMistake: z.boolean().optional(),
  note: freeText.optional(),
  condition: condition.optional(),
  missing: z.array(properName).max(200).optional(),
  photographs: z.array(fileId).max(6).optional(),
});
export type StopUse = z.infer<typeof stopUse>;

/** Body of `…/bookings/{bookingId}/extend`: a new planned end. Of a loan: its renewal. */
export const extendUse = z.strictObject({ end: instant, override: overrideRequest.optional() });

/** Body of `…/bookings/{bookingId}/hand-over`: the machine runs on under somebody else's hands. */
export const handOver = z.strictObject({ memberId });

/**
 * Body of `POST /api/machines/{machineId}/outages`: from now, if `start` is left out; nobody knows until when, if `end` is. Any member
 * may declare `unsafe` from now; the other kinds are for hosts and stewards.
 */
export const declareOutage = z
  .strictObject({
    kind: outageKind.optional(),
    start: instant.optional(),
    end: instant.nullable().optional(),
    reason: writtenReason,
    faultId: faultId.optional(),
    planId: planId.optional(),
  })
  .refine(({ kind, start, end }) => kind !== 'unsafe' || (start === undefined && (end ?? null) === null), {
    message: 'cannot be set: what is unsafe is locked from now until somebody competent returns it',
    path: ['start'],
  });
export type DeclareOutage = z.infer<typeof declareOutage>;

/** Body of `…/outages/{outageId}/end`: it is back in service now. One that is unsafe needs a note. */
export const endOutage = z.strictObject({ note: freeText.optional() });
export type EndOutage = z.infer<typeof endOutage>;

export const reservationParams = z.strictObject({ machineId, reservationId });
