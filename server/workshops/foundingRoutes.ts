import {
  type FoundingMode,
  type FoundWorkshopBody,
  foundNetwork,
  foundWorkshop,
} from '../../shared/workshops/commands.ts';
import { authorise } from '../authorisation/policy.ts';
import type { Actor } from '../commands/definition.ts';
import { idMadeBy } from '../commands/givenBy.ts';
import { commandKey, derivedId } from '../commands/identity.ts';
import type { Outcome } from '../commands/outcome.ts';
import { answerCommand, commandAnswer } from '../http/answerCommand.ts';
import { HttpProblem } from '../http/problem.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import { memberCommands } from '../members/commands.ts';
import type { Parts } from '../parts.ts';
import { workshopCommands } from './commands.ts';
import { type FoundingRequests, mayFound } from './founding.ts';
import { isFounded, workshopById } from './queries.ts';

export interface FoundingRoutesOptions {
  mode: FoundingMode;
  requests: FoundingRequests;
  code: {
    /** Whether the code is good, without using it. */
    accepts(code: string): Promise<boolean>;
    /** Uses it for this member; true again for the same member. */
    redeem(code: string, memberId: string): Promise<boolean>;
  };
  members: {
    /** The new account's member id; null when the address is taken. */
    create(account: { email: string; displayName: string; password: string }): Promise<string | null>;
    byEmail(email: string): Promise<string | null>;
    hasPassword(memberId: string, password: string): Promise<boolean>;
  };
  /** Takes an account back that was made for a founding in vain. */
  forget(memberId: string): Promise<unknown>;
}

/** The first founding, with the code from the server's terminal, and further ones as configured. */
export function foundingRoutes(
  parts: Pick<Parts, 'commands' | 'views'>,
  { mode, requests, code, members, forget }: FoundingRoutesOptions,
): AnyRoute[] {
  const { views } = parts;
  return [
    defineRoute({
      method: 'post',
      path: '/api/founding',
      summary: 'Found the first workshop of a new server, and make its first steward’s account',
      tag: 'workshops',
      access: 'public',
      body: foundNetwork,
      command: true,
      reply: commandAnswer,
      handle: async ({ body, commandId, dryRun }) => {
        if (!(await code.accepts(body.code))) throw new HttpProblem('code-invalid');
        const known = await members.byEmail(body.account.email);
        if (isFounded(views) && (known === null || !workshopById(views, firstWorkshopOf(known)))) {
          throw new HttpProblem('code-invalid', 'The first workshop has been founded already.');
        }
        const { name, email, password } = body.account;
        // Made before, when an earlier try was cut off half-way; or by a stranger who guessed who would found.
        const proven = async (there: string | null) => {
          if (there !== null && (await members.hasPassword(there, password))) return there;
          throw new HttpProblem('account-refused', OTHER_ACCOUNT);
        };
        const before = known === null ? null : await proven(known);
        if (dryRun) return answerCommand({ outcome: 'wouldBeAccepted' }, { id: commandId });
        const made = before === null ? await members.create({ displayName: name, email, password }) : null;
        const memberId = before ?? made ?? (await proven(await members.byEmail(email)));
        if (!(await code.redeem(body.code, memberId))) {
          if (made !== null) await forget(made);
          throw new HttpProblem('code-invalid');
        }
        const workshopId = firstWorkshopOf(memberId);
        return founded(parts, { memberId, workshopId, commandId, dryRun, workshop: body.workshop });
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/workshops',
      summary: 'Found a further workshop; where founding is asked for, the first attempt asks the operator',
      tag: 'workshops',
      access: 'member',
      body: foundWorkshop,
      command: true,
      reply: commandAnswer,
      handle: async (request) => {
        const { requester, now, dryRun, commandId } = request;
        authorise(views, requester, 'workshop.found', { workshopId: null }, now);
        const memberId = request.memberId();
        const workshopId = idMadeBy(request, 'workshop');
        if (!isFounded(views)) {
          throw new HttpProblem(
            'forbidden',
            'The first workshop is founded with the code that the server printed.',
          );
        }
        if (mode === 'closed')
          throw new HttpProblem('forbidden', 'No further workshops are founded on this server.');
        if (mode === 'asked') {
          const allowed = dryRun
            ? await mayFound(mode, requests, memberId)
            : await requests.use(memberId, workshopId);
          if (!allowed) {
            if (!dryRun) await requests.ask(memberId);
            throw new HttpProblem('forbidden', ASKED);
          }
        }
        return founded(parts, { memberId, workshopId, commandId, dryRun, workshop: request.body });
      },
    }),
  ];
}

const OTHER_ACCOUNT = 'There is an account with this address, and this is not its password.';

const ASKED =
  'The operator of this server has been asked. Once they agree, you can found your workshop here.';

/** One member can found the first workshop but once: its id says so, and its stream refuses a second time. */
const firstWorkshopOf = (memberId: string) => derivedId(memberId, 'firstWorkshop');

interface Founding {
  memberId: string;
  workshopId: string;
  commandId: string;
  dryRun: boolean;
  workshop: FoundWorkshopBody;
}

/** Founds it, and lets its founder in as a member: so that they stay one when they lay the stewardship down. */
async function founded({ commands, views }: Pick<Parts, 'commands' | 'views'>, founding: Founding) {
  const { memberId, workshopId, commandId, dryRun, workshop } = founding;
  const actor: Actor = { kind: 'member', memberId };
  const outcome = await commands.handle(workshopCommands(views).FoundWorkshop, {
    command: { type: 'FoundWorkshop', workshopId, foundedBy: memberId, ...workshop },
    actor,
    commandId,
    dryRun,
  });
  if (outcome.outcome === 'accepted') {
    await commands.handle(memberCommands(views).GrantMembership, {
      command: { type: 'GrantMembership', memberId, workshopId, kind: 'member', until: null },
      actor,
      commandId: derivedId(commandKey(actor, commandId), 'membership'),
    });
  }
  return answerCommand(withOwnRevision(outcome), { id: workshopId, created: true });
}

/** The workshop's own revision is that of its founding, not of the appointment that follows it at once. */
const withOwnRevision = (outcome: Outcome): Outcome =>
  outcome.outcome === 'accepted' ? { ...outcome, revision: 0 } : outcome;
