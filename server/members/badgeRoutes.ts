import { z } from 'zod';
import { memberId, workshopId } from '../../shared/identifiers.ts';
import {
  addBadge,
  type BadgesView,
  badgesView,
  claimAccount,
  claimLink,
  makePerson,
  setPin,
} from '../../shared/members/badges.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { NO_MAIL_DOMAIN } from '../accounts/mailCourier.ts';
import { authorise } from '../authorisation/policy.ts';
import { givenBy, idMadeBy } from '../commands/givenBy.ts';
import { answerCommand, commandAnswer } from '../http/answerCommand.ts';
import { HttpProblem } from '../http/problem.ts';
import { type AnyRoute, defineRoute, type RouteRequest } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { enterWorkshop } from '../workshops/door.ts';
import { appointmentsHeldBy } from '../workshops/queries.ts';
import { memberCommands } from './commands.ts';
import { rolesOf, wasElsewhereFirst } from './queries.ts';

const inWorkshop = z.strictObject({ workshopId });
const ofPerson = z.strictObject({ workshopId, memberId });
const badgeId = z.string().min(1).max(64);
const tag = 'people';
const removed = z.strictObject({ removed: z.literal(true) });
const kept = z.strictObject({ kept: z.literal(true) });
/** Guesses at claim links from one address. */
const CLAIMS = { maximum: 20, windowMs: 10 * 60_000 } as const;

type OfPerson = RouteRequest<z.output<typeof ofPerson>, unknown, unknown>;

/** Accounts of people without e-mail, and by what a reader or a kiosk knows somebody: badges and PINs. */
export function badgeRoutes(
  { commands, views }: Pick<Parts, 'commands' | 'views'>,
  accounts: Pick<Accounts, 'members' | 'badges' | 'pins' | 'claims' | 'attempts'>,
  /** Origin as people reach the program. */
  url: string,
): AnyRoute[] {
  const { members, badges, pins, claims } = accounts;
  const define = memberCommands(views);

  const viewOf = async (memberId: string): Promise<BadgesView> => {
    const profile = await members.profile(memberId);
    return {
      badges: (await badges.of(memberId)).map(({ badgeId, addedAt }) => ({ badgeId, addedAt })),
      hasPin: await pins.has(memberId),
      hasMail: profile?.email != null,
      claimable: await claims.isOpen(memberId),
    };
  };
  /** @throws {HttpProblem} not-found, where they are not in the workshop */
  const personOf = (request: OfPerson) => {
    const { workshopId } = enterWorkshop(views, request, 'badge.manage');
    const { memberId } = request.params;
    const roles = rolesOf(views, memberId, workshopId, request.now);
    if (roles.length === 0) throw new HttpProblem('not-found', 'Nobody like that is in this workshop.');
    return { workshopId, memberId, roles };
  };
  const elsewhere = () =>
    new HttpProblem('forbidden', 'They are in another workshop for longer, or in an office: do it there.');
  /** Somebody whom this workshop may vouch for: what it gives them opens doors in every workshop that they are in. */
  const ofOurs = (request: OfPerson) => {
    const person = personOf(request);
    if (wasElsewhereFirst(views, person.memberId, person.workshopId)) throw elsewhere();
    return person;
  };
  /** Somebody whose way in the desk may set: nobody steps into an office that they could not give. */
  const setUp = (request: OfPerson) => {
    const { workshopId, memberId, roles } = ofOurs(request);
    const { requester, now } = request;
    if (roles.some((role) => role !== 'member' && role !== 'visitor')) {
      authorise(views, requester, 'workshop.appoint', { workshopId }, now);
    }
    if (appointmentsHeldBy(views, memberId).some((one) => one.workshopId !== workshopId)) throw elsewhere();
    return memberId;
  };
  /** Whoever has e-mail chooses a PIN without help. */
  const withoutMail = async (request: OfPerson) => {
    const memberId = setUp(request);
    const profile = await members.profile(memberId);
    if (!profile || profile.email !== null) {
      throw new HttpProblem('account-refused', 'This account has e-mail: its owner sets that.');
    }
    return memberId;
  };
  const taken = () => {
    const message = 'Somebody has this badge already.';
    return new HttpProblem('refused', message, {
      objections: [{ rule: 'badgeTaken', message }],
      nearest: null,
    });
  };
  const add = async (memberId: string, number: string, addedBy: string) => {
    const added = await badges.add({ number, memberId, addedBy });
    if (added.outcome === 'taken') throw taken();
    return added.badgeId;
  };
  const remove = async (memberId: string, badgeId: string) => {
    if (!(await badges.remove(memberId, badgeId)))
      throw new HttpProblem('not-found', 'There is no such badge.');
    return { body: { removed: true as const } };
  };

  return [
    defineRoute({
      method: 'post',
      path: '/api/workshops/{workshopId}/people/make',
      summary: 'Make an account for somebody without e-mail, with a badge or a PIN, and let them in',
      tag,
      access: 'member',
      params: inWorkshop,
      body: makePerson,
      command: true,
      reply: commandAnswer,
      handle: async (request) => {
        const { workshopId } = enterWorkshop(views, request, 'account.make');
        const { name, kind = 'member', badge, pin } = request.body;
        const email = `${idMadeBy(request, 'account')}${NO_MAIL_DOMAIN}`;
        // Made before, when an earlier try was cut off half-way.
        const before = await members.byEmail(email);
        const holder = badge === undefined ? null : badges.memberOf(badge);
        if (holder !== null && holder !== before) throw taken();
        if (request.dryRun) return answerCommand({ outcome: 'wouldBeAccepted' }, { id: workshopId });
        const memberId =
          before ??
          (await members.create({ email, displayName: name, password: null })) ??
          (await members.byEmail(email));
        if (memberId === null) throw new HttpProblem('account-refused');
        if (badge !== undefined) await add(memberId, badge, request.memberId());
        if (pin !== undefined) await pins.set(memberId, pin);
        const command = { type: 'GrantMembership', memberId, workshopId, kind, until: null } as const;
        const outcome = await commands.handle(define.GrantMembership, givenBy(request, command));
        return answerCommand(outcome, { id: memberId, created: true });
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/workshops/{workshopId}/people/{memberId}/badges',
      summary: 'By what readers and kiosks know somebody',
      tag,
      access: 'member',
      params: ofPerson,
      reply: badgesView,
      handle: async (request) => ({ body: await viewOf(personOf(request).memberId) }),
    }),
    defineRoute({
      method: 'post',
      path: '/api/workshops/{workshopId}/people/{memberId}/badges',
      summary: 'Give somebody a badge, by its number',
      tag,
      access: 'member',
      params: ofPerson,
      body: addBadge,
      reply: z.strictObject({ badgeId }),
      handle: async (request) => {
        const { memberId } = ofOurs(request);
        const badgeId = await add(memberId, request.body.badge, request.memberId());
        return { status: 201, body: { badgeId } };
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/api/workshops/{workshopId}/people/{memberId}/badges/{badgeId}',
      summary: 'Take a badge away: it opens nothing from now on',
      tag,
      access: 'member',
      params: ofPerson.extend({ badgeId }),
      reply: removed,
      handle: (request) => remove(personOf(request).memberId, request.params.badgeId),
    }),
    defineRoute({
      method: 'put',
      path: '/api/workshops/{workshopId}/people/{memberId}/pin',
      summary: 'Set the PIN of somebody without e-mail',
      tag,
      access: 'member',
      params: ofPerson,
      body: setPin,
      reply: kept,
      handle: async (request) => {
        await pins.set(await withoutMail(request), request.body.pin);
        return { body: { kept: true as const } };
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/api/workshops/{workshopId}/people/{memberId}/pin',
      summary: 'Take somebody’s PIN away',
      tag,
      access: 'member',
      params: ofPerson,
      reply: removed,
      handle: async (request) => {
        await pins.remove(personOf(request).memberId);
        return { body: { removed: true as const } };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/workshops/{workshopId}/people/{memberId}/claim',
      summary: 'A link with which somebody gives their account an e-mail address and a password',
      tag,
      access: 'member',
      params: ofPerson,
      body: z.strictObject({}),
      reply: claimLink,
      handle: async (request) => {
        const memberId = setUp(request);
        if (!(await claims.isOpen(memberId))) {
          throw new HttpProblem('account-refused', 'Its owner signs in to this account already.');
        }
        const { token, expiresAt } = await claims.make(memberId);
        return { status: 201, body: { url: `${url}/claim/${token}`, expiresAt } };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/claim',
      summary: 'Make an account that was made for you your own',
      tag: 'me',
      access: 'public',
      body: claimAccount,
      reply: z.strictObject({ claimed: z.literal(true) }),
      handle: async ({ body, address }) => {
        await accounts.attempts.count(`claim|${address}`, CLAIMS.maximum, CLAIMS.windowMs);
        const { outcome } = await claims.redeem(body);
        if (outcome === 'unknown')
          throw new HttpProblem('code-invalid', 'This link has run out, or was used.');
        if (outcome === 'taken') {
          throw new HttpProblem('account-refused', 'There is an account with this address already.');
        }
        return { body: { claimed: true as const } };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/me/badges',
      summary: 'By what readers and kiosks know you',
      tag: 'me',
      access: 'member',
      reply: badgesView,
      handle: async (request) => ({ body: await viewOf(request.memberId()) }),
    }),
    defineRoute({
      method: 'delete',
      path: '/api/me/badges/{badgeId}',
      summary: 'Give a badge back, or one that is lost: it opens nothing from now on',
      tag: 'me',
      access: 'member',
      params: z.strictObject({ badgeId }),
      reply: removed,
      handle: (request) => remove(request.memberId(), request.params.badgeId),
    }),
    defineRoute({
      method: 'put',
      path: '/api/me/pin',
      summary: 'Set your PIN for the kiosks',
      tag: 'me',
      access: 'member',
      body: setPin,
      reply: kept,
      handle: async (request) => {
        await pins.set(request.memberId(), request.body.pin);
        return { body: { kept: true as const } };
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/api/me/pin',
      summary: 'Have no PIN any more',
      tag: 'me',
      access: 'member',
      reply: removed,
      handle: async (request) => {
        await pins.remove(request.memberId());
        return { body: { removed: true as const } };
      },
    }),
  ];
}
