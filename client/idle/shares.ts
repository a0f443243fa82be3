import type { IdleCapacityView } from '../../shared/availability/idle.ts';

type MachineHours = IdleCapacityView['machines'][number];
export type Measure = 'free' | 'booked' | 'used';
export const measures: readonly Measure[] = ['free', 'booked', 'used'];

const HOURS_OF_DAY = 24;

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** Minutes of the machines together, for one hour of the week. */
function minutesAt(machines: readonly MachineHours[], index: number) {
  const of = (name: 'open' | 'booked' | 'used') => sum(machines.map((machine) => machine[name][index] ?? 0));
  return { open: of('open'), booked: of('booked'), used: of('used') };
}

/** The share of the open minutes in percent; null where it was never open. Weekday 1 is Monday. */
export function shareAt(
  machines: readonly MachineHours[],
  weekday: number,
  hour: number,
  measure: Measure,
): number | null {
  const minutes = minutesAt(machines, (weekday - 1) * HOURS_OF_DAY + hour);
  if (minutes.open === 0) return null;
  const taken = measure === 'free' ? minutes.open - minutes.booked : minutes[measure];
  return Math.round((taken / minutes.open) * 100);
}

/** The hours of the day in which any of the machines was ever open. */
export function hoursShown(machines: readonly MachineHours[]): number[] {
  return Array.from({ length: HOURS_OF_DAY }, (_, hour) => hour).filter((hour) =>
    [1, 2, 3, 4, 5, 6, 7].some((weekday) => shareAt(machines, weekday, hour, 'free') !== null),
  );
}

/** Open hours altogether, and how many percent of them were free. */
export function whole(machines: readonly MachineHours[]): { openHours: number; freePercent: number } {
  const open = sum(machines.flatMap((machine) => machine.open));
  const booked = sum(machines.flatMap((machine) => machine.booked));
  return {
    openHours: Math.round(open / 60),
    freePercent: open === 0 ? 0 : Math.round(((open - booked) / open) * 100),
  };
}
