import type { Upcaster } from '../eventstore/upcaster.ts';

/** How members' events of older versions look today. */
export const olderMemberEvents: readonly Upcaster[] = [
  {
    // A pause stopped everything before it could stop some of it.
    type: 'MemberPaused',
    fromVersion: 1,
    upcast: (data) => ({ ...data, what: ['bookings', 'loans', 'starts'] }),
  },
];
