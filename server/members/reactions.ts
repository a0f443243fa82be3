import type { Consequences, Reaction } from '../reactions/reaction.ts';
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
    'PauseLifted',
    'CompetenceGranted',
    'CompetenceWithdrawn',
    'RoleAppointed',
    'RoleRecalled',
  ],
  react({ type, data, actor }, { views }) {
    if (!('memberId' in data) || actor === `member:${data.memberId}`) return NOTHING;
    if (isErased(views, data.memberId)) return NOTHING;
    // Names and texts are joined when it is read: the notice holds ids and instants only.
    const { memberId, ...params } = data;
    return { commands: [], notices: [{ memberId, kind: type, params }] };
  },
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
