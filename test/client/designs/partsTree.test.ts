import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { treeOf } from '../../../client/designs/partsTree.ts';
import { emptyLine, type PartLine } from '../../../shared/designs/partLines.ts';

const line = (id: string, parent: string | null): PartLine => ({
  ...emptyLine(id, id),
  parent,
});
const drawn = (parts: PartLine[]) =>
  treeOf(parts).map(({ line: { id }, level }) => `${'-'.repeat(level)}${id}`);

describe('a parts list as one reads it', () => {
  it('shows below each assembly what goes into it, in the order of the list', () => {
    const parts = [
      line('bolt', null),
      line('frame', null),
      line('tube', 'frame'),
      line('nut', 'tube'),
      line('cap', 'frame'),
    ];
    expect(drawn(parts)).toEqual(['bolt', 'frame', '-tube', '--nut', '-cap']);
    expect(treeOf(parts).map(({ inside }) => inside)).toEqual([0, 2, 1, 0, 0]);
  });

  it('leaves nothing out: neither what lost its assembly, nor what stands inside itself', () => {
    expect(drawn([line('a', 'gone'), line('b', 'a'), line('c', 'd'), line('d', 'c')])).toEqual([
      'a',
      '-b',
      'c',
      '-d',
    ]);
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(30), { nil: null }), { maxLength: 30 }), (parents) => {
        const parts = parents.map((parent, index) =>
          line(`p${index}`, parent === null ? null : `p${parent}`),
        );
        expect(
          drawn(parts)
            .map((text) => text.replaceAll('-', ''))
            .toSorted(),
        ).toEqual(parts.map(({ id }) => id).toSorted());
      }),
      { numRuns: 60 },
    );
  });

  it('takes ten thousand lines within each other', () => {
    const parts = Array.from({ length: 10_000 }, (_, index) =>
      line(`p${index}`, index === 0 ? null : `p${index - 1}`),
    );
    expect(treeOf(parts).at(-1)).toMatchObject({ level: 9999 });
  });
});
