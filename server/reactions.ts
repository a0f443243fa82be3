import type { Accounts } from './accounts/accounts.ts';
import { bookingReactions } from './bookings/reactions.ts';
import { eraseAccounts, tellMembers } from './members/reactions.ts';
import type { Reaction } from './reactions/reaction.ts';

/** Every context's reactions. */
export const reactionsOf = (accounts: Pick<Accounts, 'erase'>): readonly Reaction[] => [
  ...bookingReactions,
  tellMembers,
  eraseAccounts(accounts),
];
