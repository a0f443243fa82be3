import type { EventType } from '../../shared/schemasOfEvents.ts';
import type { Consequences, Reaction } from '../reactions/reaction.ts';
import type { ProjectedEvent } from '../views/projection.ts';

/** What people are told about: each of these speaks of `memberId` in `workshopId`. */
const TOLD = [
  'MembershipRequested',
  'MembershipGranted',
  'MembershipDeclined',
  'MembershipEnded',
  'MemberPaused',
  'PauseLifted',
  'CompetenceGranted',
  'CompetenceWithdrawn',
  'RoleAppointed',
  'RoleRecalled',
] as const satisfies readonly EventType[];
type Told = (typeof TOLD)[number];

const NOTHING: Consequences = { commands: [], notices: [] };

/** One event of any of these types. */
type ToldEvent = { [Type in Told]: ProjectedEvent<Type> }[Told];

const isTold = (event: ProjectedEvent): event is ToldEvent => TOLD.some((type) => type === event.type);

/** Tells a member what others decided about them; one's own acts are no news. Stewards see requests on their desk. */
export const tellMembers: Reaction = {
  name: 'tellMembers',
  on: TOLD.filter((type) => type !== 'MembershipRequested'),
  react(event) {
    if (!isTold(event)) return NOTHING;
    const { memberId, workshopId } = event.data;
    if (event.actor === `member:${memberId}`) return NOTHING;
    // Names and texts are joined when it is read: the notice holds ids and instants only.
    const { memberId: _, ...params } = { ...event.data, workshopId };
    return { commands: [], notices: [{ memberId, kind: event.type, params }] };
  },
};

/**
 * Makes sure that what is personal about an erased member goes, also when the server fell between the event and the
 * erasure. Again: finds nothing.
 */
export const eraseAccounts = (accounts: { erase(memberId: string): Promise<unknown> }): Reaction => ({
  name: 'eraseAccounts',
  on: ['MemberErased'],
  async react(event) {
    if (event.type === 'MemberErased') await accounts.erase(event.data.memberId);
    return NOTHING;
  },
});
