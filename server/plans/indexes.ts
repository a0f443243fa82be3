import type { PlanFit } from '../../shared/plans/views.ts';
import { plainWords } from '../stock/materials.ts';
import { isUntold, keyOf, keysFor } from './alike.ts';
import { type AskedLine, far, isCutInPieces } from './asked.ts';
import { designsOf, type LineTraits, type NamedCandidate, thingFit } from './matching.ts';
import type { Entry, MakingBuild } from './pools.ts';
import { type Sized, sizedFrom, sizeFit } from './sizes.ts';

/** Of what says nothing of its size, so many are looked at for one line. */
const MOST_UNTOLD = 20;

/** Materials of the same size that are looked at for one line, those that lie nearest first. */
const MOST_ALIKE = 12;

/** Something by which lines find what may meet them, without looking at all of it. */
class Lists<One> {
  readonly #lists = new Map<string, One[]>();

  put(key: string, one: One): void {
    const those = this.#lists.get(key);
    if (those) those.push(one);
    else this.#lists.set(key, [one]);
  }

  of(key: string): readonly One[] {
    return this.#lists.get(key) ?? [];
  }
}

function* listed<One>(lists: Lists<One>, sized: Sized): Generator<One> {
  for (const key of keysFor(sized)) {
    const those = lists.of(key);
    yield* isUntold(key) ? those.slice(0, MOST_UNTOLD) : those;
  }
}

/** A thing that may meet a line, and how well. */
export interface ThingMatch {
  thing: NamedCandidate;
  fits: PlanFit;
}

/** Things by what a line may know them by. */
export class ThingIndex {
  readonly #byDesign = new Lists<NamedCandidate>();
  readonly #byWords = new Lists<NamedCandidate>();
  readonly #bySize = new Lists<NamedCandidate>();
  readonly #order = new Map<NamedCandidate, number>();

  /** @param things the nearest first */
  constructor(things: readonly NamedCandidate[]) {
    for (const [place, thing] of things.entries()) {
      this.#order.set(thing, place);
      if (thing.item.of) this.#byDesign.put(thing.item.of.designId, thing);
      for (const words of thing.words) this.#byWords.put(words, thing);
      if (thing.sized) this.#bySize.put(keyOf(thing.sized), thing);
    }
  }

  /** What may meet a line, the nearest first. */
  matching(traits: LineTraits): ThingMatch[] {
    const found = new Set<NamedCandidate>();
    for (const design of designsOf(traits)) for (const one of this.#byDesign.of(design)) found.add(one);
    for (const words of traits.words) for (const one of this.#byWords.of(words)) found.add(one);
    for (const words of traits.otherWords) for (const one of this.#byWords.of(words)) found.add(one);
    if (traits.sized) for (const one of listed(this.#bySize, traits.sized)) found.add(one);
    const matches: ThingMatch[] = [];
    for (const thing of found) {
      const fits = thingFit(traits, thing);
      if (fits !== null) matches.push({ thing, fits });
    }
    const order = ({ thing }: ThingMatch) => this.#order.get(thing) ?? 0;
    return matches.sort((one, other) => order(one) - order(other));
  }
}

/** A shelf from which a line may be met, and how well. */
export interface ShelfMatch {
  entry: Entry;
  fits: PlanFit;
}

/** How sure something fits, the surest first. */
const RANK: Record<PlanFit, number> = {
  asAsked: 0,
  sameSize: 1,
  alternative: 2,
  partlyKnown: 3,
  unknownSize: 4,
};

/** One material on all its shelves, the nearest first: they all say the same of it, in more or less the same words. */
class OneMaterial {
  readonly entries: Entry[] = [];
  readonly sized: Sized | null;
  readonly byArea: boolean;

  constructor({ shelf }: Entry) {
    this.sized = sizedFrom(shelf.name, shelf.specification);
    this.byArea = shelf.unit === 'm2';
  }
}

/** Shelves by material, by name and by size. */
export class ShelfIndex {
  readonly #byId = new Map<string, OneMaterial>();
  readonly #byName = new Lists<OneMaterial>();
  readonly #bySize = new Lists<OneMaterial>();

  /** @param entries the nearest first */
  constructor(entries: readonly Entry[]) {
    for (const entry of entries) {
      const { materialId } = entry.shelf;
      const known = this.#byId.get(materialId) ?? this.#begin(materialId, entry);
      known.entries.push(entry);
    }
  }

  #begin(materialId: string, entry: Entry): OneMaterial {
    const material = new OneMaterial(entry);
    const { name, specification } = entry.shelf;
    this.#byId.set(materialId, material);
    // Only what says nothing more than its name may fit by it alone.
    if (specification === '') this.#byName.put(plainWords(name), material);
    if (material.sized) this.#bySize.put(keyOf(material.sized), material);
    return material;
  }

  /** Where a line may be taken from: what is surest first, of that the nearest. */
  matching({ line, materialId }: AskedLine, { stock, name, alternatives }: LineTraits): ShelfMatch[] {
    const found = new Map<OneMaterial, PlanFit>();
    const find = (material: OneMaterial | undefined, fits: PlanFit | null) => {
      if (material && fits !== null && !found.has(material)) found.set(material, fits);
    };
    find(this.#byId.get(materialId), 'asAsked');
    if (stock) {
      for (const one of listed(this.#bySize, stock)) {
        if (found.size > MOST_ALIKE) break;
        find(one, one.sized && sizeFit(stock, one.sized, one.byArea));
      }
    }
    if (!isCutInPieces({ line })) {
      for (const one of alternatives) find(this.#byId.get(one), 'alternative');
      for (const one of this.#byName.of(name)) find(one, 'unknownSize');
    }
    return inOrder(found);
  }
}

function inOrder(found: ReadonlyMap<OneMaterial, PlanFit>): ShelfMatch[] {
  const matches = [...found].flatMap(([{ entries }, fits]) => entries.map((entry) => ({ entry, fits })));
  if (found.size < 2) return matches;
  return matches.sort(
    (one, other) => RANK[one.fits] - RANK[other.fits] || far(one.entry.place) - far(other.entry.place),
  );
}

/** Builds by what they make. */
export class MakingIndex {
  readonly #byDesign = new Lists<MakingBuild>();
  readonly #byMaterial = new Lists<MakingBuild>();
  readonly #byLine = new Lists<MakingBuild>();

  constructor(builds: readonly MakingBuild[]) {
    for (const build of builds) {
      const { designId, materialId, forLine } = build;
      if (forLine !== null) this.#byLine.put(forLine, build);
      else {
        if (designId !== null) this.#byDesign.put(designId, build);
        if (materialId !== null) this.#byMaterial.put(materialId, build);
      }
    }
  }

  /** Builds that make what a line asks for, those for this very line first. */
  makers({ line, materialId }: AskedLine, traits: LineTraits): MakingBuild[] {
    const found = new Set(this.#byLine.of(line.id));
    for (const design of designsOf(traits)) for (const one of this.#byDesign.of(design)) found.add(one);
    for (const one of this.#byMaterial.of(materialId)) found.add(one);
    return [...found];
  }
}
