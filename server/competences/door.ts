import { authorise } from '../authorisation/policy.ts';
import type { Action } from '../authorisation/table.ts';
import { HttpProblem } from '../http/problem.ts';
import type { RouteRequest } from '../http/route.ts';
import type { ViewsReader } from '../views/reader.ts';
import { type Induction, inductionById } from './queries.ts';

type Asked = Pick<RouteRequest<{ inductionId: string }, unknown, unknown>, 'params' | 'requester' | 'now'>;

/**
 * The induction of a request whose requester may do this with it.
 * @throws {HttpProblem} not-found, not-signed-in, forbidden
 */
export function enterInduction(
  views: ViewsReader,
  { params, requester, now }: Asked,
  action: Action,
  concern: { own?: boolean } = {},
): Induction {
  const induction = inductionById(views, params.inductionId);
  if (!induction) throw new HttpProblem('not-found', 'There is no such induction.');
  const { workshopId, competenceId } = induction;
  authorise(views, requester, action, { workshopId, competenceId, ...concern }, now);
  return induction;
}
