import { expect, it } from 'vitest';
import { MANY_VERTICES } from '../../../client/viewer/detail.ts';
import { DrawnModel } from '../../../client/viewer/drawnModel.ts';
import { ISO } from '../../../client/viewer/eye.ts';
import { keepParts } from '../../../client/viewer/keptParts.ts';
import { packPart } from '../../../client/viewer/packing.ts';
import { coarseShape } from '../../../shared/modules/solids/coarseShape.ts';
import { box, cutBy, cylinder, prism, raised, rectangle } from '../../../shared/modules/solids/shapes.ts';
import { manyBoxes, manyTriangles } from './page/models.ts';

const SIZE = { width: 1000, height: 800 };

/** Many of a part with many triangles, whose coarse shape is a box. */
async function drawnHeap(count: number) {
  const model = manyBoxes(count, 1);
  const [fine] = manyTriangles(2000).parts;
  const [part] = model.parts;
  if (!fine || !part) throw new Error('there is no part');
  model.parts = [{ ...part, mesh: fine.mesh, coarse: part.mesh }];
  const kept = await keepParts(model, new Map(), () => false);
  if (!kept) throw new Error('nobody gave up');
  return new DrawnModel(model, kept, {}, []);
}
const near = (target: readonly [number, number, number], distance: number) => ({ ...ISO, target, distance });

it('leaves out small holes and keeps what makes the shape', () => {
  const plain = prism(rectangle(100, 100), 1500, [rectangle(88, 88)]);
  const drill = raised(cylinder(25, 8), 700);
  expect(coarseShape(cutBy(plain, drill))).toBe(plain);
  expect(coarseShape(plain)).toBeNull();
  const large = raised(box(60, 60, 900), 100);
  expect(coarseShape(cutBy(plain, drill, large))).toEqual(cutBy(plain, large));
});

it('draws few things whole, and of many only the near ones', async () => {
  const few = await drawnHeap(2);
  expect(few.isCoarse).toBe(false);
  expect(few.refine(near([0, 0, 0], 300), false, SIZE)).toBe(false);
  const many = await drawnHeap(Math.ceil(MANY_VERTICES / 1000));
  expect(many.isCoarse).toBe(true);
  expect(many.group.children).toHaveLength(1);
  expect(many.refine(near([0, 0, 0], 300), false, SIZE)).toBe(true);
  expect(many.group.children).toHaveLength(2);
  // Nothing has changed.
  expect(many.refine(near([0, 0, 0], 300), false, SIZE)).toBe(false);
  expect(many.refine(near([0, 0, 0], 100_000), false, SIZE)).toBe(true);
  expect(many.group.children).toHaveLength(1);
});

it('draws the long edges first', () => {
  const [part] = manyTriangles(200).parts;
  if (!part) throw new Error('there is no part');
  const { facesEnd, longEnd, sharpEnd } = packPart(part.mesh);
  expect(facesEnd).toBeLessThanOrEqual(longEnd);
  expect(longEnd).toBeLessThanOrEqual(sharpEnd);
});
