import type { Objection } from '../../../shared/bookings/rules.ts';
import type { DesignEvent } from '../../../shared/schemasOfEvents.ts';
import { accepted, type Decision, refused } from '../../commands/decider.ts';
import type { LineageCommand } from '../designCommands.ts';
import { latestOf, type PublishedDesign } from '../state.ts';

export const NOT_MAINTAINER: Objection = {
  rule: 'notMaintainer',
  message: 'Only maintainers of this design decide that.',
};
export const NO_SUCH_REVISION: Objection = {
  rule: 'noSuchRevision',
  message: 'This design has no such revision.',
};

export const maintains = (state: PublishedDesign, memberId: string): boolean =>
  state.maintainers.includes(memberId);

export const hasRevision = (state: PublishedDesign, revision: number): boolean => revision <= latestOf(state);

/** What is known from elsewhere about who does it. Convergent. */
export interface MaintainingFacts {
  /** Whether the giver is a steward of the workshop where the design is at home. */
  isStewardOfHome: boolean;
  /** Whether the member who is to be a maintainer has an account here that is not erased. */
  memberIsKnown: boolean;
  /** Whether the other design is here. */
  otherIsKnown: boolean;
}

export const NOTHING_KNOWN: MaintainingFacts = {
  isStewardOfHome: false,
  memberIsKnown: false,
  otherIsKnown: false,
};

/** Reviews, duplicates and maintainers. */
export function decideLineage(
  command: LineageCommand,
  state: PublishedDesign,
  facts: MaintainingFacts,
): Decision<DesignEvent> {
  const { designId } = command;
  switch (command.type) {
    case 'GiveReview': {
      const { reviewId, revision, mark, textId, reviewedBy } = command;
      if (!hasRevision(state, revision)) return refused(NO_SUCH_REVISION);
      const isThere = Object.values(state.reviews).some(
        (each) =>
          !each.takenBack &&
          each.reviewedBy === reviewedBy &&
          each.ofRevision === revision &&
          each.mark === mark,
      );
      if (isThere) {
        return refused({ rule: 'alreadyReviewed', message: 'You have given this mark to it already.' });
      }
      return accepted({
        type: 'ReviewGiven',
        data: { designId, reviewId, revision, mark, textId, reviewedBy },
      });
    }
    case 'TakeBackReview': {
      const { reviewId, by } = command;
      const review = state.reviews[reviewId];
      if (!review) return refused({ rule: 'noSuchReview', message: 'There is no such review.' });
      if (review.reviewedBy !== by) {
        return refused({ rule: 'notYours', message: 'Only whoever wrote this takes it back.' });
      }
      if (review.takenBack) return accepted();
      return accepted({ type: 'ReviewTakenBack', data: { designId, reviewId } });
    }
    case 'DeclareDuplicate': {
      const { of, by: declaredBy } = command;
      if (of === designId) {
        return refused({ rule: 'itself', message: 'A design is not a duplicate of itself.' });
      }
      if (!facts.otherIsKnown) {
        return refused({ rule: 'noSuchDesign', message: 'The other design is not here.' });
      }
      if (state.duplicates[of] !== undefined) return accepted();
      return accepted({ type: 'DuplicateDeclared', data: { designId, of, declaredBy } });
    }
    case 'TakeBackDuplicate': {
      const { of, by } = command;
      const declaredBy = state.duplicates[of];
      if (declaredBy === undefined) return accepted();
      if (declaredBy !== by && !mayName(state, facts, by)) return refused(NOT_MAINTAINER);
      return accepted({ type: 'DuplicateTakenBack', data: { designId, of } });
    }
    case 'NameMaintainer': {
      const { memberId, by } = command;
      if (!mayName(state, facts, by)) return refused(NOT_MAINTAINER);
      if (!facts.memberIsKnown) {
        return refused({ rule: 'noSuchMember', message: 'There is no such member.' });
      }
      if (maintains(state, memberId)) return accepted();
      return accepted({ type: 'MaintainerNamed', data: { designId, memberId } });
    }
    case 'RecallMaintainer': {
      const { memberId, by } = command;
      if (!mayName(state, facts, by)) return refused(NOT_MAINTAINER);
      if (!maintains(state, memberId)) return accepted();
      if (state.maintainers.length === 1) {
        return refused({
          rule: 'lastMaintainer',
          message: 'Somebody has to look after it: name another maintainer first.',
        });
      }
      return accepted({ type: 'MaintainerRecalled', data: { designId, memberId } });
    }
  }
}

const mayName = (state: PublishedDesign, { isStewardOfHome }: MaintainingFacts, by: string): boolean =>
  isStewardOfHome || maintains(state, by);
