import { z } from 'zod';
import { workshopId } from '../../shared/identifiers.ts';
import { properName } from '../../shared/text.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { keyScopes } from '../authorisation/table.ts';
import { HttpProblem } from '../http/problem.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { workshopById } from '../workshops/queries.ts';
import { rolesOf } from './queries.ts';

const scope = z.enum(keyScopes);
const keyView = z.strictObject({
  keyId: z.string(),
  name: z.string().nullable(),
  /** Its first characters, to tell it from others. */
  start: z.string().nullable(),
  scopes: z.array(z.string()),
  workshopId: z.string().nullable(),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
});
const newKey = z.strictObject({
  name: properName,
  scopes: z.array(scope).min(1).max(keyScopes.length),
  /** The one workshop in which it acts; null: wherever you may. */
  workshopId: workshopId.nullable(),
  /** Days until it ends by itself; null: until it is revoked. */
  days: z.int().min(1).max(3650).nullable(),
});

const tag = 'me';
const MAXIMUM_KEYS = 50;

/** API keys: they act for their owner, within scopes and one workshop, and never for anything about people. */
export function keyRoutes({ views }: Pick<Parts, 'views'>, accounts: Pick<Accounts, 'keys'>): AnyRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/me/keys',
      summary: 'Your API keys, without their secrets',
      tag,
      access: 'member',
      reply: z.strictObject({ keys: z.array(keyView) }),
      handle: async (request) => {
        const keys = await accounts.keys.of(request.memberId());
        return {
          body: { keys: keys.map(({ enabled: _, scopes, ...key }) => ({ ...key, scopes: [...scopes] })) },
        };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/me/keys',
      summary: 'Make an API key; it is shown this once',
      tag,
      access: 'member',
      body: newKey,
      reply: z.strictObject({ keyId: z.string(), key: z.string() }),
      handle: async (request) => {
        const memberId = request.memberId();
        const { name, scopes, workshopId, days } = request.body;
        if (workshopId !== null) {
          if (!workshopById(views, workshopId))
            throw new HttpProblem('not-found', 'There is no such workshop.');
          if (rolesOf(views, memberId, workshopId, request.now).length === 0) {
            throw new HttpProblem('forbidden', 'A key acts in a workshop of yours.');
          }
        }
        if ((await accounts.keys.of(memberId)).length >= MAXIMUM_KEYS) {
          throw new HttpProblem('account-refused', `You have ${MAXIMUM_KEYS} keys: revoke one first.`);
        }
        const asked = {
          memberId,
          name,
          scopes,
          ...(workshopId === null ? {} : { workshopId }),
          ...(days === null ? {} : { expiresInSeconds: days * 86_400 }),
        };
        return { status: 201, body: await accounts.keys.create(asked) };
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/api/me/keys/{keyId}',
      summary: 'Revoke an API key at once',
      tag,
      access: 'member',
      params: z.strictObject({ keyId: z.string().min(1).max(64) }),
      reply: z.strictObject({ revoked: z.literal(true) }),
      handle: async (request) => {
        const revoked = await accounts.keys.revoke(request.memberId(), request.params.keyId);
        if (!revoked) throw new HttpProblem('not-found', 'You have no such key.');
        return { body: { revoked: true as const } };
      },
    }),
  ];
}
