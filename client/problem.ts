import type { Objection } from '../shared/bookings/rules.ts';
import { type Problem, type ProblemKind, problem, problemKind } from '../shared/problem.ts';
import type { Interval } from '../shared/time.ts';

/** What the client itself finds out: no connection, or an answer that this version of the pages cannot read. */
export type FailureKind = ProblemKind | 'offline' | 'unreadable';

/** Every failed request ends here. `detail` is the server's sentence, where it has one. */
export class RequestFailed extends Error {
  readonly kind: FailureKind;
  /** HTTP status; 0 where no answer came. */
  readonly status: number;
  readonly detail: string | null;
  /** Of `refused`: every rule that stands against the command. */
  readonly objections: Objection[];
  /** Of `refused`: the nearest slot that satisfies all rules. */
  readonly nearest: Interval | null;
  /** Of `invalid-request`: one line for each mistake. */
  readonly mistakes: { path: string; message: string }[];
  readonly requestId: string | null;

  constructor(kind: FailureKind, status: number, told: Partial<Problem> = {}) {
    super(told.detail ?? told.title ?? kind);
    this.name = 'RequestFailed';
    this.kind = kind;
    this.status = status;
    this.detail = told.detail ?? null;
    this.objections = told.objections ?? [];
    this.nearest = told.nearest ?? null;
    this.mistakes = told.mistakes ?? [];
    this.requestId = told.requestId ?? null;
  }
}

/** Whether a retry of the same command could still find that it was carried out the first time. */
export const outcomeUnknown = (failure: RequestFailed) =>
  failure.status === 0 || failure.status >= 500 || failure.kind === 'rate-limited';

/** Reads `application/problem+json`; anything else becomes `internal` or `unreadable`. */
export function problemFrom(status: number, body: unknown): RequestFailed {
  const told = problem.safeParse(body);
  if (!told.success) return new RequestFailed(status >= 500 ? 'internal' : 'unreadable', status);
  const kind = problemKind.safeParse(told.data.type.replace(/^.*\/problems\//, ''));
  return new RequestFailed(kind.success ? kind.data : 'internal', status, told.data);
}
