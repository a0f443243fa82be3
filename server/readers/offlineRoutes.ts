import { heartbeat, replay } from '../../shared/readers/commands.ts';
import { grantsView, heartbeatReply, publicKeyView, replayReply } from '../../shared/readers/views.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { askingReader } from './door.ts';
import { grantsFor } from './entitled.ts';
import { replayEntries } from './replay.ts';

const tag = 'reader';

/** What a reader needs to work on without the network: the time, grants beforehand, and where to tell afterwards. */
export function offlineRoutes(
  { commands, views }: Pick<Parts, 'commands' | 'views'>,
  { badges, devices, grantKeys: keys }: Pick<Accounts, 'badges' | 'devices' | 'grantKeys'>,
): AnyRoute[] {
  const publicKey = { algorithm: 'Ed25519', x: keys.publicKey } as const;
  return [
    defineRoute({
      method: 'get',
      path: '/api/reader/public-key',
      summary: 'The key that checks the signatures of grants',
      tag,
      access: 'public',
      reply: publicKeyView,
      handle: () => ({ body: publicKey }),
    }),
    defineRoute({
      method: 'post',
      path: '/api/reader/heartbeat',
      summary: 'Say that a reader is there and what its clock shows; hear by how much that is ahead',
      tag,
      access: 'reader',
      body: heartbeat,
      reply: heartbeatReply,
      handle: async (request) => {
        const { readerId, machineIds } = askingReader(views, request.device());
        const ahead = Date.parse(request.body.at) - request.now;
        await devices.seen(readerId, ahead);
        const now = new Date(request.now).toISOString();
        return { body: { now, clockAheadSeconds: ahead / 1000, machineIds } };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/reader/grants',
      summary:
        'Signed grants with which the reader may let people start while it is offline, for twelve hours',
      tag,
      access: 'reader',
      reply: grantsView,
      handle: async (request) => {
        const reader = askingReader(views, request.device());
        const { readerId, workshopId } = reader;
        await devices.seen(readerId, null);
        return {
          body: {
            readerId,
            workshopId,
            issuedAt: new Date(request.now).toISOString(),
            salt: keys.saltOf(readerId),
            publicKey,
            grants: grantsFor({ views, badges, keys }, reader, request.now),
          },
        };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/reader/replay',
      summary: 'Tell what was logged offline: each entry is taken once, however often it comes',
      tag,
      access: 'reader',
      body: replay,
      reply: replayReply,
      handle: async (request) => {
        const reader = askingReader(views, request.device());
        const clockAheadMs = devices.clockAheadOf(reader.readerId);
        await devices.seen(reader.readerId, null);
        const at = { clockAheadMs, now: request.now };
        return {
          body: await replayEntries({ commands, views, badges, keys }, reader, request.body.entries, at),
        };
      },
    }),
  ];
}
