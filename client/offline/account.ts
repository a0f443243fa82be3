import { signal } from '@preact/signals';

const KEY = 'commonwright-account';
/** Whoever reads without signing in. */
export const NOBODY = 'nobody';

/** Under which account this browser keeps what was read: a member's id, or `nobody`. */
export const account = signal(keptAccount());

function keptAccount(): string {
  try {
    return localStorage.getItem(KEY) ?? NOBODY;
  } catch {
    return NOBODY;
  }
}

/** As another tab of this browser may have set it meanwhile. Where the browser keeps nothing: as this tab knows it. */
export function accountElsewhere(): string {
  try {
    return localStorage.getItem(KEY) ?? account.value;
  } catch {
    return account.value;
  }
}

/** Whether somebody was signed in here when the server was last heard. */
export const someoneHere = () => account.value !== NOBODY;

/**
 * From now on what is read belongs to this member, or to nobody. Where that is another than before, `forget` takes
 * away what the other one read.
 */
export async function takeAccount(memberId: string | null, forget: () => Promise<void>): Promise<void> {
  const next = memberId ?? NOBODY;
  if (account.value === next) return;
  await forget();
  account.value = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // Known until the page is closed.
  }
}
