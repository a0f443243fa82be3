import { isErased } from '../members/queries.ts';
import { type Consequences, noticeToMember, type Reaction } from '../reactions/reaction.ts';
import type { ViewsReader } from '../views/reader.ts';
import { appointmentsIn } from '../workshops/queries.ts';
import type { KnownBooking } from './knownBooking.ts';
import { bookingById } from './queries.ts';

const NOTHING: Consequences = { commands: [], notices: [] };

/** Tells the holder what others, or later facts, did to their booking; one's own acts are no news. */
const tellHolder: Reaction = {
  name: 'tellHolder',
  on: [
    'BookingMarked',
    'BookingUnmarked',
    'BookingMoved',
    'BookingResized',
    'BookingCancelled',
    'BookingReinstated',
    'BookingConfirmed',
    'BookingDeclined',
    'BookingLapsed',
    'BookingMissed',
    'UseStopped',
    'SlotHeld',
    'HoldEnded',
    'WaitingLeft',
  ],
  react(event, { views }) {
    // Somebody who told later that they had come has missed nothing; of a stop only a guess is news.
    const { data } = event;
    if (event.type === 'BookingMissed' && 'bookingId' in data) {
      const startedAt = bookingById(views, data.bookingId)?.startedAt ?? null;
      if (startedAt !== null) return NOTHING;
    }
    if ('estimated' in data && !data.estimated) return NOTHING;
    return noticeToMember(event, (memberId) => isErased(views, memberId));
  },
};

/** Tells for whom somebody else booked. */
const tellBooked: Reaction = {
  name: 'tellBooked',
  on: ['BookingPlaced'],
  react: (event, { views }) =>
    'walkUp' in event.data && !event.data.walkUp
      ? noticeToMember(event, (memberId) => isErased(views, memberId))
      : NOTHING,
};

/** Tells whoever a booking, or a running machine, was passed to: they may cancel it, or stop. */
const tellReceiver: Reaction = {
  name: 'tellReceiver',
  on: ['BookingPassed', 'UseHandedOver'],
  react(event, { views }) {
    if (!('toMemberId' in event.data)) return NOTHING;
    const { toMemberId, ...data } = event.data;
    const booking = bookingById(views, data.bookingId);
    const times = booking ? timesOf(booking) : {};
    const toReceiver = { ...event, data: { ...data, ...times, memberId: toMemberId } };
    return noticeToMember(toReceiver, (memberId) => isErased(views, memberId));
  },
};

const timesOf = ({ start, end }: KnownBooking) => ({
  start: new Date(start).toISOString(),
  end: new Date(end).toISOString(),
});

/** Asks those whose word a booking waits for: every steward but the holder, and whoever shall supervise. */
const askForWord: Reaction = {
  name: 'askForWord',
  on: ['BookingPlaced', 'BookingMoved', 'BookingResized'],
  react({ data }, { views }) {
    if (!('awaits' in data)) return NOTHING;
    const { bookingId, machineId, workshopId, memberId, start, end, awaits } = data;
    const params = { bookingId, machineId, workshopId, start, end };
    const stewards = awaits.includes('approval') ? stewardsOf(views, workshopId) : [];
    const supervisorId = awaits.includes('supervision') ? bookingById(views, bookingId)?.supervisorId : null;
    const others = stewards.filter((steward) => steward !== memberId);
    return {
      commands: [],
      notices: [
        ...(others.length > 0 ? others : stewards).map((steward) => ({
          memberId: steward,
          kind: 'ApprovalAsked',
          params,
        })),
        ...(supervisorId ? [{ memberId: supervisorId, kind: 'SupervisionAsked', params }] : []),
      ].filter((notice) => !isErased(views, notice.memberId)),
    };
  },
};

const stewardsOf = (views: ViewsReader, workshopId: string): string[] => [
  ...new Set(
    appointmentsIn(views, workshopId).flatMap(({ role, memberId }) => (role === 'steward' ? [memberId] : [])),
  ),
];

/** Who hears of what happens to bookings, held slots and sessions. */
export const tellingReactions: readonly Reaction[] = [tellHolder, tellBooked, tellReceiver, askForWord];
