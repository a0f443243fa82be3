import type { InterfaceKind } from '../../shared/designs/interfaces.ts';
import type { PartLine } from '../../shared/designs/partLines.ts';
import type { PlanFit } from '../../shared/plans/views.ts';
import type { Candidate, PlannedThing } from '../items/candidates.ts';
import { materialIdOf, plainWords } from '../stock/materials.ts';
import { type Sized, type SizedKind, sizedFrom, sizeFit } from './sizes.ts';

/** Millimetres: two lengths closer than this are the same. */
const TOLERANCE = 0.5;
/** Words that are shorter name nothing. */
const SHORTEST = 3;

/** What of a line is compared with shelves and things. */
export interface LineTraits {
  line: PartLine;
  /** The design that it is, and those that may stand in for it. */
  design: string | null;
  others: ReadonlySet<string>;
  /** Names and specifications as everybody would have written them, of the line and of what may stand in for it. */
  words: ReadonlySet<string>;
  otherWords: ReadonlySet<string>;
  /** Its own sizes, and those of what it is taken from on a shelf: of what is cut, the bar. */
  sized: Sized | null;
  stock: Sized | null;
  /** Its name as everybody would have written it. */
  name: string;
  /** Materials of what may stand in for it. */
  alternatives: readonly string[];
}

const wordsOf = (...texts: string[]): Set<string> =>
  new Set(texts.map(plainWords).filter((words) => words.length >= SHORTEST));

/** Lines of a revision never change, and are planned again and again. */
const known = new WeakMap<PartLine, LineTraits>();

export function traitsOf(line: PartLine): LineTraits {
  const before = known.get(line);
  if (before) return before;
  const traits = read(line);
  known.set(line, traits);
  return traits;
}

function read(line: PartLine): LineTraits {
  const { name, specification, of, alternatives, cut } = line;
  const itself = sizedFrom(name, specification);
  const stock = cut === null ? itself : sizedFrom(cut.stock, '');
  return {
    line,
    design: of?.designId ?? null,
    others: new Set(alternatives.flatMap((one) => one.of?.designId ?? [])),
    words: wordsOf(name, specification),
    otherWords: wordsOf(...alternatives.flatMap((one) => [one.name, one.specification])),
    sized: itself === null || itself.across.length === 0 ? (stock ?? itself) : itself,
    stock,
    name: plainWords(name),
    alternatives: alternatives.map((one) => materialIdOf(one.name, one.specification, line.unit)),
  };
}

/** All designs by which a line may be met. */
export const designsOf = ({ design, others }: LineTraits): string[] => [
  ...(design === null ? [] : [design]),
  ...others,
];

/** The words and sizes of a thing by which it is compared. */
interface ThingTraits {
  words: readonly string[];
  sized: Sized | null;
  /** Its name says of which kind it is. */
  isSaid: boolean;
  length: number | null;
}

export type NamedCandidate = Candidate & ThingTraits;

type Sizes = PlannedThing['sizes'];
const size = (sizes: Sizes, ...names: Sizes[number]['name'][]): number | null =>
  names.flatMap((name) => sizes.find((one) => one.name === name)?.millimetres ?? [])[0] ?? null;

/** The sizes across of a kind, as somebody measured them; empty where nobody did. */
function measured(kind: SizedKind, { sizes, interfaces }: PlannedThing): number[] {
  const meets = interfaces.flatMap((one) => {
    if (kind === 'bearing' && one.kind === 'shaft' && one.side === 'needs') return [one.diameter];
    return one.kind === kind && 'diameter' in one ? [one.diameter] : [];
  })[0];
  const tube = interfaces.find((one) => one.kind === 'tubeEnd');
  const port = interfaces.find((one) => one.kind === 'hydraulicPort');
  const known = (...all: (number | null | undefined)[]) => all.filter((one) => typeof one === 'number');
  switch (kind) {
    case 'bearing':
      return known(size(sizes, 'bore', 'inner') ?? meets);
    case 'tubeEnd': {
      const wall = size(sizes, 'wall') ?? tube?.wall;
      const round = size(sizes, 'diameter');
      const side = size(sizes, 'width') ?? tube?.outer;
      if (round !== null) return known(round, wall);
      return side === undefined ? [] : known(side, size(sizes, 'height') ?? side, wall);
    }
    case 'angle':
    case 'flatBar': {
      const [wide, high, wall] = [size(sizes, 'width'), size(sizes, 'height'), size(sizes, 'wall')];
      return known(wide, high, wall).toSorted((one, other) => other - one);
    }
    case 'plate':
      return known(size(sizes, 'wall'));
    case 'hose':
    case 'cylinder':
      return known(size(sizes, 'bore', 'inner') ?? (kind === 'hose' ? port?.size : null));
    default:
      return known(size(sizes, 'diameter', 'width') ?? meets);
  }
}

/** Kinds of part that a thing is perhaps, where its name says none: it has such an end, as a motor has a shaft. */
const BY_INTERFACE: Partial<Record<InterfaceKind, SizedKind>> = {
  shaft: 'shaft',
  rodPair: 'rodPair',
  tubeEnd: 'tubeEnd',
};

/** What a thing says of its sizes: its words, and what somebody measured, which is surer. */
function sizedThing(item: PlannedThing, words: Sized | null, length: number | null): Sized | null {
  const kind = words?.kind ?? item.interfaces.flatMap((one) => BY_INTERFACE[one.kind] ?? [])[0];
  if (kind === undefined) return null;
  const across = measured(kind, item);
  const told = words ?? { kind, across: [], length: null, code: null, said: new Map<string, string>() };
  return { ...told, across: across.length > 0 ? across : told.across, length: length ?? told.length };
}

/** By the thing, which stays the same object while nothing changes. */
const knownThings = new WeakMap<PlannedThing, ThingTraits>();

function traitsOfThing(item: PlannedThing): ThingTraits {
  const before = knownThings.get(item);
  if (before) return before;
  const length = size(item.sizes, 'length');
  const said = sizedFrom(item.name, item.specification);
  const words = [...wordsOf(item.name, item.specification)];
  const traits = { words, sized: sizedThing(item, said, length), isSaid: said !== null, length };
  knownThings.set(item, traits);
  return traits;
}

/** A thing with what it is compared by. */
export const named = (candidate: Candidate): NamedCandidate => ({
  ...candidate,
  ...traitsOfThing(candidate.item),
});

/** How a thing may meet a line: of its design, called the same, or of the same kind and size, and long enough. */
export function thingFit(traits: LineTraits, thing: NamedCandidate): PlanFit | null {
  const { line, design, others, words, otherWords, sized } = traits;
  const { item, length } = thing;
  if (line.cut !== null && length !== null && length < line.cut.length - TOLERANCE) return null;
  if (item.of !== null && item.of.designId === design) return 'asAsked';
  if (item.of !== null && others.has(item.of.designId)) return 'alternative';
  const bySize = sized && thing.sized ? sizeFit(sized, thing.sized) : null;
  const called = thing.words.some((each) => words.has(each));
  // A name without a size is as good as its word; where both say one, it must be the same.
  const isMeasured = (thing.sized?.across.length ?? 0) > 0 && (sized?.across.length ?? 0) > 0;
  if (called && (!isMeasured || bySize !== null)) return 'asAsked';
  if (!isMeasured && thing.words.some((each) => otherWords.has(each))) return 'alternative';
  return bySize === 'sameSize' && !thing.isSaid ? 'partlyKnown' : bySize;
}
