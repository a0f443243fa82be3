import { emptyLine, type PartLine } from '../../../shared/designs/partLines.ts';
import type { Mesh, Model, ModelPart } from '../../../shared/models/model.ts';
import type { MomentEntry, MomentsView } from '../../../shared/network/momentViews.ts';

/** The thing that is built. */
export const WHOLE = '00000000-0000-4000-8000-000000000000';
const idOf = (number: number) => `00000000-0000-4000-8000-${String(number + 1).padStart(12, '0')}`;
const SHAPES = 40;
const PLACES = 4;
const PROVENANCES = ['new', 'made', 'recovered', 'unknown'] as const;

/** A box of so many millimetres. */
function box(width: number, depth: number, height: number): Mesh {
  const corners = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((corner) => [
    corner & 1 ? width : 0,
    corner & 2 ? depth : 0,
    corner & 4 ? height : 0,
  ]);
  const faces = [
    0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4, 2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1, 3, 5, 3, 7,
    5,
  ];
  return {
    positions: Float32Array.from(corners),
    triangles: Uint32Array.from(faces),
    ...{ normals: null, colours: null, edges: null },
  };
}

const partOf = (number: number): ModelPart => ({
  key: `box ${number}`,
  name: `Box ${number}`,
  mesh: box(20 + number, 30, 60 - number),
  ...{ colour: null, material: 'steel', module: null, piece: null, licence: null },
  ...{ closed: true, volume: null },
});

/** A machine of so many lines, four places each: every place stands by itself. */
export function wideModel(lines: number): { model: Model; parts: PartLine[] } {
  const model: Model = {
    parts: Array.from({ length: SHAPES }, (_, number) => partOf(number)),
    occurrences: [],
    nodes: [{ id: '', name: 'Machine', parent: -1, instance: null, line: null, step: null }],
  };
  const parts = Array.from({ length: lines }, (_, number) => ({
    ...emptyLine(`line${number}`, `Part ${number}`),
    quantity: PLACES,
  }));
  for (let number = 0; number < lines; number += 1) {
    for (let place = 0; place < PLACES; place += 1) {
      const id = `p${number}-${place}`;
      const at = number * PLACES + place;
      const [x, y, z] = [80 * (at % 16), 60 * (Math.floor(at / 16) % 12), 80 * Math.floor(at / 192)];
      model.nodes.push({
        id,
        name: `Part ${number}`,
        parent: 0,
        instance: id,
        line: `line${number}`,
        step: null,
      });
      model.occurrences.push({
        part: number % SHAPES,
        matrix: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, x, y, z, 1],
        node: model.nodes.length - 1,
      });
    }
  }
  return { model, parts };
}

/**
 * A build of so many moments: parts come, one in eight moments takes one out again, and some tell of work alone.
 * @param chance 0 to below 1.
 */
export function longBuild(moments: number, lines: number, chance: () => number): MomentsView {
  const entries: MomentEntry[] = [];
  const there: number[] = [];
  const rows = Array.from({ length: moments }, (_, number): MomentsView['moments'][number] => {
    const moment = {
      at: new Date(Date.UTC(2026, 0, 1) + number * 600_000).toISOString(),
      ...{ step: null, about: null, enters: [], leaves: [] },
    };
    const kind = chance();
    if (kind < 0.1) return { ...moment, kind: 'written' };
    if (kind < 0.225 && there.length > 0) {
      const [left] = there.splice(Math.floor(chance() * there.length), 1);
      return { ...moment, kind: 'takenOut', leaves: left === undefined ? [] : [left] };
    }
    const line = Math.floor(chance() * lines);
    there.push(entries.length);
    entries.push({
      name: `Part ${line}`,
      ...{ itemId: idOf(entries.length), fittingId: idOf(entries.length), into: WHOLE, of: null },
      line: `line${line}`,
      provenance: PROVENANCES[Math.floor(chance() * PROVENANCES.length)] ?? 'unknown',
      ...{ lives: 1 + Math.floor(chance() * 4), quantity: 1, unit: 'piece' },
    });
    return { ...moment, kind: 'fitted', enters: [entries.length - 1] };
  });
  return {
    things: [{ itemId: WHOLE, name: 'Machine', revisions: [{ from: 0, of: null }] }],
    entries,
    moments: rows,
    cut: false,
  };
}
