import { z } from 'zod';
import { machineId } from '../identifiers.ts';

/** A secret address of a calendar: of one's own bookings, or (with `machineId`) of one machine, without names. */
export const makeFeed = z.strictObject({ machineId: machineId.nullable() });

export const feedView = z.strictObject({
  feedId: z.uuid(),
  machineId: machineId.nullable(),
  /** Null for one's own bookings. */
  machineName: z.string().nullable(),
  createdAt: z.string(),
  /** When a calendar last asked for it, to the day; null: never. */
  lastReadOn: z.string().nullable(),
});
export type FeedView = z.infer<typeof feedView>;

export const feedList = z.strictObject({ feeds: z.array(feedView) });

/** The address is shown this once: the program keeps its hash alone. */
export const madeFeed = z.strictObject({ feedId: z.uuid(), address: z.url() });
