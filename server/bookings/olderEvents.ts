import type { Upcaster } from '../eventstore/upcaster.ts';

/** How older versions of the calendar's events read today. */
export const olderCalendarEvents: readonly Upcaster[] = [
  {
    type: 'BookingPlaced',
    fromVersion: 1,
    upcast: (data) => ({
      ...data,
      supervisorId: null,
      seriesId: null,
      holdId: null,
      walkUp: false,
      awaits: [],
      answerBy: null,
      overridden: null,
    }),
  },
  {
    type: 'BookingMoved',
    fromVersion: 1,
    upcast: (data) => ({ ...data, awaits: [], answerBy: null, overridden: null }),
  },
  {
    type: 'BookingResized',
    fromVersion: 1,
    upcast: (data) => ({ ...data, renewal: false, awaits: [], answerBy: null, overridden: null }),
  },
  { type: 'BookingCancelled', fromVersion: 1, upcast: (data) => ({ ...data, late: false }) },
  {
    type: 'OutageDeclared',
    fromVersion: 1,
    upcast: (data) => ({ ...data, kind: 'outOfOrder', faultId: null, planId: null }),
  },
  { type: 'UseStarted', fromVersion: 1, upcast: (data) => ({ ...data, buildId: null, step: null }) },
  { type: 'OutageEnded', fromVersion: 1, upcast: (data) => ({ ...data, noteId: null }) },
];
