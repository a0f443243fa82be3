import { expect, it } from 'vitest';
import { openSides, pairSides, sharpEdges } from '../../../shared/models/sharpEdges.ts';
import { BOX, TRIANGLES } from './read/fixtures.ts';

const positions = new Float32Array(BOX.corners.flat());
const triangles = new Uint32Array(TRIANGLES.flat());

it('finds the twelve edges of a box, and not the diagonals of its sides', () => {
  const edges = sharpEdges(positions, triangles);
  expect(edges.length).toBe(12 * 6);
  for (let at = 0; at < edges.length; at += 6) {
    const differing = [0, 1, 2].filter((axis) => edges[at + axis] !== edges[at + 3 + axis]);
    expect(differing).toHaveLength(1);
  }
});

it('counts sides without a neighbour, and shows them', () => {
  const open = triangles.subarray(0, 33);
  expect(openSides(triangles, 8)).toBe(0);
  expect(openSides(open, 8)).toBe(3);
  expect(sharpEdges(positions, open).length).toBe((12 + 1) * 6);
});

it('pairs the sides of a fan of many triangles around one corner', () => {
  const count = 2000;
  const ring = new Float32Array((count + 1) * 3);
  const fan = new Uint32Array(count * 3);
  for (let at = 0; at < count; at += 1) {
    ring.set([Math.cos((at / count) * 2 * Math.PI), Math.sin((at / count) * 2 * Math.PI), 0], (at + 1) * 3);
    fan.set([0, at + 1, ((at + 1) % count) + 1], at * 3);
  }
  expect(openSides(fan, count + 1)).toBe(count);
  expect(sharpEdges(ring, fan).length).toBe(count * 6);
});

it('pairs more than two triangles at one edge two by two', () => {
  const three = new Uint32Array([0, 1, 2, 0, 1, 3, 0, 1, 4]);
  const told: number[][] = [];
  pairSides(three, 5, (low, high, one, other) => {
    if (low === 0 && high === 1) told.push([one, other]);
  });
  expect(told).toEqual([
    [0, 1],
    [2, -1],
  ]);
});
