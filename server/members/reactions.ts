import { type Consequences, noticeToMember, type Reaction } from '../reactions/reaction.ts';
import { isErased } from './queries.ts';

const NOTHING: Consequences = { commands: [], notices: [] };

/** Tells a member what others decided about them; one's own acts are no news. */
export const tellMembers: Reaction = {
  name: 'tellMembers',
  on: [
    'MembershipGranted',
    'MembershipDeclined',
    'MembershipEnded',
    'MemberPaused',
    'PauseReviewed',
    'PauseLifted',
    'CompetenceGranted',
    'CompetenceWithdrawn',
    'RoleAppointed',
    'RoleRecalled',
  ],
  react: (event, { views }) => noticeToMember(event, (memberId) => isErased(views, memberId)),
};

/**
 * Makes sure that what is personal about an erased member goes, also when the server fell between the event and the
 * erasure. Again: finds nothing.
 */
export const eraseAccounts = (accounts: { erase(memberId: string): Promise<unknown> }): Reaction => ({
  name: 'eraseAccounts',
  on: ['MemberErased'],
  async react({ data }) {
    if ('memberId' in data) await accounts.erase(data.memberId);
    return NOTHING;
  },
});
