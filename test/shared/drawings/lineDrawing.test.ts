import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineDrawing } from '../../../shared/drawings/lineDrawing.ts';
import { topologyOf } from '../../../shared/drawings/meshTopology.ts';
import { sceneOf } from '../../../shared/drawings/scene.ts';
import { tilesOf } from '../../../shared/drawings/tiles.ts';
import { DRAWING_VIEWS, LOOKING } from '../../../shared/drawings/views.ts';
import { SEGMENT, visibleSegments } from '../../../shared/drawings/visibleSegments.ts';
import type { Model } from '../../../shared/models/model.ts';
import { dot } from '../../../shared/modules/vectors.ts';
import { processorTime } from '../../processorTime.ts';
import { at, boxMesh, lengthOfLines, linesIn, modelFrom, rodMesh } from './shapes.ts';

const cube = boxMesh([100, 100, 100]);
const WIDTH = 640;
const INSIDE = WIDTH - 12;

describe('a line drawing', () => {
  it('shows of a cube the nine edges before it, and of one face four', () => {
    const model = modelFrom({ mesh: cube, matrices: [at(0, 0, 0)] });
    // Edges foreshorten to √(2/3) in isometry; the drawing is as high as it may be: twice an edge.
    expect(lengthOfLines(linesIn(lineDrawing(model, 'iso')))).toBeCloseTo((9 * INSIDE) / 2, -1);
    for (const view of ['front', 'back', 'left', 'right', 'top', 'bottom'] as const) {
      expect(linesIn(lineDrawing(model, view)), view).toHaveLength(4);
    }
  });

  it('cuts an edge where something nearer begins to cover it', () => {
    const model = modelFrom({ mesh: cube, matrices: [at(0, 0, 0), at(50, 200, 50)] });
    // The one behind, to the right and above: two of its sides whole, two half.
    expect(lengthOfLines(linesIn(lineDrawing(model, 'front')))).toBeCloseTo((7 * INSIDE * 100) / 150, 0);
    expect(lengthOfLines(linesIn(lineDrawing(model, 'back')))).toBeCloseTo((7 * INSIDE * 100) / 150, 0);
  });

  it('hides what stands right behind the line where two faces meet', () => {
    const inFront = [at(0, 0, 0), at(100, 0, 0)];
    const thin = boxMesh([100, 10, 60]);
    const alone = lineDrawing(modelFrom({ mesh: cube, matrices: inFront }), 'front');
    const model = modelFrom({ mesh: cube, matrices: inFront }, { mesh: thin, matrices: [at(50, 200, 20)] });
    expect(lineDrawing(model, 'front')).toBe(alone);
  });

  it('shows a rod by its ends and two lines', () => {
    const model = modelFrom({ mesh: rodMesh(20, 100), matrices: [at(0, 0, 0)] });
    const lines = linesIn(lineDrawing(model, 'front'));
    expect(lines).toHaveLength(4);
  });

  it('is the same for what is mirrored, the other way round', () => {
    const wedge = modelFrom({ mesh: boxMesh([60, 30, 20]), matrices: [at(0, 0, 0)] });
    const mirrored = modelFrom({
      mesh: boxMesh([60, 30, 20]),
      matrices: [[-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]],
    });
    expect(lineDrawing(mirrored, 'iso')).not.toBe(lineDrawing(wedge, 'iso'));
    expect(linesIn(lineDrawing(mirrored, 'iso'))).toHaveLength(linesIn(lineDrawing(wedge, 'iso')).length);
  });

  it('shows both sides of what is open', () => {
    const sheet = boxMesh([100, 100, 100]);
    const open = { ...sheet, triangles: sheet.triangles.slice(0, -12) };
    const drawing = lineDrawing(modelFrom({ mesh: open, matrices: [at(0, 0, 0)], closed: false }), 'iso');
    expect(linesIn(drawing).length).toBeGreaterThan(4);
  });

  it('draws every line as an edge of what a ray to the eye leaves from', () => {
    const box = fc.record({
      size: fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: 5, max: 60 }))),
      place: fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: 0, max: 100 }))),
    });
    const boxes = fc.array(box, { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(boxes, fc.constantFrom(...DRAWING_VIEWS), (drawn, view) => {
        const model = modelFrom(
          ...drawn.map(({ size: [width = 0, depth = 0, height = 0], place }, index) => {
            // No two of them touch, where an edge of one would lie on a face of the other.
            const [x = 0, y = 0, z = 0] = place.map((each) => each + index * 0.31);
            return { mesh: boxMesh([width, depth, height]), matrices: [at(x, y, z)] };
          }),
        );
        expectAsByRays(model, view);
      }),
      { numRuns: 60 },
    );
  });

  it('tells its title, whatever stands in it', () => {
    const model = modelFrom({ mesh: cube, matrices: [at(0, 0, 0)] });
    const title = '<script>&"\u0000\uFFFF';
    expect(lineDrawing(model, 'iso', { title })).toContain('<title>&lt;script&gt;&amp;&quot;  </title>');
  });

  it('draws nothing of nothing, and leaves out what is nowhere', () => {
    const nowhere = {
      ...cube,
      positions: cube.positions.map((each, index) => (index < 3 ? Number.NaN : each)),
    };
    const drawing = lineDrawing(
      modelFrom({ mesh: nowhere, matrices: [at(0, 0, 0), at(Infinity, 0, 0)] }),
      'iso',
    );
    expect(drawing).not.toMatch(/NaN|Infinity/);
    expect(lineDrawing(modelFrom(), 'top')).not.toContain('<path');
    const point = modelFrom({ mesh: boxMesh([0, 0, 0]), matrices: [at(0, 0, 0)] });
    expect(lineDrawing(point, 'top')).not.toContain('<path');
  });

  it('stays small and quick for five thousand things, and for one of many triangles', () => {
    const matrices = Array.from({ length: 5000 }, (_, index) =>
      at((index % 17) * 50, (Math.floor(index / 17) % 17) * 50, Math.floor(index / 289) * 50),
    );
    const began = processorTime();
    const things = modelFrom({ mesh: rodMesh(20, 40, 12), matrices });
    expect(lineDrawing(things, 'iso').length).toBeLessThan(300_000);
    const fine = modelFrom({ mesh: rodMesh(20, 40, 30_000), matrices: [at(0, 0, 0)] });
    expect(lineDrawing(fine, 'iso').length).toBeLessThan(300_000);
    expect(processorTime() - began).toBeLessThan(20_000);
  });
});

/** Asks for points on every edge whether a ray to the eye is free, and whether the drawing shows them. */
function expectAsByRays(model: Model, view: (typeof DRAWING_VIEWS)[number]): void {
  const scene = sceneOf(
    model,
    model.parts.map(({ mesh }) => topologyOf(mesh)),
    LOOKING[view],
  );
  const segments = visibleSegments(scene, tilesOf(scene), { skin: 0.01, speck: 0.1 });
  const boxes = model.occurrences.map(({ part, matrix }) => {
    const size = model.parts[part]?.mesh.positions.slice(-3) ?? [];
    return [0, 1, 2].map(
      (axis) => [matrix[12 + axis] ?? 0, (matrix[12 + axis] ?? 0) + (size[axis] ?? 0)] as const,
    );
  });
  const { right, up, eye } = LOOKING[view];
  for (let from = 0; from < segments.length; from += SEGMENT) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = segments.subarray(from, from + 4);
    for (const part of [0.13, 0.5, 0.87]) {
      const [x, y] = [x0 + (x1 - x0) * part, y0 + (y1 - y0) * part];
      const start = [0, 1, 2].map(
        (axis) => x * (right[axis] ?? 0) + y * (up[axis] ?? 0) + 1000 * (eye[axis] ?? 0),
      );
      const met = boxes.flatMap((box) => entryOf(box, start, eye) ?? []);
      const nearest = Math.min(...met.filter(({ grazes }) => !grazes).map(({ depth }) => depth));
      const isEdge = met.some(({ depth, fromEdge }) => fromEdge < 0.1 && depth < nearest + 0.2);
      expect(isEdge, `${x} ${y} from ${view}: ${JSON.stringify(met)}`).toBe(true);
    }
  }
  expect(segments.length).toBeGreaterThan(0);
  expect(dot(right, up)).toBeCloseTo(0);
}

/** Where a ray against the eye's direction meets a box, and how far from its next edge; it may pass by within a hair. */
function entryOf(
  box: readonly (readonly [number, number])[],
  start: readonly number[],
  eye: readonly number[],
): { depth: number; fromEdge: number; grazes: boolean } | null {
  let [enter, leave] = [-Infinity, Infinity];
  let grazes = false;
  for (const [axis, [least, most]] of box.entries()) {
    const along = -(eye[axis] ?? 0);
    const from = start[axis] ?? 0;
    if (Math.abs(along) < 1e-9) {
      if (from < least - 0.02 || from > most + 0.02) return null;
      grazes ||= from < least + 0.02 || from > most - 0.02;
      continue;
    }
    const [one, other] = [(least - from) / along, (most - from) / along];
    enter = Math.max(enter, Math.min(one, other));
    leave = Math.min(leave, Math.max(one, other));
  }
  if (leave - enter < -0.05) return null;
  const point = start.map((from, axis) => from - enter * (eye[axis] ?? 0));
  const offs = box.map(([least, most], axis) =>
    Math.min(Math.abs((point[axis] ?? 0) - least), Math.abs((point[axis] ?? 0) - most)),
  );
  // On a face one coordinate is at its end, on an edge two.
  const fromEdge = offs.toSorted((one, other) => one - other)[1] ?? 0;
  return { depth: enter, fromEdge, grazes: grazes || leave - enter < 0.1 };
}
