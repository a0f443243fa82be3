/** How long an answer is believed without asking again, in milliseconds. */
export const BELIEVED_MS = 30_000;
const MAXIMUM_KEPT = 20_000;

interface Kept<Found> {
  found: Found;
  subject: string;
  until: number;
}

/**
 * Answers to "who is this?" by the hash of a token, kept for at most 30 seconds and forgotten by the id of the
 * session or key behind them.
 */
export interface RecentLookups<Found> {
  /** The kept answer, or that of `look`. `subject` is what {@link forget} names; `expiresAt` in milliseconds. */
  find(
    tokenHash: string,
    look: () => Promise<{ found: Found; subject: string; expiresAt: number } | null>,
  ): Promise<Found | null>;
  forget(subject: string): void;
}

export function recentLookups<Found>(clock: () => Date): RecentLookups<Found> {
  const kept = new Map<string, Kept<Found>>();
  const hashOf = new Map<string, Set<string>>();
  /** Counts what was forgotten: an answer looked up while something was forgotten may be stale already. */
  let forgotten = 0;
  const drop = (tokenHash: string) => {
    const entry = kept.get(tokenHash);
    if (entry === undefined) return;
    kept.delete(tokenHash);
    const hashes = hashOf.get(entry.subject);
    hashes?.delete(tokenHash);
    if (hashes?.size === 0) hashOf.delete(entry.subject);
  };
  const keep = (tokenHash: string, entry: Kept<Found>) => {
    drop(tokenHash);
    if (kept.size >= MAXIMUM_KEPT) for (const oldest of [...kept.keys()].slice(0, 1_000)) drop(oldest);
    kept.set(tokenHash, entry);
    const hashes = hashOf.get(entry.subject) ?? new Set();
    hashOf.set(entry.subject, hashes.add(tokenHash));
  };
  return {
    find: async (tokenHash, look) => {
      const now = clock().getTime();
      const entry = kept.get(tokenHash);
      if (entry && entry.until > now) return entry.found;
      const before = forgotten;
      const looked = await look();
      if (looked === null || looked.expiresAt <= now) {
        drop(tokenHash);
        return null;
      }
      const { found, subject, expiresAt } = looked;
      if (before === forgotten)
        keep(tokenHash, { found, subject, until: Math.min(now + BELIEVED_MS, expiresAt) });
      return found;
    },
    forget: (subject) => {
      forgotten++;
      for (const tokenHash of [...(hashOf.get(subject) ?? [])]) drop(tokenHash);
    },
  };
}
