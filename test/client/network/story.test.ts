import { describe, expect, it } from 'vitest';
import { pathOf } from '../../../client/network/ancestry.ts';
import { storyOf } from '../../../client/network/story.ts';
import { tellingsOf } from '../../../client/network/tellings.ts';
import type { MadeWithView, NetworkEdge, NetworkNode } from '../../../shared/network/graphViews.ts';

const node = (name: string, more: Partial<NetworkNode> = {}): NetworkNode => ({
  itemId: name,
  name,
  serial: null,
  code: null,
  of: null,
  workshop: null,
  isMachine: false,
  provenance: 'unknown',
  generation: 0,
  lives: 0,
  buildId: null,
  at: null,
  beingMade: false,
  ended: null,
  ...more,
});

const edge = (
  kind: NetworkEdge['kind'],
  from: string,
  to: string,
  more: Partial<NetworkEdge> = {},
): NetworkEdge => ({
  kind,
  from,
  to,
  buildId: null,
  at: null,
  until: null,
  minutes: null,
  life: null,
  ...more,
});

const DAYS = ['01', '02', '03', '04'].map((day) => `2026-03-${day}T08:00:00Z`);
const [FIRST, SECOND, THIRD] = DAYS;

/** A press made with a table that was made with a lathe; its cylinder came out of a loader, and was in a splitter. */
const press = (): MadeWithView => ({
  nodes: [
    node('lathe', { isMachine: true }),
    node('table', { isMachine: true, buildId: 'b1' }),
    node('loader', { ended: 'scrapped' }),
    node('cylinder', { lives: 3 }),
    node('splitter', { buildId: 'b2' }),
    node('press', { isMachine: true, buildId: 'b3', generation: 1 }),
    node('mould', { buildId: 'b4', generation: 2 }),
  ],
  edges: [
    edge('madeWith', 'lathe', 'table', { minutes: 60 }),
    edge('madeWith', 'table', 'press', { minutes: 30 }),
    edge('madeWith', 'table', 'press', { minutes: 45, buildId: 'b3' }),
    edge('madeWith', 'press', 'mould'),
    edge('recoveredFrom', 'loader', 'cylinder', { at: FIRST ?? null }),
    edge('fitted', 'cylinder', 'press', { at: THIRD ?? null, life: 3 }),
    edge('fitted', 'cylinder', 'splitter', { at: FIRST ?? null, until: SECOND ?? null, life: 2 }),
    edge('recoveredFrom', 'splitter', 'cylinder', { at: SECOND ?? null }),
  ],
  cut: false,
});

const inWords = ({ lines }: ReturnType<typeof storyOf>) =>
  lines.map(({ look, from, to, carried }) =>
    [`${from} → ${to}`, look, ...carried.map(({ part, life }) => `${part.name} ${life}`)].join(', '),
  );

describe('the story of a network', () => {
  it('draws a part that went through several machines as one line through them', () => {
    const story = storyOf(press());
    expect(story.nodes.map(({ name }) => name)).not.toContain('cylinder');
    expect(inWords(story)).toEqual([
      'lathe → table, made',
      'table → press, made',
      'press → mould, made',
      'loader → splitter, part, cylinder 2',
      'splitter → press, part, cylinder 3',
    ]);
    expect(story.lines[1]?.minutes).toBe(75);
  });

  it('gives a part a plate where it is asked about, where it was made, and where it lies loose', () => {
    const asked = storyOf(press(), 'cylinder');
    expect(inWords(asked).slice(3)).toEqual([
      'loader → cylinder, part',
      'cylinder → splitter, part',
      'splitter → press, part, cylinder 3',
    ]);
    const { edges, ...rest } = press();
    const made = storyOf({ ...rest, edges: [...edges, edge('madeWith', 'lathe', 'cylinder')] });
    expect(made.nodes.map(({ name }) => name)).toContain('cylinder');
    const out = edges.map((each) => (each.life === 3 ? { ...each, until: DAYS[3] ?? null } : each));
    expect(inWords(storyOf({ ...rest, edges: out })).at(-1)).toBe('press → cylinder, part');
  });

  it('lets what led to a thing stand out, and of what its parts passed no more than that', () => {
    const view = press();
    const story = storyOf({
      ...view,
      nodes: [...view.nodes, node('welder'), node('pump', { lives: 2 }), node('cube')],
      edges: [
        ...view.edges,
        edge('madeWith', 'welder', 'splitter'),
        edge('recoveredFrom', 'loader', 'pump', { at: FIRST ?? null }),
        edge('fitted', 'pump', 'cube', { at: SECOND ?? null, life: 2 }),
      ],
    });
    const { things, lines } = pathOf(story, 'press', 'back');
    expect(things).toEqual(new Set(['press', 'table', 'lathe', 'cylinder', 'loader', 'splitter']));
    expect(lines.has('part loader cube')).toBe(false);
    expect(pathOf(story, 'splitter', 'back').things).toEqual(
      new Set(['splitter', 'welder', 'cylinder', 'loader']),
    );
    expect(pathOf(story, 'table', 'forth').things).toEqual(new Set(['table', 'press', 'mould']));
    expect(pathOf(story, 'loader', 'forth').things).toContain('mould');
    expect(pathOf(story, 'cylinder', 'back').things).toEqual(
      new Set(['cylinder', 'loader', 'splitter', 'press']),
    );
  });

  it('is told in words: with what a press was made, and where its cylinder was before', () => {
    const story = storyOf(press());
    const [told] = tellingsOf(story, pathOf(story, 'press', 'back'));
    expect(told?.made.map(({ node: { name }, minutes }) => [name, minutes])).toEqual([['table', 75]]);
    expect(told?.parts.map(({ life, way }) => [life, ...way.map(({ name }) => name)])).toEqual([
      [3, 'loader', 'splitter', 'press'],
    ]);
    expect(told?.makes).toEqual([]);
    const whole = tellingsOf(story).find(({ node: { name } }) => name === 'press');
    expect(whole?.makes.map(({ node: { name } }) => name)).toEqual(['mould']);
  });

  it('takes parts that went into each other, and what is fitted where it was, as they are', () => {
    const story = storyOf({
      nodes: [node('a', { lives: 2 }), node('b', { lives: 1 })],
      edges: [
        edge('fitted', 'a', 'b', { at: FIRST ?? null, until: SECOND ?? null, life: 1 }),
        edge('fitted', 'a', 'b', { at: THIRD ?? null, life: 2 }),
        edge('fitted', 'b', 'a', { at: SECOND ?? null, until: THIRD ?? null, life: 1 }),
      ],
      cut: false,
    });
    expect(story.nodes).toHaveLength(2);
    expect(pathOf(story, 'a', 'back').things).toEqual(new Set(['a', 'b']));
  });
});
