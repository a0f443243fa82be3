import { plainWords } from '../stock/materials.ts';

/** Kinds of part that are told by their sizes, by words of both languages; phrases stand before their single words. */
const KINDS = [
  ['threadedRod', /\b(?:threaded rods?|all-?thread|varillas? roscadas?)\b/],
  ['flatBar', /\b(?:flat bars?|pletinas?|barras? planas?)\b/],
  ['roundBar', /\b(?:round bars?|barras? redondas?|redondos?)\b/],
  ['hose', /\b(?:hoses?|mangueras?)\b/],
  ['cylinder', /\b(?:cylinders?|cilindros?)\b/],
  ['bolt', /\b(?:bolts?|screws?|pernos?|tornillos?)\b/],
  ['nut', /\b(?:nuts?|tuercas?)\b/],
  ['washer', /\b(?:washers?|arandelas?)\b/],
  ['bearing', /\b(?:bearings?|rodamientos?|cojinetes?)\b/],
  ['angle', /\b(?:angle(?: iron)?|angulo|angular)\b/],
  ['tubeEnd', /\b(?:tubes?|tubing|tubos?)\b/],
  ['plate', /\b(?:plates?|sheets?|placas?|chapas?|planchas?)\b/],
  ['shaft', /\b(?:shafts?|axles?|ejes?)\b/],
  ['rodPair', /\b(?:rods?|varillas?)\b/],
] as const;
export type SizedKind = (typeof KINDS)[number][0];

/** What words say of the sizes of a part. Millimetres. */
export interface Sized {
  kind: SizedKind;
  /** Thread, bore, diameter, thickness; of profiles all sizes of the section, the largest first. Empty: nothing says it. */
  across: readonly number[];
  length: number | null;
  /** The number by which a bearing is ordered: `6204`. */
  code: string | null;
  /** Of what, of which shape and how strong, where it is said: no two of one family may differ. */
  said: ReadonlyMap<string, string>;
}

/** Words that must not contradict each other, by family; the same word in each language. */
const FAMILIES: readonly [family: string, words: readonly [said: string, pattern: RegExp][]][] = [
  [
    'material',
    [
      ['stainless', /\b(?:stainless|inox\w*)\b/],
      ['steel', /\b(?:steel|acero|a36|a500|1045)\b/],
      ['aluminium', /\b(?:alumini?um|aluminio|6061)\b/],
      ['brass', /\b(?:brass|laton)\b/],
      ['copper', /\b(?:copper|cobre)\b/],
      ['plastic', /\b(?:nylon|pvc|petg|plastic\w*)\b/],
      ['wood', /\b(?:wood\w*|plywood|madera|contrachapado)\b/],
    ],
  ],
  [
    'shape',
    [
      ['square', /\b(?:square|cuadrad[oa]s?)\b/],
      ['round', /\b(?:round|redond[oa]s?)\b/],
      ['rectangular', /\brectangular(?:es)?\b/],
    ],
  ],
  [
    'head',
    [
      ['socket', /\b(?:socket|allen)\b/],
      ['hex', /\bhex\w*/],
      ['carriage', /\bcarriage\b/],
      ['countersunk', /\b(?:countersunk|avellanad[oa]s?)\b/],
    ],
  ],
];
const GRADE = /\b(?:grade ?(\d+(?:\.\d+)?)|((?:4|5|6|8|10|12)\.[689])(?! ?(?:mm|cm|in)\b))\b/;

/** What follows tells of something else: `for a pin of 1 in`, `with nut`. */
const BESIDES = /\b(?:with|for|con|para)\b.*$/;
const NUMBER = String.raw`(?:\d+ )?\d+/\d+|\d+(?:\.\d+)?`;
const SIZES = new RegExp(
  String.raw`(?<![\w./])(m)?((?:${NUMBER})(?:x(?:${NUMBER}))*)(?: ?(mm|cm|in)\b)?`,
  'g',
);
const BEARING_CODE = /\b(6[0-4]\d\d|uc[a-z]{0,2}\d{3})\b/;
const IN_MILLIMETRES: Record<string, number> = { mm: 1, cm: 10, in: 25.4 };

function numberFrom(text: string): number {
  const [, whole = '0', above, below] = /^(?:(\d+) )?(\d+)\/(\d+)$/.exec(text) ?? [];
  return above === undefined ? Number(text) : Number(whole) + Number(above) / Number(below);
}

/** Sizes as they stand together: `m8x30` is one group of two. A bare number says nothing. */
function groupsIn(plain: string): number[][] {
  return [...plain.matchAll(SIZES)].flatMap(([, thread, numbers = '', unit]) => {
    const inBase = IN_MILLIMETRES[unit ?? (thread ? 'mm' : '')];
    if (inBase === undefined) return [];
    const read = numbers.split('x').map((one) => Math.round(numberFrom(one) * inBase * 1e4) / 1e4);
    return read.every((one) => Number.isFinite(one) && one > 0) ? [read] : [];
  });
}

/** The one kind that words name; null where they name none, or several (a bearing plate). */
function kindIn(plain: string): SizedKind | null {
  let rest = plain.replace(BESIDES, '');
  const found: SizedKind[] = [];
  for (const [kind, pattern] of KINDS) {
    const without = rest.replace(pattern, ' ');
    if (without !== rest) found.push(kind);
    rest = without;
  }
  const [kind] = found;
  return found.length === 1 ? (kind ?? null) : null;
}

function saidIn(plain: string): Map<string, string> {
  const said = new Map<string, string>();
  for (const [family, words] of FAMILIES) {
    const word = words.find(([, pattern]) => pattern.test(plain));
    if (word) said.set(family, word[0]);
  }
  const grade = GRADE.exec(plain);
  if (grade) said.set('grade', grade[1] ?? grade[2] ?? '');
  return said;
}

const SECTIONS: ReadonlySet<SizedKind> = new Set(['angle', 'tubeEnd', 'flatBar']);
const largestFirst = (one: number, other: number) => other - one;

function read(name: string, specification: string): Sized | null {
  const [called, ordered] = [plainWords(name), plainWords(specification)];
  // What stands behind a comma is about its sizes: `Flange bearing, 1.25 in, 4 bolts`.
  const [noun = ''] = name.split(',');
  const kind = kindIn(plainWords(noun)) ?? kindIn(called) ?? kindIn(ordered);
  if (kind === null) return null;
  const all = `${called.replace(BESIDES, '')} ${ordered}`.replace(GRADE, ' ');
  const [first = [], second = []] = groupsIn(all);
  const code = kind === 'bearing' ? (BEARING_CODE.exec(all)?.[1] ?? null) : null;
  const rest = { kind, code, said: saidIn(`${called} ${ordered}`) };
  if (SECTIONS.has(kind)) {
    return { ...rest, across: first.toSorted(largestFirst), length: second[0] ?? null };
  }
  if (kind === 'plate') {
    return { ...rest, across: first.length > 0 ? [Math.min(...first)] : [], length: null };
  }
  return { ...rest, across: first.slice(0, 1), length: first[1] ?? second[0] ?? null };
}

/** The same words are read again at every plan. */
const known = new Map<string, Sized | null>();
const MOST_KNOWN = 20_000;

/** What the name and the specification of a part say of its sizes; null where they name no kind that is told by them. */
export function sizedFrom(name: string, specification: string): Sized | null {
  const key = `${name}\n${specification}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const sized = read(name, specification);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, sized);
  return sized;
}

/** How well something fits a line by its sizes; null: it does not. */
export type SizeFit = 'sameSize' | 'partlyKnown' | 'unknownSize' | null;

/** Sizes of a section, a plate or a bore, and of threads, where 5/16 in is not M8. */
const SAME = 0.15;
const SAME_THREAD = 0.02;
const SAME_LENGTH = 0.5;
const THREADED: ReadonlySet<SizedKind> = new Set(['bolt', 'nut', 'washer', 'threadedRod']);
/** Kinds of which the sizes that words tell do not tell all: what a hose bears, how far a cylinder goes. */
const NEVER_WHOLE: ReadonlySet<SizedKind> = new Set(['hose', 'cylinder', 'bearing', 'plate']);

/** How many sizes a section needs to be known: a tube its side and its wall. */
const needed = (kind: SizedKind): number => (SECTIONS.has(kind) ? 2 : 1);

/**
 * Whether a part of these words is what a line asks for, as far as the words of both say.
 * @param byArea it is measured by area: a plate of the same thickness is the same plate
 */
export function sizeFit(asked: Sized, other: Sized, byArea = false): SizeFit {
  if (asked.kind !== other.kind || contradicts(asked, other)) return null;
  if (asked.code !== null && other.code !== null) return asked.code === other.code ? 'sameSize' : null;
  if (asked.across.length === 0) return null;
  if (other.across.length === 0) return 'unknownSize';
  const tolerance = THREADED.has(asked.kind) ? SAME_THREAD : SAME;
  const isOther = (size: number, place: number) =>
    other.across[place] !== undefined && Math.abs(other.across[place] - size) > tolerance;
  if (asked.across.some(isOther)) return null;
  const isBolt = asked.kind === 'bolt';
  if (isBolt && asked.length !== null && other.length !== null) {
    if (Math.abs(asked.length - other.length) > SAME_LENGTH) return null;
  }
  const isWhole =
    asked.across.length === other.across.length &&
    asked.across.length >= needed(asked.kind) &&
    (!isBolt || (asked.length !== null && other.length !== null)) &&
    (!NEVER_WHOLE.has(asked.kind) || (asked.kind === 'plate' && byArea));
  return isWhole ? 'sameSize' : 'partlyKnown';
}

const contradicts = ({ said }: Sized, other: Sized): boolean =>
  [...said].some(([family, word]) => (other.said.get(family) ?? word) !== word);
