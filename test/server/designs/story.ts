import { NO_DESIGN_FACTS } from '../../../server/designs/decide.ts';
import type { DesignCommand, PublishRevision } from '../../../server/designs/designCommands.ts';
import { NOTHING_AGAINST, type PublishingFacts } from '../../../server/designs/rules/publishing.ts';
import { type DesignContent, EMPTY_CONTENT } from '../../../shared/designs/content.ts';
import type { DesignEvent } from '../../../shared/schemasOfEvents.ts';

const id = (last: string) => `00000000-0000-4000-8000-0000000000${last}`;
export const [ANNA, BEN, CLEO, STEFANIA] = [id('a1'), id('a2'), id('a3'), id('a4')];
export const [TEXT, HOME, SUGGESTION, PROBLEM, QUESTION, ANSWER, REVIEW] = [
  id('e1'),
  id('01'),
  id('51'),
  id('61'),
  id('71'),
  id('72'),
  id('81'),
];
export const [CUBE, FORK, PUMP] = [id('d1'), id('d2'), id('d3')];

export const contentId = (name: string): string => name.padEnd(64, '0');

export const summary: PublishRevision['summary'] = {
  title: 'Power Cube',
  purpose: '',
  category: 'energy',
  tags: [],
  language: 'en',
  version: '',
  technologyReadiness: null,
  documentationReadiness: null,
  licence: 'CC-BY-SA-4.0',
  lines: 0,
  steps: 0,
  files: 0,
  picture: null,
};

/** The next revision, by Anna. */
export const publish = (revision: number, change: Partial<PublishRevision> = {}): PublishRevision => ({
  type: 'PublishRevision',
  designId: CUBE,
  revision,
  contentId: contentId(`c${revision}`),
  summary,
  files: [],
  uses: [],
  forkedFrom: null,
  workshopId: null,
  publishedBy: ANNA,
  fixes: [],
  ...change,
});

const revisionFacts = (revision: number, publishedBy = ANNA) => ({
  designId: CUBE,
  revision,
  contentId: contentId(`c${revision}`),
  summary,
  files: [],
  uses: [],
  publishedBy,
});
export const published: DesignEvent = {
  type: 'DesignPublished',
  data: { ...revisionFacts(1), forkedFrom: null, workshopId: HOME },
};
export const revisionPublished = (revision: number): DesignEvent => ({
  type: 'RevisionPublished',
  data: revisionFacts(revision),
});
/** Of Ben's fork. */
export const suggested: DesignEvent = {
  type: 'SuggestionMade',
  data: {
    designId: CUBE,
    suggestionId: SUGGESTION,
    from: { designId: FORK, revision: 1 },
    base: { designId: CUBE, revision: 1 },
    messageId: null,
    suggestedBy: BEN,
  },
};
/** By Cleo. */
export const raised: DesignEvent = {
  type: 'ProblemRaised',
  data: {
    designId: CUBE,
    problemId: PROBLEM,
    revision: 1,
    safety: true,
    line: null,
    step: null,
    textId: TEXT,
    raisedBy: CLEO,
  },
};
export const asked: DesignEvent = {
  type: 'QuestionAsked',
  data: { designId: CUBE, questionId: QUESTION, revision: 1, textId: TEXT, askedBy: CLEO },
};
/** By Ben. */
export const answered: DesignEvent = {
  type: 'QuestionAnswered',
  data: { designId: CUBE, questionId: QUESTION, answerId: ANSWER, textId: TEXT, answeredBy: BEN },
};

export const facts = (publishing: Partial<PublishingFacts> = {}) => ({
  ...NO_DESIGN_FACTS,
  publishing: { ...NOTHING_AGAINST, ...publishing },
});

export const ofSuggestion = { designId: CUBE, suggestionId: SUGGESTION };
export const ofProblem = { designId: CUBE, problemId: PROBLEM };
export const ofAnswer = { designId: CUBE, questionId: QUESTION, answerId: ANSWER };
export type Command = DesignCommand;

/** Some design with a licence and a few lines. */
export const content = (change: Partial<DesignContent> = {}): DesignContent => ({
  ...EMPTY_CONTENT,
  title: 'Power Cube',
  licence: 'CC-BY-SA-4.0',
  parts: [line('pump', 1), line('bolt', 8), line('hose', 2)],
  ...change,
});

export const line = (name: string, quantity: number): DesignContent['parts'][number] => ({
  id: `line-${name}`,
  parent: null,
  name,
  specification: '',
  material: '',
  quantity,
  written: '',
  unit: 'piece',
  source: 'buy',
  tracked: false,
  of: null,
  cut: null,
  alternatives: [],
  mass: null,
  price: null,
  machines: [],
  files: [],
  note: '',
});
