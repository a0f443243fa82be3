import { z } from 'zod';
import { objection } from './bookings/rules.ts';
import { interval } from './time.ts';

/** Every kind of problem that the API answers with (RFC 9457); `type` is `/problems/{kind}` and stays stable. */
export const problemKind = z.enum([
  'malformed-request',
  'invalid-request',
  'too-large',
  'unsupported-media-type',
  'file-refused',
  'file-withdrawn',
  'upload-offset',
  'not-signed-in',
  'forbidden',
  'wrong-origin',
  'not-found',
  'method-not-allowed',
  'format-not-offered',
  'refused',
  'command-id-missing',
  'command-id-reused',
  'contended',
  'precondition-required',
  'precondition-failed',
  'rate-limited',
  'storage-full',
  'storage-read-only',
  'log-unavailable',
  'starting',
  'sign-in-failed',
  'account-refused',
  'code-invalid',
  'internal',
]);
export type ProblemKind = z.infer<typeof problemKind>;

/** application/problem+json */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  /** Of `invalid-request`: where and why, one line for each mistake. */
  mistakes: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
  /** Of `refused`: every rule that stands, and the one nearest slot. */
  objections: z.array(objection).optional(),
  nearest: interval.nullable().optional(),
  /** Of `upload-offset`: the byte that is to come next. */
  offset: z.int().optional(),
  requestId: z.string().optional(),
});
export type Problem = z.infer<typeof problem>;
