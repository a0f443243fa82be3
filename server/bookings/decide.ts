import type { CalendarEvent } from '../../shared/schemasOfEvents.ts';
import { accepted, type Decider } from '../commands/decider.ts';
import { confirm, decline, pass } from './answering.ts';
import { blankCalendar, type Calendar, type CalendarState, evolveCalendar } from './calendar.ts';
import type { CalendarCommand } from './calendarCommands.ts';
import { correct } from './correct.ts';
import type { CalendarDecision } from './decision.ts';
import { settleDue } from './due.ts';
import { calendarAfter, expiredHolds, withWaitingList } from './holding.ts';
import { declareOutage, endOutage } from './outages.ts';
import { cancel, changeTimes, place, reinstate } from './placing.ts';
import { reconsider } from './reconsidering.ts';
import { recordUse } from './recording.ts';
import { lift, reserve } from './reserving.ts';
import { decideSeries } from './series.ts';
import type { CalendarFacts } from './slot.ts';
import { startUse, walkUp } from './starting.ts';
import { handOverUse, stopUse } from './using.ts';
import { declineHold, joinWaiting, leaveWaiting } from './waitingList.ts';

/** The rulebook of a machine's calendar. Of its state see {@link evolveCalendar}: it is changed in place. */
export const calendarDecider: Decider<CalendarState, CalendarCommand, CalendarEvent, CalendarFacts> = {
  category: 'calendar',
  version: 7,
  initialState: { status: 'empty' },
  evolve: evolveCalendar,
  decide(command, state, facts) {
    const calendar = state.status === 'empty' ? blankCalendar() : state;
    const { machineId } = command;
    // Holds that ran out make way for the next in line before anybody else can come between.
    const expired = expiredHolds(calendar, facts, machineId);
    const current = calendarAfter(calendar, expired);
    const decision = decideAlone(command, current, facts);
    if (decision.outcome === 'refused') return decision;
    if (decision.events.length === 0 && command.type !== 'SettleDue') return decision;
    return accepted(...expired, ...withWaitingList(decision.events, current, facts, machineId));
  },
};

/** What a command itself leads to; what follows for the waiting list comes on top. */
function decideAlone(command: CalendarCommand, calendar: Calendar, facts: CalendarFacts): CalendarDecision {
  switch (command.type) {
    case 'PlaceBooking':
      return place(command, calendar, facts);
    case 'PlaceSeries':
      return decideSeries(command, calendar, facts).decision;
    case 'MoveBooking':
    case 'ResizeBooking':
      return changeTimes(command, calendar, facts);
    case 'CancelBooking':
      return cancel(command, calendar, facts);
    case 'ReinstateBooking':
      return reinstate(command, calendar, facts);
    case 'CorrectBooking':
      return correct(command, calendar, facts);
    case 'ConfirmBooking':
      return confirm(command, calendar, facts);
    case 'DeclineBooking':
      return decline(command, calendar, facts);
    case 'PassBooking':
      return pass(command, calendar, facts);
    case 'StartUse':
      return startUse(command, calendar, facts);
    case 'WalkUp':
      return walkUp(command, calendar, facts);
    case 'StopUse':
      return stopUse(command, calendar, facts);
    case 'HandOverUse':
      return handOverUse(command, calendar, facts);
    case 'RecordUse':
      return recordUse(command, calendar, facts);
    case 'JoinWaiting':
      return joinWaiting(command, calendar, facts);
    case 'LeaveWaiting':
      return leaveWaiting(command, calendar);
    case 'DeclineHold':
      return declineHold(command, calendar);
    case 'ReconsiderBookings':
      return reconsider(command, calendar, facts);
    case 'SettleDue':
      return settleDue(command, calendar, facts);
    case 'DeclareOutage':
      return declareOutage(command, calendar, facts);
    case 'EndOutage':
      return endOutage(command, calendar, facts);
    case 'ReserveTime':
      return reserve(command, calendar, facts);
    case 'LiftReservation':
      return lift(command, calendar, facts);
  }
}
