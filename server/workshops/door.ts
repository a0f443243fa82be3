import { authorise } from '../authorisation/policy.ts';
import type { Action } from '../authorisation/table.ts';
import { HttpProblem } from '../http/problem.ts';
import type { RouteRequest } from '../http/route.ts';
import type { ViewsReader } from '../views/reader.ts';
import { type Workshop, workshopById } from './queries.ts';

type Asked = Pick<RouteRequest<{ workshopId: string }, unknown, unknown>, 'params' | 'requester' | 'now'>;

/**
 * The workshop of a request whose requester may do this there.
 * @throws {HttpProblem} not-found, not-signed-in, forbidden
 */
export function enterWorkshop(
  views: ViewsReader,
  { params, requester, now }: Asked,
  action: Action,
  concern: { own?: boolean; competenceId?: string } = {},
): Workshop {
  const { workshopId } = params;
  const workshop = workshopById(views, workshopId);
  if (!workshop) throw new HttpProblem('not-found', 'There is no such workshop.');
  authorise(views, requester, action, { workshopId, ...concern }, now);
  return workshop;
}
