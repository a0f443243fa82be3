import { z } from 'zod';
import { bookingId, machineId } from '../../shared/identifiers.ts';
import { commandAnswer } from '../http/answerCommand.ts';

/** Address of one booking. */
export const BOOKING = '/api/machines/{machineId}/bookings/{bookingId}';

/** What the routes that change a booking have in common. */
export const bookingChange = {
  method: 'post' as const,
  tag: 'bookings',
  access: 'member' as const,
  scopes: ['bookings:write'],
  params: z.strictObject({ machineId, bookingId }),
  command: true,
  ifMatch: true,
  reply: commandAnswer,
};

/** Where a change is given, for the undo of another. */
export const pathOfChange = (
  { machineId: machine, bookingId: booking }: { machineId: string; bookingId: string },
  change: string,
): string => `/api/machines/${machine}/bookings/${booking}/${change}`;
