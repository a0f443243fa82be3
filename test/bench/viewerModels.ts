import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mesh, Model } from '../../shared/models/model.ts';
import { writeModel } from '../../shared/models/write/writeModel.ts';
import { StepFile } from '../shared/models/read/stepFile.ts';

const SAMPLES = join(import.meta.dirname, '../../../shared/data/models');

/** The samples beside the project; where they are absent, files of ours of like size. */
export async function modelsToView(): Promise<Map<string, Uint8Array>> {
  const makers = {
    'utah_teapot.stl': () => writeModel(ball(97, 48), 'stl'),
    'car.glb': () => writeModel(ball(60, 30), 'glb'),
    'as1_pe_203.stp': () => Buffer.from(boxes(24)),
  };
  const models = new Map<string, Uint8Array>();
  for (const [name, make] of Object.entries(makers)) {
    const sample = join(SAMPLES, name);
    const isHere = existsSync(sample);
    if (!isHere) console.error(`${name} is made here, as there is no ${sample}`);
    models.set(name, isHere ? await readFile(sample) : make());
  }
  return models;
}

/** A ball of so many corners around and so many rings: about twice as many triangles as their product. */
function ball(around: number, rings: number): Model {
  const positions = new Float32Array((rings + 1) * around * 3);
  const triangles: number[] = [];
  for (let ring = 0; ring <= rings; ring += 1) {
    for (let place = 0; place < around; place += 1) {
      const [up, turn] = [(Math.PI * ring) / rings, (2 * Math.PI * place) / around];
      const wide = ring === 0 || ring === rings ? 0 : 50 * Math.sin(up);
      const corner = ring * around + place;
      positions.set([wide * Math.cos(turn), wide * Math.sin(turn), -50 * Math.cos(up)], corner * 3);
      if (ring === rings) continue;
      const next = ring * around + ((place + 1) % around);
      if (ring > 0) triangles.push(corner, next, corner + around);
      if (ring < rings - 1) triangles.push(next, next + around, corner + around);
    }
  }
  const mesh: Mesh = {
    positions,
    triangles: Uint32Array.from(triangles),
    normals: null,
    colours: null,
    edges: null,
  };
  return {
    parts: [
      {
        key: 'ball',
        name: 'Ball',
        mesh,
        colour: null,
        material: null,
        module: null,
        piece: null,
        licence: null,
        closed: true,
        volume: null,
      },
    ],
    occurrences: [{ part: 0, matrix: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1], node: 1 }],
    nodes: [
      { id: '', name: 'Ball', parent: -1, instance: null, line: null, step: null },
      { id: 'ball', name: 'Ball', parent: 0, instance: null, line: null, step: null },
    ],
  };
}

/** So many products of a box each, in one assembly. */
function boxes(count: number): string {
  const file = new StepFile();
  const whole = file.product('Machine', [file.axes([0, 0, 0])]);
  for (let box = 0; box < count; box += 1) {
    file.put(whole, file.box(`Box ${box}`), [20 * (box % 5), 30 * Math.floor(box / 5), 0]);
  }
  return file.text();
}
