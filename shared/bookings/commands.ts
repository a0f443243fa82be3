import { z } from 'zod';
import { freeText, writtenReason } from '../text.ts';
import { instant } from '../time.ts';

/** Longest stretch that one booking or correction may cover: nothing in a workshop is taken for longer. */
export const LONGEST_BOOKING_DAYS = 92;

const withinReason = ({ start, end }: { start: string; end: string }) =>
  Date.parse(end) - Date.parse(start) <= LONGEST_BOOKING_DAYS * 86_400_000;
const tooLong = { message: `lasts longer than ${LONGEST_BOOKING_DAYS} days`, path: ['end'] };

/** Body of `POST /api/machines/{machineId}/bookings`. */
export const placeBooking = z
  .strictObject({ start: instant, end: instant, purpose: freeText.optional() })
  .refine(withinReason, tooLong);
export type PlaceBooking = z.infer<typeof placeBooking>;

/** Bodies of `…/bookings/{bookingId}/move` and `/resize`: the interval that it shall have. */
export const moveBooking = z.strictObject({ start: instant, end: instant }).refine(withinReason, tooLong);
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

/** Body of `POST /api/machines/{machineId}/outages`: from now, if `start` is left out; nobody knows until when, if `end` is. */
export const declareOutage = z.strictObject({
  start: instant.optional(),
  end: instant.nullable().optional(),
  reason: writtenReason,
});
export type DeclareOutage = z.infer<typeof declareOutage>;

/** Body of `…/outages/{outageId}/end`: it is back in service now. */
export const endOutage = z.strictObject({});
