import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { designsByWords } from '../../../../server/designs/search/catalogue.ts';
import { countFacets } from '../../../../server/designs/search/facetValues.ts';
import { type Filters, fits } from '../../../../server/designs/search/filters.ts';
import { wordsQuery } from '../../../../server/designs/search/words.ts';
import type { DesignStep } from '../../../../shared/designs/steps.ts';
import { designOf, line, openLibrary } from '../library.ts';

const step = (change: Partial<DesignStep>): DesignStep => ({
  id: 'step',
  title: 'Weld',
  text: '',
  parts: [],
  tools: [],
  machines: [],
  competences: [],
  minutes: null,
  pictures: [],
  ...change,
});

/** Any sixteen bits one after the other, also such as are no text. */
const anything = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
  .map((units) => String.fromCharCode(...units));

describe('the catalogue', () => {
  it('finds all words in any field, accents or not, the last as a beginning, titles first', () => {
    const { reader, publish } = openLibrary();
    const inStory = publish(designOf({ title: 'Cart', story: 'It carries the Müller pump, hydraulic.' }));
    const inTitle = publish(
      designOf({ title: 'Hydraulic pump', parts: [line('gear', { name: 'Spur gear' })] }),
    );
    const ids = (typed: string) => designsByWords(reader, typed).map(({ designId }) => designId);
    expect(ids('hydraulic pu')).toEqual([inTitle.designId, inStory.designId]);
    expect(ids('muller')).toEqual([inStory.designId]);
    expect(ids('SPUR')).toEqual([inTitle.designId]);
    expect(ids('hydraulic tractor')).toEqual([]);
    expect(ids('  '), 'without a word: all, the newest first').toEqual([inTitle.designId, inStory.designId]);
  });

  it('tells the design first whose whole title is typed, however much is written in it', () => {
    const { reader, publish } = openLibrary();
    const story = 'It drives the tractor, the press and the sawmill. '.repeat(20);
    const cube = publish(designOf({ title: 'Power Cube', story }));
    const quiet = publish(
      designOf({ title: 'Power Cube, quiet', purpose: 'The Power Cube for a boat shed' }),
    );
    const ids = designsByWords(reader, ' power cube ').map(({ designId }) => designId);
    expect(ids).toEqual([cube.designId, quiet.designId]);
  });

  it('is asked anything without harm', () => {
    const { reader, publish } = openLibrary();
    publish(designOf({ title: 'NEAR "the" pump' }));
    for (const typed of [
      '"',
      '*',
      'a OR',
      'NEAR(',
      'title:',
      '🚜',
      "'; drop table designs",
      '-pump',
      '^pump',
      'é',
    ])
      expect(() => designsByWords(reader, typed)).not.toThrow();
    expect(designsByWords(reader, 'NEAR "the')).toHaveLength(1);
    expect(designsByWords(reader, '🚜')).toEqual([]);
    fc.assert(
      fc.property(anything, (typed) => {
        designsByWords(reader, typed);
      }),
      { numRuns: 60 },
    );
    expect(wordsQuery('1 1/4 in')).toBe('"1" "1" "4" "in"*');
  });

  it('knows what a 1¼ inch shaft mates with, and what can be made with the machines at hand', () => {
    const { reader, publish } = openLibrary();
    const shaft = {
      id: 'axle',
      name: '',
      kind: 'shaft',
      side: 'needs',
      diameter: 31.75,
      keyway: null,
    } as const;
    const hub = publish(
      designOf({ title: 'Hub', interfaces: [shaft], steps: [step({ machines: ['welder', 'lathe'] })] }),
    );
    const metric = publish(designOf({ title: 'Metric hub', interfaces: [{ ...shaft, diameter: 32 }] }));
    const parts = [
      line('cut0', { source: 'make', machines: ['torchTable'] }),
      line('buy0', { machines: ['mill'] }),
    ];
    const plate = publish(designOf({ title: 'Plate', parts }));
    const found = (filters: Filters) =>
      designsByWords(reader, '')
        .filter((entry) => fits(entry, filters))
        .map(({ designId }) => designId);
    expect(found({ interface: 'shaft', side: 'needs', size: 31.75 })).toEqual([hub.designId]);
    expect(found({ interface: 'shaft', side: 'offers' })).toEqual([]);
    expect(found({ machine: 'torchTable' })).toEqual([plate.designId]);
    expect(found({ kindsAtHand: new Set(['welder', 'lathe', 'saw']) })).toEqual([
      metric.designId,
      hub.designId,
    ]);
  });

  it('counts what the found ones are, most first', () => {
    const { reader, publish } = openLibrary();
    publish(designOf({ title: 'A', tags: ['soil', 'steel'], category: 'agriculture' }));
    publish(designOf({ title: 'B', tags: ['soil'], category: 'agriculture', technologyReadiness: 'OTRL-4' }));
    publish(designOf({ title: 'C', tags: [], category: 'energy', licence: 'MIT' }));
    expect(countFacets(designsByWords(reader, ''))).toMatchObject({
      category: [
        { value: 'agriculture', count: 2 },
        { value: 'energy', count: 1 },
      ],
      tag: [
        { value: 'soil', count: 2 },
        { value: 'steel', count: 1 },
      ],
      licence: [
        { value: 'CERN-OHL-S-2.0', count: 2 },
        { value: 'MIT', count: 1 },
      ],
      readiness: [{ value: 'OTRL-4', count: 1 }],
    });
  });
});
