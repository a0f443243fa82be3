import type { DesignFigures, Figure } from '../../shared/network/figureViews.ts';
import { carbonFactorOf } from '../../shared/reuse/carbon.ts';
import { cascadeSaving, embodied, type Input } from '../../shared/reuse/embodied.ts';
import { namedRevision } from '../designs/naming.ts';
import { designById } from '../designs/queries.ts';
import type { ViewsReader } from '../views/reader.ts';
import { type Ingredient, ingredientsOf, madeOf } from './ingredients.ts';

/** Designs whose costs are followed down from one. */
const MOST_DESIGNS = 300;
/** Designs of which one answer tells what a machine saves on them. */
const MOST_SAVINGS = 5;

/** Sums by design. */
class Sums {
  readonly of = new Map<string, number>();

  add(designId: string, amount: number): void {
    this.of.set(designId, (this.of.get(designId) ?? 0) + amount);
  }
}

type Rests = Figure['restsOn'];
const nothing = (): Rests => ({ known: 0, all: 0 });

/**
 * What one thing of a design takes through its parts and the machines that made it: e = (I − Aᵀ)⁻¹ v over the designs
 * below it. A part that is of a design with builds of its own takes what these take; any other its price, and the CO2e
 * of its mass. What was recovered brings no CO2e along: what it saved stands apart.
 */
export class Embodied {
  readonly #designId: string;
  /** A of costs, and A of CO2e, in which nothing recovered stands. */
  readonly #inputs: Input[] = [];
  readonly #newInputs: Input[] = [];
  readonly #costs = new Map<string, Sums>();
  readonly #footprint = new Sums();
  readonly #avoided = new Sums();
  readonly #rests = { cost: nothing(), footprint: nothing(), avoided: nothing(), lifetimes: nothing() };

  constructor(views: ViewsReader, designId: string) {
    this.#designId = designId;
    const designs = new Map([[designId, madeOf(views, designId)]]);
    for (const [design, made] of designs) {
      if (made === 0) continue;
      for (const ingredient of ingredientsOf(views, design)) {
        const { designId: of } = ingredient;
        const known = of === null ? 0 : (designs.get(of) ?? madeOf(views, of));
        const isFollowed = of !== null && known > 0 && (designs.has(of) || designs.size < MOST_DESIGNS);
        if (isFollowed) designs.set(of, known);
        this.#take(ingredient, design, made, isFollowed ? of : null);
      }
    }
  }

  /** @param of the design whose builds tell what it takes; null: it speaks for itself */
  #take(ingredient: Ingredient, into: string, made: number, of: string | null): void {
    const { price, currency, entries, priced, hours } = ingredient;
    const amount = ingredient.amount / made;
    const { cost, lifetimes } = this.#rests;
    cost.all += entries;
    cost.known += of === null ? priced : entries;
    if (of !== null) this.#inputs.push({ of, into, amount });
    else if (price !== null && currency !== null) this.#costsIn(currency).add(into, price * amount);
    if (hours) {
      lifetimes.all += hours.ran;
      lifetimes.known += hours.isOwn ? hours.ran : 0;
    }
    this.#takeCarbon(ingredient, into, amount, of);
  }

  #takeCarbon(ingredient: Ingredient, into: string, amount: number, of: string | null): void {
    const { provenance, words, mass, hours, entries } = ingredient;
    const isRecovered = provenance === 'recovered';
    if (of !== null && !isRecovered) {
      this.#newInputs.push({ of, into, amount });
      return;
    }
    const factor = provenance === 'new' || isRecovered ? carbonFactorOf(words) : null;
    const rests = isRecovered ? this.#rests.avoided : this.#rests.footprint;
    // What has no mass counts as a kilogram.
    const weighs = mass === null ? (hours ? ingredient.amount : entries) : mass * ingredient.amount;
    rests.all += weighs;
    if (mass === null || factor === null) return;
    rests.known += weighs;
    (isRecovered ? this.#avoided : this.#footprint).add(into, mass * factor * amount);
  }

  #costsIn(currency: string): Sums {
    const costs = this.#costs.get(currency) ?? new Sums();
    this.#costs.set(currency, costs);
    return costs;
  }

  /** In each currency in which anything is priced. It rests on the priced among all that went in. */
  get cost(): DesignFigures['embodiedCost'] {
    return [...this.#costs].flatMap(([currency, { of }]) => {
      const value = embodied(this.#inputs, of)?.get(this.#designId) ?? null;
      return value === null ? [] : [{ currency, cost: { value, restsOn: this.#rests.cost } }];
    });
  }

  /** Kilograms of CO2e of what is new in it, and of what did not have to be made again. Never netted. */
  get carbon(): DesignFigures['carbon'] {
    const told = (of: ReadonlyMap<string, number>, restsOn: Rests): Figure => ({
      value: restsOn.known > 0 ? (embodied(this.#newInputs, of)?.get(this.#designId) ?? 0) : null,
      restsOn,
    });
    return {
      footprint: told(this.#footprint.of, this.#rests.footprint),
      avoided: told(this.#avoided.of, this.#rests.avoided),
    };
  }

  /** Hours of machines that are spread over the machine's own life, of all hours. */
  get lifetimes(): Rests {
    return this.#rests.lifetimes;
  }

  /** What it takes less because a machine of this design is owned that would else be paid for at this price. */
  savingBy(machine: string, price: { amount: number; currency: string }): Figure | null {
    const instead = new Sums();
    for (const { of, into, amount } of this.#inputs)
      if (of === machine) instead.add(into, amount * price.amount);
    const costs = this.#costs.get(price.currency)?.of ?? new Map<string, number>();
    const value = cascadeSaving(this.#inputs, costs, machine, instead.of)?.get(this.#designId) ?? null;
    return instead.of.size === 0 || value === null ? null : { value, restsOn: this.#rests.cost };
  }
}

const made = { designId: 'text', n: 'integer' } as const;
/** Designs of what was made with machines of one, most things first. */
const MADE_WITH = `select things.designId as designId, count(distinct things.itemId) as n
  from networkThings as machines cross join networkBuildUses as links on links.machineId = machines.itemId
    cross join networkThings as things on things.madeBy = links.buildId
  where machines.designId = ? and things.designId is not null and things.beingMade = 0
  group by things.designId order by n desc, things.designId limit ${MOST_SAVINGS}`;

/**
 * What owning machines of a design saves on one of each kind of thing that was made with them, through all levels: the
 * difference between paying the price at which such a machine is sold, by the hour, and what ours took.
 * @param price null: nobody said it, and nothing can be told
 */
export function savingsBy(
  views: ViewsReader,
  designId: string,
  price: { amount: number; currency: string } | null,
): DesignFigures['cascadeSaving'] {
  if (price === null || madeOf(views, designId) === 0) return [];
  return views.ask(made, MADE_WITH, designId).flatMap(({ designId: of }) => {
    const design = namedRevision(views, of, designById(views, of)?.latest ?? 1);
    const saving = of === designId ? null : new Embodied(views, of).savingBy(designId, price);
    return design && saving ? [{ design, currency: price.currency, saving }] : [];
  });
}
