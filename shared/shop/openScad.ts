import type { Module } from '../modules/module.ts';
import type { Outline, Shape } from '../modules/solids/shapes.ts';
import type { Placement } from '../modules/vectors.ts';
import { type Followed, type FollowedPieces, followedPieces } from './followed.ts';

type Values = Parameters<Module['pieces']>[0];

/** A name that the language takes: letters, digits and underscores; none of its own words. */
const identifier = (name: string): string => {
  const plain = name.replaceAll(/[^A-Za-z0-9_]/g, '_').replace(/^(?=\d)/, '_');
  return OWN_WORDS.has(plain) ? `${plain}_` : plain;
};
const OWN_WORDS = new Set([
  'module',
  'function',
  'for',
  'if',
  'else',
  'let',
  'use',
  'include',
  'true',
  'false',
  'undef',
]);

const number = (value: number): string => String(Math.round(value * 1e9) / 1e9 + 0);

/** `outer / 2 + 1`. */
function expression({ constant, factors }: Followed): string {
  const terms = factors.map(({ parameter, factor }): [sign: string, term: string] => {
    const size = Math.abs(factor);
    const name = identifier(parameter);
    const inverse = Math.round(1 / size);
    const divided = size < 1 && Math.abs(1 / size - inverse) < 1e-9;
    const term = size === 1 ? name : divided ? `${name} / ${inverse}` : `${number(size)} * ${name}`;
    return [factor < 0 ? '-' : '+', term];
  });
  if (constant !== 0 || terms.length === 0)
    terms.push([constant < 0 ? '-' : '+', number(Math.abs(constant))]);
  return terms
    .map(([sign, term], n) => (n === 0 ? `${sign === '-' ? '-' : ''}${term}` : ` ${sign} ${term}`))
    .join('');
}

/** Writes shapes; takes what each number follows from in the order in which the numbers stand in them. */
class Script {
  readonly lines: string[] = [];
  private readonly numbers: readonly Followed[];
  private at = 0;

  constructor({ numbers }: FollowedPieces) {
    this.numbers = numbers;
  }

  next(): string {
    const followed = this.numbers[this.at];
    this.at += 1;
    return followed ? expression(followed) : '0';
  }

  /** Numbers come in the order of keys: as the outline's makers write them. */
  private outline(outline: Outline, depth: number): void {
    const values = orderedKeys(outline, (key) => key === 'diameter' || key === 'middle' || key === 'corners');
    let diameter = '';
    let points: string[] = [];
    for (const key of values) {
      if (key === 'diameter') diameter = this.next();
      else if (key === 'middle') points = [this.point()];
      else if (outline.kind === 'polygon') points = outline.corners.map(() => this.point());
    }
    if (outline.kind === 'circle')
      this.line(depth, `translate(${points[0] ?? '[0, 0]'}) circle(d = ${diameter});`);
    else this.line(depth, `polygon([${points.join(', ')}]);`);
  }

  private point(): string {
    return `[${this.next()}, ${this.next()}]`;
  }

  line(depth: number, words: string): void {
    this.lines.push(`${'  '.repeat(depth)}${words}`);
  }

  shape(shape: Shape, depth: number): void {
    switch (shape.kind) {
      case 'prism':
        this.prism(shape, depth);
        break;
      case 'turned': {
        const points = shape.profile.map(() => this.point());
        this.line(depth, `rotate_extrude() polygon([${points.join(', ')}]);`);
        break;
      }
      case 'joined':
        this.group('union()', shape.of, depth);
        break;
      case 'cut':
        this.group('difference()', [shape.from, ...shape.by], depth);
        break;
      case 'placed':
        this.placed(shape, depth);
    }
  }

  private group(name: string, of: readonly Shape[], depth: number): void {
    this.line(depth, `${name} {`);
    for (const each of of) this.shape(each, depth + 1);
    this.line(depth, '}');
  }

  private prism(shape: Extract<Shape, { kind: 'prism' }>, depth: number): void {
    // The height may come before or after the lines in the shape, but is written first.
    const at = this.lines.length;
    let height = '';
    for (const key of orderedKeys(shape, () => true)) {
      if (key === 'height') height = this.next();
      else if (key === 'outline') this.outline(shape.outline, depth + (shape.openings.length > 0 ? 2 : 1));
      else if (key === 'openings') for (const each of shape.openings) this.outline(each, depth + 2);
    }
    const body = this.lines.splice(at);
    this.line(depth, `linear_extrude(height = ${height})`);
    if (shape.openings.length > 0)
      this.lines.push(`${'  '.repeat(depth + 1)}difference() {`, ...body, `${'  '.repeat(depth + 1)}}`);
    else this.lines.push(...body);
  }

  private placed(shape: Extract<Shape, { kind: 'placed' }>, depth: number): void {
    const at = this.lines.length;
    let matrix = '';
    for (const key of orderedKeys(shape, () => true)) {
      if (key === 'at') matrix = this.matrix(shape.at);
      else if (key === 'shape') this.shape(shape.shape, depth + 1);
    }
    const body = this.lines.splice(at);
    this.line(depth, `multmatrix(${matrix})`);
    this.lines.push(...body);
  }

  matrix(at: Placement): string {
    const told: Record<string, string[]> = {};
    for (const key of Object.keys(at)) told[key] = [this.next(), this.next(), this.next()];
    const { x, z } = at;
    const y = [z[1] * x[2] - z[2] * x[1], z[2] * x[0] - z[0] * x[2], z[0] * x[1] - z[1] * x[0]];
    const rows = [0, 1, 2].map(
      (axis) => `[${told.x?.[axis]}, ${number(y[axis] ?? 0)}, ${told.z?.[axis]}, ${told.origin?.[axis]}]`,
    );
    return `[${rows.join(', ')}]`;
  }
}

/** Keys of an object that hold numbers somewhere, in their own order. */
const orderedKeys = (value: object, wanted: (key: string) => boolean): string[] =>
  Object.keys(value).filter((key) => key !== 'kind' && wanted(key));

/** A line that cannot end the comment it stands in. */
const comment = (words: string): string => `// ${words.replaceAll(/\s+/g, ' ')}`;

function parameterLines(module: Module, values: Values, free: readonly string[]): string[] {
  return Object.entries(module.parameters).map(([name, parameter]) => {
    const value = values[name] ?? parameter.usual;
    if (!free.includes(name)) {
      return comment(`${name} = ${typeof value === 'number' ? number(value) : value}: fixed in this script`);
    }
    const limits =
      parameter.kind === 'choice' ? '' : ` // ${number(parameter.least)} to ${number(parameter.most)} mm`;
    return `${identifier(name)} = ${number(Number(value))};${limits}`;
  });
}

/**
 * An OpenSCAD script that makes the solids of a module: its lengths are constants at the top, and what follows from them
 * evenly is written so. What changes the number of holes or the kind of shape is fixed, and said to be.
 */
export function openScad(module: Module, values: Values): string {
  const followed = followedPieces(module, values);
  const script = new Script(followed);
  const calls: string[] = [];
  for (const { id, name, shape, places } of followed.pieces) {
    script.line(0, comment(name));
    script.line(0, `module ${identifier(id)}() {`);
    script.shape(shape, 1);
    script.line(0, '}');
    for (const place of places) calls.push(`multmatrix(${script.matrix(place)}) ${identifier(id)}();`);
    script.line(0, '');
  }
  return [
    comment(`${module.name}, from Commonwright. Millimetres; z is up.`),
    ...parameterLines(module, values, followed.free),
    comment('How many holes there are does not follow from these: for another number, make the script anew.'),
    '$fn = 96;',
    '',
    ...module.sources.map((source) => comment(source)),
    '',
    ...script.lines,
    ...calls,
    '',
  ].join('\n');
}
