import { metresBetween } from '../availability/distance.ts';
import type { Workshop } from '../workshops/queries.ts';

/** Kilometres over the ground, to a tenth; null where one of the workshops has no place on the map. */
export function kilometresBetween(one: Workshop | null, other: Workshop | null): number | null {
  const [from, to] = [one?.place, other?.place];
  if (!from || !to || from.latitude === null || from.longitude === null) return null;
  if (to.latitude === null || to.longitude === null) return null;
  const metres = metresBetween(
    { latitude: from.latitude, longitude: from.longitude },
    { latitude: to.latitude, longitude: to.longitude },
  );
  return Math.round(metres / 100) / 10;
}
