import { isHydraulic } from './kindsOfPorts.ts';
import { isSameBore, type Ports } from './ports.ts';
import type { AssemblyProblem } from './problems.ts';

/**
 * What has to be connected for it to work: what draws on something, the other ports of what is connected by one, and
 * bores with nothing in them. A thing by itself is a module that others will connect: nothing is missing there.
 */
export function unmatedIn({ ports, things }: Ports): AssemblyProblem[] {
  if (things < 2) return [];
  return ports.flatMap(({ is, isMated, place, beside }): AssemblyProblem[] => {
    if (isMated) return [];
    switch (is.kind) {
      case 'hydraulicPort': {
        const draws = is.side === 'needs' && (is.flow !== null || is.pressure !== null);
        const isHalf = beside.some((port) => port.isMated && isHydraulic(port));
        return draws || isHalf ? [{ kind: 'unmated', place, what: 'hydraulicPort' }] : [];
      }
      case 'electric':
        return is.side === 'needs' ? [{ kind: 'unmated', place, what: 'electric' }] : [];
      case 'shaft': {
        const twins = beside.filter((port) => port.is !== is && isSameBore(is, port.is));
        const isFirst = !twins.some(
          (twin) => beside.findIndex(({ is: each }) => each === is) > beside.indexOf(twin),
        );
        const isFilled = twins.some((twin) => twin.isMated);
        return is.side === 'needs' && isFirst && !isFilled ? [{ kind: 'unmated', place, what: 'shaft' }] : [];
      }
      default:
        return [];
    }
  });
}
