import { authorise } from '../authorisation/policy.ts';
import type { Action } from '../authorisation/table.ts';
import { HttpProblem } from '../http/problem.ts';
import type { Requester } from '../http/route.ts';
import type { ViewsReader } from '../views/reader.ts';
import { type Build, buildById, isHand } from './queries.ts';

/**
 * The build that a requester may do this with. `own` means: has joined as a hand.
 * @throws {HttpProblem} not-found, not-signed-in, forbidden
 */
export function enterBuild(
  views: ViewsReader,
  { requester, now }: { requester: Requester; now: number },
  buildId: string,
  action: Action,
): Build {
  const build = buildById(views, buildId);
  if (build === null) throw new HttpProblem('not-found', 'There is no such build.');
  const own = requester.kind === 'member' && isHand(views, buildId, requester.memberId);
  authorise(views, requester, action, { workshopId: build.workshopId, own }, now);
  return build;
}
