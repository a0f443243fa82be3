import type { CrossSection, Manifold } from 'manifold-3d';
import type { Solids } from '../../../shared/modules/module.ts';

type Value = number | Value[];

/** Reads the part of the OpenSCAD language that scripts are written in, and makes their solid. */
export function solidOfScript(script: string, solids: Solids): Manifold {
  return new Reader(script, solids).whole();
}

interface Call {
  name: string;
  values: Record<string, Value>;
  children: Call[];
}

class Reader {
  private readonly words: string[];
  private at = 0;
  private readonly constants = new Map<string, number>();
  private readonly modules = new Map<string, Call[]>();
  private readonly solids: Solids;

  constructor(script: string, solids: Solids) {
    this.solids = solids;
    const bare = script.replaceAll(/\/\/.*$/gm, '');
    this.words = bare.match(/[A-Za-z_$][\w$]*|\d+(?:\.\d+)?(?:e-?\d+)?|[^\s]/g) ?? [];
  }

  private next(): string {
    const word = this.words[this.at];
    this.at += 1;
    if (word === undefined) throw new Error('The script ends too early.');
    return word;
  }

  private expect(word: string): void {
    const found = this.next();
    if (found !== word)
      throw new Error(
        `Expected ${word}, found ${found} after ${this.words.slice(this.at - 8, this.at).join(' ')}.`,
      );
  }

  private see(word: string): boolean {
    return this.words[this.at] === word;
  }

  whole(): Manifold {
    const calls: Call[] = [];
    while (this.at < this.words.length) {
      if (this.see('module')) {
        this.next();
        const name = this.next();
        this.expect('(');
        this.expect(')');
        this.modules.set(name, this.block());
      } else if (this.words[this.at + 1] === '=') {
        const name = this.next();
        this.next();
        this.constants.set(name, Number(this.expression()));
        this.expect(';');
      } else calls.push(this.call());
    }
    return this.solids.Manifold.union(calls.map((call) => this.solid(call)));
  }

  private block(): Call[] {
    this.expect('{');
    const calls: Call[] = [];
    while (!this.see('}')) calls.push(this.call());
    this.expect('}');
    return calls;
  }

  private call(): Call {
    const call: Call = { name: this.next(), values: {}, children: [] };
    this.expect('(');
    for (let n = 0; !this.see(')'); n += 1) {
      const named = this.words[this.at + 1] === '=';
      const name = named ? this.next() : String(n);
      if (named) this.next();
      call.values[name] = this.expression();
      if (this.see(',')) this.next();
    }
    this.expect(')');
    if (this.see('{')) call.children = this.block();
    else if (this.see(';')) this.next();
    else call.children = [this.call()];
    return call;
  }

  private expression(): Value {
    let sum = this.product();
    while (this.see('+') || this.see('-')) {
      const sign = this.next() === '+' ? 1 : -1;
      sum = Number(sum) + sign * Number(this.product());
    }
    return sum;
  }

  private product(): Value {
    let product = this.single();
    while (this.see('*') || this.see('/')) {
      const times = this.next() === '*';
      const other = Number(this.single());
      product = times ? Number(product) * other : Number(product) / other;
    }
    return product;
  }

  private single(): Value {
    const word = this.next();
    if (word === '-') return -Number(this.single());
    if (word !== '[') {
      const value = /^\d/.test(word) ? Number(word) : this.constants.get(word);
      if (value === undefined) throw new Error(`Nothing is called ${word}.`);
      return value;
    }
    const list: Value[] = [];
    while (!this.see(']')) {
      list.push(this.expression());
      if (this.see(',')) this.next();
    }
    this.expect(']');
    return list;
  }

  private flat({ name, values, children }: Call): CrossSection {
    const { CrossSection } = this.solids;
    const [first, ...others] = children.map((child) => () => this.flat(child));
    switch (name) {
      case 'circle':
        return CrossSection.circle(Number(values.d) / 2, this.constants.get('$fn'));
      case 'polygon':
        return new CrossSection([points(values[0])], 'EvenOdd');
      case 'translate': {
        const [x = 0, y = 0] = numbers(values[0]);
        if (!first) throw new Error('Nothing is moved.');
        return first().translate(x, y);
      }
      case 'difference':
        return CrossSection.difference([first, ...others].flatMap((each) => (each ? [each()] : [])));
      default:
        throw new Error(`No flat thing is called ${name}.`);
    }
  }

  private solid({ name, values, children }: Call): Manifold {
    const { Manifold } = this.solids;
    const [only] = children;
    switch (name) {
      case 'linear_extrude':
        if (!only) throw new Error('Nothing is extruded.');
        return this.flat(only).extrude(Number(values.height));
      case 'rotate_extrude':
        if (!only) throw new Error('Nothing is turned.');
        return Manifold.revolve(this.flat(only), this.constants.get('$fn'));
      case 'multmatrix': {
        const [a = [], b = [], c = []] = (Array.isArray(values[0]) ? values[0] : []).map(numbers);
        const columns = [0, 1, 2, 3].flatMap((n) => [a[n] ?? 0, b[n] ?? 0, c[n] ?? 0, n === 3 ? 1 : 0]);
        const [
          m0 = 0,
          m1 = 0,
          m2 = 0,
          m3 = 0,
          m4 = 0,
          m5 = 0,
          m6 = 0,
          m7 = 0,
          m8 = 0,
          m9 = 0,
          m10 = 0,
          m11 = 0,
          m12 = 0,
          m13 = 0,
          m14 = 0,
          m15 = 0,
        ] = columns;
        if (!only) throw new Error('Nothing is placed.');
        return this.solid(only).transform([
          m0,
          m1,
          m2,
          m3,
          m4,
          m5,
          m6,
          m7,
          m8,
          m9,
          m10,
          m11,
          m12,
          m13,
          m14,
          m15,
        ]);
      }
      case 'union':
        return Manifold.union(children.map((child) => this.solid(child)));
      case 'difference':
        return Manifold.difference(children.map((child) => this.solid(child)));
      default: {
        const made = this.modules.get(name);
        if (!made) throw new Error(`No solid is called ${name}.`);
        return Manifold.union(made.map((child) => this.solid(child)));
      }
    }
  }
}

const numbers = (value: Value | undefined): number[] => (Array.isArray(value) ? value.map(Number) : []);
const points = (value: Value | undefined): [number, number][] =>
  (Array.isArray(value) ? value : []).map((point) => {
    const [x = 0, y = 0] = numbers(point);
    return [x, y];
  });
