import openSolids from 'manifold-3d';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Solids } from '../../../../shared/modules/module.ts';
import {
  box,
  circle,
  cutBy,
  cylinder,
  eyeArea,
  eyeOutline,
  hexagon,
  hexagonArea,
  joined,
  placed,
  prism,
  raised,
  ring,
  type Shape,
  towards,
  turnedShape,
} from '../../../../shared/modules/solids/shapes.ts';
import { solidOf } from '../../../../shared/modules/solids/solidOf.ts';
import { toothedArea, toothedOutline } from '../../../../shared/modules/solids/toothed.ts';

let solids: Solids;
beforeAll(async () => {
  solids = await openSolids();
  solids.setup();
});

function measured(shape: Shape): {
  volume: number;
  genus: number;
  min: readonly number[];
  max: readonly number[];
} {
  const solid = solidOf(shape, solids);
  const { min, max } = solid.boundingBox();
  const told = { volume: solid.volume(), genus: solid.genus(), min, max };
  solid.delete();
  return told;
}

describe('a shape', () => {
  it.each([1, 10, 30, 100, 500])('with a round of %d mm is as large as the circle itself', (diameter) => {
    const area = (Math.PI * diameter ** 2) / 4;
    expect(measured(cylinder(diameter, 10)).volume / (area * 10)).toBeCloseTo(1, 5);
    const turned = turnedShape([
      [0, 0],
      [diameter / 2, 0],
      [diameter / 2, 10],
      [0, 10],
    ]);
    expect(measured(turned).volume / (area * 10)).toBeCloseTo(1, 5);
  });

  it('with an opening has that hole through it', () => {
    const plate = prism(
      {
        kind: 'polygon',
        corners: [
          [0, 0],
          [100, 0],
          [100, 50],
          [0, 50],
        ],
      },
      5,
      [circle(10, [20, 25]), circle(20, [60, 25])],
    );
    const { volume, genus } = measured(plate);
    expect(genus).toBe(2);
    expect(volume).toBeCloseTo((5000 - Math.PI * (25 + 100)) * 5, 0);
  });

  it('that is joined of others which reach into each other is one of them all', () => {
    const { volume, genus } = measured(joined(box(20, 20, 10), raised(cylinder(10, 15), 5)));
    expect(volume).toBeCloseTo(4000 + 25 * Math.PI * 10, 1);
    expect(genus).toBe(0);
  });

  it('that is cut by another lacks what both have', () => {
    const { volume, genus } = measured(cutBy(box(20, 20, 10), raised(cylinder(10, 12), -1)));
    expect(volume).toBeCloseTo(4000 - 25 * Math.PI * 10, 1);
    expect(genus).toBe(1);
  });

  it.each([
    ['+x', [0, -2, -1], [10, 2, 1]],
    ['-x', [-10, -2, -1], [0, 2, 1]],
    ['+y', [-2, 0, -1], [2, 10, 1]],
    ['-y', [-2, -10, -1], [2, 0, 1]],
    ['+z', [-2, -1, 0], [2, 1, 10]],
    ['-z', [-2, -1, -10], [2, 1, 0]],
  ] as const)('that is placed towards %s lies there, its y up where it can', (axis, min, max) => {
    const told = measured(placed(box(4, 2, 10), towards(axis, [0, 0, 0])));
    expect(told.min.map(Math.round)).toEqual(min.map((value) => value + 0));
    expect(told.max.map(Math.round)).toEqual(max.map((value) => value + 0));
  });

  it('is as large as the hand says: hexagon, eye, teeth, ring', () => {
    const teeth = { count: 12, root: 130, tip: 157, foot: 0.7, crown: 0.24 };
    expect(measured(prism(hexagon(30), 1)).volume).toBeCloseTo(hexagonArea(30), 3);
    expect(measured(prism(eyeOutline(40, 50), 1)).volume / eyeArea(40, 50)).toBeCloseTo(1, 2);
    expect(measured(prism(toothedOutline(teeth), 1)).volume / toothedArea(teeth)).toBeCloseTo(1, 6);
    expect(measured(ring(30, 20, 2)).volume).toBeCloseTo(Math.PI * (225 - 100) * 2, 2);
  });
});
