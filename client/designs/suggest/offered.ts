import type { ContentChange } from '../../../shared/designs/changes.ts';
import { listOf } from '../compare/sections.ts';

/** What speaks of one revision alone stays in its fork; people who are named there are named by themselves. */
export const offeredChanges = (changes: readonly ContentChange[]): ContentChange[] =>
  changes.filter(
    (change) =>
      listOf(change) !== 'attributions' && !(change.kind === 'set' && change.at.join('/') === 'version'),
  );
