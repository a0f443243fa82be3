import { z } from 'zod';

/** A random (or derived, RFC 9562) UUID in lower case: names one thing for ever and says nothing about it. */
const identifier = z.uuid().toLowerCase();

export const memberId = identifier;
export const workshopId = identifier;
export const competenceId = identifier;
export const machineId = identifier;
export const bookingId = identifier;
export const outageId = identifier;
export const textId = identifier;
export const commandId = identifier;

/** The short code on a machine's label: Crockford base 32 without I, L, O, U. `/m/7K3F` is stable for ever. */
export const labelCode = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{4,8}$/);
