import { z } from 'zod';
import { bookingId, machineId, memberId, outageId, textId, workshopId } from '../identifiers.ts';
import { instant } from '../time.ts';
import { bookingRule } from './rules.ts';

const booking = { bookingId, machineId, workshopId, memberId };

/** Events of the stream `calendar-{machineId}`: bookings and outages of one machine. */
export const calendarEvents = {
  BookingPlaced: z.strictObject({ ...booking, start: instant, end: instant, purposeId: textId.nullable() }),
  BookingMoved: z.strictObject({ ...booking, start: instant, end: instant }),
  BookingResized: z.strictObject({ ...booking, start: instant, end: instant }),
  BookingCancelled: z.strictObject(booking),
  /** The undo of a cancellation: the slot is taken again, after all rules were asked again. */
  BookingReinstated: z.strictObject(booking),
  /** What really happened, written down after it was over. */
  BookingCorrected: z.strictObject({ ...booking, start: instant, end: instant, noteId: textId.nullable() }),
  /** A later fact stands against it (an outage, a pause, changed hours); it stays, and its holder is told. */
  BookingMarked: z.strictObject({ ...booking, rule: bookingRule }),
  BookingUnmarked: z.strictObject({ ...booking, rule: bookingRule }),
  OutageDeclared: z.strictObject({
    outageId,
    machineId,
    workshopId,
    start: instant,
    /** When it is expected back; null when nobody knows. It counts as out until it is returned. */
    end: instant.nullable(),
    reasonId: textId,
  }),
  OutageEnded: z.strictObject({ outageId, machineId, workshopId, end: instant }),
};
