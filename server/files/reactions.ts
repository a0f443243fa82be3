import type { Reaction } from '../reactions/reaction.ts';
import type { FileStore } from './store.ts';

/** Makes sure that a withdrawn file's bytes go, also when the server fell right after the event. Again: nothing to do. */
export const removeWithdrawn = (files: Pick<FileStore, 'remove'>): Reaction => ({
  name: 'removeWithdrawn',
  on: ['FileWithdrawn'],
  async react({ data }) {
    if ('fileId' in data) await files.remove(data.fileId);
    return { commands: [], notices: [] };
  },
});
