import type { Objection } from '../../shared/bookings/rules.ts';
import type { ReaderEvent } from '../../shared/schemasOfEvents.ts';
import { accepted, type Decider, refused } from '../commands/decider.ts';

interface OfReader {
  readerId: string;
}
export type ReaderCommand =
  | ({ type: 'AddReader'; workshopId: string; name: string; machineIds: string[] } & OfReader)
  | ({ type: 'ChangeReaderMachines'; machineIds: string[] } & OfReader)
  | ({ type: 'RemoveReader' } & OfReader);

export type ReaderState =
  | { status: 'unknown' }
  | { status: 'inUse'; workshopId: string; machineIds: string[]; revision: number }
  | { status: 'removed'; revision: number };

/** What the machines' context says; convergent. */
export interface ReaderFacts {
  /** Those of the command that are not machines of the workshop in service. */
  foreignMachines: string[];
}

const GONE: Objection = { rule: 'removed', message: 'This reader has been removed.' };

const againstMachines = ({ foreignMachines }: ReaderFacts): Objection[] =>
  foreignMachines.length === 0
    ? []
    : [{ rule: 'machine', message: 'A reader stands for machines in service in its own workshop.' }];

const sameSet = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((each) => other.includes(each));

/** The rulebook of `reader-{id}`. */
export const readerDecider: Decider<ReaderState, ReaderCommand, ReaderEvent, ReaderFacts> = {
  category: 'reader',
  version: 1,
  initialState: { status: 'unknown' },
  evolve(state, { type, data }, { revision }) {
    switch (type) {
      case 'ReaderAdded':
        return { status: 'inUse', workshopId: data.workshopId, machineIds: data.machineIds, revision };
      case 'ReaderMachinesChanged':
        return { ...state, status: 'inUse', ...data, revision };
      case 'ReaderRemoved':
        return { status: 'removed', revision };
    }
  },
  decide(command, state, facts) {
    const { readerId } = command;
    if (command.type === 'AddReader') {
      const { workshopId, name } = command;
      if (state.status !== 'unknown') {
        return refused({ rule: 'alreadyAdded', message: 'This reader has been added already.' });
      }
      const objections = againstMachines(facts);
      if (objections.length > 0) return refused(...objections);
      const machineIds = [...new Set(command.machineIds)];
      return accepted({ type: 'ReaderAdded', data: { readerId, workshopId, name, machineIds } });
    }
    if (state.status !== 'inUse') return refused(GONE);
    const { workshopId } = state;
    if (command.type === 'RemoveReader') {
      return accepted({ type: 'ReaderRemoved', data: { readerId, workshopId } });
    }
    const objections = againstMachines(facts);
    if (objections.length > 0) return refused(...objections);
    const machineIds = [...new Set(command.machineIds)];
    if (sameSet(machineIds, state.machineIds)) return accepted();
    return accepted({ type: 'ReaderMachinesChanged', data: { readerId, workshopId, machineIds } });
  },
};
