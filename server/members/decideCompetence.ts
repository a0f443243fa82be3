import type { Objection } from '../../shared/bookings/rules.ts';
import type { MemberEvent } from '../../shared/schemasOfEvents.ts';
import { accepted, type Decision, refused } from '../commands/decider.ts';
import { type KnownMember, NOT_YET_HERE } from './state.ts';
import { type CompetenceCommand, isInNow, type MemberFacts, NOT_MEMBER, untilPassed } from './vocabulary.ts';

/** Being found able, and no longer. That the giver trains this competence is authorised before. */
export function decideCompetence(
  command: CompetenceCommand,
  state: KnownMember,
  facts: MemberFacts,
): Decision<MemberEvent> {
  const { memberId, workshopId, competenceId } = command;
  const competence = { memberId, workshopId, competenceId };
  const held = state.competences[competenceId];
  if (command.type === 'WithdrawCompetence') {
    if (held?.workshopId !== workshopId) {
      return refused({ rule: 'notHeld', message: 'They do not have that competence from here.' });
    }
    return accepted({ type: 'CompetenceWithdrawn', data: { ...competence, reasonId: command.reasonId } });
  }
  const { until = facts.competenceUntil, grantedBy } = command;
  const objections: Objection[] = [];
  if (!facts.competenceIsTheirs) {
    objections.push({ rule: 'competence', message: 'That competence is not one of this workshop.' });
  }
  if (!isInNow(state.workshops[workshopId] ?? NOT_YET_HERE, facts)) objections.push(NOT_MEMBER);
  if (grantedBy === memberId && !facts.isFounder) {
    objections.push({ rule: 'notOneself', message: 'Another trainer has to confirm what you can do.' });
  }
  if (until !== null && Date.parse(until) <= facts.now) objections.push(untilPassed('competence'));
  const lasts = held !== undefined && (held.until === null || held.until > facts.now);
  if (lasts && held.until === (until && Date.parse(until))) {
    objections.push({ rule: 'alreadyHeld', message: 'They have that competence already.' });
  }
  if (objections.length > 0) return refused(...objections);
  return accepted({ type: 'CompetenceGranted', data: { ...competence, until, grantedBy } });
}
