import type { Edges } from './edges.ts';
import { edgesOf } from './edges.ts';
import { shellsOf } from './shells.ts';
import type { Surface } from './surface.ts';

function turn(triangles: Uint32Array, triangle: number): void {
  const second = triangles[triangle * 3 + 1] ?? 0;
  triangles[triangle * 3 + 1] = triangles[triangle * 3 + 2] ?? 0;
  triangles[triangle * 3 + 2] = second;
}

/** Which triangles must be turned so that neighbours look to the same side: fewer than half of each shell. */
function oddOnes({ triangles }: Surface, { opposite, shellOf, shells }: Edges): Uint8Array {
  const count = triangles.length / 3;
  const turned = new Uint8Array(count);
  const seen = new Uint8Array(count);
  const odd = new Int32Array(shells);
  const all = new Int32Array(shells);
  for (let first = 0; first < count; first += 1) {
    if (seen[first] === 1) continue;
    seen[first] = 1;
    const waiting = [first];
    for (let triangle = waiting.pop(); triangle !== undefined; triangle = waiting.pop()) {
      const shell = shellOf[triangle] ?? 0;
      all[shell] = (all[shell] ?? 0) + 1;
      odd[shell] = (odd[shell] ?? 0) + (turned[triangle] ?? 0);
      for (let side = triangle * 3; side < triangle * 3 + 3; side += 1) {
        const other = opposite[side] ?? -1;
        const neighbour = Math.floor(other / 3);
        if (other < 0 || seen[neighbour] === 1) continue;
        seen[neighbour] = 1;
        // Both run along their edge the same way: they look to different sides.
        const against = triangles[side] === triangles[other] ? 1 : 0;
        turned[neighbour] = (turned[triangle] ?? 0) ^ against;
        waiting.push(neighbour);
      }
    }
  }
  for (let n = 0; n < count; n += 1) {
    const shell = shellOf[n] ?? 0;
    if (2 * (odd[shell] ?? 0) > (all[shell] ?? 0)) turned[n] = 1 - (turned[n] ?? 0);
  }
  return turned;
}

/** Turns triangles so that neighbours look to the same side and closed shells outwards. @returns how many were turned. */
export function turnOutwards(surface: Surface): { surface: Surface; turned: number } {
  const triangles = Uint32Array.from(surface.triangles);
  const whole = { ...surface, triangles };
  const odd = oddOnes(whole, edgesOf(whole));
  for (const [n, is] of odd.entries()) if (is === 1) turn(triangles, n);
  const edges = edgesOf(whole);
  const inwards = shellsOf(whole, edges).map(({ inverted }) => inverted);
  let turned = 0;
  for (let n = 0; n < odd.length; n += 1) {
    const inverted = inwards[edges.shellOf[n] ?? 0] === true;
    if (inverted) turn(triangles, n);
    if (inverted !== (odd[n] === 1)) turned += 1;
  }
  return { surface: whole, turned };
}
