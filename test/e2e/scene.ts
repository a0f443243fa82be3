import { z } from 'zod';
import type { RegisterMachine } from '../../shared/machines/commands.ts';
import type { FoundWorkshopBody } from '../../shared/workshops/commands.ts';
import { idIn, type Person } from '../server/application.ts';
import type { Caller } from '../server/caller.ts';
import type { Stage } from './stage.ts';

/** A workshop with one machine, its steward and two members. */
export interface Scene {
  steward: Person;
  anna: Person;
  bela: Person;
  workshopId: string;
  machineId: string;
  timeline(date: string): string;
  /** Books the machine for somebody, wall time as UTC text. @returns the booking's id */
  book(who: Caller, start: string, end: string, machineId?: string): Promise<string>;
  /** What stands in the machine's calendar on a day. */
  bookingsOn(date: string, machineId?: string): Promise<Booked[]>;
}

const booked = z.object({
  bookingId: z.string(),
  start: z.string().transform((text) => new Date(text).toISOString()),
  end: z.string().transform((text) => new Date(text).toISOString()),
  status: z.string(),
  mine: z.boolean(),
});
export type Booked = z.infer<typeof booked>;
const calendar = z.object({ bookings: z.array(booked) });

export async function setScene(
  { application }: Stage,
  options: { workshop?: Partial<FoundWorkshopBody>; machine?: Partial<RegisterMachine> } = {},
): Promise<Scene> {
  const { steward, workshopId } = await application.found(options.workshop);
  const machineId = await application.registerMachine(steward, workshopId, options.machine);
  const anna = await application.person('Anna');
  const bela = await application.person('Béla');
  for (const person of [anna, bela]) await application.join(person, workshopId);
  return {
    steward,
    anna,
    bela,
    workshopId,
    machineId,
    timeline: (date) => `/workshops/${workshopId}/timeline?date=${date}`,
    book: async (who, start, end, on = machineId) =>
      idIn(await who.command(`/api/machines/${on}/bookings`, { start, end })),
    bookingsOn: async (date, on = machineId) => {
      const reply = await steward.get(`/api/machines/${on}/calendar?from=${date}&days=1`);
      return calendar.parse(reply.body).bookings.filter(({ status }) => status === 'placed');
    },
  };
}
