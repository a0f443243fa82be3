import type { Objection } from '../../shared/bookings/rules.ts';
import type { MemberEvent } from '../../shared/schemasOfEvents.ts';
import { accepted, type Decision, refused } from '../commands/decider.ts';
import type { PersonHere } from './state.ts';
import {
  isInNow,
  isLasting,
  type MemberFacts,
  type MembershipCommand,
  NOT_MEMBER,
  untilPassed,
} from './vocabulary.ts';

/** Who left of their own will may come straight back within this time: the Undo of leaving. */
const COME_BACK_MS = 15 * 60_000;

const NOT_PAUSED: Objection = { rule: 'notPaused', message: 'They are not paused.' };

const NOT_REQUESTED: Objection = { rule: 'notRequested', message: 'They have not asked to come in.' };

/** Coming in, being let go and being paused. */
export function decideMembership(
  command: MembershipCommand,
  here: PersonHere,
  facts: MemberFacts,
): Decision<MemberEvent> {
  const { memberId, workshopId } = command;
  const person = { memberId, workshopId };
  switch (command.type) {
    case 'JoinWorkshop':
      return join(command, here, facts);
    case 'GrantMembership':
    case 'ApproveMembership':
      return letIn(command, here, facts);
    case 'DeclineMembership': {
      if (!here.requested) return refused(NOT_REQUESTED);
      return accepted({ type: 'MembershipDeclined', data: { ...person, reasonId: command.reasonId } });
    }
    case 'LeaveWorkshop':
    case 'EndMembership': {
      if (here.membership.status !== 'in' && !here.requested) return refused(NOT_MEMBER);
      const reasonId = command.type === 'EndMembership' ? command.reasonId : null;
      return accepted({ type: 'MembershipEnded', data: { ...person, reasonId } });
    }
    case 'PauseMember': {
      const { until, reasonId, pausedBy, what } = command;
      const objections: Objection[] = [];
      if (!isInNow(here, facts)) objections.push(NOT_MEMBER);
      if (pausedBy === memberId) {
        objections.push({ rule: 'notOneself', message: 'Nobody pauses themselves.' });
      }
      if (Date.parse(until) <= facts.now) objections.push(untilPassed('pause'));
      if (objections.length > 0) return refused(...objections);
      return accepted({
        type: 'MemberPaused',
        data: { ...person, until, reasonId, pausedBy, what: [...new Set(what)] },
      });
    }
    case 'ReviewPause': {
      const { upheld, reviewedBy } = command;
      const { pause } = here;
      if (pause === null || pause.until <= facts.now) return refused(NOT_PAUSED);
      const objections: Objection[] = [];
      if (reviewedBy === memberId || reviewedBy === pause.pausedBy) {
        objections.push({ rule: 'secondSteward', message: 'Another steward has to review this pause.' });
      }
      if (pause.upheld && upheld) {
        objections.push({ rule: 'alreadyReviewed', message: 'This pause has been upheld already.' });
      }
      if (objections.length > 0) return refused(...objections);
      return accepted({ type: 'PauseReviewed', data: { ...person, upheld, reviewedBy } });
    }
    case 'LiftPause': {
      if (here.pause === null || here.pause.until <= facts.now) return refused(NOT_PAUSED);
      if (command.liftedBy === memberId) {
        return refused({ rule: 'notOneself', message: 'Another steward has to lift your pause.' });
      }
      return accepted({ type: 'PauseLifted', data: person });
    }
  }
}

function join(
  { memberId, workshopId, messageId, invited }: Extract<MembershipCommand, { type: 'JoinWorkshop' }>,
  here: PersonHere,
  { joining, now }: MemberFacts,
): Decision<MemberEvent> {
  const { membership } = here;
  const person = { memberId, workshopId };
  // A visitor may still become a member.
  if (isLasting(membership, now) && (membership.kind === 'member' || invited?.kind === 'visitor')) {
    return refused({ rule: 'alreadyMember', message: 'You are in already.' });
  }
  if (
    membership.status === 'ended' &&
    membership.byOneself &&
    now - membership.at <= COME_BACK_MS &&
    (membership.until === null || membership.until > now)
  ) {
    const { kind, until } = membership;
    return accepted({
      type: 'MembershipGranted',
      data: { ...person, kind, until: until === null ? null : new Date(until).toISOString(), by: 'joining' },
    });
  }
  if (invited) {
    if (membership.status === 'ended' && membership.at > Date.parse(invited.usedAt)) {
      return refused({
        rule: 'invitation',
        message: 'You came in with this invitation before: ask for another one.',
      });
    }
    return accepted({
      type: 'MembershipGranted',
      data: { ...person, kind: invited.kind, until: null, by: 'invitation' },
    });
  }
  switch (joining) {
    case 'open':
      return accepted({
        type: 'MembershipGranted',
        data: { ...person, kind: 'member', until: null, by: 'joining' },
      });
    case 'invitation':
      return refused({
        rule: 'invitation',
        message: 'This workshop takes in people with an invitation: ask a member for one.',
      });
    case 'approval': {
      if (here.requested) {
        return refused({
          rule: 'alreadyRequested',
          message: 'You have asked already; a steward will answer.',
        });
      }
      return accepted({ type: 'MembershipRequested', data: { ...person, messageId } });
    }
  }
}

function letIn(
  command: Extract<MembershipCommand, { type: 'GrantMembership' | 'ApproveMembership' }>,
  here: PersonHere,
  { now }: MemberFacts,
): Decision<MemberEvent> {
  const { memberId, workshopId, kind, until } = command;
  const { membership, requested } = here;
  const objections: Objection[] = [];
  if (until !== null && Date.parse(until) <= now) objections.push(untilPassed('membership'));
  // Approving again changes what they are, or takes back an ending; a stranger has to ask first.
  if (command.type === 'ApproveMembership' && !requested && membership.status === 'none') {
    objections.push(NOT_REQUESTED);
  }
  const sameUntil = membership.status === 'in' && membership.until === (until && Date.parse(until));
  if (!requested && isLasting(membership, now) && membership.kind === kind && sameUntil) {
    objections.push({ rule: 'alreadyMember', message: 'They are in already.' });
  }
  if (objections.length > 0) return refused(...objections);
  return accepted({ type: 'MembershipGranted', data: { memberId, workshopId, kind, until, by: 'steward' } });
}
