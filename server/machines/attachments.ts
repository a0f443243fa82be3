import type { MachineEvent } from '../../shared/schemasOfEvents.ts';
import { accepted, type Decision, refused } from '../commands/decider.ts';
import type { KnownMachine } from './state.ts';

export interface AboutPhotograph {
  type: 'AddPhotograph' | 'RemovePhotograph';
  machineId: string;
  fileId: string;
}
export interface AttachManual {
  type: 'AttachManual';
  machineId: string;
  fileId: string;
  name: string;
}
export interface RemoveManual {
  type: 'RemoveManual';
  machineId: string;
}
export type AttachmentCommand = AboutPhotograph | AttachManual | RemoveManual;

export interface AttachmentFacts {
  /** Whether the file store holds the file, as what it shall serve. Convergent: it may be withdrawn later. */
  fileFits: boolean;
}

const MOST_PHOTOGRAPHS = 12;

export function decideAttachment(
  command: AttachmentCommand,
  state: KnownMachine,
  { fileFits }: AttachmentFacts,
): Decision<MachineEvent> {
  const { machineId } = command;
  const { workshopId, photographs, manual } = state;
  switch (command.type) {
    case 'AddPhotograph': {
      const { fileId } = command;
      if (photographs.includes(fileId)) return accepted();
      if (!fileFits) {
        return refused({ rule: 'unknownFile', message: 'There is no such photograph here: send it first.' });
      }
      if (photographs.length >= MOST_PHOTOGRAPHS) {
        const message = `A machine has ${MOST_PHOTOGRAPHS} photographs at most: remove one first.`;
        return refused({ rule: 'tooManyPhotographs', message });
      }
      return accepted({ type: 'PhotographAdded', data: { machineId, workshopId, fileId } });
    }
    case 'RemovePhotograph': {
      const { fileId } = command;
      return photographs.includes(fileId)
        ? accepted({ type: 'PhotographRemoved', data: { machineId, workshopId, fileId } })
        : accepted();
    }
    case 'AttachManual': {
      const { fileId, name } = command;
      if (manual?.fileId === fileId && manual.name === name) return accepted();
      return fileFits
        ? accepted({ type: 'ManualAttached', data: { machineId, workshopId, fileId, name } })
        : refused({ rule: 'unknownFile', message: 'There is no such document here: send it first.' });
    }
    case 'RemoveManual':
      return manual
        ? accepted({ type: 'ManualRemoved', data: { machineId, workshopId, fileId: manual.fileId } })
        : accepted();
  }
}
