import { authorise, isAllowed } from '../authorisation/policy.ts';
import type { Action } from '../authorisation/table.ts';
import { enterBuild } from '../builds/door.ts';
import { buildById } from '../builds/queries.ts';
import { HttpProblem } from '../http/problem.ts';
import type { Requester } from '../http/route.ts';
import { isErased } from '../members/queries.ts';
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

type Entering = Pick<Asked, 'requester' | 'now'>;

/** Whether a requester may do this with a thing, by their roles where it is or where its owner is, or because it is theirs. */
export function mayWith(
  views: ViewsReader,
  item: Item,
  { requester, now }: Entering,
  action: Action,
): boolean {
  return scopesOf(views, item, requester, action).some((scope) =>
    isAllowed(views, requester, action, scope, now),
  );
}

function scopesOf(views: ViewsReader, item: Item, requester: Requester, action: Action) {
  const { owner } = item;
  // Giving all rights away is its owner's affair, wherever it is; of one who is gone, the workshop's where it was left.
  const isLeft = owner.kind === 'member' && isErased(views, owner.memberId);
  const owners = owner.kind === 'workshop' ? [owner.workshopId] : [];
  const workshops = action === 'item.give' && !isLeft ? owners : workshopsAbout({ views }, item);
  const own = isOwn(views, item, requester, action);
  return (workshops.length > 0 ? workshops : [null]).map((workshopId) => ({ workshopId, own }));
}

/**
 * The thing of a request whose requester may do this with it: by their roles where it is, or where its owner is, or
 * because it is theirs.
 * @throws {HttpProblem} not-found, not-signed-in, forbidden
 */
export function enterItem(views: ViewsReader, { params, requester, now }: Asked, action: Action): Item {
  const item = itemById(views, params.itemId);
  if (!item) throw new HttpProblem('not-found', 'There is no such thing.');
  if (mayWith(views, item, { requester, now }, action)) return item;
  const [scope = { workshopId: null }] = scopesOf(views, item, requester, action);
  authorise(views, requester, action, scope, now);
  return item;
}

/**
 * A thing that a build is done to: by those who may change it, or who may begin builds where it is or belongs. What is
 * not there at all is left to the rules.
 * @throws {HttpProblem} not-signed-in, forbidden
 */
export function enterSubject(views: ViewsReader, { requester, now }: Entering, itemId: string): void {
  const item = itemById(views, itemId);
  if (!item || mayWith(views, item, { requester, now }, 'item.change')) return;
  if (mayWith(views, item, { requester, now }, 'build.start')) return;
  throw new HttpProblem(requester.kind === 'member' ? 'forbidden' : 'not-signed-in');
}

/**
 * What a command names besides its thing is the requester's to write about as well: the build in whose log it stands,
 * and the thing into whose story it goes, which may also be what that build makes or is done to.
 * @throws {HttpProblem} not-found, not-signed-in, forbidden
 */
export function enterNamed(
  views: ViewsReader,
  { requester, now }: Entering,
  {
    buildId = null,
    otherId = null,
  }: { buildId?: string | null | undefined; otherId?: string | null | undefined },
): void {
  const build = buildId === null ? null : enterBuild(views, { requester, now }, buildId, 'build.write');
  const other = otherId === null ? null : itemById(views, otherId);
  if (!other || mayWith(views, other, { requester, now }, 'item.change')) return;
  if (build !== null && build.subjectId === other.itemId) return;
  if (other.status === 'beingMade' && other.buildId !== null && buildById(views, other.buildId)) {
    enterBuild(views, { requester, now }, other.buildId, 'build.write');
    return;
  }
  throw new HttpProblem(requester.kind === 'member' ? 'forbidden' : 'not-signed-in');
}
