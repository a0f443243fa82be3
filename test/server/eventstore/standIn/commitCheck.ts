/** `EventNumber.DeletedStream`. */
export const DELETED = 2n ** 63n - 1n;

/** What a write expects: a revision, or one of the words. */
export type Expected = bigint | 'any' | 'noStream' | 'streamExists';

export interface StreamState {
  /** Of its last event; -1 for a stream without any, {@link DELETED} after a tombstone. */
  last: bigint;
  /** `$tb` of its metadata; {@link DELETED} for a stream that was soft-deleted. */
  truncateBefore: bigint;
  /** Of all its events, by revision. */
  ids: string[];
  /** Where in the log they lie, by revision. */
  indexes: number[];
  /** Ids that this process of the server has written: best effort, gone after a restart. */
  recent: Map<string, bigint>;
}

export interface CommitCheck {
  decision: 'ok' | 'deleted' | 'wrongExpectedVersion' | 'idempotent' | 'corruptedIdempotency';
  current: bigint;
  /** Revision of the last duplicate. */
  last: bigint;
  softDeleted: boolean;
}

/**
 * Whether a write may happen: `IndexWriter.CheckCommit` of EventStoreDB, step by step.
 *
 * - `any` and `exists` go by the ids that the process remembers: all there, in whatever order, is idempotent; the first
 *   there and a later one not is "corrupted" (answered as a wrong version); the first *not* there is a plain write,
 *   even if later ones are.
 * - A revision below the head compares ids one by one from the revision after it; at the head it writes, even ids that
 *   the stream holds already.
 */
export function checkCommit(
  state: StreamState,
  hasMetadata: boolean,
  expected: Expected,
  ids: readonly string[],
): CommitCheck {
  const current = state.last;
  const softDeleted = state.truncateBefore === DELETED;
  const answer = (decision: CommitCheck['decision'], last = -1n, deleted = false): CommitCheck => ({
    decision,
    current,
    last,
    softDeleted: deleted,
  });

  if (current === DELETED) return answer('deleted');
  if (expected === 'streamExists') {
    if (softDeleted) return answer('deleted');
    if (current < 0n && !hasMetadata) return answer('wrongExpectedVersion');
  }
  if (expected === 'any' || expected === 'streamExists') {
    let last: bigint | undefined;
    for (const id of ids) {
      const at = state.recent.get(id);
      if (at === undefined) {
        return last === undefined ? answer('ok', -1n, softDeleted) : answer('corruptedIdempotency');
      }
      last = at;
    }
    return last === undefined ? answer('ok', -1n, softDeleted) : answer('idempotent', last);
  }

  const version = expected === 'noStream' ? -1n : expected;
  if (version > current) return answer('wrongExpectedVersion');
  if (version === current) return answer('ok', -1n, softDeleted);
  let at = version;
  for (const id of ids) {
    at += 1n;
    if (state.ids[Number(at)] === id) continue;
    if (at !== version + 1n) return answer('corruptedIdempotency');
    if (version === -1n && softDeleted) return answer('ok', -1n, true);
    return answer('wrongExpectedVersion');
  }
  return at === version ? answer('wrongExpectedVersion') : answer('idempotent', at);
}
