import type { ReadLimits } from '../../limits.ts';
import type { ReadUnit } from '../../units.ts';
import { nameFrom } from '../byteText.ts';
import { type Findings, refused } from '../findings.ts';
import { encodingOf, XmlReader } from '../xml.ts';
import { withoutArcs } from './curves.ts';
import { type Drawing2d, drawingOf, moved, type Outline, type Point } from './drawing2d.ts';
import { pathLines, type RawOutline } from './svgPath.ts';
import { type Attributes, type Flat, numberIn, shapeLines, transformFrom } from './svgShapes.ts';
import { pageOf, viewOf } from './svgView.ts';

/** What would do something, load something, or draw what is no line. */
const STRIPPED = /^(script|foreignObject|image|iframe|audio|video|handler|set|animate\w*|feImage)$/;
/** What stands there to be used elsewhere, or is no drawing. */
const NOT_SHOWN =
  /^(defs|symbol|clipPath|mask|pattern|marker|metadata|style|title|desc|namedview|linearGradient|radialGradient|filter)$/;
/** What is used within what is used, at most so deep. */
const MOST_USES = 16;
const MOST_OUTLINES = 200_000;
const MOST_SEGMENTS = 2_000_000;
/** Characters of an element's attributes that are as much work as one element more. */
const CHARACTERS_OF_ONE = 100;

interface Element {
  name: string;
  attributes: Attributes;
  children: Element[];
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
  const root = rootOf(bytes, limits, reader);
  if (root) reader.draw(root);
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

const isHidden = ({ name, attributes: { style, display } }: Element): boolean =>
  STRIPPED.test(name) ||
  NOT_SHOWN.test(name) ||
  display === 'none' ||
  (style !== undefined && /(^|;)\s*display\s*:\s*none/.test(style));

/** A long text of an element is looked through wherever the element stands, though it may draw nothing. */
const ownWeight = ({ attributes }: Element): number =>
  1 + Object.values(attributes).reduce((sum, { length }) => sum + length, 0) / CHARACTERS_OF_ONE;

/** The tree of elements, and who is called what; what would do or load something is counted and left out. */
function rootOf(bytes: Uint8Array, limits: ReadLimits, reader: SvgReader): Element | null {
  const root: Element = { name: '', attributes: {}, children: [] };
  const way: Element[] = [root];
  const xml = new XmlReader(
    {
      open: (name, attributes) => {
        const element: Element = { name, attributes, children: [] };
        if (way.length > 1) reader.count(element);
        const { id } = attributes;
        if (id !== undefined && !reader.named.has(id)) reader.named.set(id, element);
        way.at(-1)?.children.push(element);
        way.push(element);
      },
      close: () => {
        way.pop();
      },
    },
    { levels: limits.levels * 4, entities: limits.entities },
    encodingOf(bytes),
  );
  xml.take(bytes);
  xml.end();
  return root.children[0] ?? null;
}

class SvgReader {
  readonly outlines: Outline[] = [];
  readonly notDrawn = new Map<string, number>();
  readonly named = new Map<string, Element>();
  stripped = 0;
  /** It says how large it is in a unit of length. */
  isMeasured = false;
  readonly #asWritten: boolean;
  /** Of elements that drew something already: what is used often is parsed once. */
  readonly #lines = new Map<Element, readonly RawOutline[]>();
  /** How much there is to draw of each element, with all that it uses; -1 while that is counted. */
  readonly #weights = new Map<Element, number>();
  #segments = 0;

  constructor(asWritten: boolean) {
    this.#asWritten = asWritten;
  }

  count({ name, attributes }: Element): void {
    if (STRIPPED.test(name)) this.stripped += 1;
    for (const [key, value] of Object.entries(attributes)) {
      if (/^on/i.test(key) || (/(^|:)href$/i.test(key) && !value.startsWith('#'))) this.stripped += 1;
    }
  }

  draw({ attributes, children }: Element): void {
    const whole = pageOf(attributes);
    this.isMeasured = whole.isMeasured && !this.#asWritten;
    const place: Flat = this.#asWritten ? [1, 0, 0, -1, 0, 0] : whole.place;
    // Ten things that use ten others each, a few levels deep, are more than anybody draws.
    const weight = children.reduce((sum, child) => sum + this.#weightOf(child, 0), 0);
    if (weight > MOST_SEGMENTS) throw refused('tooManyEntities', { most: MOST_SEGMENTS });
    for (const child of children) this.#element(child, place, '');
  }

  #element(element: Element, above: Flat, layerAbove: string): void {
    const { name, attributes } = element;
    if (isHidden(element)) return;
    const { transform } = attributes;
    const place = transform === undefined ? above : times(above, transformFrom(transform));
    const label = attributes['inkscape:label'] ?? attributes.id ?? '';
    const layer = name === 'g' && label !== '' ? nameFrom(label, 100) : layerAbove;
    if (name === 'use') this.#use(element, place, layer);
    else this.#inside(element, name === 'svg' ? times(place, viewOf(attributes, attributes)) : place, layer);
  }

  #inside(element: Element, place: Flat, layer: string): void {
    const { name, children } = element;
    if (name === 'text') this.#tell(name);
    for (const line of this.#linesOf(element)) this.#add({ layer, ...line }, place);
    for (const child of children) this.#element(child, place, layer);
  }

  #linesOf(element: Element): readonly RawOutline[] {
    const { name, attributes } = element;
    const lines =
      this.#lines.get(element) ??
      (name === 'path' ? pathLines(attributes.d ?? '') : shapeLines(name, attributes));
    this.#lines.set(element, lines);
    return lines;
  }

  /** What is used stands shifted; a symbol or a drawing is fitted into the size that is asked for. */
  #use(element: Element, above: Flat, layer: string): void {
    const { attributes } = element;
    const used = this.#usedBy(element);
    if (!used) {
      this.#tell('use');
      return;
    }
    const shift: Flat = [1, 0, 0, 1, numberIn(attributes.x), numberIn(attributes.y)];
    const place = times(above, shift);
    if (used.name === 'symbol' || used.name === 'svg') {
      const own = times(place, transformFrom(used.attributes.transform ?? ''));
      const size = { width: attributes.width, height: attributes.height };
      const view = viewOf(used.attributes, {
        width: size.width ?? used.attributes.width,
        height: size.height ?? used.attributes.height,
      });
      this.#inside(used, times(own, view), layer);
    } else this.#element(used, place, layer);
  }

  #usedBy({ attributes }: Element): Element | null {
    const [, link] = Object.entries(attributes).find(([key]) => /(^|:)href$/i.test(key)) ?? [];
    const used = link?.startsWith('#') ? this.named.get(link.slice(1)) : undefined;
    return used && !STRIPPED.test(used.name) ? used : null;
  }

  /** @throws {CannotBeRead} for what uses itself. */
  #weightOf(element: Element, uses: number, isUsed = false): number {
    if (!isUsed && isHidden(element)) return 0;
    const known = this.#weights.get(element);
    const name = (element.attributes.id ?? element.name).slice(0, 60);
    if (known === -1) throw refused('circular', { name });
    if (uses > MOST_USES) throw refused('tooDeep', { most: MOST_USES });
    if (known !== undefined) return known;
    this.#weights.set(element, -1);
    const used = element.name === 'use' ? this.#usedBy(element) : null;
    let weight = ownWeight(element) + (used ? this.#weightOf(used, uses + 1, true) : 0);
    for (const child of element.children) weight += this.#weightOf(child, uses);
    this.#weights.set(element, weight);
    return weight;
  }

  #tell(name: string): void {
    this.notDrawn.set(name, (this.notDrawn.get(name) ?? 0) + 1);
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
}

const times = (one: Flat, other: Flat): Flat => [
  one[0] * other[0] + one[2] * other[1],
  one[1] * other[0] + one[3] * other[1],
  one[0] * other[2] + one[2] * other[3],
  one[1] * other[2] + one[3] * other[3],
  one[0] * other[4] + one[2] * other[5] + one[4],
  one[1] * other[4] + one[3] * other[5] + one[5],
];
