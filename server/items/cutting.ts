import { itemEvents } from '../../shared/items/events.ts';
import type { DataOf } from '../../shared/schemasOfEvents.ts';
import type { EventStore } from '../eventstore/port.ts';
import type { ViewsReader } from '../views/reader.ts';
import { itemStream } from './commands.ts';
import type { CutItem } from './itemCommands.ts';
import { itemById } from './queries.ts';

/** The pieces of a thing that was split, each as the beginning of a thing: where the whole was, and whose. */
export function cutsOf(views: ViewsReader, split: DataOf<'ItemSplit'> | null): CutItem[] {
  const whole = split && itemById(views, split.itemId);
  if (!whole) return [];
  const { workshopId, owner } = whole;
  const { itemId: from, pieces, at, by } = split;
  return pieces.map((piece) => ({ type: 'CutItem', ...piece, workshopId, owner, from, at, by }));
}

/** Events of a stream among which the newest split is. */
const LAST_EVENTS = 20;

/** How a thing was split last, as its stream has it; null where it was not. */
export async function splitIn(
  store: Pick<EventStore, 'read'>,
  itemId: string,
): Promise<DataOf<'ItemSplit'> | null> {
  const events = await store.read(itemStream(itemId), { direction: 'backwards', limit: LAST_EVENTS });
  const split = events.find(({ type }) => type === 'ItemSplit');
  return split ? itemEvents.ItemSplit.parse(split.data) : null;
}
