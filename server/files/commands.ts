import type { FileEvent } from '../../shared/schemasOfEvents.ts';
import type { CommandDefinition } from '../commands/definition.ts';
import { type FileState, fileDecider, type WithdrawFile } from './decide.ts';

export const withdrawFileCommand: CommandDefinition<WithdrawFile, FileState, FileEvent, null> = {
  type: 'WithdrawFile',
  decider: fileDecider,
  stream: ({ fileId }) => `file-${fileId}`,
  facts: () => null,
};
