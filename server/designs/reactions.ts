import type { JsonObject } from '../../shared/event.ts';
import { isErased } from '../members/queries.ts';
import { type Consequences, noticeToMember, type Reaction } from '../reactions/reaction.ts';
import type { ViewsReader } from '../views/reader.ts';
import { maintainersOf } from './queries.ts';
import { problemOf, questionOf, suggestionOf } from './queriesOfTalk.ts';
import { designsUsing } from './users.ts';

const NOTHING: Consequences = { commands: [], notices: [] };

/** Tells each once; nobody of what they did themselves. */
function told(
  views: ViewsReader,
  actor: string,
  memberIds: Iterable<string | null | undefined>,
  kind: string,
  params: JsonObject,
): Consequences['notices'] {
  return [...new Set(memberIds)].flatMap((memberId) =>
    memberId && actor !== `member:${memberId}` && !isErased(views, memberId)
      ? [{ memberId, kind, params }]
      : [],
  );
}

/** Tells those who maintain a design of what others suggest, find and ask about it. */
const tellMaintainers: Reaction = {
  name: 'tellMaintainers',
  on: ['SuggestionMade', 'ProblemRaised', 'QuestionAsked'],
  react({ type, data, actor }, { views }) {
    if (!('designId' in data)) return NOTHING;
    const { designId } = data;
    const tell = (kind: string, params: JsonObject): Consequences => ({
      commands: [],
      notices: told(views, actor, maintainersOf(views, designId), kind, { designId, ...params }),
    });
    if ('base' in data) {
      return tell(type, { suggestionId: data.suggestionId, otherDesignId: data.from.designId });
    }
    if ('safety' in data) {
      return tell(data.safety ? 'SafetyProblemRaised' : type, { problemId: data.problemId });
    }
    return 'questionId' in data ? tell(type, { questionId: data.questionId }) : NOTHING;
  },
};

/** Tells whoever wrote something about a design what became of it. */
const tellAuthors: Reaction = {
  name: 'tellAuthors',
  on: [
    'SuggestionAdopted',
    'SuggestionDeclined',
    'ProblemConfirmed',
    'ProblemFixed',
    'ProblemDismissed',
    'QuestionAnswered',
  ],
  react({ type, data, actor }, { views }) {
    if (!('designId' in data)) return NOTHING;
    const { designId } = data;
    const reason: JsonObject = 'reasonId' in data ? { reasonId: data.reasonId } : {};
    const tell = (memberId: string | undefined, params: JsonObject): Consequences => ({
      commands: [],
      notices: told(views, actor, [memberId], type, { designId, ...params, ...reason }),
    });
    if ('suggestionId' in data) {
      const { suggestionId } = data;
      return tell(suggestionOf(views, designId, suggestionId)?.suggestedBy, { suggestionId });
    }
    if ('problemId' in data) {
      const { problemId } = data;
      return tell(problemOf(views, designId, problemId)?.raisedBy, { problemId });
    }
    if (!('questionId' in data)) return NOTHING;
    const { questionId } = data;
    return tell(questionOf(views, designId, questionId)?.askedBy, { questionId });
  },
};

/** Tells those who look after designs that use an older revision of this one; once for each design. */
const announceRevision: Reaction = {
  name: 'announceRevision',
  on: ['RevisionPublished'],
  react({ type, data, actor }, { views }) {
    if (type !== 'RevisionPublished' || !('contentId' in data)) return NOTHING;
    const { designId: otherDesignId, revision } = data;
    const notices = designsUsing(views, otherDesignId, revision).flatMap((designId) =>
      told(views, actor, maintainersOf(views, designId), 'SubDesignRevised', { designId, otherDesignId }),
    );
    return { commands: [], notices };
  },
};

/** Tells a member that they maintain a design, or no longer. */
const tellNamed: Reaction = {
  name: 'tellNamedMaintainers',
  on: ['MaintainerNamed', 'MaintainerRecalled'],
  react: (event, { views }) => noticeToMember(event, (memberId) => isErased(views, memberId)),
};

/** What people are told of designs. */
export const designReactions: readonly Reaction[] = [
  tellMaintainers,
  tellAuthors,
  announceRevision,
  tellNamed,
];
