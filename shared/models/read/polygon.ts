/** Corners of one face; what has more is no face that a person drew. */
export const MOST_CORNERS = 10_000;
/** Ears are looked for in faces up to this many corners; larger ones are taken for round. */
const MOST_EARS = 200;

/**
 * Cuts a face of more than three corners into triangles. Faces that bulge inwards are cut ear by ear.
 * @param place x, y, z of the face's corner with that number.
 * @param tell takes three numbers of corners of the face.
 */
export function cutPolygon(
  count: number,
  place: (corner: number, axis: number) => number,
  tell: (a: number, b: number, c: number) => void,
): void {
  if (count < 3) return;
  if (count === 3) {
    tell(0, 1, 2);
    return;
  }
  const flat = count <= MOST_EARS ? flattened(count, place) : null;
  if (!flat || isConvex(flat)) {
    for (let at = 2; at < count; at += 1) tell(0, at - 1, at);
    return;
  }
  const left = Array.from({ length: count }, (_, index) => index);
  while (left.length > 3) {
    const ear = earOf(left, flat);
    const [before, at, after] = around(left, ear);
    tell(before, at, after);
    left.splice(ear, 1);
  }
  tell(left[0] ?? 0, left[1] ?? 0, left[2] ?? 0);
}

type Flat = readonly (readonly [number, number])[];

/** Corners seen along the face's own direction (Newell), so that it turns left; null for a face without area. */
function flattened(count: number, place: (corner: number, axis: number) => number): Flat | null {
  const normal = [0, 0, 0];
  for (let at = 0; at < count; at += 1) {
    const next = (at + 1) % count;
    for (let axis = 0; axis < 3; axis += 1) {
      const [one, other] = [(axis + 1) % 3, (axis + 2) % 3];
      normal[axis] =
        (normal[axis] ?? 0) + (place(at, one) - place(next, one)) * (place(at, other) + place(next, other));
    }
  }
  const sizes = normal.map(Math.abs);
  const most = Math.max(...sizes);
  if (!(most > 0 && most < Infinity)) return null;
  const away = sizes.indexOf(most);
  const axes = (normal[away] ?? 0) > 0 ? [(away + 1) % 3, (away + 2) % 3] : [(away + 2) % 3, (away + 1) % 3];
  return Array.from(
    { length: count },
    (_, corner) => [place(corner, axes[0] ?? 0), place(corner, axes[1] ?? 1)] as const,
  );
}

const turn = (flat: Flat, a: number, b: number, c: number): number => {
  const [[ax, ay] = [0, 0], [bx, by] = [0, 0], [cx, cy] = [0, 0]] = [flat[a], flat[b], flat[c]];
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
};

const isConvex = (flat: Flat): boolean =>
  flat.every((_, at) => turn(flat, at, (at + 1) % flat.length, (at + 2) % flat.length) >= 0);

const around = (left: readonly number[], at: number): [number, number, number] => [
  left[(at + left.length - 1) % left.length] ?? 0,
  left[at] ?? 0,
  left[(at + 1) % left.length] ?? 0,
];

/** A corner that turns left and has no other within; the first, where a face crosses itself. */
function earOf(left: readonly number[], flat: Flat): number {
  for (let at = 0; at < left.length; at += 1) {
    const [a, b, c] = around(left, at);
    if (turn(flat, a, b, c) <= 0) continue;
    const isFree = left.every(
      (other) =>
        other === a ||
        other === b ||
        other === c ||
        turn(flat, a, b, other) < 0 ||
        turn(flat, b, c, other) < 0 ||
        turn(flat, c, a, other) < 0,
    );
    if (isFree) return at;
  }
  return 0;
}
