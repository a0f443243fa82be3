import type { Objection } from '../../shared/bookings/rules.ts';
import type { BookingRules } from '../../shared/machines/bookingRules.ts';
import type { MachineDescription } from '../../shared/machines/events.ts';
import type { MachineEvent } from '../../shared/schemasOfEvents.ts';
import { accepted, type Decision, refused } from '../commands/decider.ts';
import type { KnownMachine } from './state.ts';

/** Where a machine serves from now on, and as what: its workshop is the one in which it stands. */
export interface NewHome {
  workshopId: string;
  description: MachineDescription;
  rules: BookingRules;
}

export interface ReinstateMachine {
  type: 'ReinstateMachine';
  machineId: string;
  /** Null: as before, in the workshop where it served. */
  home: NewHome | null;
}

/** What a machine brings along to another workshop: competences, other machines and tools of the old one stay there. */
export const broughtAlong = (description: MachineDescription): MachineDescription => ({
  ...description,
  requiredCompetences: [],
  dependsOn: [],
  contents: description.contents.map((part) => ({ ...part, toolId: null })),
});

/** Brings a retired machine back, in its workshop or in the one where it stands now. */
export function reinstate(
  { machineId, home }: ReinstateMachine,
  { status, workshopId, care }: KnownMachine,
  standsIn: string | null,
  objections: readonly Objection[],
): Decision<MachineEvent> {
  if (status !== 'retired') return refused({ rule: 'notRetired', message: 'This machine is in service.' });
  if (home === null || home.workshopId === workshopId) {
    if (standsIn === null) return accepted({ type: 'MachineReinstated', data: { machineId, workshopId } });
    const message = `It stands in ${standsIn} now: put it into service there, or bring it back first.`;
    return refused({ rule: 'elsewhere', message });
  }
  const [objection, ...more] = objections;
  if (objection) return refused(objection, ...more);
  const ids = { machineId, workshopId: home.workshopId };
  return accepted(
    { type: 'MachineReinstated', data: ids },
    { type: 'MachineDescribed', data: { ...ids, description: home.description } },
    { type: 'BookingRulesSet', data: { ...ids, rules: home.rules } },
    // Its maintenance is the business of the new workshop, from now on.
    ...care.plans.flatMap(({ planId, plan }): MachineEvent[] => [
      { type: 'MaintenancePlanDropped', data: { machineId, workshopId, planId } },
      { type: 'MaintenancePlanned', data: { ...ids, planId, plan } },
    ]),
  );
}
