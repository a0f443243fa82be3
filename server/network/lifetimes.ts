import type { ViewsReader } from '../views/reader.ts';

/** Hours over which the cost of a machine is spread, where nobody wrote down how long it lasts: some ten years of a workshop. */
export const LIFETIME_HOURS = 10_000;

export interface Lifetime {
  hours: number;
  /** It is over, or it has run longer than anybody would have guessed: as its own sessions tell. */
  isOwn: boolean;
}

const ran = { itemId: 'text', hours: 'real', ended: 'text?' } as const;
const RAN = `select machines.itemId as itemId, total(max(0, stoppedAt - startedAt)) / 3600000.0 as hours, ended
  from json_each(?) as asked cross join networkThings as machines on machines.itemId = asked.value
    left join networkUses as uses on uses.machineId = machines.itemId group by machines.itemId`;

/**
 * How many hours each machine lasts: what it ran where its life is over, or where it has run more than
 * `LIFETIME_HOURS` already; else that many.
 */
export function lifetimesOf(views: ViewsReader, machineIds: Iterable<string>): Map<string, Lifetime> {
  return new Map(
    views.ask(ran, RAN, JSON.stringify([...machineIds])).map(({ itemId, hours, ended }) => {
      const isOwn = hours > LIFETIME_HOURS || (ended !== null && hours > 0);
      return [itemId, { hours: isOwn ? hours : LIFETIME_HOURS, isOwn }];
    }),
  );
}
