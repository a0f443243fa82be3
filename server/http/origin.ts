import type { IncomingMessage } from 'node:http';
import { HttpProblem } from './problem.ts';

/**
 * Lets a state-changing request through only from our own pages: browsers say where it comes from in
 * `Sec-Fetch-Site` and `Origin`. What says neither is no browser, and holds no cookie that somebody else could use.
 * @throws {HttpProblem} wrong-origin
 */
export function checkOrigin(request: IncomingMessage, publicOrigin: string): void {
  const { origin, host } = request.headers;
  if (origin === publicOrigin) return;
  const site = request.headers['sec-fetch-site'];
  if (site === 'same-origin' || site === 'none') return;
  if (site === undefined && (origin === undefined || isHost(origin, host))) return;
  throw new HttpProblem('wrong-origin');
}

const isHost = (origin: string, host: string | undefined): boolean => {
  const url = URL.parse(origin);
  return url !== null && host !== undefined && url.host === host.toLowerCase();
};
