import type { BookingView } from '../../../shared/bookings/views.ts';
import type { OutageView } from '../../../shared/machines/views.ts';

const text = (at: number) => new Date(at).toISOString();

/** A booking of the laser as its views tell of it. */
export const bookingAt = (bookingId: string, start: number, end: number, mine: boolean): BookingView => ({
  bookingId,
  machineId: 'laser',
  machineName: 'Laser',
  machineKind: 'laser',
  workshopId: 'hall',
  workshopName: 'Hall',
  timeZone: 'Europe/Berlin',
  start: text(start),
  end: text(end),
  status: 'placed',
  mine,
  holder: null,
  supervisor: null,
  purpose: null,
  awaits: [],
  answerBy: null,
  startedAt: null,
  stoppedAt: null,
  estimated: false,
  condition: null,
  missing: [],
  renewals: 0,
  seriesId: null,
  overridden: null,
  late: false,
  marks: [],
  over: false,
  revision: 1,
});

export const outageAt = (start: number, end: number | null): OutageView => ({
  outageId: `outage-${start}`,
  kind: 'outOfOrder',
  start: text(start),
  end: end === null ? null : text(end),
  reason: 'Belt torn',
  revision: 1,
});
