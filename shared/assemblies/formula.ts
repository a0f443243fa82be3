import { unitFrom } from '../designs/quantities.ts';
import { UNITS } from '../designs/units.ts';
import type { NameTable } from './nameTable.ts';
import type { FormulaFault } from './problems.ts';

/** Characters of one formula, at most: with that, nothing below can go deep or take long. */
export const MOST_CHARACTERS = 200;

/** What a formula refers to: a parameter of the design, or (`left tube.length`) one of an instance. */
export interface Named {
  /** Its id; null: the design itself, or the instance that the formula stands on. */
  instance: string | null;
  parameter: string;
}

const RADIAN = Math.PI / 180;
const FUNCTIONS = {
  min: (numbers: readonly number[]) => Math.min(...numbers),
  max: (numbers: readonly number[]) => Math.max(...numbers),
  /** To whole ones, or to whole multiples of a second number. */
  round: ([number = Number.NaN, step = 1]: readonly number[]) => Math.round(number / step) * step,
  floor: ([number = Number.NaN, step = 1]: readonly number[]) => Math.floor(number / step) * step,
  ceil: ([number = Number.NaN, step = 1]: readonly number[]) => Math.ceil(number / step) * step,
  abs: ([number = Number.NaN]: readonly number[]) => Math.abs(number),
  sqrt: ([number = Number.NaN]: readonly number[]) => Math.sqrt(number),
  /** Turns are in degrees. */
  sin: ([degrees = Number.NaN]: readonly number[]) => Math.sin(degrees * RADIAN),
  cos: ([degrees = Number.NaN]: readonly number[]) => Math.cos(degrees * RADIAN),
  /** Of the direction that goes so far up and so far along. */
  atan2: ([up = Number.NaN, along = Number.NaN]: readonly number[]) => Math.atan2(up, along) / RADIAN,
} as const;
type FunctionName = keyof typeof FUNCTIONS;
const isFunction = (word: string): word is FunctionName => Object.hasOwn(FUNCTIONS, word);

type Operator = '+' | '-' | '*' | '/';
type Term =
  | { is: 'number'; value: number }
  | { is: 'name'; named: Named; written: string }
  | { is: 'negative'; of: Term }
  | { is: 'operation'; operator: Operator; left: Term; right: Term }
  | { is: 'call'; name: FunctionName; of: readonly Term[] };

export interface Formula {
  term: Term;
  /** Everything that it refers to. */
  names: readonly Named[];
}

/** What a formula may name. */
export interface NamesKnown {
  own: NameTable;
  instances: NameTable;
  /** The parameters of one instance, by its id. */
  parametersOf(instance: string): NameTable;
}

export type ReadFormula = { formula: Formula } | { fault: FormulaFault };

class Unreadable extends Error {
  readonly fault: FormulaFault;
  constructor(fault: FormulaFault) {
    super(fault.is);
    this.fault = fault;
  }
}

/**
 * Reads `=width - 2 * (tube.wall + 3/16 in)`, with or without the equals sign: numbers (with a unit of length they are
 * millimetres afterwards), + − * / and parentheses, `min max round floor ceil abs sqrt`, `sin cos atan2` in
 * degrees, and names. Names may hold blanks and hyphens, as they are known.
 */
export function readFormula(written: string, known: NamesKnown): ReadFormula {
  if (written.length > MOST_CHARACTERS) return { fault: { is: 'tooLong' } };
  try {
    const reader = new Reader(written, known);
    return { formula: { term: reader.whole(), names: reader.names } };
  } catch (error) {
    if (error instanceof Unreadable) return { fault: error.fault };
    throw error;
  }
}

const WORD = /[\p{L}_][\p{L}\p{N}_]*/uy;
const UNKNOWN =
  /(?=[\p{N}_-]*\p{L})[\p{L}\p{N}_][\p{L}\p{N}_-]*(?:(?:\s+|\.)[\p{L}\p{N}_-]*\p{L}[\p{L}\p{N}_-]*)*/uy;
const MIXED = /(?:(\d{1,9})\s+)?(\d{1,9})\s*[/⁄]\s*(\d{1,9})(?![\d.])/y;
const DECIMAL = /(?:\d{1,15}(?:\.\d{1,15})?|\.\d{1,15})(?:e[+-]?\d{1,3}(?![\p{L}\p{N}]))?(?![\d.])/uy;
/** Between the arguments of a function a comma parts them. */
const WITH_COMMA = /\d{1,15},\d{1,15}(?![\d.,])/y;
const UNIT = /\s*(\p{L}+|["”″'’′])(?![\p{L}\p{N}_])/uy;

class Reader {
  readonly names: Named[] = [];
  readonly #text: string;
  readonly #known: NamesKnown;
  #at: number;
  /** Within how many calls of functions. */
  #calls = 0;

  constructor(text: string, known: NamesKnown) {
    this.#text = text;
    this.#known = known;
    this.#at = /^\s*=?/.exec(text)?.[0].length ?? 0;
  }

  whole(): Term {
    const term = this.#sum();
    this.#blanks();
    if (this.#at < this.#text.length) this.#fail();
    return term;
  }

  #fail(): never {
    throw new Unreadable({ is: 'unreadable', at: this.#at });
  }

  #blanks(): void {
    while (/\s/.test(this.#text.charAt(this.#at))) this.#at += 1;
  }

  /** What a pattern finds right here; then it is behind us. */
  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found) this.#at += found[0].length;
    return found;
  }

  #operator(signs: ReadonlyMap<string, Operator>): Operator | null {
    this.#blanks();
    const operator = signs.get(this.#text.charAt(this.#at)) ?? null;
    if (operator !== null) this.#at += 1;
    return operator;
  }

  #sum(): Term {
    let left = this.#product();
    for (let operator = this.#operator(SUMS); operator; operator = this.#operator(SUMS)) {
      left = { is: 'operation', operator, left, right: this.#product() };
    }
    return left;
  }

  #product(): Term {
    let left = this.#single();
    for (let operator = this.#operator(PRODUCTS); operator; operator = this.#operator(PRODUCTS)) {
      left = { is: 'operation', operator, left, right: this.#single() };
    }
    return left;
  }

  #single(): Term {
    const sign = this.#operator(SUMS);
    if (sign !== null) {
      const of = this.#single();
      return sign === '-' ? { is: 'negative', of } : of;
    }
    if (this.#text.charAt(this.#at) === '(') {
      this.#at += 1;
      const inner = this.#sum();
      this.#close();
      return inner;
    }
    return this.#name() ?? this.#measure() ?? this.#call() ?? this.#unknown();
  }

  #close(): void {
    this.#blanks();
    if (this.#text.charAt(this.#at) !== ')') this.#fail();
    this.#at += 1;
  }

  #name(): Term | null {
    const from = this.#at;
    const instance = this.#known.instances.at(this.#text, from);
    if (instance && this.#text.charAt(instance.end) === '.') {
      const parameter = this.#known.parametersOf(instance.key).at(this.#text, instance.end + 1);
      if (parameter) return this.#named({ instance: instance.key, parameter: parameter.key }, parameter.end);
      const rest = /^[\p{L}\p{N}_-]*/u.exec(this.#text.slice(instance.end + 1))?.[0] ?? '';
      throw new Unreadable({ is: 'unknownName', named: `${this.#text.slice(from, instance.end)}.${rest}` });
    }
    const own = this.#known.own.at(this.#text, from);
    return own && this.#named({ instance: null, parameter: own.key }, own.end);
  }

  #named(named: Named, end: number): Term {
    const written = this.#text.slice(this.#at, end);
    this.#at = end;
    this.names.push(named);
    return { is: 'name', named, written };
  }

  /** A number, with its unit; `5' 3 1/2"` is one. */
  #measure(): Term | null {
    const first = this.#number();
    if (first === null) return null;
    const unit = this.#unit();
    if (unit !== FOOT) return { is: 'number', value: first * (unit ?? 1) };
    this.#blanks();
    const inches = this.#number();
    return {
      is: 'number',
      value: first * FOOT + (inches ?? 0) * (inches === null ? 0 : (this.#unit() ?? INCH)),
    };
  }

  #number(): number | null {
    const fraction = this.#take(MIXED);
    if (fraction) return Number(fraction[1] ?? 0) + Number(fraction[2]) / Number(fraction[3]);
    const comma = this.#calls === 0 ? this.#take(WITH_COMMA) : null;
    if (comma) return Number(comma[0].replace(',', '.'));
    const decimal = this.#take(DECIMAL);
    return decimal && Number(decimal[0]);
  }

  /** How many millimetres one of the unit is that stands here. */
  #unit(): number | null {
    const from = this.#at;
    const word = this.#take(UNIT)?.[1];
    const unit = word === undefined ? null : unitFrom(word);
    if (unit && UNITS[unit.unit].measures === 'length') return UNITS[unit.unit].inBase * unit.times;
    this.#at = from;
    return null;
  }

  #call(): Term | null {
    const from = this.#at;
    const word = this.#take(WORD)?.[0] ?? '';
    this.#blanks();
    if (this.#text.charAt(this.#at) !== '(') {
      this.#at = from;
      return null;
    }
    if (!isFunction(word)) throw new Unreadable({ is: 'unknownName', named: word });
    this.#at += 1;
    this.#calls += 1;
    const of = [this.#sum()];
    for (this.#blanks(); /[,;]/.test(this.#text.charAt(this.#at)); this.#blanks()) {
      this.#at += 1;
      of.push(this.#sum());
    }
    this.#calls -= 1;
    this.#close();
    return { is: 'call', name: word, of };
  }

  /** A plain word may be a parameter of the instance itself: that shows when it is reckoned. */
  #unknown(): Term {
    const from = this.#at;
    const written = this.#take(UNKNOWN)?.[0];
    if (written === undefined) this.#fail();
    this.#at = from;
    const word = this.#take(WORD)?.[0];
    if (word === undefined || /[.\s]/.test(written)) {
      throw new Unreadable({ is: 'unknownName', named: written });
    }
    this.#at = from;
    return this.#named({ instance: null, parameter: word }, from + word.length);
  }
}

const SUMS = new Map<string, Operator>([
  ['+', '+'],
  ['-', '-'],
  ['−', '-'],
]);
const PRODUCTS = new Map<string, Operator>([
  ['*', '*'],
  ['×', '*'],
  ['·', '*'],
  ['/', '/'],
  ['÷', '/'],
]);
const INCH = UNITS.in.inBase;
const FOOT = UNITS.ft.inBase;

/**
 * What a formula comes to: a finite number, or the words that the one thing it names has.
 * @param lookUp undefined: there is no such parameter.
 */
export function reckon(
  { term }: Formula,
  lookUp: (named: Named) => number | string | undefined,
): { value: number | string } | { fault: FormulaFault } {
  const numberOf = (each: Term): number => {
    switch (each.is) {
      case 'number':
        return each.value;
      case 'name': {
        const value = lookUp(each.named);
        if (value === undefined) throw new Unreadable({ is: 'unknownName', named: each.written });
        const number = typeof value === 'number' ? value : Number(value.trim() === '' ? Number.NaN : value);
        if (!Number.isFinite(number)) throw new Unreadable({ is: 'notANumber' });
        return number;
      }
      case 'negative':
        return -numberOf(each.of);
      case 'operation':
        return operated(each.operator, numberOf(each.left), numberOf(each.right));
      case 'call':
        return FUNCTIONS[each.name](each.of.map(numberOf));
    }
  };
  try {
    if (term.is === 'name') {
      const value = lookUp(term.named);
      if (typeof value === 'string') return { value };
    }
    const value = tidy(numberOf(term));
    return Number.isFinite(value) ? { value } : { fault: { is: 'notANumber' } };
  } catch (error) {
    if (error instanceof Unreadable) return { fault: error.fault };
    throw error;
  }
}

function operated(operator: Operator, left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
  }
}

/** Without the crumbs that binary fractions leave: 12 significant digits. */
const tidy = (value: number): number => Number(value.toPrecision(12));
