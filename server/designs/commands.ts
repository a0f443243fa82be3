import type { DesignEvent } from '../../shared/schemasOfEvents.ts';
import type { CommandDefinition, Occasion } from '../commands/definition.ts';
import { isErased, rolesOf } from '../members/queries.ts';
import type { Parts } from '../parts.ts';
import { suggestedChanges } from './adopting.ts';
import { commonAncestor } from './ancestry.ts';
import { type DesignFacts, designDecider, NO_DESIGN_FACTS } from './decide.ts';
import type { DesignCommand, SuggestChanges } from './designCommands.ts';
import { lineageLinks } from './lineageLinks.ts';
import { publishingFacts } from './publishingFacts.ts';
import { designById, isMaintainer, revisionOf } from './queries.ts';
import type { SuggestingFacts } from './rules/suggesting.ts';
import { type DesignState, latestOf } from './state.ts';

type Of<Type extends DesignCommand['type']> = Extract<DesignCommand, { type: Type }>;
export type DesignDefinition<Type extends DesignCommand['type']> = CommandDefinition<
  Of<Type>,
  DesignState,
  DesignEvent,
  DesignFacts
>;

export const designStream = (designId: string): string => `design-${designId}`;

/** The commands of a lineage; their facts come from the views, the file store and the contents of revisions. */
export function designCommands(parts: Pick<Parts, 'views' | 'files' | 'designs' | 'names'>): {
  [Type in DesignCommand['type']]: DesignDefinition<Type>;
} {
  const { views, names } = parts;
  const plain = <Type extends DesignCommand['type']>(type: Type): DesignDefinition<Type> => ({
    type,
    decider: designDecider,
    stream: ({ designId }) => designStream(designId),
    facts: () => NO_DESIGN_FACTS,
  });
  const ofSuggestion = (state: DesignState, { suggestionId }: { suggestionId: string }) =>
    state.status === 'published' ? state.suggestions[suggestionId]?.revision : undefined;
  const ofProblem = (state: DesignState, { problemId }: { problemId: string }) =>
    state.status === 'published' ? state.problems[problemId]?.revision : undefined;
  const ofQuestion = (state: DesignState, { questionId }: { questionId: string }) =>
    state.status === 'published' ? state.questions[questionId]?.revision : undefined;
  const maintaining = (
    { actor, now }: Occasion,
    state: DesignState,
    known: { memberId?: string; of?: string },
  ): DesignFacts => ({
    ...NO_DESIGN_FACTS,
    maintaining: {
      isStewardOfHome:
        state.status === 'published' &&
        state.workshopId !== null &&
        actor.kind === 'member' &&
        rolesOf(views, actor.memberId, state.workshopId, now).includes('steward'),
      memberIsKnown:
        known.memberId !== undefined &&
        !isErased(views, known.memberId) &&
        (names.of([known.memberId]).get(known.memberId) ?? null) !== null,
      otherIsKnown: known.of !== undefined && designById(views, known.of) !== null,
    },
  });
  return {
    PublishRevision: {
      ...plain('PublishRevision'),
      facts: async (command, { now }, state) => ({
        ...NO_DESIGN_FACTS,
        publishing: await publishingFacts(parts, command, state, now),
      }),
      entityRevision: (state, { adopts }) => (adopts ? ofSuggestion(state, adopts) : undefined),
    },
    SuggestChanges: {
      ...plain('SuggestChanges'),
      facts: (command, _occasion, state) => ({
        ...NO_DESIGN_FACTS,
        suggesting: suggestingFacts(parts, command, state),
      }),
    },
    WithdrawSuggestion: { ...plain('WithdrawSuggestion'), entityRevision: ofSuggestion },
    DeclineSuggestion: { ...plain('DeclineSuggestion'), entityRevision: ofSuggestion },
    ReopenSuggestion: { ...plain('ReopenSuggestion'), entityRevision: ofSuggestion },
    RaiseProblem: plain('RaiseProblem'),
    ConfirmProblem: { ...plain('ConfirmProblem'), entityRevision: ofProblem },
    DismissProblem: { ...plain('DismissProblem'), entityRevision: ofProblem },
    FixProblem: { ...plain('FixProblem'), entityRevision: ofProblem },
    ReopenProblem: { ...plain('ReopenProblem'), entityRevision: ofProblem },
    WithdrawProblem: { ...plain('WithdrawProblem'), entityRevision: ofProblem },
    AskQuestion: plain('AskQuestion'),
    WithdrawQuestion: { ...plain('WithdrawQuestion'), entityRevision: ofQuestion },
    AnswerQuestion: plain('AnswerQuestion'),
    WithdrawAnswer: plain('WithdrawAnswer'),
    MarkAnswer: plain('MarkAnswer'),
    UnmarkAnswer: plain('UnmarkAnswer'),
    GiveReview: plain('GiveReview'),
    TakeBackReview: plain('TakeBackReview'),
    DeclareDuplicate: {
      ...plain('DeclareDuplicate'),
      facts: (command, occasion, state) => maintaining(occasion, state, command),
    },
    TakeBackDuplicate: {
      ...plain('TakeBackDuplicate'),
      facts: (command, occasion, state) => maintaining(occasion, state, command),
    },
    NameMaintainer: {
      ...plain('NameMaintainer'),
      facts: (command, occasion, state) => maintaining(occasion, state, command),
    },
    RecallMaintainer: {
      ...plain('RecallMaintainer'),
      facts: (command, occasion, state) => maintaining(occasion, state, command),
    },
  };
}

function suggestingFacts(
  { views, designs }: Pick<Parts, 'views' | 'designs'>,
  { designId, from, suggestedBy }: SuggestChanges,
  state: DesignState,
): SuggestingFacts {
  const fork = revisionOf(views, from.designId, from.revision);
  const base = fork
    ? commonAncestor(lineageLinks(views), { designId, revision: latestOf(state) }, from)
    : null;
  const origin = base && revisionOf(views, base.designId, base.revision);
  const [before, after] = [origin && designs.read(origin.contentId), fork && designs.read(fork.contentId)];
  return {
    base,
    hasChanges: before && after ? suggestedChanges(before, after).length > 0 : false,
    maintainsFork: isMaintainer(views, from.designId, suggestedBy),
  };
}
