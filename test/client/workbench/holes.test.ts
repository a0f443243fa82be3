import { expect, it } from 'vitest';
import { placeOf, snap } from '../../../client/workbench/gestures/snap.ts';
import { holeRead, holesOf, holeWritten } from '../../../client/workbench/holes.ts';
import { lengthOf, minus } from '../../../shared/modules/vectors.ts';
import { machineOf, solved, thing } from './aMachine.ts';

it('every hole of a grid can be joined at, and what comes stands in that hole', () => {
  const machine = machineOf(thing('tube', 'frame-tube'), thing('plate', 'joint-plate', [500, 0, 0]));
  const before = solved(machine);
  const [stays, moves] = [
    { instance: 'tube', interface: 'grid-right' },
    { instance: 'plate', interface: 'grid-bottom' },
  ];
  const grid = placeOf(before, stays);
  if (grid?.kind !== 'holeGrid') throw new Error('there is no grid');
  const holes = holesOf(grid);
  expect(holes).toHaveLength(15);
  const { hole, at } = holes[7] ?? { hole: { x: 0, y: 0 }, at: [0, 0, 0] as const };
  const offset = { x: hole.x * grid.pitch, y: hole.y * grid.pitch, z: 0 };
  const after = solved(snap(before, stays, moves, { turn: 0, offset }, 'mate')(machine));
  expect(after.problems).toEqual([]);
  const came = placeOf(after, moves)?.at.origin;
  expect(came && lengthOf(minus(came, at))).toBeCloseTo(0, 6);
});

it('a mark carries its hole, and others none', () => {
  expect(holeRead(holeWritten({ x: 7, y: 1 }))).toEqual({ x: 7, y: 1 });
  for (const other of [undefined, '', '7', 'x y', '1.5 2']) expect(holeRead(other)).toBeNull();
});
