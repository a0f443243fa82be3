import { expect, it } from 'vitest';
import { boxesOfOccurrences, boxOfMesh, isEmpty, placedBox } from '../../../client/viewer/bounds.ts';
import { cutsOf, type Standing } from '../../../client/viewer/cutLines.ts';
import { Pace } from '../../../client/viewer/pace.ts';
import { packPart } from '../../../client/viewer/packing.ts';
import type { Plane } from '../../../client/viewer/sight.ts';
import { HIDDEN } from '../../../client/viewer/visibility.ts';
import { manyBoxes } from './page/models.ts';

function standing(count: number) {
  const model = manyBoxes(count, 1);
  const boxes = boxesOfOccurrences(model);
  const offsets = new Float32Array(model.occurrences.length * 3);
  return { model, boxes, offsets, marks: new Uint8Array(model.nodes.length) };
}
const RADIUS = 100;

const cutLines = (all: Standing, plane: Plane, radius: number) =>
  Float32Array.from(cutsOf(all, plane, radius).flatMap(({ lines }) => lines));

/** Length of all lines, millimetres. */
function lengthOfAll(lines: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < lines.length; at += 6) {
    const way = (axis: number) => (lines[at + 3 + axis] ?? 0) - (lines[at + axis] ?? 0);
    sum += Math.hypot(way(0), way(1), way(2));
  }
  return sum;
}

it('outlines the cut of a box by its four sides, on the plane', () => {
  const one = standing(1);
  const [x0 = 0, y0 = 0, z0 = 0, x1 = 0, y1 = 0, z1 = 0] = one.boxes;
  const lines = cutLines(one, { normal: [0, 0, 1], at: (z0 + z1) / 2 }, RADIUS);
  expect(lengthOfAll(lines)).toBeCloseTo(2 * (x1 - x0 + y1 - y0), 3);
  for (let at = 2; at < lines.length; at += 3) expect(lines[at]).toBeCloseTo((z0 + z1) / 2, 2);
});

it('outlines nothing that is beside the plane, hidden, or only touches it with a face', () => {
  const one = standing(1);
  const [, , z0 = 0, , , z1 = 0] = one.boxes;
  const at = (height: number) => ({ normal: [0, 0, 1], at: height }) as const;
  expect(cutLines(one, at(z1 + 1), RADIUS).length).toBe(0);
  expect(cutLines(one, at(z1), RADIUS).length).toBe(0);
  expect(lengthOfAll(cutLines(one, at(z1 - 0.1), RADIUS))).toBeGreaterThan(0);
  one.marks.fill(HIDDEN);
  expect(cutLines(one, at((z0 + z1) / 2), RADIUS).length).toBe(0);
});

it('outlines what has come apart where it stands now', () => {
  const one = standing(1);
  const [, , z0 = 0, , , z1 = 0] = one.boxes;
  const plane = { normal: [0, 0, 1], at: (z0 + z1) / 2 } as const;
  one.offsets.set([0, 0, z1 - z0 + 1]);
  expect(cutLines(one, plane, RADIUS).length).toBe(0);
  one.offsets.set([500, 0, 0]);
  const lines = cutLines(one, plane, RADIUS);
  expect(lines[0] ?? 0).toBeGreaterThan(400);
});

it('passes over corners that stand nowhere, and places that are none', () => {
  const positions = Float32Array.of(0, 0, 0, 1, Number.POSITIVE_INFINITY, 2, 3, Number.NaN, 4);
  expect([...boxOfMesh({ positions })]).toEqual([0, 0, 0, 3, 0, 4]);
  const nowhere = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, Number.NEGATIVE_INFINITY, 0, 0, 1];
  expect(isEmpty(placedBox(Float64Array.of(0, 0, 0, 1, 1, 1), nowhere))).toBe(true);
});

it('hands on how a file wants its round things shaded, in four bytes a corner', () => {
  const [part] = manyBoxes(1, 1).parts;
  if (!part) throw new Error('there is no box');
  expect(packPart(part.mesh).shading).toBeNull();
  const normals = new Float32Array(part.mesh.positions.length);
  normals.set([0, 3, 4, 0, 0, 0]);
  const { shading, positions } = packPart({ ...part.mesh, normals });
  expect([...(shading ?? []).slice(0, 8)]).toEqual([0, 76, 102, 0, 0, 0, 0, 0]);
  expect(shading?.length).toBe((positions.length / 3) * 4);
});

it('draws coarser when frames are slow again and again, half as sharp at most, and sharper when they are quick', () => {
  const pace = new Pace();
  for (const took of [90, 90, 16, 90, 90]) pace.took(took);
  expect(pace.share).toBe(1);
  pace.took(90);
  expect(pace.share).toBe(0.75);
  for (let frame = 0; frame < 50; frame += 1) pace.took(200);
  expect(pace.share).toBe(0.5);
  for (let frame = 0; frame < 200; frame += 1) pace.took(16);
  expect(pace.share).toBe(1);
});
