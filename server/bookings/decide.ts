import type { CalendarEvent } from '../../shared/schemasOfEvents.ts';
import { type Decider, refused } from '../commands/decider.ts';
import { blankCalendar, type CalendarState, evolveCalendar } from './calendar.ts';
import type { CalendarCommand } from './calendarCommands.ts';
import { correct } from './correct.ts';
import { declareOutage, endOutage } from './outages.ts';
import { cancel, changeTimes, place, reinstate } from './placing.ts';
import { reconsider } from './reconsidering.ts';
import type { CalendarFacts } from './slot.ts';

/** The rulebook of a machine's calendar. Of its state see {@link evolveCalendar}: it is changed in place. */
export const calendarDecider: Decider<CalendarState, CalendarCommand, CalendarEvent, CalendarFacts> = {
  category: 'calendar',
  version: 3,
  initialState: { status: 'empty' },
  evolve: evolveCalendar,
  decide(command, state, facts) {
    const calendar = state.status === 'empty' ? blankCalendar() : state;
    switch (command.type) {
      case 'PlaceBooking':
        return place(command, calendar, facts);
      case 'MoveBooking':
      case 'ResizeBooking':
        return changeTimes(command, calendar, facts);
      case 'CancelBooking':
        return cancel(command, calendar, facts);
      case 'ReinstateBooking':
        return reinstate(command, calendar, facts);
      case 'CorrectBooking':
        return correct(command, calendar, facts);
      case 'ReconsiderBookings':
        return reconsider(command, calendar, facts);
      case 'DeclareOutage':
        return declareOutage(command, calendar, facts);
      case 'EndOutage':
        return endOutage(command, calendar, facts);
      default:
        return refused({ rule: 'unknown', message: 'This cannot be done yet.' });
    }
  },
};
