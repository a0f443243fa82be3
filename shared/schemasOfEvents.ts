import type { z } from 'zod';
import { calendarEvents } from './bookings/events.ts';
import { buildEvents } from './builds/events.ts';
import { inductionEvents } from './competences/events.ts';
import { designEvents } from './designs/events.ts';
import { fileEvents } from './files/events.ts';
import { itemEvents } from './items/events.ts';
import { machineEvents } from './machines/events.ts';
import { memberEvents } from './members/events.ts';
import { readerEvents } from './readers/events.ts';
import { stockEvents } from './stock/events.ts';
import { workEvents } from './work/events.ts';
import { workshopEvents } from './workshops/events.ts';

/** Every event type that the log may hold today, with the schema of its newest version's data. */
export const schemasOfEvents = {
  ...workshopEvents,
  ...memberEvents,
  ...machineEvents,
  ...calendarEvents,
  ...inductionEvents,
  ...fileEvents,
  ...readerEvents,
  ...designEvents,
  ...itemEvents,
  ...buildEvents,
  ...stockEvents,
  ...workEvents,
};

export type EventType = keyof typeof schemasOfEvents;
/** Whether this release knows events of the type. */
export function isEventType(type: string): type is EventType {
  return Object.hasOwn(schemasOfEvents, type);
}

export type DataOf<Type extends EventType> = z.infer<(typeof schemasOfEvents)[Type]>;

/** An event as deciders make it: its type and data, nothing of the store. */
export type EventOf<Type extends EventType> = { [T in Type]: { type: T; data: DataOf<T> } }[Type];

export type WorkshopEvent = EventOf<keyof typeof workshopEvents>;
export type MemberEvent = EventOf<keyof typeof memberEvents>;
export type MachineEvent = EventOf<keyof typeof machineEvents>;
export type CalendarEvent = EventOf<keyof typeof calendarEvents>;
export type InductionEvent = EventOf<keyof typeof inductionEvents>;
export type FileEvent = EventOf<keyof typeof fileEvents>;
export type ReaderEvent = EventOf<keyof typeof readerEvents>;
export type DesignEvent = EventOf<keyof typeof designEvents>;
export type ItemEvent = EventOf<keyof typeof itemEvents>;
export type BuildEvent = EventOf<keyof typeof buildEvents>;
export type StockEvent = EventOf<keyof typeof stockEvents>;
export type WorkEvent = EventOf<keyof typeof workEvents>;
