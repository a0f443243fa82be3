import type { DesignFigures } from '../../shared/network/figureViews.ts';
import { embodied, type Input } from '../../shared/reuse/embodied.ts';
import type { ViewsReader } from '../views/reader.ts';

/** Hours over which the cost of a machine is spread, where nobody wrote down how long it lasts: some ten years of a workshop. */
export const LIFETIME_HOURS = 10_000;

/** Designs whose costs are followed down from one. */
const MOST_DESIGNS = 300;

const OF_BUILDS = `select buildId from networkBuilds
  where version >= ?1 || ':' and version < ?1 || ';' and completedAt is not null`;
const input = {
  of: 'text',
  ofDesign: 'integer',
  amount: 'real',
  price: 'real?',
  currency: 'text?',
  known: 'integer',
  n: 'integer',
} as const;

/** What went into the completed builds of one design: designs and things with how much, and what was paid. */
const INPUTS = `
  select coalesce(parts.designId, parts.itemId) as of, parts.designId is not null as ofDesign, count(*) as amount,
      avg(parts.price) as price, max(parts.currency) as currency, sum(parts.price is not null) as known, count(*) as n
    from networkFittings join networkThings as parts on parts.itemId = networkFittings.itemId
    where buildId in (${OF_BUILDS}) group by 1, 2
  union all select coalesce(machines.designId, machines.itemId), machines.designId is not null,
      total(max(0, uses.stoppedAt - uses.startedAt)) / 3600000.0 / ${LIFETIME_HOURS}, avg(machines.price),
      max(machines.currency), count(machines.price), count(*)
    from networkBuildUses as links join networkThings as machines on machines.itemId = links.machineId
      left join networkUses as uses on uses.bookingId = links.bookingId
    where links.buildId in (${OF_BUILDS}) group by 1, 2
  union all select 'met', 0, 1, total(price * quantity), currency, sum(price is not null), count(*)
    from networkMeetings where buildId in (${OF_BUILDS}) group by currency
  union all select 'taken', 0, 1, total(price * amount), currency, sum(price is not null), count(*)
    from networkTakes where buildId in (${OF_BUILDS}) group by currency`;

const count = { n: 'integer' } as const;
const MADE = `select count(*) as n from networkThings where beingMade = 0 and madeBy in (${OF_BUILDS})`;

/**
 * What one thing of a design costs through its parts and the machines that made it, in each currency in which anything
 * is priced: e = (I − Aᵀ)⁻¹ v over the designs below it. A part that is of a design with builds of its own costs what
 * these cost; any other its price. It rests on the priced among all that went in.
 */
export function embodiedCostOf(views: ViewsReader, designId: string): DesignFigures['embodiedCost'] {
  const inputs: Input[] = [];
  const direct = new Map<string, Map<string, number>>();
  const pay = (currency: string, of: string, amount: number) => {
    const costs = direct.get(currency) ?? new Map<string, number>();
    direct.set(currency, costs.set(of, (costs.get(of) ?? 0) + amount));
  };
  const restsOn = { known: 0, all: 0 };
  const designs = new Set([designId]);
  for (const design of designs) {
    const made = views.ask(count, MADE, design)[0]?.n ?? 0;
    if (made === 0) continue;
    for (const row of views.ask(input, INPUTS, design)) {
      const hasBuilds = row.ofDesign === 1 && (views.ask(count, MADE, row.of)[0]?.n ?? 0) > 0;
      restsOn.all += row.n;
      restsOn.known += hasBuilds ? row.n : row.known;
      const amount = row.amount / made;
      if (hasBuilds) {
        inputs.push({ of: row.of, into: design, amount });
        if (designs.size < MOST_DESIGNS) designs.add(row.of);
      } else if (row.price !== null && row.currency !== null) pay(row.currency, design, row.price * amount);
    }
  }
  return [...direct].flatMap(([currency, costs]) => {
    const value = embodied(inputs, costs)?.get(designId) ?? null;
    return value === null ? [] : [{ currency, cost: { value, restsOn } }];
  });
}
