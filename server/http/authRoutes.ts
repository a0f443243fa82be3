import type { AuthHandler } from '../accounts/authHandler.ts';
import { AUTH_ROUTES } from '../accounts/authRoutes.ts';
import { AUTH_PATH } from '../accounts/signIn.ts';
import type { RawRoute } from './rawRoute.ts';

/**
 * The open doors of the sign-in library as routes of ours.
 * @param afterwards called when an answer has left: somebody may be signed out by now.
 */
export function authRoutes(handler: AuthHandler, afterwards: () => void): RawRoute[] {
  return AUTH_ROUTES.map(({ method, path, summary, body }) => ({
    method: method === 'GET' ? 'get' : 'post',
    path: `${AUTH_PATH}${path.replaceAll(/:(\w+)/g, '{$1}')}`,
    summary,
    tag: 'signing in',
    access: 'public',
    produces: 'application/json',
    statuses: method === 'GET' ? [200, 302] : [200],
    ...(body === undefined ? {} : { body }),
    respond: async (request, response, { requestId }) => {
      if (method === 'POST') response.once('finish', afterwards);
      await handler(request, response, requestId);
    },
  }));
}
