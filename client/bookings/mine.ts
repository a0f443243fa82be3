import type { BookingView } from '../../shared/bookings/views.ts';

/** Those that are not over, soonest first; cancelled ones stay in sight until their time has passed. */
export const ahead = (bookings: readonly BookingView[]) =>
  bookings
    .filter(({ over }) => !over)
    .sort((left, right) => Date.parse(left.start) - Date.parse(right.start));

/** Those that are over, latest first. */
export const behind = (bookings: readonly BookingView[]) =>
  bookings.filter(({ over }) => over).sort((left, right) => Date.parse(right.start) - Date.parse(left.start));

/** Streams whose changes concern one's own bookings. */
export const topicsOf = (list: { bookings: BookingView[] } | undefined): string[] => [
  ...new Set((list?.bookings ?? []).map(({ machineId }) => `calendar-${machineId}`)),
];
