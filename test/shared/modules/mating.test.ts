import { describe, expect, it } from 'vitest';
import { type AnyInterface, mismatches } from '../../../shared/modules/mating.ts';

const grid = (pitch: number): AnyInterface => ({
  kind: 'holeGrid',
  side: 'offers',
  pitch,
  hole: 25.4,
  rows: 1,
});
const shaft = (side: 'offers' | 'needs', diameter: number): AnyInterface => ({
  kind: 'shaft',
  side,
  diameter,
  keyway: null,
});
const port = (side: 'offers' | 'needs', flow: number | null, pressure: number | null): AnyInterface => ({
  kind: 'hydraulicPort',
  side,
  size: 12.7,
  flow,
  pressure,
});

describe('two interfaces', () => {
  it('of one kind and the same measures mate', () => {
    expect(mismatches(grid(101.6), grid(101.6))).toEqual([]);
    expect(mismatches(grid(101.6), grid(101.8))).toEqual([]);
    expect(mismatches(shaft('offers', 31.75), shaft('needs', 31.75))).toEqual([]);
  });

  it('of different pitch do not, and both pitches are told', () => {
    expect(mismatches(grid(101.6), grid(100))).toEqual([{ what: 'pitch', one: 101.6, other: 100 }]);
  });

  it('of different kinds do not', () => {
    expect(mismatches(grid(101.6), port('needs', null, null))).toEqual([
      { what: 'kind', one: 'holeGrid', other: 'hydraulicPort' },
    ]);
  });

  it('that both want a shaft do not', () => {
    expect(mismatches(shaft('needs', 25.4), shaft('needs', 25.4))).toEqual([
      { what: 'side', one: 'needs', other: 'needs' },
    ]);
  });

  it('mate where flow and pressure suffice, whichever stands first', () => {
    expect(mismatches(port('offers', 56.8, 172), port('needs', 37.9, 138))).toEqual([]);
    expect(mismatches(port('needs', 75.7, 138), port('offers', 56.8, 172))).toEqual([
      { what: 'flow', one: 56.8, other: 75.7 },
    ]);
  });

  it('are not refused for what nobody knows', () => {
    expect(mismatches(port('offers', null, 172), port('needs', 75.7, null))).toEqual([]);
  });

  it('mate where a bolt goes through a hole, and not where it is too thick or far too thin', () => {
    expect(mismatches(shaft('offers', 19.05), grid(101.6))).toEqual([]);
    expect(mismatches(grid(101.6), shaft('offers', 25.4))).toEqual([]);
    expect(mismatches(shaft('offers', 31.75), grid(101.6))).toEqual([
      { what: 'diameter', one: 31.75, other: 25.4 },
    ]);
    expect(mismatches(grid(101.6), shaft('offers', 12.7))).toEqual([
      { what: 'hole', one: 25.4, other: 12.7 },
    ]);
    expect(mismatches(shaft('needs', 25.4), grid(101.6))).toEqual([
      { what: 'side', one: 'needs', other: 'offers' },
    ]);
  });
});
