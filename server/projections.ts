import { bookingsProjection } from './bookings/projection.ts';
import { machinesProjection } from './machines/projection.ts';
import { membersProjection } from './members/projection.ts';
import type { Projection } from './views/projection.ts';
import { workshopsProjection } from './workshops/projection.ts';

/** Every context's projection: together they are the views. */
export const projections: readonly Projection[] = [
  workshopsProjection,
  membersProjection,
  machinesProjection,
  bookingsProjection,
];
