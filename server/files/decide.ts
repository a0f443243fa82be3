import type { FileEvent } from '../../shared/schemasOfEvents.ts';
import { accepted, type Decider, refused } from '../commands/decider.ts';

export interface WithdrawFile {
  type: 'WithdrawFile';
  fileId: string;
  reasonId: string;
  withdrawnBy: string;
}

export type FileState = { status: 'kept' } | { status: 'withdrawn' };

/** The rulebook of `file-{id}`: withdrawn once, for good. */
export const fileDecider: Decider<FileState, WithdrawFile, FileEvent, null> = {
  category: 'file',
  version: 1,
  initialState: { status: 'kept' },
  evolve: () => ({ status: 'withdrawn' }),
  decide({ fileId, reasonId, withdrawnBy }, state) {
    if (state.status === 'withdrawn') {
      return refused({ rule: 'withdrawn', message: 'This file was withdrawn before.' });
    }
    return accepted({ type: 'FileWithdrawn', data: { fileId, reasonId, withdrawnBy } });
  },
};
