import { authorise } from '../authorisation/policy.ts';
import type { Action } from '../authorisation/table.ts';
import { HttpProblem } from '../http/problem.ts';
import type { Requester } from '../http/route.ts';
import type { ViewsReader } from '../views/reader.ts';
import { type Workshop, workshopById } from '../workshops/queries.ts';
import { type Machine, machineById } from './queries.ts';

/**
 * The machine of a request whose requester may do this with it, and its workshop.
 * @throws {HttpProblem} not-found, not-signed-in, forbidden
 */
export function enterMachine(
  views: ViewsReader,
  request: { params: { machineId: string }; requester: Requester; now: number },
  action: Action,
): { machine: Machine; workshop: Workshop } {
  const machine = machineById(views, request.params.machineId);
  const workshop = machine && workshopById(views, machine.workshopId);
  if (!machine || !workshop) throw new HttpProblem('not-found', 'There is no such machine.');
  authorise(views, request.requester, action, { workshopId: machine.workshopId }, request.now);
  return { machine, workshop };
}
