import type { Objection } from '../../../shared/bookings/rules.ts';
import type { DesignEvent } from '../../../shared/schemasOfEvents.ts';
import { accepted, type Decision, refused } from '../../commands/decider.ts';
import type { PublishRevision } from '../designCommands.ts';
import type { LicenceObjection } from '../licenceRule.ts';
import { type DesignState, latestOf, type Suggestion } from '../state.ts';

/** What is known from elsewhere of a revision that is to be published. */
export interface PublishingFacts {
  /** Pinned designs that are not here, or not at that revision: `title or id, revision 3`. */
  unknownSubDesigns: readonly string[];
  /**
   * Titles from this design through its parts back to itself; null: none. Pinned revisions and what they pin never
   * change, so no race can break this.
   */
  cycle: readonly string[] | null;
  /** What stands against its licences, of what it was made from. */
  licences: readonly LicenceObjection[];
  /** Whether its home is a workshop that its publisher is in. Convergent. */
  isInWorkshop: boolean;
  /** Whether the revision that it is forked from is here. */
  originIsKnown: boolean;
  /** Paths of files of it that the store does not hold; more than these are not named. */
  missingFiles: readonly string[];
}

/** Nothing stands against it. */
export const NOTHING_AGAINST: PublishingFacts = {
  unknownSubDesigns: [],
  cycle: null,
  licences: [],
  isInWorkshop: true,
  originIsKnown: true,
  missingFiles: [],
};

type Rule = (
  command: PublishRevision,
  state: DesignState,
  facts: PublishingFacts,
) => Objection | Objection[] | null;

const listed = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');

/** Strong. */
const notMaintainer: Rule = ({ publishedBy }, state) =>
  state.status === 'published' && !state.maintainers.includes(publishedBy)
    ? {
        rule: 'notMaintainer',
        message: 'Only its maintainers publish the next revision: fork it, and suggest your changes to them.',
      }
    : null;

/** Strong: two who publish at once get two numbers, or one of them hears of the other. */
const newerRevision: Rule = ({ revision }, state) => {
  const latest = latestOf(state);
  if (revision === latest + 1) return null;
  if (revision > latest + 1) {
    return { rule: 'newerRevision', message: `The next revision has the number ${latest + 1}.` };
  }
  return { rule: 'newerRevision', message: `Revision ${latest} came out meanwhile: compare it with yours.` };
};

/** Strong. */
const nothingChanged: Rule = ({ contentId }, state) =>
  state.status === 'published' && state.contents.at(-1) === contentId
    ? { rule: 'nothingChanged', message: 'Nothing has changed since its newest revision.' }
    : null;

const unknownSubDesign: Rule = (_command, _state, { unknownSubDesigns: unknown }) =>
  unknown.length === 0
    ? null
    : {
        rule: 'unknownSubDesign',
        message: `The parts list names designs that are not here: ${listed(unknown)}.`,
      };

const unknownOrigin: Rule = (_command, _state, { originIsKnown }) =>
  originIsKnown
    ? null
    : { rule: 'unknownOrigin', message: 'The revision that this was forked from is not here.' };

/** Strong: decided through pinned revisions, which never change. */
const cycle: Rule = (_command, _state, facts) =>
  facts.cycle === null
    ? null
    : { rule: 'cycle', message: `A design cannot be a part of itself: ${facts.cycle.join(' → ')}.` };

/** Its sources are immutable, and the stream itself knows which there are: no race can break it. */
const licence: Rule = (_command, _state, { licences }) =>
  licences.map(({ rule, sentence: message }) => ({ rule, message }));

/** Convergent: somebody who leaves the workshop later leaves the design at home there. */
const notInWorkshop: Rule = (_command, _state, { isInWorkshop }) =>
  isInWorkshop
    ? null
    : { rule: 'notInWorkshop', message: 'A design can be at home only in a workshop that you are in.' };

const fileMissing: Rule = (_command, _state, { missingFiles }) =>
  missingFiles.length === 0
    ? null
    : { rule: 'fileMissing', message: `These files are not here any more: ${listed(missingFiles)}.` };

/** Strong. */
const notOpen: Rule = ({ adopts }, state) =>
  adopts !== undefined && suggestionOf(state, adopts.suggestionId)?.status !== 'open'
    ? { rule: 'notOpen', message: 'This suggestion is not open any more.' }
    : null;

/** Strong. */
const noSuchProblem: Rule = ({ fixes }, state) => {
  const fixable = (id: string) => {
    const problem = state.status === 'published' ? state.problems[id] : undefined;
    return problem?.status === 'open' || problem?.status === 'confirmed';
  };
  return fixes.every(fixable)
    ? null
    : { rule: 'noSuchProblem', message: 'One of the problems to be fixed is not open any more.' };
};

const rules: readonly Rule[] = [
  notMaintainer,
  newerRevision,
  nothingChanged,
  unknownOrigin,
  unknownSubDesign,
  cycle,
  licence,
  notInWorkshop,
  fileMissing,
  notOpen,
  noSuchProblem,
];

/** Publishes, or tells everything that stands against it at once. */
export function publish(
  command: PublishRevision,
  state: DesignState,
  facts: PublishingFacts,
): Decision<DesignEvent> {
  const objections = rules.flatMap((rule) => rule(command, state, facts) ?? []);
  if (objections.length > 0) return refused(...objections);
  return accepted(revisionOf(command, state), ...adoptionOf(command, state), ...fixesOf(command));
}

function revisionOf(command: PublishRevision, state: DesignState): DesignEvent {
  const { designId, revision, contentId, summary, files, uses, publishedBy, forkedFrom, workshopId } =
    command;
  const facts = { designId, revision, contentId, summary, files, uses, publishedBy };
  if (state.status === 'published') return { type: 'RevisionPublished', data: facts };
  return { type: 'DesignPublished', data: { ...facts, forkedFrom, workshopId } };
}

function adoptionOf({ adopts, ...command }: PublishRevision, state: DesignState): DesignEvent[] {
  const suggestion = adopts && suggestionOf(state, adopts.suggestionId);
  if (!adopts || !suggestion) return [];
  const { designId, revision: inRevision, publishedBy: adoptedBy } = command;
  const { from, suggestedBy } = suggestion;
  return [
    { type: 'SuggestionAdopted', data: { designId, ...adopts, from, inRevision, suggestedBy, adoptedBy } },
  ];
}

const suggestionOf = (state: DesignState, suggestionId: string): Suggestion | undefined =>
  state.status === 'published' ? state.suggestions[suggestionId] : undefined;

const fixesOf = ({ designId, fixes, revision: inRevision, publishedBy: fixedBy }: PublishRevision) =>
  [...new Set(fixes)].map(
    (problemId): DesignEvent => ({
      type: 'ProblemFixed',
      data: { designId, problemId, inRevision, fixedBy },
    }),
  );
