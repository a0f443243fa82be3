import type { OutageKind } from '../../../shared/bookings/events.ts';

/** An outage that nobody has ended. */
export interface StandingOutage {
  outageId: string;
  kind: OutageKind;
  /** The fault that led to it. */
  faultId: string | null;
}

/**
 * The outages that end when these faults are mended: theirs, and those that rest on no fault that is still open.
 * Maintenance ends when it is done, not by a repair.
 */
export function outagesMendedBy<Outage extends StandingOutage>(
  standing: readonly Outage[],
  faultIds: readonly string[],
  stillOpen: readonly string[],
): Outage[] {
  return standing.filter(
    ({ kind, faultId }) =>
      kind !== 'maintenance' &&
      (faultId === null || faultIds.includes(faultId) || !stillOpen.includes(faultId)),
  );
}

/** The outages that a dismissed report leaves without a reason. */
export const outagesOfFault = <Outage extends StandingOutage>(
  standing: readonly Outage[],
  faultId: string,
): Outage[] => standing.filter((outage) => outage.faultId === faultId);
