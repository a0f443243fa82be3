/** Why accounts cannot answer: the disk is full, may not be written, another process holds it, or it failed. */
export type UnavailableReason = 'storageFull' | 'readOnly' | 'busy' | 'failed';

/** The accounts database could not do it; nothing was written. Worth a retry later, never a crash. */
export class AccountsUnavailable extends Error {
  override name = 'AccountsUnavailable';
  readonly reason: UnavailableReason;
  constructor(reason: UnavailableReason, cause: unknown) {
    super(SENTENCES[reason], { cause });
    this.reason = reason;
  }
}

const SENTENCES: Record<UnavailableReason, string> = {
  storageFull: 'The disk that holds the accounts is full.',
  readOnly: 'The disk that holds the accounts may only be read at present.',
  busy: 'The accounts are busy; try again in a moment.',
  failed: 'The accounts could not be read or written.',
};

/** Primary result codes of SQLite that speak of the surroundings and not of the statement. */
const REASONS: Record<number, UnavailableReason> = {
  5: 'busy',
  6: 'busy',
  8: 'readOnly',
  10: 'failed',
  11: 'failed',
  13: 'storageFull',
  14: 'failed',
  26: 'failed',
};

/** Turns an error of `node:sqlite` into {@link AccountsUnavailable} where the storage is at fault. */
export function asUnavailable(error: unknown): unknown {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return error;
  const reason = REASONS[error.errcode & 0xff];
  return reason === undefined ? error : new AccountsUnavailable(reason, error);
}
