import { expect, it } from 'vitest';
import { changeInWords, toldChanges } from '../../../../client/designs/draft/changeWords.ts';
import { changesBetween } from '../../../../shared/designs/differences.ts';
import { contentWith, line } from './aDraft.ts';

it('says what changed in short sentences, with the names of things', () => {
  const pinned = { designId: '0c6a5a4e-2f6f-4b6b-9d1c-0c6a5a4e2f6f', revision: 1 };
  const before = contentWith({
    title: 'Cube',
    story: 'Long ago.',
    parts: [
      line('tube', { name: 'Tube', quantity: 12 }),
      line('bolt', { name: 'Bolt' }),
      line('pump', { name: 'Pump', of: pinned }),
    ],
  });
  const after = contentWith({
    title: 'Power Cube',
    story: 'Long ago.\n\nNow.',
    changes: 'Told elsewhere.',
    parts: [
      line('nut', { name: 'Nut' }),
      line('tube', { name: 'Tube', quantity: 2.5, written: '2 1/2', tracked: true }),
      line('pump', { name: 'Pump', of: { ...pinned, revision: 3 } }),
    ],
  });
  const told = toldChanges(changesBetween(before, after)).map((change) =>
    changeInWords(change, change.kind === 'remove' ? before : after),
  );
  expect(told).toEqual([
    'Title: Cube → Power Cube',
    'Story rewritten',
    'Part “Bolt” removed',
    'Part “Nut” added',
    'Part “Tube”, quantity: 12 × → 2.5 ×',
    'Part “Tube”, tracking: No → Yes',
    'Part “Pump”, design: Revision 1 → Revision 3',
  ]);
});
