import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adopt, suggestedChanges } from '../../../server/designs/adopting.ts';
import { keyOfChange } from '../../../shared/designs/changes.ts';
import type { DesignContent } from '../../../shared/designs/content.ts';
import { content, line } from './story.ts';

const base = content();
const withBolts = (quantity: number) => [line('pump', 1), line('bolt', quantity), line('hose', 2)];
const all = { chosen: null, sides: {} } as const;

/** Some state of a design that may have become of `base`. */
const anyContent: fc.Arbitrary<DesignContent> = fc
  .record({
    title: fc.constantFrom('Power Cube', 'Power Cube, lighter'),
    purpose: fc.string({ maxLength: 20 }).map((text) => text.trim()),
    version: fc.constantFrom('', '2'),
    changes: fc.constantFrom('', 'Less steel'),
    tags: fc.uniqueArray(fc.constantFrom('hydraulics', 'steel', 'petrol'), { maxLength: 3 }),
    parts: fc
      .uniqueArray(
        fc.record({
          name: fc.constantFrom('pump', 'bolt', 'hose', 'frame', 'engine', 'tank'),
          quantity: fc.integer({ min: 1, max: 9 }),
        }),
        { selector: ({ name }) => name, maxLength: 6 },
      )
      .map((lines) => lines.map(({ name, quantity }) => line(name, quantity))),
  })
  .map((change) => content(change));

describe('adopting a suggestion', () => {
  it('with no own change since gives what the fork says, but for title and words of its own revision', () => {
    fc.assert(
      fc.property(anyContent, anyContent, (before, fork) => {
        const adoption = adopt({ base: before, fork, mine: before, ...all });
        if (adoption.outcome !== 'content') expect.fail(adoption.outcome);
        const { title, version, changes } = before;
        expect(adoption.content).toEqual({ ...fork, title, version, changes });
        expect(adoption.whole).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
  it('keeps what the lineage changed elsewhere', () => {
    const mine = content({ purpose: 'Power for a tractor' });
    const adoption = adopt({ base, fork: content({ parts: withBolts(12) }), mine, ...all });
    expect(adoption).toMatchObject({
      outcome: 'content',
      content: { purpose: 'Power for a tractor', parts: withBolts(12) },
      taken: ['parts/line-bolt/quantity'],
      whole: true,
    });
  });
  it('takes over single changes, and is then not whole', () => {
    const fork = content({ parts: withBolts(12), purpose: 'Lighter' });
    const adoption = adopt({ base, fork, mine: base, chosen: ['purpose'], sides: {} });
    expect(adoption).toMatchObject({
      content: { purpose: 'Lighter', parts: base.parts },
      taken: ['purpose'],
      whole: false,
    });
    const none = adopt({ base, fork, mine: base, chosen: ['story', 'purpose'], sides: {} });
    expect(none).toEqual({ outcome: 'unknownChanges', keys: ['story'] });
  });
  it('takes the title only where that is chosen', () => {
    const fork = content({ title: 'My cube', purpose: 'Mine' });
    expect(suggestedChanges(base, fork).map(keyOfChange)).toEqual(['title', 'purpose']);
    expect(adopt({ base, fork, mine: base, ...all })).toMatchObject({
      content: { title: 'Power Cube' },
      whole: true,
    });
    const chosen = ['title'];
    expect(adopt({ base, fork, mine: base, chosen, sides: {} })).toMatchObject({
      content: { title: 'My cube' },
      whole: false,
    });
  });
  it('names whoever the fork names, and strikes nobody out', () => {
    const person = (id: string, name: string) =>
      ({ id, name, role: 'author', organization: '', contact: '' }) as const;
    const before = content({ attributions: [person('aaaa', 'Anna')] });
    const fork = content({ attributions: [person('bbbb', 'Ben'), person('cccc', 'Anna')], purpose: 'New' });
    const adoption = adopt({ base: before, fork, mine: before, ...all });
    expect(adoption).toMatchObject({
      content: { attributions: [person('aaaa', 'Anna'), person('bbbb', 'Ben')] },
    });
  });
});

describe('where both sides changed the same', () => {
  const fork = content({ parts: withBolts(12), purpose: 'Lighter' });
  const mine = content({ parts: withBolts(10) });
  const key = 'parts/line-bolt/quantity';

  it('nothing is adopted until a side is chosen, and both are shown', () => {
    const adoption = adopt({ base, fork, mine, ...all });
    expect(adoption).toMatchObject({ outcome: 'undecided', conflicts: [{ mine: 10, change: { to: 12 } }] });
  });
  it('the chosen side stands; with one’s own it is not whole', () => {
    const theirs = adopt({ base, fork, mine, chosen: null, sides: { [key]: 'theirs' } });
    expect(theirs).toMatchObject({ content: { parts: withBolts(12) }, whole: true });
    const own = adopt({ base, fork, mine, chosen: null, sides: { [key]: 'mine' } });
    expect(own).toMatchObject({
      content: { parts: withBolts(10), purpose: 'Lighter' },
      taken: ['purpose'],
      whole: false,
    });
  });
  it('a line that is gone here comes back as theirs has it', () => {
    const without = content({ parts: [line('pump', 1), line('hose', 2)] });
    expect(adopt({ base, fork, mine: without, ...all })).toMatchObject({
      outcome: 'undecided',
      conflicts: [{ mine: null }],
    });
    const theirs = adopt({ base, fork, mine: without, chosen: null, sides: { [key]: 'theirs' } });
    expect(theirs).toMatchObject({ outcome: 'content', content: { parts: withBolts(12) }, whole: true });
  });
});
