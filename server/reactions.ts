import type { Accounts } from './accounts/accounts.ts';
import { bookingReactions } from './bookings/reactions.ts';
import { buildReactions } from './builds/reactions.ts';
import { inviteHolder } from './calendars/reactions.ts';
import { competenceReactions } from './competences/reactions.ts';
import { designReactions } from './designs/reactions.ts';
import { removeWithdrawn } from './files/reactions.ts';
import type { FileStore } from './files/store.ts';
import { itemReactions } from './items/reactions.ts';
import { careReactions } from './machines/care/reactions.ts';
import { eraseAccounts, tellMembers } from './members/reactions.ts';
import { networkReactions } from './network/reactions.ts';
import type { Reaction } from './reactions/reaction.ts';
import { stockReactions } from './stock/reactions.ts';

/** Every context's reactions. */
export const reactionsOf = (
  accounts: Pick<Accounts, 'erase'>,
  files: Pick<FileStore, 'remove'>,
  /** Origin as people reach the program. */
  url: string,
): readonly Reaction[] => [
  ...bookingReactions,
  ...competenceReactions,
  ...careReactions,
  ...designReactions,
  ...networkReactions,
  ...buildReactions,
  ...itemReactions,
  ...stockReactions,
  tellMembers,
  eraseAccounts(accounts),
  removeWithdrawn(files),
  inviteHolder(url),
];
