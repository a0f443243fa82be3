import { type Mismatch, mismatches } from '../modules/mating.ts';
import type { ModuleInterface } from '../modules/module.ts';
import { type Joint, placeOf } from './joints.ts';
import type { AssemblyProblem } from './problems.ts';
import type { StandingInstance } from './standing.ts';

/** Millimetres by which a hole may be missed. */
const SLACK = 0.5;
/** Degrees by which a turn may miss its step. */
const TURN_SLACK = 0.01;

/** What stands against each joint by itself: that its sides do not fit, that it misses the holes, that something sits there already. */
export function checkJoints(
  instances: readonly StandingInstance[],
  joints: readonly Joint[],
  tell: (problem: AssemblyProblem) => void,
): void {
  const fits = new Map<ModuleInterface, Map<ModuleInterface, readonly Mismatch[]>>();
  const seats = new Seats(instances, joints, tell);
  for (const joint of joints) {
    const { mate, oneIs, otherIs } = joint;
    const places = () => ({
      mate: mate.id,
      one: placeOf(instances, joint.one, mate.one.interface),
      other: placeOf(instances, joint.other, mate.other.interface),
    });
    const measures = notFitting(fits, oneIs, otherIs);
    // Hoses branch: what two pumps, or two users, have in common is one net.
    const found = mate.kind === 'line' ? measures.filter(({ what }) => what !== 'side') : measures;
    if (found.length > 0) tell({ kind: 'mismatch', ...places(), mismatches: found });
    // Hoses may share a port, and lie where they like.
    if (mate.kind === 'line') continue;
    const step = Math.min(oneIs.turns, otherIs.turns);
    if (!isMultiple(joint.turn, step, TURN_SLACK))
      tell({ kind: 'turn', ...places(), turn: joint.turn, step });
    const missed = found.length === 0 ? offGrid(joint) : null;
    if (missed) tell({ kind: 'offGrid', ...places(), ...missed });
    seats.take(joint, true);
    seats.take(joint, false);
  }
}

/** Who sits on each interface that is not a grid, by `instance/interface`: the first one's name. */
export function takenBy(
  instances: readonly StandingInstance[],
  joints: readonly Joint[],
): ReadonlyMap<string, string> {
  const taken = new Map<string, string>();
  const take = (index: number, is: ModuleInterface, by: number) => {
    const key = `${instances[index]?.instance.id}/${is.id}`;
    if (is.kind !== 'holeGrid' && !taken.has(key)) taken.set(key, instances[by]?.name ?? '');
  };
  for (const { one, other, oneIs, otherIs } of joints) {
    take(one, oneIs, other);
    take(other, otherIs, one);
  }
  return taken;
}

function notFitting(
  fits: Map<ModuleInterface, Map<ModuleInterface, readonly Mismatch[]>>,
  one: ModuleInterface,
  other: ModuleInterface,
): readonly Mismatch[] {
  let known = fits.get(one);
  if (!known) {
    known = new Map();
    fits.set(one, known);
  }
  let found = known.get(other);
  if (!found) {
    // Whether flow and current suffice depends on all who draw on them: the budgets tell.
    found = mismatches(one, other).filter(({ what }) => !DRAWN.has(what));
    known.set(other, found);
  }
  return found;
}

const DRAWN = new Set(['flow', 'pressure', 'amps']);

const isMultiple = (value: number, step: number, slack: number): boolean =>
  Math.abs(value - Math.round(value / step) * step) <= slack;

/** Along x and y of a grid of this joint: where the other side's origin lies. */
function onGrid({ turn, offset: [x, y] }: Joint, gridIsOne: boolean): readonly [number, number] {
  if (gridIsOne) return [x, y];
  const angle = (turn * Math.PI) / 180;
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  return [-(x * cosine + y * sine), y * cosine - x * sine];
}

function offGrid(joint: Joint): { offset: number; pitch: number } | null {
  const { oneIs, otherIs } = joint;
  const grid = oneIs.kind === 'holeGrid' ? oneIs : otherIs;
  if (grid.kind !== 'holeGrid') return null;
  const along = onGrid(joint, grid === oneIs);
  const { pitch } = grid;
  const missed = along.find((way) => !isMultiple(way, pitch, SLACK));
  if (missed !== undefined) return { offset: missed, pitch };
  const other = grid === oneIs ? otherIs : oneIs;
  const [isX, isY] = along.map((way) => Math.round(way / pitch));
  if (!grid.holes || isX === undefined || isY === undefined) return null;
  const { x: columns, y: rows } = grid.holes;
  const meets = other.kind === 'holeGrid' ? reach(other, joint) : ONE_HOLE;
  if (!meets) return null;
  if (isX + meets.x[1] < 0 || isX + meets.x[0] >= columns) return { offset: along[0], pitch };
  if (isY + meets.y[1] < 0 || isY + meets.y[0] >= rows) return { offset: along[1], pitch };
  return null;
}

interface Reach {
  x: readonly [number, number];
  y: readonly [number, number];
}

const ONE_HOLE: Reach = { x: [0, 0], y: [0, 0] };

/** From where to where the second grid's holes reach, counted in pitches from its first along the first one's x and y. */
function reach({ holes }: Extract<ModuleInterface, { kind: 'holeGrid' }>, { turn }: Joint): Reach | null {
  if (!holes) return null;
  const angle = (turn * Math.PI) / 180;
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  const [lastX, lastY] = [holes.x - 1, holes.y - 1];
  const ends = [0, lastX].flatMap((a) =>
    // Face to face its y runs backwards.
    [0, lastY].map((b) => [Math.round(a * cosine + b * sine), Math.round(a * sine - b * cosine)]),
  );
  const range = (axis: 0 | 1) => {
    const all = ends.map((end) => end[axis] ?? 0);
    return [Math.min(...all), Math.max(...all)] as const;
  };
  return { x: range(0), y: range(1) };
}

/** Holes of one grid along each way that are told apart, at most. */
const MOST_HOLES = 4096;

/** Who sits where: one on each interface, and on a grid one of a kind (what clamps, what goes through) on each hole. */
class Seats {
  readonly #instances: readonly StandingInstance[];
  readonly #joints: readonly Joint[];
  readonly #tell: (problem: AssemblyProblem) => void;
  /** Equal instances share their interfaces: of each, the instances (and holes) that are taken. */
  readonly #taken = new Map<ModuleInterface, Set<number>>();
  #names: ReadonlyMap<string, string> | null = null;

  constructor(
    instances: readonly StandingInstance[],
    joints: readonly Joint[],
    tell: (problem: AssemblyProblem) => void,
  ) {
    this.#instances = instances;
    this.#joints = joints;
    this.#tell = tell;
  }

  take(joint: Joint, isOne: boolean): void {
    const [index, other] = isOne ? [joint.one, joint.other] : [joint.other, joint.one];
    const [is, otherIs] = isOne ? [joint.oneIs, joint.otherIs] : [joint.otherIs, joint.oneIs];
    let taken = this.#taken.get(is);
    if (!taken) {
      taken = new Set();
      this.#taken.set(is, taken);
    }
    let seat = index;
    if (is.kind === 'holeGrid') {
      const [x, y] = onGrid(joint, isOne);
      seat = 2 * seat + (otherIs.kind === 'holeGrid' ? 1 : 0);
      seat = (seat * MOST_HOLES + holeNumber(x, is.pitch)) * MOST_HOLES + holeNumber(y, is.pitch);
    }
    const { instance, fitting } = this.#instances[index] ?? {};
    const within = is.kind === 'holeGrid' ? undefined : fitting?.takenBy(is.id);
    if (taken.has(seat) || within !== undefined) {
      this.#names ??= takenBy(this.#instances, this.#joints);
      const here = this.#names.get(`${instance?.id}/${is.id}`);
      const by = within ?? here ?? this.#instances[other]?.name ?? '';
      this.#tell({ kind: 'taken', mate: joint.mate.id, place: placeOf(this.#instances, index, is.id), by });
    }
    taken.add(seat);
  }
}

const holeNumber = (way: number, pitch: number): number =>
  Math.min(MOST_HOLES - 1, Math.max(0, Math.round(way / pitch) + MOST_HOLES / 2));
