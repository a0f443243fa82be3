import { AsyncLocalStorage } from 'node:async_hooks';
import type { AccountsUnavailable } from './unavailable.ts';

/** What belongs to one request through the sign-in library, which swallows errors and orders work its own way. */
export interface RequestScope {
  /** The last storage error below this request, so that it answers 503 and not what the library made of it. */
  unavailable: AccountsUnavailable | null;
  /** Passwords hashed ahead of the transaction that needs them: hashing must not hold the write lock. */
  hashedAhead: Map<string, string>;
}

export const requestScope = new AsyncLocalStorage<RequestScope>();
