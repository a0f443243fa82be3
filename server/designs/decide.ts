import type { DesignEvent } from '../../shared/schemasOfEvents.ts';
import { type Decider, refused } from '../commands/decider.ts';
import type { DesignCommand } from './designCommands.ts';
import { decideLineage, type MaintainingFacts, NOTHING_KNOWN } from './rules/maintaining.ts';
import { NOTHING_AGAINST, type PublishingFacts, publish } from './rules/publishing.ts';
import { decideSuggestion, NO_SUGGESTION, type SuggestingFacts } from './rules/suggesting.ts';
import { decideProblem, decideQuestion } from './rules/talking.ts';
import { type DesignState, evolveDesign } from './state.ts';

/** What other contexts and designs say; each command needs its own. */
export interface DesignFacts {
  publishing: PublishingFacts;
  suggesting: SuggestingFacts;
  maintaining: MaintainingFacts;
}

/** For commands that need to know nothing from elsewhere. */
export const NO_DESIGN_FACTS: DesignFacts = {
  publishing: NOTHING_AGAINST,
  suggesting: NO_SUGGESTION,
  maintaining: NOTHING_KNOWN,
};

/**
 * The rulebook of `design-{id}`: one lineage. Strong: its revisions are numbered without a gap, only its maintainers
 * publish, and what is adopted is published with it.
 */
export const designDecider: Decider<DesignState, DesignCommand, DesignEvent, DesignFacts> = {
  category: 'design',
  version: 1,
  initialState: { status: 'unpublished' },
  evolve: evolveDesign,
  decide(command, state, facts) {
    if (command.type === 'PublishRevision') return publish(command, state, facts.publishing);
    if (state.status === 'unpublished') {
      return refused({ rule: 'noSuchDesign', message: 'There is no such design.' });
    }
    switch (command.type) {
      case 'SuggestChanges':
      case 'WithdrawSuggestion':
      case 'DeclineSuggestion':
      case 'ReopenSuggestion':
        return decideSuggestion(command, state, facts.suggesting);
      case 'RaiseProblem':
      case 'ConfirmProblem':
      case 'DismissProblem':
      case 'FixProblem':
      case 'ReopenProblem':
      case 'WithdrawProblem':
        return decideProblem(command, state);
      case 'AskQuestion':
      case 'WithdrawQuestion':
      case 'AnswerQuestion':
      case 'WithdrawAnswer':
      case 'MarkAnswer':
      case 'UnmarkAnswer':
        return decideQuestion(command, state);
      case 'GiveReview':
      case 'TakeBackReview':
      case 'DeclareDuplicate':
      case 'TakeBackDuplicate':
      case 'NameMaintainer':
      case 'RecallMaintainer':
        return decideLineage(command, state, facts.maintaining);
    }
  },
};
