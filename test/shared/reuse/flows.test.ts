import { describe, expect, it } from 'vitest';
import { carbonFactorOf } from '../../../shared/reuse/carbon.ts';
import {
  linearFlowIndex,
  type MaterialFlows,
  materialCircularity,
} from '../../../shared/reuse/circularity.ts';
import { cascadeSaving, embodied, spectralRadius } from '../../../shared/reuse/embodied.ts';
import { generationsOf } from '../../../shared/reuse/generations.ts';
import { livesOf, provenanceInLife } from '../../../shared/reuse/provenance.ts';
import { shareOf } from '../../../shared/reuse/shares.ts';

const virgin: MaterialFlows = {
  mass: 3,
  recycledIn: 0,
  reusedIn: 0,
  biologicalIn: 0,
  recycledOut: 0,
  reusedOut: 0,
  compostedOut: 0,
  energyOut: 0,
  yieldOut: 0,
  yieldIn: 0,
  utility: 1,
};

describe('material circularity', () => {
  it('is 0.1 for what is all virgin, all landfilled', () => {
    expect(linearFlowIndex(virgin)).toBe(1);
    expect(materialCircularity(virgin)).toBeCloseTo(0.1, 12);
  });

  it('has the values of the definitions', () => {
    const flows = { ...virgin, recycledIn: 0.4, reusedIn: 0.3, recycledOut: 0.3, reusedOut: 0.5 };
    const product = { ...flows, yieldOut: 0.9, yieldIn: 0.8, utility: 1.5 };
    expect(linearFlowIndex(product)).toBeCloseTo(0.27764, 5);
    expect(materialCircularity(product)).toBeCloseTo(0.83342, 5);
  });
});

describe('what is embodied', () => {
  const direct = new Map([
    ['lathe', 1000],
    ['screw', 1],
    ['vice', 50],
  ]);

  it('follows inputs down, machines by their hours', () => {
    const inputs = [
      { of: 'screw', into: 'vice', amount: 4 },
      { of: 'lathe', into: 'screw', amount: 0.5 / 1000 },
      { of: 'lathe', into: 'vice', amount: 2 / 1000 },
    ];
    expect(spectralRadius(inputs)).toBe(0);
    expect(embodied(inputs, direct)?.get('vice')).toBeCloseTo(50 + 4 * 1.5 + 2, 9);
  });

  it('takes circles: a lathe that makes screws for lathes', () => {
    const inputs = [
      { of: 'screw', into: 'lathe', amount: 100 },
      { of: 'lathe', into: 'screw', amount: 0.001 },
    ];
    expect(spectralRadius(inputs)).toBeCloseTo(Math.sqrt(0.1), 9);
    // e = 1000 + 100 s, s = 1 + 0.001 e
    expect(embodied(inputs, direct)?.get('lathe')).toBeCloseTo(1100 / 0.9, 6);
  });

  it('is nothing where one takes more than one of itself', () => {
    const inputs = [
      { of: 'screw', into: 'lathe', amount: 100 },
      { of: 'lathe', into: 'screw', amount: 0.01 },
    ];
    expect(spectralRadius(inputs)).toBeCloseTo(1, 9);
    expect(embodied(inputs, direct)).toBeNull();
  });

  it('tells what owning a machine saves on all that it makes, through all levels', () => {
    const inputs = [
      { of: 'screw', into: 'vice', amount: 4 },
      { of: 'lathe', into: 'screw', amount: 0.001 },
    ];
    const saving = cascadeSaving(inputs, direct, 'lathe', new Map([['screw', 3]]));
    expect(saving?.get('screw')).toBeCloseTo(2, 9);
    expect(saving?.get('vice')).toBeCloseTo(8, 9);
    expect(saving?.get('lathe')).toBe(0);
  });
});

describe('generations', () => {
  const of = (used: Record<string, string[]>) =>
    generationsOf(Object.keys(used), (thing) => used[thing] ?? []);

  it('count the longest chain of machines that made machines', () => {
    const used = { vice: [], table: [], press: ['table', 'vice'], brick: ['press', 'table'] };
    expect(Object.fromEntries(of(used))).toEqual({ vice: 0, table: 0, press: 1, brick: 2 });
  });

  it('end where a circle was written down, and stand a chain of any length', () => {
    expect(of({ a: ['b'], b: ['a'] }).size).toBe(2);
    const chain = Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`m${n}`, [`m${n + 1}`]]));
    expect(of(chain).get('m0')).toBe(20_000);
  });
});

describe('a share', () => {
  it('tells what it rests on', () => {
    const amounts = [
      { weight: 3, counts: true },
      { weight: 1, counts: false },
      { weight: 4, counts: null },
      { weight: null, counts: true },
    ];
    expect(shareOf(amounts)).toEqual({ value: 0.75, restsOn: { known: 4, all: 9 } });
    expect(shareOf([]).value).toBeNull();
  });
});

describe('the CO2e of a material', () => {
  it.each([
    ['Stainless steel 304', 6.15],
    ['tubo cuadrado de acero', 1.46],
    ['STEEL, zinc-plated', 1.46],
    ['Plywood 18 mm', 0.45],
    ['Lead screw', null],
    ['Steel and rubber mount', null],
    ['Steelworks', null],
    ['', null],
  ])('of %s is %s', (words, factor) => {
    expect(carbonFactorOf(words)).toBe(factor);
  });
});

describe('lives', () => {
  it('count each fitting, and the one in something that nobody wrote down', () => {
    expect([livesOf('bought', 0), livesOf('made', 2), livesOf('recovered', 2)]).toEqual([0, 2, 3]);
    expect(provenanceInLife('bought', 1)).toBe('new');
    expect(provenanceInLife('made', 1)).toBe('made');
    expect(provenanceInLife('made', 2)).toBe('recovered');
    expect(provenanceInLife('recovered', 2)).toBe('recovered');
    expect(provenanceInLife('found', 1)).toBe('unknown');
    expect(provenanceInLife('cut', 1, 'new')).toBe('new');
  });
});
