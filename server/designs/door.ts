import { authorise } from '../authorisation/policy.ts';
import type { Action } from '../authorisation/table.ts';
import { HttpProblem } from '../http/problem.ts';
import type { Requester } from '../http/route.ts';
import type { ViewsReader } from '../views/reader.ts';
import { type Design, designById, isMaintainer } from './queries.ts';

/**
 * The design of a request whose requester may do this with it. `own` means: maintains it, unless told otherwise.
 * @throws {HttpProblem} not-found, not-signed-in, forbidden
 */
export function enterDesign(
  views: ViewsReader,
  request: { params: { designId: string }; requester: Requester; now: number },
  action: Action,
  own?: boolean,
): Design {
  const { params, requester, now } = request;
  const design = designById(views, params.designId);
  if (design === null) throw new HttpProblem('not-found', 'There is no such design.');
  const isOwn =
    own ?? (requester.kind === 'member' && isMaintainer(views, design.designId, requester.memberId));
  authorise(views, requester, action, { workshopId: design.workshopId, own: isOwn }, now);
  return design;
}
