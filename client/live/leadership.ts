/** The part of `navigator.locks` that is needed. */
export interface Locks {
  request(name: string, options: { signal: AbortSignal }, callback: () => Promise<void>): Promise<unknown>;
}

/**
 * Calls `lead` once this tab is the first in line, and the function that it returned when this tab stands down.
 * Without Web Locks (plain HTTP) every tab leads for itself. Returns the way to stand down.
 */
export function standForLeader(locks: Locks | undefined, name: string, lead: () => () => void): () => void {
  if (!locks) return lead();
  const leaving = new AbortController();
  locks
    .request(name, { signal: leaving.signal }, async () => {
      const stop = lead();
      await new Promise<void>((resolve) => {
        if (leaving.signal.aborted) resolve();
        leaving.signal.addEventListener('abort', () => resolve(), { once: true });
      });
      stop();
    })
    .catch((error: unknown) => {
      if (!leaving.signal.aborted) throw error;
    });
  return () => leaving.abort();
}
