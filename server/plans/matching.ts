import type { PartLine } from '../../shared/designs/partLines.ts';
import { readQuantity } from '../../shared/designs/quantities.ts';
import { UNITS } from '../../shared/designs/units.ts';
import type { Candidate } from '../items/candidates.ts';
import { plainWords } from '../stock/materials.ts';

/** Millimetres: two sizes closer than this are the same. */
const TOLERANCE = 0.5;

/** Kinds of part that are told by what turns or slides on them, by words of both languages. */
const KINDS = [
  ['shaft', /\b(?:shaft|axle|eje)\b/],
  ['rodPair', /\b(?:rods?|varillas?)\b/],
  ['tubeEnd', /\b(?:tube|tubing|tubo)\b/],
  ['hydraulicPort', /\b(?:hydraulic|hidraulic[oa])\b/],
] as const;

/** What of a line is compared with things. */
export interface LineTraits {
  line: PartLine;
  designs: ReadonlySet<string>;
  words: ReadonlySet<string>;
  kind: (typeof KINDS)[number] | null;
  /** Sizes that its words name, millimetres. */
  sizes: number[];
}

export function traitsOf(line: PartLine): LineTraits {
  const { name, specification, of, alternatives, cut } = line;
  const all = plainWords([name, specification, cut?.stock ?? ''].join(' '));
  const kind = KINDS.find(([, word]) => word.test(all)) ?? null;
  const sizes = [...all.matchAll(/(?:\d+ )?\d+(?:[./]\d+)? ?(?:mm|cm|in)\b/g)].flatMap(([said]) => {
    const read = readQuantity(said);
    if (read === null || read.unit === null || UNITS[read.unit].measures !== 'length') return [];
    return [read.quantity * UNITS[read.unit].inBase];
  });
  const known = [name, specification, ...alternatives.flatMap((one) => [one.name, one.specification])];
  return {
    line,
    designs: new Set([of, ...alternatives.map((one) => one.of)].flatMap((one) => one?.designId ?? [])),
    words: new Set(known.map(plainWords).filter((words) => words.length >= 3)),
    kind,
    sizes,
  };
}

/** A thing with the words it is compared by, spelt once. */
export interface NamedCandidate extends Candidate {
  words: string[];
  length: number | null;
}

export const named = (candidate: Candidate): NamedCandidate => {
  const { name, specification, sizes } = candidate.item;
  return {
    ...candidate,
    words: [name, specification].map(plainWords).filter((words) => words.length >= 3),
    length: sizes.find((size) => size.name === 'length')?.millimetres ?? null,
  };
};

/** Whether a thing may meet a line: of its design, called the same, or of the same kind and size and long enough. */
export function mayMeet({ line, designs, words, kind, sizes }: LineTraits, thing: NamedCandidate): boolean {
  const { item, length } = thing;
  if (line.cut !== null && length !== null && length < line.cut.length - TOLERANCE) return false;
  if (item.of !== null && designs.has(item.of.designId)) return true;
  const isNamed = thing.words.some((each) => words.has(each));
  if (kind === null || sizes.length === 0) return isNamed;
  const [named, word] = kind;
  const widths = [
    ...item.sizes.filter((size) => size.name === 'diameter' || size.name === 'width'),
    ...item.interfaces.flatMap((one) =>
      one.kind === named && 'diameter' in one ? [{ millimetres: one.diameter }] : [],
    ),
  ];
  const isKind =
    item.interfaces.some((one) => one.kind === named) || thing.words.some((each) => word.test(each));
  if (widths.length === 0) return isNamed;
  const fits = widths.some(({ millimetres }) =>
    sizes.some((size) => Math.abs(size - millimetres) <= TOLERANCE),
  );
  return fits && (isKind || isNamed);
}
