import type { ReadLimits } from '../../limits.ts';
import { guessedUnit, type LengthUnit, type ReadUnit } from '../../units.ts';
import { type Findings, refused } from '../findings.ts';
import { withoutArcs } from './curves.ts';
import { type Drawing2d, drawingOf, moved, type Outline, type Point, scaledDrawing } from './drawing2d.ts';
import { outlineOf } from './dxfEntities.ts';
import { isNet, netOutlines } from './dxfNets.ts';
import { type DxfRecord, dxfRecords, numberAs, numberOf, textOf } from './dxfPairs.ts';
import { textIn } from './dxfText.ts';

interface Drawn {
  entity: DxfRecord;
  vertices: DxfRecord[];
  /** Values of all its records. */
  values: number;
}

interface Block {
  base: Point;
  drawn: Drawn[];
}

/** Values of `$INSUNITS` (AutoCAD's DXF reference); others are for maps and stars. */
const UNITS: Readonly<Record<number, LengthUnit>> = { 1: 'in', 2: 'ft', 4: 'mm', 5: 'cm', 6: 'm', 13: 'um' };
/** Of units that nobody is offered: millimetres in a kilometre, microinch, thousandth of an inch, yard, decimetre. */
const OTHER_UNITS: Readonly<Record<number, number>> = { 7: 1e6, 8: 25.4e-6, 9: 0.0254, 10: 914.4, 14: 100 };
const MOST_OUTLINES = 200_000;
const MOST_SEGMENTS = 2_000_000;
const MOST_LEVELS = 16;
/** Values that are as much work to look through as one entity more. */
const VALUES_OF_ONE = 20;

/**
 * Reads a DXF drawing: lines, arcs, circles, ellipses, polylines with bulges, splines, and blocks wherever they are put in.
 * @returns the drawing in its own unit.
 * @throws {CannotBeRead}
 */
export function readDxf(
  bytes: Uint8Array,
  limits: ReadLimits,
  findings: Findings,
): { drawing: Drawing2d; unit: ReadUnit } {
  const text = textIn(bytes);
  if (text.startsWith('AutoCAD Binary DXF')) throw refused('binaryDrawing', {});
  const { entities, blocks, header, ended } = sectionsOf(text, limits);
  const drawer = new Drawer(blocks);
  drawer.drawAll(entities, (outline) => outline, 0);
  if (!ended) findings.tell({ kind: 'cutShort', said: { announced: 0, found: drawer.outlines.length } });
  const notDrawn = [...drawer.notDrawn].toSorted(([, one], [, other]) => other - one);
  const kinds = notDrawn
    .slice(0, 5)
    .map(([kind]) => kind.slice(0, 30))
    .join(', ');
  if (notDrawn.length > 0) {
    const count = notDrawn.reduce((sum, [, each]) => sum + each, 0);
    findings.tell({ kind: 'notDrawn', said: { kinds, count } });
  }
  const drawing = drawingOf(drawer.outlines);
  if (!drawing) throw refused('nothingDrawn', { kinds });
  const other = OTHER_UNITS[header.get('$INSUNITS') ?? 0];
  if (other === undefined) return { drawing, unit: unitOf(header, drawing) };
  return { drawing: scaledDrawing(drawing, other), unit: { guessed: 'mm', sure: true, why: 'converted' } };
}

function unitOf(header: ReadonlyMap<string, number>, { box }: Drawing2d): ReadUnit {
  const stated = UNITS[header.get('$INSUNITS') ?? 0];
  if (stated) return { guessed: stated, sure: true, why: 'inFile' };
  if (header.get('$MEASUREMENT') === 0) return { guessed: 'in', sure: false, why: 'inFile' };
  return guessedUnit(Math.max(box.high[0] - box.low[0], box.high[1] - box.low[1]));
}

function sectionsOf(text: string, limits: ReadLimits) {
  const header = new Map<string, number>();
  const blocks = new Map<string, Block>();
  const entities: Drawn[] = [];
  let section = '';
  let block: Block | null = null;
  let ended = false;
  for (const record of dxfRecords(text, limits.entities)) {
    const { type } = record;
    if (type === 'SECTION') {
      section = textOf(record, 2).toUpperCase();
      if (section === 'HEADER') readHeader(record, header);
    } else if (type === 'ENDSEC') section = '';
    else if (type === 'EOF') ended = true;
    else if (type === 'BLOCK') {
      block = { base: [numberOf(record, 10), numberOf(record, 20)], drawn: [] };
      blocks.set(textOf(record, 2).toLowerCase(), block);
    } else if (type === 'ENDBLK') block = null;
    else if (section === 'ENTITIES' || block) {
      const into = section === 'ENTITIES' ? entities : (block?.drawn ?? entities);
      // What belongs to a sheet of paper stands in no drawing.
      if (numberOf(record, 67) === 1) continue;
      const values = record.values.length;
      if (type === 'VERTEX') {
        const last = into.at(-1);
        last?.vertices.push(record);
        if (last) last.values += values + 1;
      } else if (type !== 'SEQEND') into.push({ entity: record, vertices: [], values });
    }
  }
  return { header, blocks, entities, ended };
}

/** `9 $INSUNITS`, `70 4`: a name, then its value. */
function readHeader({ values }: DxfRecord, header: Map<string, number>): void {
  let name = '';
  for (const [code, value] of values) {
    if (code === 9) name = value.toUpperCase();
    else if (code === 70 && name !== '' && !header.has(name)) header.set(name, numberAs(value));
  }
}

class Drawer {
  readonly outlines: Outline[] = [];
  /** How often what was met that is not drawn here. */
  readonly notDrawn = new Map<string, number>();
  readonly #blocks: ReadonlyMap<string, Block>;
  /** Blocks that are just being drawn, one within the other. */
  readonly #under = new Set<Block>();
  #segments = 0;
  #steps = 0;

  constructor(blocks: ReadonlyMap<string, Block>) {
    this.#blocks = blocks;
  }

  drawAll(all: readonly Drawn[], place: (outline: Outline) => Outline, level: number): void {
    for (const { entity, vertices, values } of all) {
      this.#step(1 + values / VALUES_OF_ONE);
      if (entity.type === 'INSERT') this.#insert(entity, place, level);
      else {
        const outline = outlineOf(entity, vertices);
        if (outline) this.#count(outline);
        if (outline && isFinite2d(outline)) this.#add(place(outline));
        else if (isNet(entity))
          for (const each of netOutlines(entity, vertices)) {
            this.#count(each);
            if (isFinite2d(each)) this.#add(place(each));
          }
        else this.notDrawn.set(entity.type, (this.notDrawn.get(entity.type) ?? 0) + 1);
      }
    }
  }

  /** A block of nothing, put in a million times, draws nothing and takes for ever. */
  #step(work: number): void {
    this.#steps += work;
    if (this.#steps > MOST_SEGMENTS) throw refused('tooManyEntities', { most: MOST_SEGMENTS });
  }

  /** What is worked out counts, whether it can be shown or not. */
  #count({ segments }: Outline): void {
    this.#segments += segments.length;
    if (this.#segments > MOST_SEGMENTS) throw refused('tooManyEntities', { most: MOST_OUTLINES });
  }

  #add(outline: Outline): void {
    if (this.outlines.length >= MOST_OUTLINES) throw refused('tooManyEntities', { most: MOST_OUTLINES });
    this.outlines.push(outline);
  }

  #insert(entity: DxfRecord, place: (outline: Outline) => Outline, level: number): void {
    const block = this.#blocks.get(textOf(entity, 2).toLowerCase());
    if (!block) return;
    if (this.#under.has(block)) throw refused('circular', { name: textOf(entity, 2).slice(0, 60) });
    if (level >= MOST_LEVELS) throw refused('tooDeep', { most: MOST_LEVELS });
    this.#under.add(block);
    const [left, low] = [numberOf(entity, 10), numberOf(entity, 20)];
    const [acrossStep, upStep] = [numberOf(entity, 44), numberOf(entity, 45)];
    const [sx, sy] = [numberOf(entity, 41, 1), numberOf(entity, 42, 1)];
    const turn = (numberOf(entity, 50) * Math.PI) / 180;
    const [cosine, sine] = [Math.cos(turn), Math.sin(turn)];
    const behind = numberOf(entity, 230, 1) < 0 ? -1 : 1;
    const [columns, rows] = [70, 71].map((code) =>
      Math.min(1000, Math.max(1, numberOf(entity, code, 1))),
    ) as [number, number];
    const isEven = Math.abs(Math.abs(sx) - Math.abs(sy)) < 1e-9 * Math.abs(sx);
    for (let cell = 0; cell < columns * rows; cell += 1) {
      this.#step(1);
      const [column, row] = [cell % columns, Math.floor(cell / columns)];
      const [dx, dy] = [column * acrossStep, row * upStep];
      const at = ([px, py]: Point): Point => {
        const [x, y] = [(px - block.base[0]) * sx + dx, (py - block.base[1]) * sy + dy];
        return [behind * (left + x * cosine - y * sine), low + x * sine + y * cosine];
      };
      this.drawAll(
        block.drawn,
        (outline) => place(moved(isEven ? outline : withoutArcs(outline), at, sx * sy * behind < 0)),
        level + 1,
      );
    }
    this.#under.delete(block);
  }
}

const isFinite2d = ({ start, segments }: Outline): boolean =>
  [start, ...segments.map(({ to }) => to)].every(([x, y]) => Math.abs(x) < 1e12 && Math.abs(y) < 1e12);
