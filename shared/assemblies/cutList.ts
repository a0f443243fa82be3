import type { PartLine } from '../designs/partLines.ts';
import type { AssemblySources } from './assembly.ts';

/** Equal pieces that are cut off one stock. */
export interface Cut {
  /** Millimetres. */
  length: number;
  count: number;
  /** What they are called, each name once. */
  names: readonly string[];
}

/** Bars that are cut alike. */
export interface CutBar {
  count: number;
  /** Millimetres, the longest first. */
  pieces: readonly number[];
  /** What is left of each, millimetres. */
  offcut: number;
}

/** Everything that is cut off one stock. */
export interface CutStock {
  stock: string;
  /** What the blade takes with each cut. */
  kerf: number;
  /** The longest first. */
  cuts: readonly Cut[];
  pieces: number;
  /** Of all pieces, without what the saw takes. */
  length: number;
  /** Length of the bars it is cut from. */
  bar: number;
  /** How pieces are laid on bars; null: they are too many to say. */
  bars: readonly CutBar[] | null;
  /** Lengths that no bar has. */
  tooLong: readonly number[];
}

export interface CutOptions {
  /** Bars as they are sold, millimetres, where `bars` says nothing else. */
  bar: number;
  /** By stock. */
  bars: Readonly<Record<string, number>>;
  /** Where the lists of pinned designs are found; without them only this list counts. */
  sources: AssemblySources | null;
}

/** A bar as sold: 6 m. */
const USUAL: CutOptions = { bar: 6000, bars: {}, sources: null };
/** Lines that are looked at through all levels, and pieces that are laid on bars, at most. */
const MOST_LINES = 200_000;
const MOST_LAID = 5000;
const MOST_LEVELS = 30;

/** What is cut for one whole, by stock, and how it is laid on bars: the longest first, each where it first fits. */
export function cutListOf(lines: readonly PartLine[], options: Partial<CutOptions> = {}): CutStock[] {
  const { bar, bars, sources } = { ...USUAL, ...options };
  const stocks = new Map<
    string,
    { kerf: number; cuts: Map<number, { count: number; names: Set<string> }> }
  >();
  eachLine(lines, sources, ({ name, cut, unit }, quantity) => {
    if (cut === null || !(unit === 'piece' || unit === 'pair' || unit === 'set')) return;
    const stock = stocks.get(cut.stock) ?? { kerf: 0, cuts: new Map() };
    stocks.set(cut.stock, stock);
    stock.kerf = Math.max(stock.kerf, cut.kerf);
    const length = Math.round(cut.length * 100) / 100;
    const same = stock.cuts.get(length) ?? { count: 0, names: new Set() };
    stock.cuts.set(length, same);
    same.count += quantity * (unit === 'pair' ? 2 : 1);
    same.names.add(name);
  });
  return [...stocks]
    .map(([stock, { kerf, cuts }]): CutStock => {
      const sorted = [...cuts]
        .map(([length, { count, names }]) => ({ length, count: Math.ceil(count - 1e-9), names: [...names] }))
        .toSorted((one, other) => other.length - one.length);
      const asked = Object.hasOwn(bars, stock) ? bars[stock] : bar;
      const long = asked !== undefined && Number.isFinite(asked) && asked > 0 ? asked : USUAL.bar;
      return {
        stock,
        kerf,
        cuts: sorted,
        pieces: sorted.reduce((sum, { count }) => sum + count, 0),
        length: hundredths(sorted.reduce((sum, { length, count }) => sum + length * count, 0)),
        bar: long,
        ...laid(sorted, kerf, long),
      };
    })
    .toSorted((one, other) => (one.stock < other.stock ? -1 : 1));
}

const hundredths = (value: number): number => Math.round(value * 100) / 100;

function laid(cuts: readonly Cut[], kerf: number, bar: number): Pick<CutStock, 'bars' | 'tooLong'> {
  const tooLong = cuts.filter(({ length }) => length > bar).map(({ length }) => length);
  const fitting = cuts.filter(({ length }) => length <= bar);
  if (fitting.reduce((sum, { count }) => sum + count, 0) > MOST_LAID) return { bars: null, tooLong };
  const open: { pieces: number[]; left: number }[] = [];
  for (const { length, count } of fitting) {
    let first = 0;
    for (let piece = 0; piece < count; piece += 1) {
      // Equal pieces: what had no room for the one before has none for this one.
      while (first < open.length && (open[first]?.left ?? 0) < length) first += 1;
      const on = open[first] ?? { pieces: [], left: bar };
      if (first === open.length) open.push(on);
      on.pieces.push(length);
      on.left = Math.max(0, on.left - length - kerf);
    }
  }
  const alike = Map.groupBy(open, ({ pieces }) => pieces.join(' '));
  const bars = [...alike.values()].flatMap((same): CutBar[] => {
    const [first] = same;
    return first ? [{ count: same.length, pieces: first.pieces, offcut: hundredths(first.left) }] : [];
  });
  return { bars, tooLong };
}

/** Far more than anybody cuts, and still a number that can be written when such are multiplied. */
const MOST_COUNT = 1e100;

/** Each line with how many of it are in one whole: through the list's own levels and those of pinned designs. */
function eachLine(
  lines: readonly PartLine[],
  sources: AssemblySources | null,
  visit: (line: PartLine, quantity: number) => void,
): void {
  let seen = 0;
  const list = (of: readonly PartLine[], times: number, way: readonly string[]) => {
    const ids = new Set(of.map(({ id }) => id));
    const below = Map.groupBy(of, ({ parent }) => (parent !== null && ids.has(parent) ? parent : null));
    const open = (below.get(null) ?? []).map((line) => ({
      line,
      quantity: Math.min(MOST_COUNT, times * line.quantity),
      level: 0,
    }));
    for (let each = open.pop(); each; each = open.pop()) {
      seen += 1;
      if (seen > MOST_LINES) return;
      const { line, quantity, level } = each;
      visit(line, quantity);
      for (const child of level < MOST_LEVELS ? (below.get(line.id) ?? []) : []) {
        open.push({
          line: child,
          quantity: Math.min(MOST_COUNT, quantity * child.quantity),
          level: level + 1,
        });
      }
      const pin = line.of && sources ? `${line.of.designId}/${line.of.revision}` : null;
      if (line.of === null || pin === null || way.includes(pin) || way.length >= MOST_LEVELS) continue;
      const content = sources?.designOf(line.of);
      if (content) list(content.parts, quantity, [...way, pin]);
    }
  };
  list(lines, 1, []);
}
