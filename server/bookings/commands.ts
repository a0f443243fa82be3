import type { CalendarEvent } from '../../shared/schemasOfEvents.ts';
import type { CommandDefinition } from '../commands/definition.ts';
import type { ViewsReader } from '../views/reader.ts';
import { find } from './agenda.ts';
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

/** The commands of a machine's calendar; their facts come from the views. */
export function calendarCommands(views: ViewsReader): {
  [Type in CalendarCommand['type']]: Definition<Type>;
} {
  const about = <Type extends CalendarCommand['type']>(
    type: Type,
    membersOf: (command: Of<Type>, state: CalendarState) => (string | undefined)[],
  ): Definition<Type> => ({
    type,
    decider: calendarDecider,
    stream: ({ machineId }) => calendarStream(machineId),
    facts: (command, { now }, state) => {
      const members = membersOf(command, state).filter((memberId) => memberId !== undefined);
      return calendarFacts(views, command.machineId, members, now);
    },
  });
  /** The rules are asked about the holder, whoever changes the booking. */
  const holder = ({ bookingId }: { bookingId: string }, state: CalendarState) => [
    bookingIn(state, bookingId)?.memberId,
  ];
  const nobody = () => [];
  /** Long over, it has left the calendar; then the views still know it. */
  const bookingRevision = (state: CalendarState, { bookingId }: { bookingId: string }) =>
    bookingIn(state, bookingId)?.revision ?? bookingById(views, bookingId)?.revision;
  return {
    PlaceBooking: about('PlaceBooking', ({ memberId }) => [memberId]),
    MoveBooking: { ...about('MoveBooking', holder), entityRevision: bookingRevision },
    ResizeBooking: { ...about('ResizeBooking', holder), entityRevision: bookingRevision },
    CancelBooking: { ...about('CancelBooking', nobody), entityRevision: bookingRevision },
    ReinstateBooking: { ...about('ReinstateBooking', holder), entityRevision: bookingRevision },
    CorrectBooking: { ...about('CorrectBooking', nobody), entityRevision: bookingRevision },
    ReconsiderBookings: about('ReconsiderBookings', ({ bookingIds }, state) =>
      bookingIds.map((bookingId) => bookingIn(state, bookingId)?.memberId),
    ),
    DeclareOutage: about('DeclareOutage', nobody),
    EndOutage: { ...about('EndOutage', nobody), entityRevision: outageRevision },
  };
}
