import { HttpProblem } from '../http/problem.ts';
import type { Requester } from '../http/route.ts';
import { rolesIn, standingOf } from '../members/queries.ts';
import type { ViewsReader } from '../views/reader.ts';
import { workshopById } from '../workshops/queries.ts';
import { type Action, actions, atKiosk, type Grant, type Party, policy, type Rule } from './table.ts';

/** Who asks: the parties they are, and the competences they train. */
export interface Capacity {
  parties: readonly Party[];
  taught: readonly string[];
}

/** What it is about: whether it is the asker's own, and which competence. */
export interface Concern {
  own?: boolean;
  competenceId?: string;
}

/** Whether a party may; pure. A person may what any of their parties may. */
export function may(action: Action, { parties, taught }: Capacity, concern: Concern = {}): boolean {
  const rule: Rule = policy[action];
  const isTaught = concern.competenceId !== undefined && taught.includes(concern.competenceId);
  const holds: Record<Grant, boolean> = { yes: true, own: concern.own === true, taught: isTaught };
  return parties.some((party) => {
    const grant = rule.parties[party];
    return grant !== undefined && holds[grant];
  });
}

/** What an action is about. `workshopId` is null where it concerns no workshop (founding one). */
export interface Scope extends Concern {
  workshopId: string | null;
}

const NOBODY: Capacity = { parties: ['nobody'], taught: [] };
const STRANGER: Capacity = { parties: ['stranger'], taught: [] };

/**
 * Lets the requester pass, or throws.
 * @throws {HttpProblem} `not-signed-in` 401, or `forbidden` 403.
 */
export function authorise(
  views: ViewsReader,
  requester: Requester,
  action: Action,
  scope: Scope,
  now: number,
): void {
  if (isAllowed(views, requester, action, scope, now)) return;
  if (requester.kind === 'nobody') throw new HttpProblem('not-signed-in');
  throw new HttpProblem('forbidden');
}

/** Whether the requester may. */
export function isAllowed(
  views: ViewsReader,
  requester: Requester,
  action: Action,
  scope: Scope,
  now: number,
): boolean {
  if (!keyAllows(requester, action, scope.workshopId)) return false;
  // What every signed-in person may needs no look at who they are: a booking comes by here.
  if (requester.kind === 'member' && may(action, STRANGER, scope)) return true;
  return may(action, capacityOf(views, requester, scope.workshopId, now), scope);
}

/** Every action that the requester may do to this, for the `allowedActions` of a view. */
export function allowedActions(
  views: ViewsReader,
  requester: Requester,
  scope: Scope,
  now: number,
): Action[] {
  const capacity = capacityOf(views, requester, scope.workshopId, now);
  return actions.filter(
    (action) => keyAllows(requester, action, scope.workshopId) && may(action, capacity, scope),
  );
}

/** Who the requester is to a workshop. */
export function capacityOf(
  views: ViewsReader,
  requester: Requester,
  workshopId: string | null,
  now: number,
): Capacity {
  if (requester.kind === 'nobody') return NOBODY;
  if (workshopId === null) return STRANGER;
  const { memberId } = requester;
  const standing = standingOf(views, memberId, workshopId);
  const roles = rolesIn(standing, now);
  const founder = roles.includes('steward') && workshopById(views, workshopId)?.foundedBy === memberId;
  return {
    parties: ['stranger', ...roles, ...(founder ? (['founder'] as const) : [])],
    taught: standing.appointments.flatMap(({ role, competenceId }) =>
      role === 'trainer' && competenceId !== null ? [competenceId] : [],
    ),
  };
}

/**
 * A key acts within its scopes and its one workshop; outside any workshop only an unbound key does. At a kiosk people
 * do what is done standing in its workshop.
 */
function keyAllows(requester: Requester, action: Action, workshopId: string | null): boolean {
  if (requester.kind === 'nobody' || requester.via === 'session') return true;
  if (requester.via === 'kiosk') return atKiosk.has(action) && requester.workshopId === workshopId;
  const { scope }: Rule = policy[action];
  if (scope === null || !requester.scopes.includes(scope)) return false;
  return requester.workshopId === null || requester.workshopId === workshopId;
}
