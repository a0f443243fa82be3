import type { Objection } from '../../../shared/bookings/rules.ts';
import type { PinnedRevision } from '../../../shared/designs/partLines.ts';
import type { DesignEvent } from '../../../shared/schemasOfEvents.ts';
import { accepted, type Decision, refused } from '../../commands/decider.ts';
import type { SuggestChanges, SuggestionCommand } from '../designCommands.ts';
import { isSameRevision, type PublishedDesign } from '../state.ts';
import { maintains, NOT_MAINTAINER } from './maintaining.ts';

/** What is known from elsewhere of a suggestion that is to be made. */
export interface SuggestingFacts {
  /** The nearest revision that both grew out of; null: they have nothing in common. Immutable. */
  base: PinnedRevision | null;
  /** Whether the fork says anything that the base does not. Immutable. */
  hasChanges: boolean;
  /** Whether whoever suggests maintains the fork. Convergent: a suggestion once made stands. */
  maintainsFork: boolean;
}

export const NO_SUGGESTION: SuggestingFacts = { base: null, hasChanges: false, maintainsFork: false };

const GONE: Objection = { rule: 'noSuchSuggestion', message: 'There is no such suggestion.' };
const NOT_OPEN: Objection = { rule: 'notOpen', message: 'This suggestion is not open any more.' };
const NOT_YOURS: Objection = { rule: 'notYours', message: 'Only whoever wrote this takes it back.' };

/** Suggesting, and what becomes of it short of adopting (see publishing.ts). */
export function decideSuggestion(
  command: SuggestionCommand,
  state: PublishedDesign,
  facts: SuggestingFacts,
): Decision<DesignEvent> {
  if (command.type === 'SuggestChanges') return suggest(command, state, facts);
  const { designId, suggestionId, by } = command;
  const suggestion = state.suggestions[suggestionId];
  if (!suggestion) return refused(GONE);
  const data = { designId, suggestionId };
  const isOwn = suggestion.suggestedBy === by;
  switch (command.type) {
    case 'WithdrawSuggestion':
      if (!isOwn) return refused(NOT_YOURS);
      if (suggestion.status === 'withdrawn') return accepted();
      if (suggestion.status !== 'open') return refused(NOT_OPEN);
      return accepted({ type: 'SuggestionWithdrawn', data });
    case 'DeclineSuggestion':
      if (!maintains(state, by)) return refused(NOT_MAINTAINER);
      if (suggestion.status !== 'open') return refused(NOT_OPEN);
      return accepted({
        type: 'SuggestionDeclined',
        data: { ...data, reasonId: command.reasonId, declinedBy: by },
      });
    case 'ReopenSuggestion':
      if (suggestion.status === 'open') return accepted();
      if (suggestion.status === 'adopted') {
        return refused({ rule: 'adopted', message: 'All of this suggestion has been adopted.' });
      }
      if (suggestion.status === 'withdrawn' ? !isOwn : !maintains(state, by)) {
        return refused(suggestion.status === 'withdrawn' ? NOT_YOURS : NOT_MAINTAINER);
      }
      return accepted({ type: 'SuggestionReopened', data });
  }
}

function suggest(
  { designId, suggestionId, from, messageId, suggestedBy }: SuggestChanges,
  state: PublishedDesign,
  { base, hasChanges, maintainsFork }: SuggestingFacts,
): Decision<DesignEvent> {
  const objections: Objection[] = [];
  if (!maintainsFork) {
    objections.push({ rule: 'notYourFork', message: 'Only maintainers of a fork suggest what it changed.' });
  }
  if (from.designId === designId) {
    objections.push({ rule: 'itself', message: 'A design cannot suggest anything to itself.' });
  } else if (base === null) {
    objections.push({ rule: 'noCommonAncestor', message: 'The two have no revision in common.' });
  } else if (!hasChanges) {
    objections.push({
      rule: 'nothingChanged',
      message: 'The fork has changed nothing that is not here already.',
    });
  }
  const isThere = Object.values(state.suggestions).some(
    (each) => each.status === 'open' && isSameRevision(each.from, from),
  );
  if (isThere) {
    objections.push({ rule: 'alreadySuggested', message: 'This revision has been suggested already.' });
  }
  if (objections.length > 0 || base === null) return refused(...objections);
  return accepted({
    type: 'SuggestionMade',
    data: { designId, suggestionId, from, base, messageId, suggestedBy },
  });
}
