import type { ReadLimits } from '../../limits.ts';
import { MILLIMETRES, type ReadUnit, unitNamed } from '../../units.ts';
import { nameFrom } from '../byteText.ts';
import { type Findings, refused } from '../findings.ts';
import { encodingOf, XmlReader } from '../xml.ts';
import { withoutArcs } from './curves.ts';
import { type Drawing2d, drawingOf, moved, type Outline, type Point } from './drawing2d.ts';
import { pathLines } from './svgPath.ts';
import { type Attributes, type Flat, numberIn, shapeLines, transformFrom } from './svgShapes.ts';

/** What would do something, load something, or draw what is no line. */
const STRIPPED = /^(script|foreignObject|image|iframe|audio|video|handler|set|animate\w*|feImage)$/;
/** What stands there to be used elsewhere, or is no drawing. */
const NOT_SHOWN =
  /^(defs|symbol|clipPath|mask|pattern|marker|metadata|style|title|desc|namedview|linearGradient|radialGradient|filter)$/;
const MOST_OUTLINES = 200_000;
const MOST_SEGMENTS = 2_000_000;
/** Millimetres of the unit that SVG counts in where it says none (CSS pixels, 96 to an inch). */
const PIXEL = 25.4 / 96;

interface Level {
  place: Flat;
  layer: string;
  shown: boolean;
}

/**
 * Reads the lines of an SVG; nothing else of it is kept, so nothing in it can do or load anything.
 * @param asWritten numbers stay as they are, for a person to say what they are.
 * @throws {CannotBeRead}
 */
export function readSvg(
  bytes: Uint8Array,
  limits: ReadLimits,
  findings: Findings,
  asWritten = false,
): { drawing: Drawing2d; unit: ReadUnit } {
  const reader = new SvgReader(asWritten);
  const xml = new XmlReader(
    { open: (name, attributes) => reader.open(name, attributes), close: () => reader.close() },
    { levels: limits.levels * 4, entities: limits.entities },
    encodingOf(bytes),
  );
  xml.take(bytes);
  xml.end();
  if (reader.stripped > 0) findings.tell({ kind: 'stripped', said: { elements: reader.stripped } });
  const { notDrawn } = reader;
  if (notDrawn.size > 0) {
    const count = [...notDrawn.values()].reduce((sum, each) => sum + each, 0);
    findings.tell({ kind: 'notDrawn', said: { kinds: [...notDrawn.keys()].slice(0, 5).join(', '), count } });
  }
  const drawing = drawingOf(reader.outlines);
  if (!drawing) throw refused('nothingDrawn', { kinds: [...notDrawn.keys()].slice(0, 5).join(', ') });
  return {
    drawing,
    unit: { guessed: 'mm', sure: reader.isMeasured, why: reader.isMeasured ? 'inFile' : 'usual' },
  };
}

class SvgReader {
  readonly outlines: Outline[] = [];
  readonly notDrawn = new Map<string, number>();
  stripped = 0;
  /** It says how large it is in a unit of length. */
  isMeasured = false;
  readonly #asWritten: boolean;
  readonly #levels: Level[] = [];
  #segments = 0;

  constructor(asWritten: boolean) {
    this.#asWritten = asWritten;
  }

  open(name: string, attributes: Attributes): void {
    const above = this.#levels.at(-1);
    if (!above) {
      this.#levels.push({ place: this.#whole(attributes), layer: '', shown: true });
      return;
    }
    if (STRIPPED.test(name)) this.stripped += 1;
    for (const [key, value] of Object.entries(attributes)) {
      if (/^on/i.test(key) || (/(^|:)href$/i.test(key) && !value.startsWith('#'))) this.stripped += 1;
    }
    const hidden = /(^|;)\s*display\s*:\s*none/.test(attributes.style ?? '') || attributes.display === 'none';
    const shown = above.shown && !hidden && !STRIPPED.test(name) && !NOT_SHOWN.test(name);
    const place = times(above.place, transformFrom(attributes.transform ?? ''));
    const label = attributes['inkscape:label'] ?? attributes.id ?? '';
    const layer = name === 'g' && label !== '' ? nameFrom(label, 100) : above.layer;
    this.#levels.push({ place, layer, shown });
    if (!shown) return;
    if (name === 'text' || name === 'use') this.notDrawn.set(name, (this.notDrawn.get(name) ?? 0) + 1);
    const lines = name === 'path' ? pathLines(attributes.d ?? '') : shapeLines(name, attributes);
    for (const line of lines) this.#add({ layer, ...line }, place);
  }

  close(): void {
    this.#levels.pop();
  }

  #add(outline: Outline, place: Flat): void {
    this.#segments += outline.segments.length;
    if (this.outlines.length >= MOST_OUTLINES || this.#segments > MOST_SEGMENTS)
      throw refused('tooManyEntities', { most: MOST_OUTLINES });
    const at = ([x, y]: Point): Point => [
      place[0] * x + place[2] * y + place[4],
      place[1] * x + place[3] * y + place[5],
    ];
    const placed = moved(withoutArcs(outline), at);
    if (
      [placed.start, ...placed.segments.map(({ to }) => to)].every(
        ([x, y]) => Math.abs(x) < 1e9 && Math.abs(y) < 1e9,
      )
    )
      this.outlines.push(placed);
  }

  /** From the numbers of the drawing to millimetres, y upwards. */
  #whole(attributes: Attributes): Flat {
    if (this.#asWritten) return [1, 0, 0, -1, 0, 0];
    const box = (attributes.viewBox ?? '')
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const [width, height] = [lengthIn(attributes.width), lengthIn(attributes.height)];
    const [left = 0, top = 0, boxWidth = 0, boxHeight = 0] = box.every(Number.isFinite) ? box : [];
    this.isMeasured = width?.measured === true || height?.measured === true;
    let [sx, sy] = [PIXEL, PIXEL];
    if (width && boxWidth > 0) sx = width.millimetres / boxWidth;
    if (height && boxHeight > 0) sy = height.millimetres / boxHeight;
    const keeps = attributes.preserveAspectRatio ?? '';
    const fills = /\bslice\b/.test(keeps);
    const scale = width && height ? (fills ? Math.max(sx, sy) : Math.min(sx, sy)) : width ? sx : sy;
    // Drawings may be pulled out of shape where they say so.
    if (width && height && boxWidth > 0 && boxHeight > 0 && /^\s*none\b/.test(keeps))
      return [sx, 0, 0, -sy, -left * sx, (top + boxHeight) * sy];
    // The lower left corner of the page is where both begin.
    const bottom = boxHeight > 0 ? (top + boxHeight) * scale : (height?.millimetres ?? 0);
    return [scale, 0, 0, -scale, -left * scale, bottom];
  }
}

const POINT = 25.4 / 72;

function lengthIn(text = ''): { millimetres: number; measured: boolean } | null {
  const [, number = '', word = ''] = /^\s*([-+.\deE]+?)\s*(mm|cm|in|pt|pc|q|px|m)?\s*$/i.exec(text) ?? [];
  const value = numberIn(number, Number.NaN);
  if (!(value > 0 && value < 1e7)) return null;
  const unit = unitNamed(word);
  if (unit) return { millimetres: value * MILLIMETRES[unit], measured: true };
  if (/^pt$/i.test(word)) return { millimetres: value * POINT, measured: true };
  if (/^pc$/i.test(word)) return { millimetres: value * POINT * 12, measured: true };
  if (/^q$/i.test(word)) return { millimetres: value / 4, measured: true };
  return { millimetres: value * PIXEL, measured: false };
}

const times = (one: Flat, other: Flat): Flat => [
  one[0] * other[0] + one[2] * other[1],
  one[1] * other[0] + one[3] * other[1],
  one[0] * other[2] + one[2] * other[3],
  one[1] * other[2] + one[3] * other[3],
  one[0] * other[4] + one[2] * other[5] + one[4],
  one[1] * other[4] + one[3] * other[5] + one[5],
];
