import { z } from 'zod';
import { badgeWritten } from '../badge.ts';
import { outageKind } from '../bookings/events.ts';
import { machineId, memberId, workshopId } from '../identifiers.ts';
import { machineKind } from '../machines/words.ts';
import { pin } from '../members/badges.ts';
import { properName } from '../text.ts';
import { instant, zonedInstant } from '../time.ts';

/** A shared tablet as stewards see it. */
export const kioskView = z.strictObject({
  kioskId: z.uuid(),
  name: z.string(),
  addedAt: instant,
  lastSeenAt: instant.nullable(),
});
export const kiosksView = z.strictObject({ kiosks: z.array(kioskView) });

export const addKiosk = z.strictObject({ name: properName });
/** Typed into the tablet within ten minutes; it works once. */
export const pairingCode = z.strictObject({ code: z.string(), expiresAt: instant });
export const pairKiosk = z.strictObject({ code: z.string().min(6).max(20) });
/** `key` is kept by the tablet, and shown to nobody. */
export const pairedKiosk = z.strictObject({
  kioskId: z.uuid(),
  key: z.string(),
  workshopId,
  name: z.string(),
});

/** By badge; or by PIN, with the name as it is written here. */
export const kioskSignIn = z
  .strictObject({
    badge: badgeWritten.optional(),
    memberId: memberId.optional(),
    name: properName.optional(),
    pin: pin.optional(),
  })
  .refine(
    ({ badge, pin, ...who }) =>
      badge !== undefined || (pin !== undefined && (who.memberId ?? who.name) !== undefined),
    { path: ['badge'], message: 'is missing, and so are a name and a PIN' },
  );
export type KioskSignInBody = z.infer<typeof kioskSignIn>;

/** The key of somebody who stands before the tablet: worthless after so many seconds in which nothing is asked. */
export const kioskSession = z.strictObject({
  key: z.string(),
  memberId,
  name: z.string(),
  idleSeconds: z.int(),
});
export type KioskSession = z.infer<typeof kioskSession>;

/** What a machine is doing now, for everybody's eyes: nobody is named. Wall times of the workshop. */
export const kioskMachine = z.strictObject({
  machineId,
  name: z.string(),
  kind: machineKind,
  state: z.discriminatedUnion('is', [
    /** Until the next booking; null: for the rest of the day. */
    z.strictObject({ is: z.literal('free'), until: zonedInstant.nullable() }),
    z.strictObject({ is: z.literal('inUse'), until: zonedInstant }),
    /** Its time has begun, and nobody has started. */
    z.strictObject({ is: z.literal('booked'), until: zonedInstant }),
    z.strictObject({ is: z.literal('out'), kind: outageKind, until: zonedInstant.nullable() }),
  ]),
});
export type KioskMachine = z.infer<typeof kioskMachine>;
export const kioskState = z.strictObject({
  name: z.string(),
  workshopId,
  workshopName: z.string(),
  timeZone: z.string(),
  now: zonedInstant,
  machines: z.array(kioskMachine),
});
export type KioskState = z.infer<typeof kioskState>;
