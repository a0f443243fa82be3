import { describe, expect, it } from 'vitest';
import { piecesOf } from '../../../client/things/sentences.ts';
import { bundlesOf } from '../../../client/things/tally.tsx';
import { detailsOf, livesInWords, partyInWords, sentenceFor } from '../../../client/things/words.ts';
import type { StoryEntry } from '../../../shared/items/views.ts';

const ID = '0b7e4d1c-52a9-4f0e-9c3d-000000000001';
const entry = (told: Partial<StoryEntry>): StoryEntry => ({
  type: 'PartFitted',
  at: '2026-03-03T09:00:00.000Z',
  writtenAt: '2026-03-03T09:00:00.000Z',
  by: null,
  inferred: false,
  other: null,
  workshop: null,
  shelf: null,
  to: null,
  until: null,
  buildId: null,
  line: null,
  grade: null,
  how: null,
  of: null,
  massKilograms: null,
  material: null,
  text: null,
  stands: true,
  fittingId: null,
  repairId: null,
  ...told,
});

describe('the lives of a thing', () => {
  it('are told by the machine that it is in', () => {
    expect(livesInWords({ lives: 3, status: 'fitted' })).toBe('in its third machine');
    expect(livesInWords({ lives: 12, status: 'fitted' })).toBe('in its 12th machine');
    expect(livesInWords({ lives: 22, status: 'fitted' })).toBe('in its 22nd machine');
  });

  it('are told by the machines that it was in while it lies on a shelf', () => {
    expect(livesInWords({ lives: 1, status: 'loose' })).toBe('was in 1 machine');
    expect(livesInWords({ lives: 0, status: 'loose' })).toBe('never fitted yet');
  });

  it('stand in bundles of five', () => {
    expect(bundlesOf(0)).toEqual([]);
    expect(bundlesOf(5)).toEqual([5]);
    expect(bundlesOf(7)).toEqual([5, 2]);
  });
});

describe('a sentence of the story', () => {
  it('keeps the places of its names, in the order of the language', () => {
    expect(piecesOf('{by} fitted it into {thing}.')).toEqual([
      { put: 'by' },
      { text: ' fitted it into ' },
      { put: 'thing' },
      { text: '.' },
    ]);
  });

  it('names the build in which it was done, where it was in one', () => {
    expect(sentenceFor(entry({}))).toBe('{by} fitted it into {thing}.');
    expect(sentenceFor(entry({ buildId: ID }))).toBe('{by} fitted it into {thing}, in {build}.');
  });

  it('tells how a thing came', () => {
    const came = (how: StoryEntry['how'], other: StoryEntry['other'] = null) =>
      sentenceFor(entry({ type: 'ItemReceived', how, other }));
    expect(came('bought')).toContain('bought new');
    expect(came('recovered', { itemId: ID, name: 'Loader 7', code: null })).toContain('{thing}');
    expect(came('recovered')).toContain('nobody wrote down');
    expect(came('unknown')).toBe('{by} wrote it down.');
  });

  it('is there for what the program does not know yet', () => {
    expect(sentenceFor(entry({ type: 'SomethingOfTomorrow' }))).toBe('{by} changed something.');
  });

  it('says how good and how heavy beside it', () => {
    const told = entry({ type: 'ItemScrapped', massKilograms: 12.5, material: 'steel' });
    expect(detailsOf(told, 'Europe/Berlin')).toEqual(['12.5 kg steel']);
    expect(detailsOf(entry({ type: 'PartRecovered', grade: 'worn' }), 'Europe/Berlin')).toEqual(['Worn']);
  });
});

it('somebody whom the viewer may not know is a member', () => {
  expect(partyInWords({ kind: 'member', member: null })).toBe('a member');
  expect(partyInWords({ kind: 'member', member: { memberId: ID, name: null } })).toBe('Former member');
  expect(partyInWords({ kind: 'outside' })).toBe('somebody else');
});
