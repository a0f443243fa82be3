import type { Problem, ProblemKind } from '../../shared/problem.ts';

/** Status, title and explanation of every kind of problem. The kinds are stable; sentences may improve. */
export const PROBLEMS: Record<ProblemKind, { status: number; title: string; meaning: string }> = {
  'malformed-request': {
    status: 400,
    title: 'The request cannot be read',
    meaning:
      'The address, a header or the body is not well formed: broken JSON, an unknown encoding, a header twice.',
  },
  'invalid-request': {
    status: 400,
    title: 'The request is not valid',
    meaning: 'Fields are missing, unknown or out of range. `mistakes` names each with its place.',
  },
  'too-large': {
    status: 413,
    title: 'The request is too large',
    meaning: 'A body may hold one megabyte, and one change of the log as much.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The body is not JSON',
    meaning: 'Bodies are `application/json` in UTF-8, plain or compressed with gzip, deflate or Brotli.',
  },
  'file-refused': {
    status: 422,
    title: 'This file cannot be taken',
    meaning:
      'To show a machine or a build, photographs (JPEG, PNG, WebP), manuals (PDF) and voice notes are taken; for a design, any file; whole and undamaged. `detail` says what is wrong.',
  },
  'file-withdrawn': {
    status: 409,
    title: 'This file was withdrawn',
    meaning: 'Its content is gone, and is not taken again.',
  },
  'upload-offset': {
    status: 409,
    title: 'The file goes on elsewhere',
    meaning: 'A piece of a file begins where the last one ended. `offset` is the byte to send next.',
  },
  'not-signed-in': { status: 401, title: 'Please sign in', meaning: 'This needs a session or an API key.' },
  forbidden: {
    status: 403,
    title: 'This is not yours to do',
    meaning: 'Your roles, or the scopes of your key, do not allow it here.',
  },
  'wrong-origin': {
    status: 403,
    title: 'The request came from another site',
    meaning: 'Changes with a session cookie are taken from our own pages only.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing here',
    meaning: 'No such thing is known under this address.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'This address does not take that method',
    meaning: 'The `Allow` header names those that it takes.',
  },
  'format-not-offered': {
    status: 501,
    title: 'It is not offered in that format',
    meaning: '`detail` names the formats in which this address answers.',
  },
  refused: {
    status: 409,
    title: 'The rules stand against it',
    meaning:
      '`objections` names every rule that stands; `nearest` is the one nearest slot that satisfies all, if any.',
  },
  'command-id-missing': {
    status: 400,
    title: 'The command has no id',
    meaning:
      'Commands carry a UUID of their own in `Idempotency-Key`, so that a repeat is not carried out twice.',
  },
  'command-id-reused': {
    status: 409,
    title: 'This command id was used for something else',
    meaning: 'The same `Idempotency-Key` came with other content. Use a new one for a new command.',
  },
  contended: {
    status: 409,
    title: 'Others were writing at the same moment',
    meaning: 'Nothing was written. Sending the same again, with the same `Idempotency-Key`, is safe.',
  },
  'precondition-required': {
    status: 428,
    title: 'The request must say what it changes',
    meaning: 'Changing an existing thing needs `If-Match` with the `ETag` that you read.',
  },
  'precondition-failed': {
    status: 412,
    title: 'It has changed since you read it',
    meaning: '`If-Match` names an older revision. Read it again, then decide.',
  },
  'rate-limited': {
    status: 429,
    title: 'Too many requests',
    meaning: 'Wait for as many seconds as `Retry-After` says.',
  },
  'storage-full': {
    status: 507,
    title: 'The disk is full',
    meaning: 'Nothing was written. The operator has to make room; then it goes on by itself.',
  },
  'storage-read-only': {
    status: 503,
    title: 'The disk may only be read at present',
    meaning: 'Nothing was written. Reading goes on.',
  },
  'log-unavailable': {
    status: 503,
    title: 'The log does not answer',
    meaning: 'It is not known whether it was written. Send the same again with the same `Idempotency-Key`.',
  },
  starting: {
    status: 503,
    title: 'Not ready',
    meaning: 'The server is starting or stopping. Try again in a moment.',
  },
  'sign-in-failed': {
    status: 401,
    title: 'Signing in did not work',
    meaning: 'The address or the password is wrong, or there is no such account.',
  },
  'account-refused': {
    status: 400,
    title: 'The account could not be changed',
    meaning: 'The sign-in service refused it; `detail` says why.',
  },
  'code-invalid': {
    status: 403,
    title: 'This code is not valid',
    meaning: 'It is wrong, used up or expired.',
  },
  internal: {
    status: 500,
    title: 'Something went wrong on our side',
    meaning: 'It is in the log of the server under this `requestId`.',
  },
};

/** What a problem may tell besides its kind; `headers` go out with the answer, the rest into its body. */
export interface ProblemExtra extends Pick<Problem, 'mistakes' | 'objections' | 'nearest' | 'offset'> {
  headers?: Record<string, string>;
  /** Another status of the same class than the kind's own. */
  status?: number;
}

/** Thrown anywhere below a route: answered as `application/problem+json`, never with a stack. */
export class HttpProblem extends Error {
  override name = 'HttpProblem';
  readonly kind: ProblemKind;
  readonly status: number;
  readonly detail: string | undefined;
  readonly extra: ProblemExtra;

  /** @param detail a sentence for the person about this very case. */
  constructor(kind: ProblemKind, detail?: string, extra: ProblemExtra = {}) {
    super(detail ?? PROBLEMS[kind].title);
    this.kind = kind;
    this.status = extra.status ?? PROBLEMS[kind].status;
    this.detail = detail;
    this.extra = extra;
  }

  /** The body of the answer. */
  toProblem(requestId: string): Problem {
    const { mistakes, objections, nearest, offset } = this.extra;
    return {
      type: `/problems/${this.kind}`,
      title: PROBLEMS[this.kind].title,
      status: this.status,
      ...(this.detail === undefined ? {} : { detail: this.detail }),
      ...(mistakes === undefined ? {} : { mistakes }),
      ...(objections === undefined ? {} : { objections }),
      ...(nearest === undefined ? {} : { nearest }),
      ...(offset === undefined ? {} : { offset }),
      requestId,
    };
  }
}
