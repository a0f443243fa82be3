import { z } from 'zod';
import { workshopId } from '../../shared/identifiers.ts';
import {
  addKiosk,
  type KioskSignInBody,
  kioskSession,
  kioskSignIn,
  kioskState,
  kiosksView,
  pairedKiosk,
  pairingCode,
  pairKiosk,
} from '../../shared/kiosks/views.ts';
import { zonedText } from '../../shared/workshops/zonedText.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { KIOSK_PATIENCE_MS } from '../accounts/kiosks.ts';
import { uuidv5 } from '../commands/identity.ts';
import { HttpProblem } from '../http/problem.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import { peopleOf, rolesOf } from '../members/queries.ts';
import type { Parts } from '../parts.ts';
import { enterWorkshop } from '../workshops/door.ts';
import { workshopById } from '../workshops/queries.ts';
import { kioskMachines } from './state.ts';

const tag = 'kiosk';
const inWorkshop = z.strictObject({ workshopId });
/** PINs typed at one kiosk, right and wrong, by anybody. */
const TRIES = { maximum: 30, windowMs: 15 * 60_000 } as const;
/** Badges held to one kiosk: more than people come by, fewer than finds a number by trying. */
const BADGES = { maximum: 120, windowMs: 15 * 60_000 } as const;
/** People of one name whose PINs are tried: more than that share no name. */
const NAMESAKES = 5;

const folded = (name: string) =>
  name.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/\s+/g, ' ').trim().toLowerCase();

/** Shared tablets: pairing them, and standing before them. */
export function kioskRoutes(
  { views, names }: Pick<Parts, 'views' | 'names'>,
  accounts: Pick<Accounts, 'kiosks' | 'devices' | 'badges' | 'pins' | 'attempts'>,
): AnyRoute[] {
  const { kiosks, devices, badges, pins, attempts } = accounts;

  /** People of the workshop who are called so; for a name that nobody has, somebody who is nobody. */
  const called = (name: string, workshop: string): string[] => {
    const members = peopleOf(views, workshop).map(({ memberId }) => memberId);
    const known = names.of(members);
    const found = members.filter((memberId) => folded(known.get(memberId) ?? '') === folded(name));
    return found.length > 0 ? found.slice(0, NAMESAKES) : [uuidv5(folded(name), workshop)];
  };
  /** @throws {HttpProblem} sign-in-failed, the same whether or not such a member exists */
  const whoIs = async (
    body: KioskSignInBody,
    { deviceId, workshopId }: { deviceId: string; workshopId: string },
  ) => {
    const { badge, memberId, name = '', pin = '' } = body;
    if (badge !== undefined) {
      await attempts.count(`kioskBadge|${deviceId}`, BADGES.maximum, BADGES.windowMs);
      const holder = badges.memberOf(badge);
      if (holder === null) throw new HttpProblem('sign-in-failed', 'Nobody here has this badge.');
      return holder;
    }
    await attempts.count(`kiosk|${deviceId}`, TRIES.maximum, TRIES.windowMs);
    const candidates = memberId === undefined ? called(name, workshopId) : [memberId];
    for (const candidate of candidates) if (await pins.verify(candidate, pin)) return candidate;
    throw new HttpProblem('sign-in-failed', 'The name and the PIN do not go together.');
  };

  return [
    defineRoute({
      method: 'get',
      path: '/api/workshops/{workshopId}/kiosks',
      summary: 'The shared tablets of a workshop',
      tag,
      access: 'member',
      params: inWorkshop,
      reply: kiosksView,
      handle: async (request) => {
        const { workshopId } = enterWorkshop(views, request, 'kiosk.manage');
        const found = await devices.of('kiosk', workshopId);
        return {
          body: {
            kiosks: found.map(({ deviceId, name, addedAt, lastSeenAt }) => ({
              kioskId: deviceId,
              name,
              addedAt,
              lastSeenAt,
            })),
          },
        };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/workshops/{workshopId}/kiosks',
      summary: 'A code that makes a tablet a kiosk of the workshop: once, within ten minutes',
      tag,
      access: 'member',
      params: inWorkshop,
      body: addKiosk,
      reply: pairingCode,
      handle: async (request) => {
        const { workshopId } = enterWorkshop(views, request, 'kiosk.manage');
        return { status: 201, body: await kiosks.pairingCode({ workshopId, name: request.body.name }) };
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/api/workshops/{workshopId}/kiosks/{kioskId}',
      summary: 'Part with a tablet: it shows nothing any more, and whoever stands before it is signed out',
      tag,
      access: 'member',
      params: inWorkshop.extend({ kioskId: z.uuid() }),
      reply: z.strictObject({ removed: z.literal(true) }),
      handle: async (request) => {
        const { workshopId } = enterWorkshop(views, request, 'kiosk.manage');
        const { kioskId } = request.params;
        const here = await devices.of('kiosk', workshopId);
        if (!here.some(({ deviceId }) => deviceId === kioskId)) {
          throw new HttpProblem('not-found', 'There is no such kiosk.');
        }
        await devices.revoke('kiosk', kioskId);
        return { body: { removed: true as const } };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/kiosk/pair',
      summary: 'Become a kiosk, with the code that a steward was given',
      tag,
      access: 'public',
      body: pairKiosk,
      reply: pairedKiosk,
      handle: async ({ body }) => {
        const found = await kiosks.redeem(body.code);
        if (!found) throw new HttpProblem('code-invalid');
        const { kioskId, workshopId, name } = found;
        const key = await devices.giveKey({ deviceId: kioskId, kind: 'kiosk', workshopId, name });
        return { status: 201, body: { kioskId, key, workshopId, name } };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/kiosk/state',
      summary: 'What every machine of the workshop is doing now; nobody is named',
      tag,
      access: 'kiosk',
      reply: kioskState,
      handle: async (request) => {
        const { deviceId, workshopId } = request.device();
        const workshop = workshopById(views, workshopId);
        if (!workshop) throw new HttpProblem('not-found', 'There is no such workshop.');
        await devices.seen(deviceId, null);
        const { name: workshopName, timeZone } = workshop;
        const name = (await devices.of('kiosk', workshopId)).find((one) => one.deviceId === deviceId)?.name;
        return {
          body: {
            name: name ?? '',
            workshopId,
            workshopName,
            timeZone,
            now: zonedText(request.now, timeZone),
            machines: kioskMachines(views, workshop, request.now),
          },
          momentary: true,
        };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/kiosk/sign-in',
      summary:
        'Stand before the kiosk, by badge or by name and PIN; half a minute without a request signs out',
      tag,
      access: 'kiosk',
      body: kioskSignIn,
      reply: kioskSession,
      handle: async (request) => {
        const device = request.device();
        const memberId = await whoIs(request.body, device);
        if (rolesOf(views, memberId, device.workshopId, request.now).length === 0) {
          throw new HttpProblem('sign-in-failed', 'This kiosk is for the people of its workshop.');
        }
        const key = await kiosks.open({ memberId, kioskId: device.deviceId });
        const name = names.of([memberId]).get(memberId) ?? '';
        return { status: 201, body: { key, memberId, name, idleSeconds: KIOSK_PATIENCE_MS / 1000 } };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/kiosk/sign-out',
      summary: 'Walk away from the kiosk',
      tag,
      access: 'kiosk',
      body: z.strictObject({}),
      reply: z.strictObject({ signedOut: z.literal(true) }),
      handle: async (request) => {
        await kiosks.close(request.device().deviceId);
        return { body: { signedOut: true as const } };
      },
    }),
  ];
}
