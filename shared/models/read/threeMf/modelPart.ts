import type { ReadLimits } from '../../limits.ts';
import { type LengthUnit, unitNamed } from '../../units.ts';
import { nameFrom } from '../byteText.ts';
import { colourFrom } from '../colour.ts';
import { refused } from '../findings.ts';
import { GrowingFloats, GrowingNumbers } from '../growing.ts';
import { IDENTITY } from '../rawModel.ts';
import { attributeOf, type XmlHandlers } from '../xml.ts';

export type Colour = readonly [number, number, number];
type Attributes = Readonly<Record<string, string>>;

/** Something placed: an object of this part of the package, or of another. */
export interface Component {
  object: string;
  /** Null: in the same part of the package. */
  path: string | null;
  matrix: readonly number[];
}

export interface Object3mf {
  id: string;
  name: string;
  isSupport: boolean;
  group: string;
  index: number;
  positions: GrowingFloats;
  triangles: GrowingNumbers;
  /** Of each corner of each triangle the number of its colour among `shades`, -1: that of the object. */
  shadeOf: GrowingNumbers | null;
  components: Component[];
}

/** One `.model` part of a 3MF package. */
export interface ModelPart3mf {
  unit: LengthUnit;
  objects: Map<string, Object3mf>;
  items: Component[];
  /** Colours by the id of their group. */
  groups: Map<string, (Colour | null)[]>;
  /** The groups' places in the file. */
  order: Map<string, number>;
  /** Bars of lattices; pictures on surfaces; shapes told in slices, or by others' extensions. */
  beams: number;
  hasPictures: boolean;
  hasSlices: boolean;
}

/** What gathers a part of the package while its XML is read. Malformed numbers become none, and are counted later. */
export function modelPartReader(
  limits: ReadLimits,
  counted: (triangles: number) => void,
): { part: ModelPart3mf; handlers: XmlHandlers } {
  const part: ModelPart3mf = {
    unit: 'mm',
    objects: new Map(),
    items: [],
    groups: new Map(),
    order: new Map(),
    beams: 0,
    hasPictures: false,
    hasSlices: false,
  };
  let object: Object3mf | null = null;
  let group: (Colour | null)[] | null = null;
  let places = 0;
  const startObject = (attributes: Attributes) => {
    const id = attributes.id ?? '';
    const type = attributes.type ?? 'model';
    object = {
      id,
      name: nameFrom(attributes.name || attributes.partnumber || '', limits.nameLength),
      isSupport: type === 'support' || type === 'solidsupport',
      group: attributes.pid ?? '',
      index: wholeIn(attributes.pindex) ?? -1,
      positions: new GrowingFloats(),
      triangles: new GrowingNumbers(),
      shadeOf: null,
      components: [],
    };
    part.objects.set(id, object);
    if (part.objects.size > limits.parts) throw refused('tooManyEntities', { most: limits.parts });
  };
  const triangle = (attributes: Attributes, { triangles, group: ownGroup, ...own }: Object3mf) => {
    counted(1);
    for (const corner of [attributes.v1, attributes.v2, attributes.v3])
      triangles.push(wholeIn(corner) ?? 2 ** 31 - 1);
    const first = wholeIn(attributes.p1);
    const named = attributes.pid ?? ownGroup;
    if (first === null && own.shadeOf === null) return;
    if (!object) return;
    object.shadeOf ??= new GrowingNumbers();
    // Triangles before it said none.
    while (object.shadeOf.length < triangles.length - 3) object.shadeOf.push(-1);
    for (const index of [attributes.p1, attributes.p2 ?? attributes.p1, attributes.p3 ?? attributes.p1])
      object.shadeOf.push(shadeNumber(part, named, wholeIn(index)));
  };
  const open = (name: string, attributes: Attributes): void => {
    switch (name) {
      case 'model':
        part.unit = unitNamed(attributes.unit ?? 'millimeter') ?? 'mm';
        break;
      case 'basematerials':
      case 'colorgroup':
        group = [];
        part.order.set(attributes.id ?? '', part.order.get(attributes.id ?? '') ?? part.order.size);
        part.groups.set(attributes.id ?? '', group);
        break;
      case 'base':
        group?.push(colourFrom(attributes.displaycolor ?? ''));
        break;
      case 'color':
        group?.push(colourFrom(attributes.color ?? ''));
        break;
      case 'object':
        startObject(attributes);
        break;
      case 'vertex':
        places += 1;
        if (places > limits.triangles * 3) throw refused('tooManyEntities', { most: limits.triangles * 3 });
        object?.positions.push(numberOf(attributes.x), numberOf(attributes.y), numberOf(attributes.z));
        break;
      case 'triangle':
        if (object) triangle(attributes, object);
        break;
      case 'beam':
        part.beams += 1;
        break;
      case 'texture2dgroup':
        part.hasPictures = true;
        break;
      case 'slicestack':
        part.hasSlices = true;
        break;
      case 'component':
        object?.components.push(componentFrom(attributes));
        break;
      case 'item':
        part.items.push(componentFrom(attributes));
        break;
    }
  };
  const close = (name: string): void => {
    if (name === 'object') object = null;
    else if (name === 'basematerials' || name === 'colorgroup') group = null;
  };
  return { part, handlers: { open, close } };
}

/** Colours of triangles as one number: the group's place among all, and the colour's within it. */
const IN_GROUP = 65_536;

function shadeNumber({ order }: ModelPart3mf, group: string, index: number | null): number {
  const at = order.get(group) ?? -1;
  return at < 0 || at > 30_000 || index === null || index >= IN_GROUP ? -1 : at * IN_GROUP + index;
}

/** The colour behind a number that a triangle has. */
export function shadeOf({ groups }: ModelPart3mf, number: number): Colour | null {
  return number < 0
    ? null
    : ([...groups.values()][Math.floor(number / IN_GROUP)]?.[number % IN_GROUP] ?? null);
}

const componentFrom = (attributes: Attributes): Component => ({
  object: attributes.objectid ?? '',
  path: attributeOf(attributes, 'path') ?? null,
  matrix: matrixFrom(attributes.transform),
});

/** Twelve numbers: of each row three (3MF multiplies rows), the shift last. */
function matrixFrom(text: string | undefined): readonly number[] {
  const numbers = (text ?? '').trim().split(/\s+/).map(Number);
  if (numbers.length !== 12 || numbers.some((each) => !Number.isFinite(each))) return IDENTITY;
  const [a = 1, b = 0, c = 0, d = 0, e = 1, f = 0, g = 0, h = 0, i = 1, x = 0, y = 0, z = 0] = numbers;
  return [a, b, c, 0, d, e, f, 0, g, h, i, 0, x, y, z, 1];
}

const numberOf = (text: string | undefined): number =>
  text === undefined || text.trim() === '' ? Number.NaN : Number(text);

function wholeIn(text: string | undefined): number | null {
  const value = numberOf(text);
  return Number.isInteger(value) && value >= 0 && value < 2 ** 31 ? value : null;
}
