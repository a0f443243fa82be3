import type { IncomingMessage } from 'node:http';
import { commandId } from '../../shared/identifiers.ts';
import { HttpProblem } from './problem.ts';

/** Headers of which two contradict each other: Node keeps the first or joins them, we take neither. */
const SINGLE = new Set([
  'host',
  'content-type',
  'content-length',
  'content-encoding',
  'authorization',
  'x-api-key',
  'cookie',
  'origin',
  'if-match',
  'idempotency-key',
  'last-event-id',
]);

/** @throws {HttpProblem} malformed-request where a header that must stand alone comes twice, or `Host` not at all. */
export function checkHeaders(request: IncomingMessage): void {
  const { rawHeaders } = request;
  let seen = '';
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]?.toLowerCase() ?? '';
    if (!SINGLE.has(name)) continue;
    if (seen.includes(`|${name}|`))
      throw new HttpProblem('malformed-request', `The header ${name} came twice.`);
    seen += `|${name}|`;
  }
  if (request.headers.host === undefined && request.httpVersion === '1.1') {
    throw new HttpProblem('malformed-request', 'The header host is missing.');
  }
}

/** The id of a command. @throws {HttpProblem} command-id-missing, malformed-request */
export function commandIdOf(request: IncomingMessage): string {
  const given = request.headers['idempotency-key'];
  if (given === undefined || given === '') throw new HttpProblem('command-id-missing');
  const read = commandId.safeParse(given);
  if (!read.success) throw new HttpProblem('malformed-request', 'Idempotency-Key must be one UUID.');
  return read.data;
}

/** Entity tags as RFC 9110 writes them; ours hold a revision. */
const ENTITY_TAG = /^"[\x21\x23-\x7e]*"$/;
const REVISION_TAG = /^"(0|[1-9][0-9]{0,14})"$/;

/**
 * The revision that `If-Match` names.
 * @throws {HttpProblem} precondition-required without one, precondition-failed for a tag that none of ours can be,
 *   malformed-request for a list, a star or something that is no tag.
 */
export function ifMatchOf(request: IncomingMessage): number {
  const given = request.headers['if-match'];
  if (given === undefined || given === '') throw new HttpProblem('precondition-required');
  const revision = REVISION_TAG.exec(given)?.[1];
  if (revision !== undefined) return Number(revision);
  if (ENTITY_TAG.test(given) && !given.includes(',')) throw new HttpProblem('precondition-failed');
  throw new HttpProblem('malformed-request', 'If-Match must name exactly one revision, such as "3".');
}

/** Whether `If-None-Match` names this tag (weakly compared, as RFC 9110 has it). */
export function isKnown(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  return header.split(',').some((entry) => entry.trim().replace(/^W\//, '') === tag);
}
