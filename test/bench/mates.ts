import { ok } from 'node:assert/strict';
import { Object3D, Scene } from 'three';
import type { Assembly } from '../../shared/assemblies/assembly.ts';
import { type Instance, type Mate, NO_OFFSET } from '../../shared/assemblies/instances.ts';
import { standingMatrix } from '../../shared/assemblies/matrices.ts';
import { solve } from '../../shared/assemblies/solve.ts';
import { chanceFrom } from './chance.ts';
import { type Bench, interleaved, rounded } from './result.ts';

const SEED = 5;
const INSTANCES = 1000;
/** As many as a page solves while somebody drags something about for some seconds. */
const ROUNDS = 301;
const LENGTHS = 50;

/** Where everything stands, by instance: column-major 4 × 4. */
type Worlds = Map<string, readonly number[]>;

/**
 * Solving an assembly of 1,000 instances: 500 tubes of 50 lengths and 500 plates in a tree of mates at chance holes,
 * turned and partly mirrored, every tenth length a formula, with all checks; against placing the same instances by given
 * matrices in three's scene graph. Both begin with what a content holds and end with the same world matrices by instance,
 * which is checked first.
 */
export const mates: Bench = {
  name: 'mates',
  async run() {
    const whole = treeOf(INSTANCES, chanceFrom(SEED));
    const solved = solvedWorlds(whole);
    const given = [...solved].map(([id, matrix]) => ({ id, matrix }));
    ok(areSame(solved, placedWorlds(given)), 'both place the same instances alike');
    console.error(`${INSTANCES} instances, ${whole.mates.length} mates, seed ${SEED}`);
    // Read anew each round, as a page does with a draft: nothing may be remembered by object.
    let fresh = whole;
    let freshGiven = given;
    const prepare = () => {
      fresh = structuredClone(whole);
      freshGiven = structuredClone(given);
    };
    const [value = 0, baseline = 0] = await interleaved(ROUNDS, [
      { prepare, run: () => void solvedWorlds(fresh) },
      { prepare, run: () => void placedWorlds(freshGiven) },
    ]);
    const perSecond = (seconds: number) => rounded(INSTANCES / seconds);
    return {
      bench: 'mates',
      value: perSecond(value),
      unit: 'instances/s',
      baseline: perSecond(baseline),
      ratio: rounded(baseline / value),
    };
  },
};

function solvedWorlds(assembly: Assembly): Worlds {
  const { instances, problems } = solve(assembly, { designOf: () => null });
  ok(problems.length === 0, 'nothing stands against the assembly');
  const worlds: Worlds = new Map();
  for (const { instance, at, mirrored } of instances) worlds.set(instance.id, standingMatrix(at, mirrored));
  return worlds;
}

function placedWorlds(given: readonly { id: string; matrix: readonly number[] }[]): Worlds {
  const scene = new Scene();
  for (const { id, matrix } of given) {
    const object = new Object3D();
    object.name = id;
    object.matrixAutoUpdate = false;
    object.matrix.fromArray(matrix);
    scene.add(object);
  }
  scene.updateMatrixWorld(true);
  const worlds: Worlds = new Map();
  for (const { name, matrixWorld } of scene.children) worlds.set(name, matrixWorld.toArray());
  return worlds;
}

function areSame(one: Worlds, other: Worlds): boolean {
  return (
    one.size === other.size &&
    [...one].every(([id, matrix]) =>
      matrix.every((each, index) => Math.abs(each - (other.get(id)?.[index] ?? Number.NaN)) < 1e-9),
    )
  );
}

/** Tubes and plates by turns, each on a free hole of one before it. */
function treeOf(count: number, chance: () => number): Assembly {
  const below = (most: number) => Math.floor(chance() * most);
  const instances: Instance[] = [];
  const mates: Mate[] = [];
  const used = new Set<string>();
  for (let index = 0; index < count; index += 1) {
    const isTube = index % 2 === 0;
    const length = 820 + 20 * below(LENGTHS);
    const written = index % 20 === 0 && index > 0 ? `=part-0.length + ${20 * below(LENGTHS)}` : length;
    instances.push({
      id: `part-${index}`,
      name: '',
      of: { kind: 'module', module: isTube ? 'frame-tube' : 'joint-plate' },
      parameters: isTube ? { length: written } : {},
      at: { origin: [0, 0, 0], x: [1, 0, 0], z: [0, 0, 1] },
      mirrored: index % 7 === 0,
      step: null,
      alternatives: [],
    });
    if (index === 0) continue;
    let onto = '';
    let [face, hole, from] = ['', 0, 0];
    do {
      // A plate goes onto any tube, a tube onto any plate.
      from = 2 * below(Math.ceil(index / 2)) + (isTube ? 1 : 0);
      if (from >= index) from = index - 1;
      face = isTube ? 'grid-top' : (['grid-front', 'grid-left', 'grid-right'][below(3)] ?? '');
      hole = isTube ? below(2) : below(6);
      onto = `${from} ${face} ${hole}`;
    } while (used.has(onto));
    used.add(onto);
    mates.push({
      id: `mate-${index}`,
      kind: 'rigid',
      one: { instance: `part-${from}`, interface: face },
      other: { instance: `part-${index}`, interface: isTube ? 'grid-back' : 'grid-bottom' },
      turn: 90 * below(4),
      offset: { ...NO_OFFSET, x: 101.6 * hole },
    });
  }
  return { parameters: [], instances, mates };
}
