import { expect, it } from 'vitest';
import { DrawnModel } from '../../../client/viewer/drawnModel.ts';
import { keepParts } from '../../../client/viewer/keptParts.ts';
import { featureNear, nearestHit } from '../../../client/viewer/sight.ts';
import { marksOfNodes } from '../../../client/viewer/visibility.ts';
import { manyBoxes } from './page/models.ts';

const NOTHING = { selected: [], hovered: null, hidden: [], ghosted: [], isolated: null };
const NEVER = () => false;

/** Boxes in a row along z, at x = 110: the first is 31 × 43 × 24 and stands from z = 0. */
async function drawnBoxes() {
  const model = manyBoxes(40, 3);
  const kept = await keepParts(model, new Map(), NEVER);
  if (!kept) throw new Error('nobody gave up');
  return { model, kept, drawn: new DrawnModel(model, kept, {}, []) };
}

const DOWN = { origin: [120, 10, 1000], direction: [0, 0, -1] } as const;

it('shapes whose keys stay are kept when something else is shown', async () => {
  const { model, kept } = await drawnBoxes();
  const next = await keepParts(manyBoxes(50, 4), kept, NEVER);
  expect(next?.get('box 0')).toBe(kept.get('box 0'));
  expect(next?.size).toBe(4);
  expect(model.parts.length).toBe(3);
});

it('sees the nearest, and past what is hidden or a ghost', async () => {
  const { model, drawn } = await drawnBoxes();
  const first = nearestHit(drawn, DOWN, null);
  expect(first?.normal).toEqual([0, 0, 1]);
  drawn.mark(marksOfNodes(model, { ...NOTHING, hidden: [first?.nodeId ?? ''] }));
  const second = nearestHit(drawn, DOWN, null);
  expect(second?.point[2]).toBeLessThan(first?.point[2] ?? 0);
  drawn.mark(marksOfNodes(model, { ...NOTHING, ghosted: [first?.nodeId ?? '', second?.nodeId ?? ''] }));
  expect(nearestHit(drawn, DOWN, null)?.point[2]).toBeLessThan(second?.point[2] ?? 0);
});

it('sees the cut of a solid on the plane that cuts it', async () => {
  const { drawn } = await drawnBoxes();
  const plane = { normal: [0, 0, 1], at: 10 } as const;
  const hit = nearestHit(drawn, DOWN, plane);
  expect(hit).toMatchObject({ cut: true, normal: [0, 0, 1] });
  expect(hit?.point[2]).toBeCloseTo(10);
});

it('sees things where they have come apart to, mirrored ones from outside', async () => {
  const { model, drawn } = await drawnBoxes();
  // The first box is mirrored: it reaches from x = -30 to 0.
  const aside = { origin: [-500, 10, 10], direction: [1, 0, 0] } as const;
  const before = nearestHit(drawn, aside, null);
  expect(before?.point[0]).toBeCloseTo(-30);
  expect(before?.normal[0]).toBeCloseTo(-1);
  drawn.explode({ amount: 1, by: 'level' });
  const own = model.nodes.findIndex(({ id }) => id === 'g0/b0');
  const at = model.occurrences.findIndex(({ node }) => node === own);
  const [x = 0, y = 0, z = 0] = drawn.offsets.subarray(at * 3, at * 3 + 3);
  const moved = { origin: [x - 500, y + 10, z + 10], direction: [1, 0, 0] } as const;
  expect(nearestHit(drawn, moved, null)?.nodeId).toBe('g0/b0');
});

it('snaps to corners and edges that are near, else to the face', async () => {
  const { drawn } = await drawnBoxes();
  const hit = nearestHit(drawn, DOWN, null);
  if (!hit) throw new Error('nothing is there');
  expect(featureNear(drawn, hit, 5).kind).toBe('face');
  expect(featureNear(drawn, { ...hit, point: [120, 1, hit.point[2]] }, 5).kind).toBe('edge');
  expect(featureNear(drawn, { ...hit, point: [111, 1, hit.point[2]] }, 5).kind).toBe('point');
});

it('sees the smaller of two cuts where things overlap, and no cut where one only lies behind', async () => {
  const model = manyBoxes(40, 3);
  const [whole] = model.occurrences;
  if (!whole) throw new Error('there is no box');
  // The same box again half as large, in the middle of the first; and one that begins below the plane.
  const at = (scale: number, x: number, y: number, z: number) => ({
    ...whole,
    matrix: [scale, 0, 0, 0, 0, scale, 0, 0, 0, 0, scale, 0, x, y, z, 1],
  });
  const occurrences = [
    at(1, 0, 0, 0),
    at(0.5, 5, 5, 2),
    at(1, 100, 0, -20),
    at(1, 200, 0, 5),
    at(1, 200, 0, -15),
  ];
  const kept = await keepParts(model, new Map(), NEVER);
  if (!kept) throw new Error('nobody gave up');
  const drawn = new DrawnModel({ ...model, occurrences }, kept, {}, []);
  const plane = { normal: [0, 0, 1], at: 5 } as const;
  const down = (x: number, y: number) =>
    nearestHit(drawn, { origin: [x, y, 500], direction: [0, 0, -1] }, plane);
  expect(down(8, 8)).toMatchObject({ occurrence: 1, cut: true });
  expect(down(2, 2)).toMatchObject({ occurrence: 0, cut: true });
  expect(down(110, 10)).toMatchObject({ occurrence: 2, cut: false });
  // One stands on the plane and is cut away, the other ends in it.
  expect(down(210, 10)).toMatchObject({ occurrence: 4, cut: false });
});
