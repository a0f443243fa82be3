import type { TableWriters } from '../views/projection.ts';
import { networkLinks, networkThings } from './tables.ts';

/** A build, or a thing as it is now. */
export type Node = { buildId: string } | { itemId: string };

/** The state of a thing by which links name it now. */
export const stateOf = (tables: TableWriters, itemId: string): string =>
  tables.of(networkThings).get(itemId)?.state ?? itemId;

const ends = (tables: TableWriters, node: Node) =>
  'buildId' in node
    ? { id: node.buildId, item: null }
    : { id: stateOf(tables, node.itemId), item: node.itemId };

/** Writes down that one led to the other. `link` names it, so that it can be taken back. */
export function lead(
  tables: TableWriters,
  link: string,
  kind: string,
  from: Node,
  to: Node,
  /** UTC milliseconds. */
  at: number,
): void {
  const [one, other] = [ends(tables, from), ends(tables, to)];
  const row = { link, kind, fromId: one.id, fromItem: one.item, toId: other.id, toItem: other.item, at };
  tables.of(networkLinks).put(row);
}

/** From now on the thing is another state of itself. */
export function becomeState(
  tables: TableWriters,
  itemId: string,
  state: string,
  kind: string,
  at: number,
): void {
  const fromId = stateOf(tables, itemId);
  if (fromId === state || !tables.of(networkThings).get(itemId)) return;
  const row = { link: `state/${state}`, kind, fromId, fromItem: itemId, toId: state, toItem: itemId, at };
  tables.of(networkLinks).put(row);
  tables.of(networkThings).change(itemId, { state });
}

/** It never became that state; where it became another one since, the links between stay. */
export function unbecomeState(tables: TableWriters, itemId: string, state: string): void {
  const link = tables.of(networkLinks).get(`state/${state}`);
  if (!link || tables.of(networkThings).get(itemId)?.state !== state) return;
  tables.of(networkLinks).remove(link.link);
  tables.of(networkThings).change(itemId, { state: link.fromId });
}

export const unlead = (tables: TableWriters, link: string): void => tables.of(networkLinks).remove(link);
