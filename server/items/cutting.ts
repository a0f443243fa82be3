import type { DataOf } from '../../shared/schemasOfEvents.ts';
import type { ViewsReader } from '../views/reader.ts';
import type { CutItem } from './itemCommands.ts';
import { itemById } from './queries.ts';

/** The pieces of a thing that was split, each as the beginning of a thing: where the whole was, and whose. */
export function cutsOf(views: ViewsReader, { itemId: from, pieces, at, by }: DataOf<'ItemSplit'>): CutItem[] {
  const whole = itemById(views, from);
  if (!whole) return [];
  const { workshopId, owner } = whole;
  return pieces.map((piece) => ({ type: 'CutItem', ...piece, workshopId, owner, from, at, by }));
}
