import type { NewEvent } from '../../server/eventstore/port.ts';
import { currentVersion } from '../../server/eventstore/upcasting.ts';
import { NO_BOOKING_RULES } from '../../shared/machines/bookingRules.ts';
import type { DataOf, EventType } from '../../shared/schemasOfEvents.ts';
import { someMachine, someWorkshop } from '../server/application.ts';
import { undisputed } from '../server/bookings/undisputed.ts';
import { chanceFrom, uuidFrom } from './chance.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const RECENT = 100;
const RECENT_DAYS = 13;
/** Older ones lie end to end, half an hour each, up to here. */
const OLDER_UNTIL_DAYS = 16;
const OLDER_MINUTES = 30;

/** A workshop with one member, and machines of which each has so many past bookings. */
export interface LongHistory {
  memberId: string;
  workshopId: string;
  machineIds: string[];
  events(): Generator<{ stream: string; event: NewEvent }>;
}

/** Each machine has had the same last two weeks; what they differ in is what went before. */
export function longHistory(bookings: readonly number[], now: number): LongHistory {
  const chance = chanceFrom(19);
  const id = () => uuidFrom(chance);
  const [memberId, workshopId] = [id(), id()];
  const machineIds = bookings.map(id);

  const recorded = <Type extends EventType>(stream: string, at: number, type: Type, data: DataOf<Type>) => {
    const event: NewEvent = {
      id: id(),
      type,
      data,
      metadata: {
        at: new Date(at).toISOString(),
        actor: `member:${memberId}`,
        commandId: id(),
        commandHash: 'b'.repeat(64),
        version: currentVersion(type),
      },
    };
    return { stream, event };
  };

  function* events() {
    const founded = now - 20 * 365 * DAY;
    yield recorded(`workshop-${workshopId}`, founded, 'WorkshopFounded', {
      workshopId,
      foundedBy: memberId,
      ...someWorkshop,
    });
    yield recorded(`member-${memberId}`, founded, 'MembershipGranted', {
      memberId,
      workshopId,
      kind: 'member',
      until: null,
      by: 'joining',
    });
    for (const [index, machineId] of machineIds.entries()) {
      const labelCode = String(index).padStart(4, '0');
      const machine = { machineId, workshopId, labelCode, description: someMachine, rules: NO_BOOKING_RULES };
      yield recorded(`machine-${machineId}`, founded, 'MachineRegistered', machine);
      for (const [start, minutes] of starts(bookings[index] ?? 0)) {
        const times = {
          start: new Date(start).toISOString(),
          end: new Date(start + minutes * MINUTE).toISOString(),
        };
        const booking = { ...undisputed, bookingId: id(), machineId, workshopId, memberId, ...times };
        yield recorded(`calendar-${machineId}`, start - DAY, 'BookingPlaced', booking);
      }
    }
  }

  function* starts(count: number): Generator<[start: number, minutes: number]> {
    for (let older = count - RECENT; older > 0; older--) {
      yield [now - OLDER_UNTIL_DAYS * DAY - older * OLDER_MINUTES * MINUTE, OLDER_MINUTES];
    }
    for (let recent = 0; recent < RECENT; recent++) {
      yield [now - RECENT_DAYS * DAY + (recent * RECENT_DAYS * DAY) / RECENT, 60];
    }
  }

  return { memberId, workshopId, machineIds, events };
}
