import { isAllowed } from '../authorisation/policy.ts';
import type { Action } from '../authorisation/table.ts';
import { enterBuild } from '../builds/door.ts';
import { buildById } from '../builds/queries.ts';
import { HttpProblem } from '../http/problem.ts';
import type { Requester } from '../http/route.ts';
import type { ViewsReader } from '../views/reader.ts';
import { enterWorkshop } from '../workshops/door.ts';
import type { Workshop } from '../workshops/queries.ts';
import { type Stock, stockOf } from './queries.ts';

interface Asked {
  params: { workshopId: string; materialId: string };
  requester: Requester;
  now: number;
}

/**
 * The stock of a request whose requester may do this with it.
 * @throws {HttpProblem} not-found, not-signed-in, forbidden
 */
export function enterStock(
  views: ViewsReader,
  request: Asked,
  action: Action,
): { workshop: Workshop; stock: Stock } {
  const workshop = enterWorkshop(views, request, action);
  const stock = stockOf(views, workshop.workshopId, request.params.materialId);
  if (!stock) throw new HttpProblem('not-found', 'This is not kept here.');
  return { workshop, stock };
}

/**
 * What is taken or kept for a build stands in its story: by whoever may write there. What is no build at all is left to
 * the rules.
 * @throws {HttpProblem} not-signed-in, forbidden
 */
export function mayWriteFor(
  views: ViewsReader,
  request: Pick<Asked, 'requester' | 'now'>,
  buildId: string | null | undefined,
): void {
  if (buildId && buildById(views, buildId)) enterBuild(views, request, buildId, 'build.write');
}

/** Whether prices, suppliers and names are told to whoever asks. */
export const isInsider = (
  views: ViewsReader,
  { requester, now }: Pick<Asked, 'requester' | 'now'>,
  workshopId: string,
): boolean => isAllowed(views, requester, 'stock.change', { workshopId }, now);
