import type { Outline, Point } from './drawing2d.ts';
import { type DxfRecord, numberOf, textOf } from './dxfPairs.ts';

const NET = 16;
const FACES = 64;
/** Of a vertex: it is a place; without it, it is a face of the places before. */
const PLACE = 64;

/** Whether a polyline is a surface in space: a net of rows and columns, or faces. */
export const isNet = (entity: DxfRecord): boolean =>
  entity.type === 'POLYLINE' && (numberOf(entity, 70) & (NET | FACES)) !== 0;

/** The lines of a surface in space as they are seen from above. */
export function* netOutlines(entity: DxfRecord, vertices: readonly DxfRecord[]): Generator<Outline> {
  const layer = textOf(entity, 8).slice(0, 100) || '0';
  const isFaces = (numberOf(entity, 70) & FACES) !== 0;
  const places: Point[] = [];
  for (const vertex of vertices) {
    if (!isFaces || (numberOf(vertex, 70) & PLACE) !== 0)
      places.push([numberOf(vertex, 10), numberOf(vertex, 20)]);
  }
  const around = isFaces ? faces(vertices) : cells(entity, places.length);
  for (const corners of around) {
    const [start, ...rest] = corners.map((corner) => places[corner]).filter((place) => place !== undefined);
    if (start && rest.length > 0)
      yield { layer, start, segments: rest.map((to) => ({ kind: 'line', to })), closed: true };
  }
}

/** Faces name their corners from one; a minus hides the line behind it. */
function* faces(vertices: readonly DxfRecord[]): Generator<number[]> {
  for (const vertex of vertices) {
    if ((numberOf(vertex, 70) & PLACE) !== 0) continue;
    yield [71, 72, 73, 74].flatMap((code) => {
      const corner = Math.abs(numberOf(vertex, code));
      return corner > 0 ? [corner - 1] : [];
    });
  }
}

/** Rows of a net one after another. */
function* cells(entity: DxfRecord, places: number): Generator<number[]> {
  const columns = Math.floor(numberOf(entity, 72));
  const rows = columns > 1 ? Math.min(Math.floor(numberOf(entity, 71)), Math.floor(places / columns)) : 0;
  for (let row = 0; row + 1 < rows; row += 1) {
    for (let column = 0; column + 1 < columns; column += 1) {
      const at = row * columns + column;
      yield [at, at + 1, at + columns + 1, at + columns];
    }
  }
}
