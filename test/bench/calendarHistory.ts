import type { NewEvent } from '../../server/eventstore/port.ts';
import { currentVersion } from '../../server/eventstore/upcasting.ts';
import { NO_BOOKING_RULES } from '../../shared/machines/bookingRules.ts';
import type { DataOf, EventType } from '../../shared/schemasOfEvents.ts';
import { someMachine, someWorkshop } from '../server/application.ts';
import { chanceFrom, uuidFrom } from './chance.ts';

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;
/** Bookings of a busy machine in a week. */
const PER_WEEK = 25;

export interface CalendarHistory {
  workshopId: string;
  events(): Generator<{ stream: string; event: NewEvent }>;
}

/** A workshop of so many machines, each booked 25 times a week by members in turn, up to half a week after `now`. */
export function calendarHistory(
  memberIds: readonly string[],
  machines: number,
  events: number,
  now: number,
): CalendarHistory {
  const chance = chanceFrom(23);
  const id = () => uuidFrom(chance);
  const workshopId = id();
  const perMachine = Math.floor(events / machines);

  const recorded = <Type extends EventType>(stream: string, at: number, type: Type, data: DataOf<Type>) => {
    const metadata = {
      at: new Date(at).toISOString(),
      actor: 'operator',
      commandId: id(),
      commandHash: 'b'.repeat(64),
      version: currentVersion(type),
    };
    return { stream, event: { id: id(), type, data, metadata } satisfies NewEvent };
  };

  function* all() {
    const founded = now - 20 * 365 * 24 * 60 * MINUTE;
    const [founder = ''] = memberIds;
    yield recorded(`workshop-${workshopId}`, founded, 'WorkshopFounded', {
      workshopId,
      foundedBy: founder,
      ...someWorkshop,
    });
    for (const memberId of memberIds) {
      const membership = { memberId, workshopId, kind: 'member', until: null, by: 'joining' } as const;
      yield recorded(`member-${memberId}`, founded, 'MembershipGranted', membership);
    }
    for (let index = 0; index < machines; index++) {
      const machineId = id();
      const description = { ...someMachine, name: `Lathe ${index}` };
      const labelCode = String(index).padStart(4, '0');
      yield recorded(`machine-${machineId}`, founded, 'MachineRegistered', {
        machineId,
        workshopId,
        labelCode,
        description,
        rules: NO_BOOKING_RULES,
      });
      for (let booking = 0; booking < perMachine; booking++) {
        const start = Math.round(now + WEEK / 2 - ((perMachine - booking) * WEEK) / PER_WEEK);
        yield recorded(`calendar-${machineId}`, Math.min(start - MINUTE, now), 'BookingPlaced', {
          bookingId: id(),
          machineId,
          workshopId,
          memberId: memberIds[(index + booking) % memberIds.length] ?? founder,
          start: new Date(start).toISOString(),
          end: new Date(start + (60 + 30 * (booking % 4)) * MINUTE).toISOString(),
          purposeId: null,
          supervisorId: null,
          seriesId: null,
          holdId: null,
          walkUp: false,
          awaits: [],
          answerBy: null,
          overridden: null,
        });
      }
    }
  }
  return { workshopId, events: all };
}
