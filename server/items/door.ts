import { authorise, isAllowed } from '../authorisation/policy.ts';
import type { Action } from '../authorisation/table.ts';
import { HttpProblem } from '../http/problem.ts';
import type { Requester } from '../http/route.ts';
import type { ViewsReader } from '../views/reader.ts';
import { type Item, itemById } from './queries.ts';
import { holderOf } from './views/naming.ts';
import { workshopsAbout } from './views/thing.ts';

interface Asked {
  params: { itemId: string };
  requester: Requester;
  now: number;
}

/** Whether it is the requester's own; to change it, having it is enough. Whoever gave it away may take that back. */
function isOwn(views: ViewsReader, item: Item, requester: Requester, action: Action): boolean {
  if (requester.kind !== 'member') return false;
  const { memberId } = requester;
  const parties = action === 'item.change' ? [item.owner, holderOf(views, item)] : [item.owner];
  if (parties.some((party) => party?.kind === 'member' && party.memberId === memberId)) return true;
  return action === 'item.give' && item.givenBy === memberId;
}

/**
 * The thing of a request whose requester may do this with it: by their roles where it is, or where its owner is, or
 * because it is theirs.
 * @throws {HttpProblem} not-found, not-signed-in, forbidden
 */
export function enterItem(views: ViewsReader, { params, requester, now }: Asked, action: Action): Item {
  const item = itemById(views, params.itemId);
  if (!item) throw new HttpProblem('not-found', 'There is no such thing.');
  const { owner } = item;
  const owners = owner.kind === 'workshop' ? [owner.workshopId] : [];
  // Giving all rights away is its owner's affair, wherever it is.
  const workshops = action === 'item.give' ? owners : workshopsAbout({ views }, item);
  const own = isOwn(views, item, requester, action);
  const scopes = (workshops.length > 0 ? workshops : [null]).map((workshopId) => ({ workshopId, own }));
  if (scopes.some((scope) => isAllowed(views, requester, action, scope, now))) return item;
  authorise(views, requester, action, scopes[0] ?? { workshopId: null, own }, now);
  return item;
}
