/** Nobody's word is awaited for the booking, and no rule is set aside. */
export const settled = { awaits: [], answerBy: null, overridden: null };

/** What most bookings have in their `BookingPlaced`: one person's own wish, made ahead, of the machine as it is. */
export const undisputed = {
  purposeId: null,
  supervisorId: null,
  seriesId: null,
  holdId: null,
  walkUp: false,
  ...settled,
};
