import { expect, it } from 'vitest';
import { CannotBeRead } from '../../../../shared/models/read/findings.ts';
import { readModel } from '../../../../shared/models/read/readModel.ts';
import {
  asciiSolid,
  bytesOf,
  dxfOf,
  glbBox,
  meshXml,
  model3mf,
  objBox,
  plyBox,
  stlBox,
  svgOfLines,
  threeMf,
  threeMfBox,
} from './fixtures.ts';
import { openOcct } from './occtInTests.ts';
import { stepAssembly } from './stepFile.ts';

/** Of this thread's own work: how busy the machine is otherwise says nothing about the readers. */
const MOST_MILLISECONDS = 2000;
const worked = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** Chances that come again with their seed (mulberry32). */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const DXF = dxfOf(
  '0 LINE 8 cut 10 0 20 0 11 5 21 5 0 LWPOLYLINE 8 cut 90 2 70 1 10 0 20 0 42 1 10 4 20 0 0 SPLINE 71 2 40 0 40 0 40 0 40 1 40 1 40 1 10 0 20 0 10 1 20 1 10 2 20 0 0 INSERT 2 b 10 1 20 1 41 2 42 1',
  '9 $INSUNITS 70 4',
  '0 BLOCK 2 b 10 0 20 0 0 CIRCLE 8 0 10 0 20 0 40 3 0 ARC 10 1 20 1 40 2 50 0 51 90 0 ENDBLK',
);
const SVG = svgOfLines(
  '<g transform="rotate(30) scale(2)"><path d="M0 0C1 1 2 2 3 0s2 2 3 0q1 1 2 0t2 0a1 2 30 0 1 3 3z"/><rect width="5" height="4" rx="1"/></g>',
);
const files: Record<string, { bytes: Uint8Array; runs: number }> = {
  'a.stl': { bytes: stlBox(), runs: 60 },
  'words.stl': { bytes: bytesOf(asciiSolid('a') + asciiSolid('b')), runs: 60 },
  'a.obj': { bytes: bytesOf(objBox()), runs: 60 },
  'words.ply': { bytes: plyBox('ascii'), runs: 60 },
  'little.ply': { bytes: plyBox('binary_little_endian'), runs: 60 },
  'big.ply': { bytes: plyBox('binary_big_endian'), runs: 60 },
  'a.glb': { bytes: glbBox(), runs: 120 },
  'a.3mf': { bytes: threeMfBox(), runs: 120 },
  'stored.3mf': {
    bytes: threeMf({
      '3D/3dmodel.model': model3mf(`<resources><object id="1">${meshXml}</object></resources>`),
    }),
    runs: 60,
  },
  'a.dxf': { bytes: bytesOf(DXF), runs: 120 },
  'a.svg': { bytes: bytesOf(SVG), runs: 120 },
  'a.step': { bytes: bytesOf(stepAssembly()), runs: 6 },
};

it.each(Object.entries(files))(
  'whatever happens to the bytes of %s, it is read or refused, and soon',
  async (name, { bytes, runs }) => {
    const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
    const chance = chances(seed);
    // Eight megabytes of program are no part of what a file costs.
    if (name.endsWith('.step')) await openOcct();
    for (let run = 0; run < runs; run += 1) {
      const changed = bytes.slice(0, run % 2 === 0 ? Math.floor(chance() * bytes.length) : bytes.length);
      if (run % 2 === 1) {
        const flips = 1 + Math.floor(chance() * 8);
        for (let flip = 0; flip < flips; flip += 1)
          changed[Math.floor(chance() * changed.length)] = Math.floor(chance() * 256);
      }
      const before = worked();
      let told: unknown = null;
      try {
        await readModel(changed, name, { openOcct });
      } catch (error) {
        told = error;
      }
      const where = `${name}, seed ${seed}, run ${run}: ${told}`;
      expect(told === null || told instanceof CannotBeRead, where).toBe(true);
      expect(worked() - before, where).toBeLessThan(MOST_MILLISECONDS);
    }
  },
);
