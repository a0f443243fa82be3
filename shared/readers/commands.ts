import { z } from 'zod';
import { badgeWritten } from '../badge.ts';
import { stopUse } from '../bookings/commands.ts';
import { machineId } from '../identifiers.ts';
import { properName } from '../text.ts';
import { instant } from '../time.ts';
import { machinesOfReader } from './events.ts';

export const addReader = z.strictObject({ name: properName, machineIds: machinesOfReader });
export const changeMachines = z.strictObject({ machineIds: machinesOfReader });

/** A badge before a machine. */
export const badgeAtMachine = z.strictObject({ machineId, badge: badgeWritten });
/** `companion`: the badge of somebody else in the room, for a machine that is never used alone. */
export const startAtReader = badgeAtMachine.extend({ companion: badgeWritten.optional() });
export const stopAtReader = badgeAtMachine.extend({ readings: stopUse.shape.readings });

/** The reader's own clock, however wrong. */
export const heartbeat = z.strictObject({ at: instant });

/** A grant as the server has signed it. */
export const writtenGrant = z
  .string()
  .max(2000)
  .regex(/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/, 'is not a grant');

/**
 * A session that was logged offline, by the reader's own clock. By `badge`, or by the `grant` that let it start: a
 * grant still tells whose it was when the badge has been taken away since.
 */
export const replayedEntry = z
  .strictObject({
    /** The reader's own, for ever: the same entry is taken once, however often it comes. */
    entryId: z.uuid().toLowerCase(),
    machineId,
    badge: badgeWritten.optional(),
    grant: writtenGrant.optional(),
    startedAt: instant,
    /** Null: it still runs. */
    stoppedAt: instant.nullable(),
    /** By a counter that no clock sets back; counts before `stoppedAt`. */
    lastedSeconds: z
      .int()
      .min(0)
      .max(31 * 86_400)
      .optional(),
    /** By how much the clock was ahead when it wrote this, as the last heartbeat told; null: it never heard. */
    clockAheadSeconds: z
      .number()
      .min(-10 * 366 * 86_400)
      .max(10 * 366 * 86_400)
      .nullable(),
  })
  .refine(({ badge, grant }) => badge !== undefined || grant !== undefined, {
    path: ['badge'],
    message: 'is missing, and so is a grant',
  });
export type ReplayedEntry = z.infer<typeof replayedEntry>;
export const replay = z.strictObject({ entries: z.array(replayedEntry).min(1).max(200) });
