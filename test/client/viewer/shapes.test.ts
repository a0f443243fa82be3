import { describe, expect, it } from 'vitest';
import { circleThrough, edgeNet, featureOfEdge } from '../../../client/viewer/features.ts';
import { measureBetween } from '../../../client/viewer/measure.ts';
import { edgesOfMesh } from '../../../client/viewer/meshEdges.ts';
import { packPart } from '../../../client/viewer/packing.ts';
import { meet, mirrors, rayWithin, targetOf } from '../../../client/viewer/picking.ts';
import { manyBoxes } from './page/models.ts';

const box = () => {
  const mesh = manyBoxes(1, 1).parts[0]?.mesh;
  if (!mesh) throw new Error('there is no box');
  return mesh;
};

/** A cylinder standing on z = 0, its corners not shared. */
function cylinder(radius: number, height: number, corners: number) {
  const positions: number[] = [];
  const at = (n: number, z: number) => {
    const angle = (n / corners) * 2 * Math.PI;
    return [radius * Math.cos(angle), radius * Math.sin(angle), z];
  };
  for (let n = 0; n < corners; n += 1) {
    positions.push(...at(n, 0), ...at(n + 1, 0), ...at(n + 1, height));
    positions.push(...at(n, 0), ...at(n + 1, height), ...at(n, height));
    positions.push(0, 0, 0, ...at(n + 1, 0), ...at(n, 0));
    positions.push(0, 0, height, ...at(n, height), ...at(n + 1, height));
  }
  const array = Float32Array.from(positions);
  // Both ends of the turn are one place to the last bit.
  for (let i = 0; i < array.length; i += 1) array[i] = Math.fround(Math.round((array[i] ?? 0) * 1e3) / 1e3);
  return { positions: array, triangles: Uint32Array.from({ length: array.length / 3 }, (_, n) => n) };
}

describe('the lines of a mesh', () => {
  it('are twelve of a box, and not the diagonals of its faces', () => {
    const { sharp, points } = edgesOfMesh(box());
    expect([sharp, points.length / 6]).toEqual([12, 12]);
  });

  it('are as many where a triangle has shrunk to a line', () => {
    const mesh = box();
    const [a = 0, b = 0, c = 0] = mesh.triangles;
    const triangles = Uint32Array.from([...mesh.triangles, a, b, b, b, c, c, c, a, a]);
    const { sharp, points } = edgesOfMesh({ ...mesh, triangles });
    expect([sharp, points.length / 6]).toEqual([12, 12]);
  });

  it('are two rims of a cylinder, and outlines along it', () => {
    const { sharp, points } = edgesOfMesh(cylinder(10, 30, 24));
    expect([sharp, points.length / 6 - sharp]).toEqual([48, 24]);
  });

  it('are drawn after the faces, four corners each', () => {
    const packed = packPart(box());
    expect([packed.facesEnd, packed.sharpEnd, packed.indices.length]).toEqual([36, 36 + 72, 36 + 72]);
    expect(packed.positions.length / 3).toBe(8 + 12 * 4);
  });
});

describe('measuring', () => {
  it('finds the circle that a piece of rim belongs to', () => {
    const { points, sharp } = edgesOfMesh(cylinder(12.7, 30, 32));
    const net = edgeNet(points, sharp);
    const feature = featureOfEdge(net, 5, [0, 0, 0]);
    if (feature?.kind !== 'circle') throw new Error('no circle was found');
    expect(feature.diameter).toBeCloseTo(25.4, 2);
    expect(feature.at.map((value) => Math.abs(value) < 0.01 || Math.abs(value - 30) < 0.01)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('takes circles of modules by their area', () => {
    const corners = Array.from({ length: 32 }, (_, n) => {
      const angle = (n / 32) * 2 * Math.PI;
      // Made larger, so that the polygon has the area of a circle of 25.4 mm.
      const radius = 12.7 * Math.sqrt((2 * Math.PI) / 32 / Math.sin((2 * Math.PI) / 32));
      return [radius * Math.cos(angle), radius * Math.sin(angle), 0] as const;
    });
    expect(circleThrough(corners, true)?.diameter).toBeCloseTo(25.4, 6);
  });

  it('takes the edge of a box as long as it is', () => {
    const { points, sharp } = edgesOfMesh(box());
    const feature = featureOfEdge(edgeNet(points, sharp), 0, [0, 0, 0]);
    if (feature?.kind !== 'edge') throw new Error('no edge was found');
    const length = Math.hypot(...feature.from.map((value, axis) => value - (feature.to[axis] ?? 0)));
    expect([20, 30, 40]).toContain(Math.round(length));
  });

  it('tells distances of points, parallel faces, skew edges, and angles', () => {
    const face = (z: number) => ({ kind: 'face', at: [5, 5, z], normal: [0, 0, 1] }) as const;
    expect(measureBetween(face(0), face(30))).toMatchObject({ distance: 30, angle: 0 });
    const point = { kind: 'point', at: [1, 2, 2] } as const;
    expect(measureBetween({ kind: 'point', at: [0, 0, 0] }, point)).toMatchObject({
      distance: 3,
      angle: null,
    });
    expect(measureBetween(point, face(0))).toMatchObject({ distance: 2 });
    const along = { kind: 'edge', at: [0, 0, 0], from: [0, 0, 0], to: [9, 0, 0] } as const;
    const across = { kind: 'edge', at: [0, 0, 7], from: [0, -3, 7], to: [0, 3, 7] } as const;
    const skew = measureBetween(along, across);
    expect([skew.distance, Math.round(skew.angle ?? 0)]).toEqual([7, 90]);
    expect(measureBetween(along, face(4)).angle).toBeCloseTo(0);
  });
});

describe('rays', () => {
  it('meet the nearest face, and know it from within', () => {
    const target = targetOf({ ...box() });
    const down = { origin: [5, 7, 100], direction: [0, 0, -1] } as const;
    expect(meet(target, down, 0, Number.POSITIVE_INFINITY)).toMatchObject({ distance: 80, behind: false });
    expect(meet(target, down, 85, Number.POSITIVE_INFINITY)).toMatchObject({ distance: 100, behind: true });
    expect(meet(target, { ...down, origin: [-5, 7, 100] }, 0, Number.POSITIVE_INFINITY)).toBeNull();
  });

  it('are taken into mirrored and moved things, and a flat one has no inside', () => {
    const mirrored = [-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 10, 0, 0, 1];
    const ray = { origin: [3, 0, 0], direction: [1, 0, 0] } as const;
    expect(mirrors(mirrored)).toBe(true);
    const within = rayWithin(ray, mirrored, [1, 0, 0], 0);
    expect(within?.origin[0]).toBeCloseTo(8);
    expect(within?.direction[0]).toBeCloseTo(-1);
    expect(rayWithin(ray, new Array(16).fill(0), [0, 0, 0], 0)).toBeNull();
  });
});
