import type { MemberEvent } from '../../shared/schemasOfEvents.ts';
import { accepted, type Decider, type Decision, refused } from '../commands/decider.ts';
import { decideCompetence } from './decideCompetence.ts';
import { decideMembership } from './decideMembership.ts';
import { evolveMember, type MemberState, NOT_YET_HERE } from './state.ts';
import type { MemberCommand, MemberFacts } from './vocabulary.ts';

/** The rulebook of `member-{id}`: memberships, pauses and competences of one random id. */
export const memberDecider: Decider<MemberState, MemberCommand, MemberEvent, MemberFacts> = {
  category: 'member',
  version: 2,
  initialState: { status: 'known', workshops: {}, competences: {} },
  evolve: evolveMember,
  decide(command, state, facts) {
    if (command.type === 'EraseMember') return erase(command.memberId, state);
    if (state.status === 'erased') {
      return refused({ rule: 'erased', message: 'This account has been erased.' });
    }
    if (command.type === 'GrantCompetence' || command.type === 'WithdrawCompetence') {
      return decideCompetence(command, state, facts);
    }
    return decideMembership(command, state.workshops[command.workshopId] ?? NOT_YET_HERE, facts);
  },
};

/** Ends every membership first, so that each workshop's story tells the end. Again: nothing more to do. */
function erase(memberId: string, state: MemberState): Decision<MemberEvent> {
  if (state.status === 'erased') return accepted();
  const ended = Object.entries(state.workshops)
    .filter(([, { membership, requested }]) => membership.status === 'in' || requested)
    .map(
      ([workshopId]): MemberEvent => ({
        type: 'MembershipEnded',
        data: { memberId, workshopId, reasonId: null },
      }),
    );
  return accepted<MemberEvent>(...ended, { type: 'MemberErased', data: { memberId } });
}
