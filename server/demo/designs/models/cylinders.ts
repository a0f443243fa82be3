import { hydraulicCylinder } from '../../../../shared/modules/hydraulicCylinder.ts';
import { usualValues } from '../../../../shared/modules/parameters.ts';

/** Millimetres from pin to pin of a cylinder that is all the way in. */
export function shortestOf(values: Readonly<Record<string, number>>): number {
  const all = { ...usualValues(hydraulicCylinder.parameters), ...values, extension: 0 };
  return hydraulicCylinder.interfaces(all).find(({ id }) => id === 'rod-pin')?.at.origin[2] ?? 0;
}
