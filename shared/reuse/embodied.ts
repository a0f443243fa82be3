import { circlesIn } from '../designs/circles.ts';

/** A(i, j): so much of `of` goes into one unit of `into`; a machine as its hours there over the hours of its life. */
export interface Input {
  of: string;
  into: string;
  amount: number;
}

/** Steps of a solution that comes nearer; with a spectral radius of 0.99 some 3,000 are needed. */
const MOST_SWEEPS = 20_000;
const NEAR = 1e-12;

/**
 * Embodied cost (or CO2e) of one unit of each: e = (I − Aᵀ)⁻¹ v, that is, e(j) = v(j) + Σ A(i, j) e(i). Circles (a machine
 * that makes parts of its own kind) are allowed.
 * @param direct v: what one unit costs by itself; what is not named costs nothing
 * @returns null where the spectral radius of A is not below 1: making one would take more than one of itself
 */
export function embodied(
  inputs: readonly Input[],
  direct: ReadonlyMap<string, number>,
): Map<string, number> | null {
  if (spectralRadius(inputs) >= 1) return null;
  const into = Map.groupBy(inputs, (input) => input.into);
  const order = fromTheRoots(
    new Set([...direct.keys(), ...inputs.flatMap((each) => [each.of, each.into])]),
    into,
  );
  const values = new Map(order.map((id) => [id, direct.get(id) ?? 0]));
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let change = 0;
    for (const id of order) {
      let value = direct.get(id) ?? 0;
      for (const { of, amount } of into.get(id) ?? []) value += amount * (values.get(of) ?? 0);
      const before = values.get(id) ?? 0;
      change = Math.max(change, Math.abs(value - before) / Math.max(1, Math.abs(value)));
      values.set(id, value);
    }
    if (change < NEAR) return values;
  }
  return null;
}

/**
 * What owning a machine saves on each: the difference of e without and with it. Without it, whoever used it pays
 * `instead` (per unit) for the same work.
 * @returns null where either has no solution
 */
export function cascadeSaving(
  inputs: readonly Input[],
  direct: ReadonlyMap<string, number>,
  machine: string,
  instead: ReadonlyMap<string, number>,
): Map<string, number> | null {
  const owning = embodied(inputs, direct);
  const paid = new Map(direct);
  for (const [id, more] of instead) paid.set(id, (paid.get(id) ?? 0) + more);
  const without = embodied(
    inputs.filter(({ of }) => of !== machine),
    paid,
  );
  if (!owning || !without) return null;
  return new Map(Array.from(without, ([id, value]) => [id, value - (owning.get(id) ?? 0)]));
}

/** Largest eigenvalue of the non-negative A: the largest of its circles; 0 where there is none. */
export function spectralRadius(inputs: readonly Input[]): number {
  const links = inputs.filter(({ amount }) => amount > 0).map(({ of, into }) => ({ from: of, to: into }));
  const circles = circlesIn(new Set(links.flatMap(({ from, to }) => [from, to])), links);
  return circles.reduce((largest, circle) => {
    const within = new Set(circle);
    const own = inputs.filter(({ of, into }) => within.has(of) && within.has(into));
    return Math.max(largest, radiusOfCircle(circle, own));
  }, 0);
}

/**
 * By powers of A + I, which unlike A itself has one dominant eigenvalue; the quotients of one step bound it from both
 * sides (Collatz and Wielandt).
 */
function radiusOfCircle(circle: readonly string[], inputs: readonly Input[]): number {
  let vector = new Map(circle.map((id) => [id, 1]));
  let [least, most] = [0, 0];
  for (let step = 0; step < MOST_SWEEPS; step++) {
    const next = new Map(vector);
    for (const { of, into, amount } of inputs) {
      next.set(into, (next.get(into) ?? 0) + amount * (vector.get(of) ?? 0));
    }
    const quotients = circle.map((id) => (next.get(id) ?? 0) / (vector.get(id) ?? 1));
    least = Math.min(...quotients) - 1;
    most = Math.max(...quotients) - 1;
    if (most - least < NEAR) break;
    const largest = Math.max(...next.values());
    vector = new Map(Array.from(next, ([id, value]) => [id, value / largest]));
  }
  return least + (most - least) / 2;
}

/** Each after what goes into it, except within circles. */
function fromTheRoots(ids: Iterable<string>, into: ReadonlyMap<string, readonly Input[]>): string[] {
  const entered = new Set<string>();
  const order: string[] = [];
  for (const root of ids) {
    if (entered.has(root)) continue;
    entered.add(root);
    const way = [{ id: root, inputs: (into.get(root) ?? []).values() }];
    for (let at = way.at(-1); at; at = way.at(-1)) {
      const next = at.inputs.next();
      if (next.done) {
        order.push(at.id);
        way.pop();
      } else if (!entered.has(next.value.of)) {
        entered.add(next.value.of);
        way.push({ id: next.value.of, inputs: (into.get(next.value.of) ?? []).values() });
      }
    }
  }
  return order;
}
