import type { CalendarEvent } from '../../shared/schemasOfEvents.ts';
import type { CommandDefinition } from '../commands/definition.ts';
import type { ViewsReader } from '../views/reader.ts';
import { find, runningBookings } from './agenda.ts';
import type { CalendarState } from './calendar.ts';
import type { CalendarCommand } from './calendarCommands.ts';
import { calendarDecider } from './decide.ts';
import { calendarFacts } from './facts.ts';
import { bookingById } from './queries.ts';
import type { CalendarFacts } from './slot.ts';

type Of<Type extends CalendarCommand['type']> = Extract<CalendarCommand, { type: Type }>;
type Definition<Type extends CalendarCommand['type']> = CommandDefinition<
  Of<Type>,
  CalendarState,
  CalendarEvent,
  CalendarFacts
>;

export const calendarStream = (machineId: string): string => `calendar-${machineId}`;

const bookingIn = (state: CalendarState, bookingId: string) =>
  state.status === 'empty' ? undefined : find(state.agenda, bookingId);

const outageRevision = (state: CalendarState, { outageId }: { outageId: string }) =>
  state.status === 'empty'
    ? undefined
    : state.outages.find((outage) => outage.outageId === outageId)?.revision;

const waitingIn = (state: CalendarState) =>
  state.status === 'empty' ? [] : state.waiting.map(({ memberId }) => memberId);

const runningIn = (state: CalendarState) =>
  state.status === 'empty' ? [] : runningBookings(state.agenda).map(({ memberId }) => memberId);

/** The commands of a machine's calendar; their facts come from the views. */
export function calendarCommands(views: ViewsReader): {
  [Type in CalendarCommand['type']]: Definition<Type>;
} {
  const about = <Type extends CalendarCommand['type']>(
    type: Type,
    membersOf: (command: Of<Type>, state: CalendarState) => (string | null | undefined)[],
  ): Definition<Type> => ({
    type,
    decider: calendarDecider,
    stream: ({ machineId }) => calendarStream(machineId),
    facts: (command, { now, actor }, state) => {
      // Besides those whom it is about: whoever gives it, and those who wait for what it may free.
      const giver = actor.kind === 'member' ? [actor.memberId] : [];
      const members = [...giver, ...membersOf(command, state), ...waitingIn(state)];
      const known = members.filter((memberId) => typeof memberId === 'string');
      return calendarFacts(views, command.machineId, known, now, actor);
    },
  });
  /** The rules are asked about the holder, whoever changes the booking. */
  const holder = ({ bookingId }: { bookingId: string }, state: CalendarState) => {
    const booking = bookingIn(state, bookingId);
    return [booking?.memberId, booking?.supervisorId];
  };
  const nobody = () => [];
  /** Long over, it has left the calendar; then the views still know it. */
  const bookingRevision = (state: CalendarState, { bookingId }: { bookingId: string }) =>
    bookingIn(state, bookingId)?.revision ?? bookingById(views, bookingId)?.revision;
  return {
    PlaceBooking: about('PlaceBooking', ({ memberId, supervisorId }) => [memberId, supervisorId]),
    PlaceSeries: about('PlaceSeries', ({ memberId }) => [memberId]),
    MoveBooking: { ...about('MoveBooking', holder), entityRevision: bookingRevision },
    ResizeBooking: { ...about('ResizeBooking', holder), entityRevision: bookingRevision },
    CancelBooking: { ...about('CancelBooking', holder), entityRevision: bookingRevision },
    ReinstateBooking: { ...about('ReinstateBooking', holder), entityRevision: bookingRevision },
    CorrectBooking: { ...about('CorrectBooking', nobody), entityRevision: bookingRevision },
    ConfirmBooking: { ...about('ConfirmBooking', holder), entityRevision: bookingRevision },
    DeclineBooking: { ...about('DeclineBooking', holder), entityRevision: bookingRevision },
    PassBooking: {
      ...about('PassBooking', (command, state) => [command.toMemberId, ...holder(command, state)]),
      entityRevision: bookingRevision,
    },
    StartUse: { ...about('StartUse', holder), entityRevision: bookingRevision },
    WalkUp: about('WalkUp', ({ memberId, supervisorId }) => [memberId, supervisorId]),
    StopUse: { ...about('StopUse', holder), entityRevision: bookingRevision },
    HandOverUse: {
      ...about('HandOverUse', (command, state) => [command.toMemberId, ...holder(command, state)]),
      entityRevision: bookingRevision,
    },
    RecordUse: about('RecordUse', ({ memberId }) => [memberId]),
    JoinWaiting: about('JoinWaiting', ({ memberId }) => [memberId]),
    LeaveWaiting: about('LeaveWaiting', nobody),
    DeclineHold: about('DeclineHold', nobody),
    ReserveTime: about('ReserveTime', nobody),
    LiftReservation: about('LiftReservation', nobody),
    ReconsiderBookings: about('ReconsiderBookings', ({ bookingIds }, state) =>
      bookingIds.flatMap((bookingId) => {
        const booking = bookingIn(state, bookingId);
        return [booking?.memberId, booking?.supervisorId];
      }),
    ),
    SettleDue: about('SettleDue', (_command, state) => runningIn(state)),
    DeclareOutage: about('DeclareOutage', nobody),
    EndOutage: { ...about('EndOutage', nobody), entityRevision: outageRevision },
  };
}
