import { z } from 'zod';
import {
  buildId,
  designId,
  itemId,
  machineId,
  memberId,
  textId,
  workId,
  workshopId,
} from '../identifiers.ts';
import { instant } from '../time.ts';

export const workKind = z.enum([
  'building',
  'documenting',
  'teaching',
  'repairing',
  'cleaning',
  'organising',
  'other',
]);
export type WorkKind = z.infer<typeof workKind>;

/** What somebody worked on. */
export const workSubject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('build'), buildId }),
  z.strictObject({ kind: z.literal('design'), designId }),
  z.strictObject({ kind: z.literal('machine'), machineId }),
  z.strictObject({ kind: z.literal('item'), itemId }),
  z.strictObject({ kind: z.literal('workshop'), workshopId }),
]);
export type WorkSubject = z.infer<typeof workSubject>;

/** Events of the stream `work-{memberId}`: what one person did, for themselves and for what they did it on. */
export const workEvents = {
  WorkNoted: z.strictObject({
    workId,
    memberId,
    kind: workKind,
    minutes: z.int().min(1).max(100_000),
    /** When it was done. */
    at: instant,
    on: workSubject,
    noteId: textId.nullable(),
  }),
  WorkTakenBack: z.strictObject({ workId, memberId }),
};
