import { asThere, nowThere } from '../serverClock.ts';

/** A server is not so exact about the time, milliseconds. */
const CLOCKS_DIFFER = 60_000;

/** Written down by a clock that is ahead, what happened would lie in the server's future: it is set right. */
export function inServerTime(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('at' in body) || typeof body.at !== 'string')
    return body;
  const at = Date.parse(body.at);
  return at > nowThere() + CLOCKS_DIFFER
    ? { ...body, at: new Date(Math.min(asThere(at), nowThere())).toISOString() }
    : body;
}
