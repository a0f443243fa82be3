import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChanges } from '../../../shared/designs/applying.ts';
import { type ContentChange, inverseOf, keyOfChange } from '../../../shared/designs/changes.ts';
import { type DraftContent, EMPTY_CONTENT } from '../../../shared/designs/content.ts';
import { changesBetween } from '../../../shared/designs/differences.ts';
import type { DesignInterface } from '../../../shared/designs/interfaces.ts';
import type { PartLine } from '../../../shared/designs/partLines.ts';

const word = fc.constantFrom('', 'one', 'two', 'three');
const ids = (most: number) =>
  fc.shuffledSubarray(['aaaa', 'bbbb', 'cccc', 'dddd', 'eeee'], { maxLength: most });
const listOf = <Entry>(entry: (id: string) => fc.Arbitrary<Entry>, most = 5) =>
  ids(most).chain((chosen) => fc.tuple(...chosen.map(entry)));

const line = (id: string): fc.Arbitrary<PartLine> =>
  fc.record({
    id: fc.constant(id),
    parent: fc.constantFrom(null, 'aaaa'),
    name: fc.constantFrom('tube', 'bolt'),
    specification: word,
    material: fc.constant(''),
    quantity: fc.constantFrom(1, 2, 2.5),
    written: fc.constant(''),
    unit: fc.constantFrom('piece' as const, 'm' as const),
    source: fc.constant('buy' as const),
    tracked: fc.boolean(),
    of: fc.constant(null),
    cut: fc.constantFrom(null, { stock: 'tube', length: 10, kerf: 1 }),
    alternatives: fc.constant<never[]>([]),
    mass: fc.constantFrom(null, 2),
    price: fc.constant(null),
    machines: fc.constant<never[]>([]),
    files: fc.constant<never[]>([]),
    note: word,
  });
const joint = (id: string): fc.Arbitrary<DesignInterface> =>
  fc.constantFrom<DesignInterface[]>(
    { id, name: 'a', side: 'offers' as const, kind: 'shaft' as const, diameter: 25, keyway: null },
    { id, name: 'a', side: 'needs' as const, kind: 'shaft' as const, diameter: 30, keyway: 6 },
    { id, name: 'b', side: 'offers' as const, kind: 'electric' as const, volts: 12, amps: null },
  );
const file = (id: string) =>
  fc.record({
    path: fc.constant(`${id}.stl`),
    fileId: fc.constantFrom('0'.repeat(64), '1'.repeat(64)),
    bytes: fc.constant(1),
    role: fc.constant('export' as const),
    words: word,
  });
const content = fc
  .record({
    title: word,
    story: word,
    tags: fc.subarray(['oil', 'steel']),
    parts: listOf(line),
    interfaces: listOf(joint, 3),
    files: listOf(file, 3),
  })
  .map((some): DraftContent => ({ ...EMPTY_CONTENT, ...some }));

test('the changes from one content to another make the other of it, and meet nothing unexpected', () => {
  fc.assert(
    fc.property(content, content, (one, other) => {
      const frozen = structuredClone(one);
      expect(applyChanges(one, changesBetween(one, other))).toEqual({ content: other, conflicts: [] });
      expect(one).toEqual(frozen);
    }),
    { numRuns: 300 },
  );
});

test('a content differs from itself in nothing, and each change has a key of its own', () => {
  fc.assert(
    fc.property(content, content, (one, other) => {
      expect(changesBetween(one, structuredClone(one))).toEqual([]);
      const keys = changesBetween(one, other).map(keyOfChange);
      expect(new Set(keys).size).toBe(keys.length);
    }),
    { numRuns: 100 },
  );
});

/** Without what says only where entries stand. */
const unordered = (some: DraftContent) => ({
  ...some,
  parts: some.parts.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
  interfaces: some.interfaces.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
  files: some.files.toSorted((one, other) => (one.path < other.path ? -1 : 1)),
});

test('the inverse changes, the last first, take everything back', () => {
  fc.assert(
    fc.property(content, content, (one, other) => {
      const back = changesBetween(one, other).map(inverseOf).toReversed();
      const { content: again, conflicts } = applyChanges(other, back);
      expect(conflicts).toEqual([]);
      expect(unordered(again)).toEqual(unordered(one));
    }),
    { numRuns: 200 },
  );
});

test('two who change the same field of one content conflict where they differ, and nowhere else', () => {
  const places = (changes: readonly ContentChange[]) =>
    new Map(
      changes.flatMap((change) => (change.kind === 'set' ? [[keyOfChange(change), change.to] as const] : [])),
    );
  const edit = fc.record({ title: word, story: word, quantity: fc.constantFrom(1, 2), note: word });
  fc.assert(
    fc.property(
      content.filter(({ parts }) => parts.length > 0),
      edit,
      edit,
      (base, mine, theirs) => {
        const edited = ({ title, story, quantity, note }: typeof mine): DraftContent => ({
          ...base,
          title,
          story,
          parts: base.parts.map((each, index) => (index === 0 ? { ...each, quantity, note } : each)),
        });
        const [ours, others] = [changesBetween(base, edited(mine)), changesBetween(base, edited(theirs))];
        const { conflicts, content: merged } = applyChanges(edited(mine), others);
        const before = places(ours);
        const expected = others.filter(
          (change) =>
            change.kind === 'set' &&
            before.has(keyOfChange(change)) &&
            before.get(keyOfChange(change)) !== change.to,
        );
        expect(conflicts.map(({ change }) => change)).toEqual(expected);
        expect(applyChanges(merged, expected, () => true).content).toEqual(
          applyChanges(applyChanges(base, ours).content, others, () => true).content,
        );
      },
    ),
    { numRuns: 200 },
  );
});

test('an entry that the other side struck out or changed is told, and stays as it is', () => {
  const [tube] = fc.sample(line('aaaa'), { numRuns: 1, seed: 7 });
  if (!tube) throw new Error('no line');
  const base = { ...EMPTY_CONTENT, parts: [{ ...tube, quantity: 1 }] };
  const changed = { ...EMPTY_CONTENT, parts: [{ ...tube, quantity: 2 }] };
  expect(applyChanges(EMPTY_CONTENT, changesBetween(base, changed)).conflicts).toMatchObject([
    { mine: null },
  ]);
  const struck = applyChanges(changed, changesBetween(base, EMPTY_CONTENT));
  expect(struck).toMatchObject({ content: changed, conflicts: [{ mine: { quantity: 2 } }] });
});
