import type { MachineEvent } from '../../shared/schemasOfEvents.ts';
import { accepted, type Decision, refused } from '../commands/decider.ts';
import type { KnownMachine } from './state.ts';

export interface CheckKit {
  type: 'CheckKit';
  machineId: string;
  /** Names of the pieces that are not there. */
  missing: string[];
  checkedBy: string;
}

/** What was counted on the shelf is a fact: only a piece that the kit does not have cannot be missing. */
export function checkKit(
  { machineId, missing, checkedBy }: CheckKit,
  { workshopId, description: { kind, contents } }: KnownMachine,
): Decision<MachineEvent> {
  if (kind !== 'kit') return refused({ rule: 'notKit', message: 'Only a kit has pieces to count.' });
  const unknown = missing.find((piece) => !contents.some(({ name }) => name === piece));
  if (unknown !== undefined) {
    return refused({ rule: 'unknownPiece', message: `“${unknown}” is no piece of this kit.` });
  }
  const named = [...new Set(missing)];
  return accepted({ type: 'KitChecked', data: { machineId, workshopId, missing: named, checkedBy } });
}
