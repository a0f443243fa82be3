import { describe, expect, it } from 'vitest';
import type { LaidLine, LaidNode } from '../../../client/network/columns.ts';
import { type Box, laidOut } from '../../../client/network/layout.ts';

const SIZES = { plate: { width: 180, height: 72 }, tag: { width: 120, height: 48 }, head: 60 };

/** Numbers from 0 to 1, the same for the same seed. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function someNetwork(seed: number, count: number): { nodes: LaidNode[]; lines: LaidLine[] } {
  const chance = chances(seed);
  const nodes = Array.from({ length: count }, (_, at) => ({
    id: `n${at}`,
    band: Math.floor(chance() * 4) - 1,
  }));
  const any = () => `n${Math.floor(chance() * count)}`;
  const lines = Array.from({ length: count * 2 }, (_, at) => ({
    id: `l${at}`,
    from: any(),
    to: any(),
    tagged: chance() < 0.4,
  }));
  return { nodes, lines };
}

const overlap = (one: Box, other: Box) =>
  one.left < other.left + other.width &&
  other.left < one.left + one.width &&
  one.top < other.top + other.height &&
  other.top < one.top + one.height;

describe('the drawing of what was made with what', () => {
  it.each([1, 2, 3, 4, 5])(
    'lets no plates and tags overlap, whatever is joined to what (seed %i)',
    (seed) => {
      const { nodes, lines } = someNetwork(seed, 30);
      const layout = laidOut(nodes, lines, SIZES);
      const boxes = [...layout.nodes.values(), ...[...layout.lines.values()].flatMap(({ tag }) => tag ?? [])];
      const pairs = boxes.flatMap((one, at) => boxes.slice(at + 1).map((other) => [one, other] as const));
      expect(pairs.filter(([one, other]) => overlap(one, other))).toEqual([]);
      for (const { left, top, width, height } of boxes) {
        expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
        expect(left + width).toBeLessThanOrEqual(layout.width);
        expect(top + height).toBeLessThanOrEqual(layout.height);
      }
    },
  );

  it('is the same for the same things', () => {
    const { nodes, lines } = someNetwork(7, 40);
    expect(laidOut(nodes, lines, SIZES)).toEqual(laidOut(nodes, lines, SIZES));
  });

  it('puts each generation to the right of the one before, and what came earlier in it further left', () => {
    const node = (id: string, band: number) => ({ id, band });
    const line = (from: string, to: string) => ({ id: `${from} ${to}`, from, to, tagged: false });
    const { nodes, lines, bands } = laidOut(
      [node('press', 1), node('splitter', 0), node('table', 0), node('loader', -1), node('lathe', -1)],
      [
        line('lathe', 'table'),
        line('table', 'press'),
        line('loader', 'splitter'),
        line('splitter', 'press'),
        line('table', 'splitter'),
        line('press', 'lathe'),
      ],
      SIZES,
    );
    const order = ['lathe', 'table', 'splitter', 'press'].map((id) => nodes.get(id)?.left ?? 0);
    expect(order).toEqual(order.toSorted((one, other) => one - other));
    expect(new Set(order).size).toBe(4);
    expect(bands.map(({ band }) => band)).toEqual([-1, 0, 1]);
    expect(lines.get('press lathe')?.backwards).toBe(true);
    expect(lines.get('table press')?.backwards).toBe(false);
  });

  it('crosses no lines that need not cross', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const nodes = [...ids.map((id) => ({ id, band: 0 })), ...ids.map((id) => ({ id: `${id}2`, band: 1 }))];
    const lines = ids.map((id, at) => {
      const to = `${ids[ids.length - 1 - at]}2`;
      return { id, from: id, to, tagged: false };
    });
    const { nodes: boxes } = laidOut(nodes, lines, SIZES);
    for (const { from, to } of lines) expect(boxes.get(from)?.top).toBe(boxes.get(to)?.top);
  });

  it('draws a circle of things that were in each other, and hundreds of plates', () => {
    const round = laidOut(
      [
        { id: 'a', band: 0 },
        { id: 'b', band: 0 },
      ],
      [
        { id: 'ab', from: 'a', to: 'b', tagged: true },
        { id: 'ba', from: 'b', to: 'a', tagged: true },
      ],
      SIZES,
    );
    expect([...round.lines.values()].map(({ backwards }) => backwards).toSorted()).toEqual([false, true]);
    const many = someNetwork(11, 300);
    expect(laidOut(many.nodes, many.lines, SIZES).nodes.size).toBe(300);
  });
});
