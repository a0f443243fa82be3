import { kitsWith, machineById, machinesDependingOn, machinesOf } from '../machines/queries.ts';
import type { Consequences, Reaction } from '../reactions/reaction.ts';
import type { ViewsReader } from '../views/reader.ts';
import { calendarCommands, calendarStream } from './commands.ts';
import type { KnownBooking } from './knownBooking.ts';
import { openBookingsOf, openBookingsOn, supervisedBy } from './queries.ts';
import { tellingReactions } from './telling.ts';
import { waitsOf } from './waiting/queries.ts';

/** Bookings that one command reconsiders: a few events for each stay well within the bytes of one append. */
const AT_ONCE = 200;

const NOTHING: Consequences = { commands: [], notices: [] };

/**
 * Has the calendars ask their rules again about these bookings: what a later fact hits is marked, what it no longer
 * hits is unmarked. Asking twice changes nothing.
 */
function reconsidering(views: ViewsReader, bookings: readonly KnownBooking[]): Consequences {
  const { ReconsiderBookings } = calendarCommands(views);
  const commands: Consequences['commands'] = [];
  for (const [machineId, ofMachine] of Map.groupBy(bookings, (booking) => booking.machineId)) {
    for (let first = 0; first < ofMachine.length; first += AT_ONCE) {
      const bookingIds = ofMachine.slice(first, first + AT_ONCE).map(({ bookingId }) => bookingId);
      const command = { type: 'ReconsiderBookings', machineId, bookingIds } as const;
      commands.push({
        stream: `${calendarStream(machineId)}/${first}`,
        give: (handler, given) => handler.handle(ReconsiderBookings, { ...given, command }),
      });
    }
  }
  return { commands, notices: [] };
}

/** Another description or other rules, a retirement, time that the workshop reserves: all bookings of the machine. */
const reconsiderMachine: Reaction = {
  name: 'reconsiderMachine',
  on: [
    'MachineDescribed',
    'BookingRulesSet',
    'MachineRetired',
    'MachineReinstated',
    'TimeReserved',
    'ReservationLifted',
  ],
  react: ({ data }, { views, now }) =>
    'machineId' in data && typeof data.machineId === 'string'
      ? reconsidering(views, openBookingsOn(views, data.machineId, now))
      : NOTHING,
};

/** An outage, or a return: all bookings of the machine, and of those that do not run without it. */
const reconsiderDependants: Reaction = {
  name: 'reconsiderDependants',
  on: ['OutageDeclared', 'OutageEnded'],
  react({ data }, { views, now }) {
    if (!('machineId' in data) || typeof data.machineId !== 'string') return NOTHING;
    const dependants = machinesDependingOn(views, data.machineId).map(({ machineId }) => machineId);
    return reconsidering(
      views,
      [data.machineId, ...dependants].flatMap((machineId) => openBookingsOn(views, machineId, now)),
    );
  },
};

/** A loan of a kit or of one of its pieces: bookings of the others that two at the same moment let through. */
const reconsiderKits: Reaction = {
  name: 'reconsiderKits',
  on: ['BookingPlaced', 'BookingMoved', 'BookingResized', 'BookingCancelled', 'UseStopped'],
  react({ data }, { views, now }) {
    if (!('machineId' in data) || typeof data.machineId !== 'string') return NOTHING;
    const machine = machineById(views, data.machineId);
    if (machine?.kind !== 'kit' && machine?.kind !== 'tool') return NOTHING;
    const pieces = machine.contents.flatMap(({ toolId }) => toolId ?? []);
    const kits = machine.kind === 'tool' ? kitsWith(views, machine).map(({ machineId }) => machineId) : [];
    return reconsidering(
      views,
      [...pieces, ...kits].flatMap((machineId) => openBookingsOn(views, machineId, now)),
    );
  },
};

/**
 * A pause, an ended membership, a withdrawn competence and their opposites: all bookings of the member, and those of
 * others that are only allowed under the member's eyes.
 */
const reconsiderMember: Reaction = {
  name: 'reconsiderMember',
  on: [
    'MembershipGranted',
    'MembershipEnded',
    'MemberPaused',
    'PauseReviewed',
    'PauseLifted',
    'CompetenceGranted',
    'CompetenceWithdrawn',
    'RoleAppointed',
    'RoleRecalled',
  ],
  react: ({ data }, { views, now }) =>
    'memberId' in data
      ? reconsidering(views, [
          ...openBookingsOf(views, data.memberId, now),
          ...supervisedBy(views, data.memberId, now),
        ])
      : NOTHING,
};

/** Other opening hours, a recognition given or recalled: all bookings of the workshop's machines. */
const reconsiderWorkshop: Reaction = {
  name: 'reconsiderWorkshop',
  on: ['OpeningHoursSet', 'CompetenceRecognised', 'RecognitionRecalled'],
  react({ data }, { views, now }) {
    if (!('workshopId' in data) || data.workshopId === null) return NOTHING;
    const machines = machinesOf(views, data.workshopId);
    return reconsidering(
      views,
      machines.flatMap(({ machineId }) => openBookingsOn(views, machineId, now)),
    );
  },
};

/** Whoever is erased comes no more: what they had booked ahead is free again, and they wait for nothing. */
const releaseErased: Reaction = {
  name: 'releaseErased',
  on: ['MemberErased'],
  react({ data }, { views, now }) {
    if (!('memberId' in data)) return NOTHING;
    const { CancelBooking } = calendarCommands(views);
    const commands: Consequences['commands'] = [];
    for (const { machineId, bookingId } of openBookingsOf(views, data.memberId, now)) {
      const command = { type: 'CancelBooking', machineId, bookingId } as const;
      commands.push({
        stream: `${calendarStream(machineId)}/${bookingId}`,
        give: (handler, given) => handler.handle(CancelBooking, { ...given, command }),
      });
    }
    const { LeaveWaiting } = calendarCommands(views);
    for (const { machineId, waitId } of waitsOf(views, data.memberId)) {
      const command = { type: 'LeaveWaiting', machineId, waitId } as const;
      commands.push({
        stream: `${calendarStream(machineId)}/${waitId}`,
        give: (handler, given) => handler.handle(LeaveWaiting, { ...given, command }),
      });
    }
    return { commands, notices: [] };
  },
};

/** What follows for bookings from what happens elsewhere, and for their holders from what happens to bookings. */
export const bookingReactions: readonly Reaction[] = [
  reconsiderMachine,
  reconsiderDependants,
  reconsiderKits,
  reconsiderMember,
  reconsiderWorkshop,
  releaseErased,
  ...tellingReactions,
];
