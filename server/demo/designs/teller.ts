import { Readable } from 'node:stream';
import type { DesignContent } from '../../../shared/designs/content.ts';
import type { ReviewMark } from '../../../shared/designs/events.ts';
import type { PinnedRevision } from '../../../shared/designs/partLines.ts';
import { adoptedRevision } from '../../designs/adoptedRevision.ts';
import { designCommands } from '../../designs/commands.ts';
import type { PublishRevision } from '../../designs/designCommands.ts';
import { latestOf, revisionOf } from '../../designs/queries.ts';
import { revisionFactsOf } from '../../designs/revisionFacts.ts';
import { suggestionOf } from '../../designs/talkQueries.ts';
import { HOUR } from '../calendarOfDays.ts';
import type { KnownWorkshop, Story } from '../founding.ts';
import type { Region } from '../incidents.ts';
import type { Known } from './contentOfPlan.ts';

/** Who does something to a design, and when: days before today, and the hour in UTC. */
export interface Doing {
  by: string;
  daysAgo: number;
  hour?: number;
}

/** Tells what happens to designs. Designs, problems, questions and suggestions are named by words of the story. */
export interface DesignTeller {
  idOf(author: string, word: string): string;
  /** Keeps a file; answers its id. */
  keep(text: string): Promise<string>;
  publish(
    word: string,
    doing: Doing & { home: string },
    content: (known: Omit<Known, 'picture' | 'designNamed'>) => Promise<DesignContent>,
    forkOf?: { word: string; revision: number },
  ): void;
  fork(
    word: string,
    doing: Doing & { home: string },
    of: { word: string; revision: number },
    change: (content: DesignContent) => DesignContent,
  ): void;
  revise(
    word: string,
    doing: Doing,
    changes: string,
    change: (content: DesignContent) => DesignContent,
    fixes?: readonly string[],
  ): void;
  suggest(name: string, word: string, from: string, doing: Doing, message: string): void;
  /** All of it, or the changes with these keys. */
  adopt(name: string, word: string, doing: Doing, words: string, changes?: readonly string[]): void;
  decline(name: string, word: string, doing: Doing, reason: string): void;
  problem(
    name: string,
    word: string,
    doing: Doing,
    text: string,
    about?: { safety?: boolean; line?: string; step?: string },
  ): void;
  confirm(name: string, word: string, doing: Doing): void;
  question(name: string, word: string, doing: Doing, text: string): void;
  answer(name: string, question: string, word: string, doing: Doing, text: string): void;
  mark(answer: string, question: string, word: string, doing: Doing): void;
  review(name: string, word: string, doing: Doing, mark: ReviewMark, text: string): void;
  duplicate(word: string, of: string, doing: Doing): void;
  maintainer(word: string, member: string, doing: Doing): void;
}

/** @param authorOf who published a design first, by its word. */
export function designTeller(story: Story, region: Region, authorOf: (word: string) => string): DesignTeller {
  const { schedule, teller, views, today, designs, files } = story;
  const define = designCommands(story);
  const authors = new Map<string, string>();
  const homes: Record<string, KnownWorkshop> = { ...region };
  const memberOf = (key: string) => {
    const memberId = story.memberIds.get(key);
    if (memberId === undefined) throw new RangeError(`The demo knows nobody called ${key}.`);
    return memberId;
  };
  const idOf = (author: string, word: string) => teller.idOf(memberOf(author), `design ${word}`, 'design');
  const designOf = (word: string) => idOf(authors.get(word) ?? authorOf(word), word);
  const named = (name: string, what: string) => teller.idOf(memberOf('gesa'), `design ${name}`, what);
  const at = ({ daysAgo, hour = 9 }: Doing, happens: () => Promise<void>) =>
    schedule.at(today - daysAgo * 24 * HOUR + hour * HOUR, happens);
  const newest = (word: string): PinnedRevision => {
    const designId = designOf(word);
    const found = latestOf(views, designId);
    if (!found) throw new RangeError(`The demo has not published ${word} yet.`);
    return { designId, revision: found.revision };
  };
  const contentAt = ({ designId, revision }: PinnedRevision): DesignContent => {
    const found = revisionOf(views, designId, revision);
    const content = found && designs.read(found.contentId);
    if (!content) throw new RangeError(`The demo has no content of ${designId} ${revision}.`);
    return content;
  };
  const write = async (
    name: string,
    by: string,
    content: DesignContent,
    of: Pick<PublishRevision, 'designId' | 'revision'> & Partial<PublishRevision>,
  ) => {
    const facts = revisionFactsOf(content, await designs.write(content));
    const command: PublishRevision = {
      type: 'PublishRevision',
      ...facts,
      forkedFrom: null,
      workshopId: null,
      publishedBy: memberOf(by),
      fixes: [],
      ...of,
    };
    await teller.insist(define.PublishRevision, { by: memberOf(by), name, command });
  };
  const textOf = (id: string, kind: string, body: string) => [{ id, kind, body }];

  return {
    idOf,
    keep: async (text) => (await files.take(Readable.from([Buffer.from(text)]), async () => {})).fileId,
    publish: (word, doing, content, forkOf) => {
      authors.set(word, doing.by);
      at(doing, async () => {
        const day = new Date(today - doing.daysAgo * 24 * HOUR).toISOString().slice(0, 10);
        await write(`design ${word}`, doing.by, await content({ pinOf: newest, day }), {
          designId: designOf(word),
          revision: 1,
          workshopId: homes[doing.home]?.workshopId ?? null,
          forkedFrom: forkOf ? { designId: designOf(forkOf.word), revision: forkOf.revision } : null,
        });
      });
    },
    fork(word, doing, of, change) {
      const read = async () => contentAt({ designId: designOf(of.word), revision: of.revision });
      this.publish(word, doing, async () => change({ ...(await read()), changes: '' }), of);
    },
    revise: (word, doing, changes, change, fixes = []) =>
      at(doing, async () => {
        const { designId, revision } = newest(word);
        await write(
          `${word} ${revision + 1}`,
          doing.by,
          change({ ...contentAt({ designId, revision }), changes }),
          {
            designId,
            revision: revision + 1,
            fixes: fixes.map((name) => named(name, 'problem')),
          },
        );
      }),
    suggest: (name, word, from, doing, message) =>
      at(doing, async () => {
        const messageId = named(name, 'suggestionMessage');
        await teller.insist(define.SuggestChanges, {
          by: memberOf(doing.by),
          name: `suggest ${name}`,
          command: {
            type: 'SuggestChanges',
            designId: designOf(word),
            suggestionId: named(name, 'suggestion'),
            from: newest(from),
            messageId,
            suggestedBy: memberOf(doing.by),
          },
          texts: textOf(messageId, 'suggestionMessage', message),
        });
      }),
    adopt: (name, word, doing, words, changes) =>
      at(doing, async () => {
        const { designId, revision: onto } = newest(word);
        const suggestionId = named(name, 'suggestion');
        const suggestion = suggestionOf(views, designId, suggestionId);
        if (!suggestion) throw new RangeError(`The demo has no suggestion ${name}.`);
        const wanted = { changes: changes ? [...changes] : null, sides: {}, onto, words };
        const { revision, taken, whole } = await adoptedRevision(story, suggestion, wanted, false);
        await teller.insist(define.PublishRevision, {
          by: memberOf(doing.by),
          name: `adopt ${name}`,
          command: {
            type: 'PublishRevision',
            designId,
            ...revision,
            forkedFrom: null,
            workshopId: null,
            publishedBy: memberOf(doing.by),
            fixes: [],
            adopts: { suggestionId, changes: taken, whole },
          },
        });
      }),
    decline: (name, word, doing, reason) =>
      at(doing, async () => {
        const reasonId = named(name, 'declineReason');
        const by = memberOf(doing.by);
        await teller.insist(define.DeclineSuggestion, {
          by,
          name: `decline ${name}`,
          command: {
            type: 'DeclineSuggestion',
            designId: designOf(word),
            suggestionId: named(name, 'suggestion'),
            reasonId,
            by,
          },
          texts: textOf(reasonId, 'declineReason', reason),
        });
      }),
    problem: (name, word, doing, text, { safety = false, line = null, step = null } = {}) =>
      at(doing, async () => {
        const textId = named(name, 'problemText');
        const by = memberOf(doing.by);
        const problemId = named(name, 'problem');
        await teller.insist(define.RaiseProblem, {
          by,
          name: `problem ${name}`,
          command: {
            type: 'RaiseProblem',
            ...newest(word),
            problemId,
            safety,
            line,
            step,
            textId,
            raisedBy: by,
          },
          texts: textOf(textId, 'problemText', text),
        });
      }),
    confirm: (name, word, doing) =>
      at(doing, async () => {
        const by = memberOf(doing.by);
        await teller.insist(define.ConfirmProblem, {
          by,
          name: `confirm ${name}`,
          command: {
            type: 'ConfirmProblem',
            designId: designOf(word),
            problemId: named(name, 'problem'),
            by,
          },
        });
      }),
    question: (name, word, doing, text) =>
      at(doing, async () => {
        const textId = named(name, 'questionText');
        const by = memberOf(doing.by);
        const questionId = named(name, 'question');
        await teller.insist(define.AskQuestion, {
          by,
          name: `question ${name}`,
          command: { type: 'AskQuestion', ...newest(word), questionId, textId, askedBy: by },
          texts: textOf(textId, 'questionText', text),
        });
      }),
    answer: (name, question, word, doing, text) =>
      at(doing, async () => {
        const textId = named(name, 'answerText');
        const by = memberOf(doing.by);
        const ids = { designId: designOf(word), questionId: named(question, 'question') };
        await teller.insist(define.AnswerQuestion, {
          by,
          name: `answer ${name}`,
          command: {
            type: 'AnswerQuestion',
            ...ids,
            answerId: named(name, 'answer'),
            textId,
            answeredBy: by,
          },
          texts: textOf(textId, 'answerText', text),
        });
      }),
    mark: (answer, question, word, doing) =>
      at(doing, async () => {
        const by = memberOf(doing.by);
        const ids = { designId: designOf(word), questionId: named(question, 'question') };
        await teller.insist(define.MarkAnswer, {
          by,
          name: `mark ${answer}`,
          command: { type: 'MarkAnswer', ...ids, answerId: named(answer, 'answer'), by },
        });
      }),
    review: (name, word, doing, mark, text) =>
      at(doing, async () => {
        const textId = named(name, 'reviewText');
        const by = memberOf(doing.by);
        const reviewId = named(name, 'review');
        await teller.insist(define.GiveReview, {
          by,
          name: `review ${name}`,
          command: { type: 'GiveReview', ...newest(word), reviewId, mark, textId, reviewedBy: by },
          texts: textOf(textId, 'reviewText', text),
        });
      }),
    duplicate: (word, of, doing) =>
      at(doing, async () => {
        const by = memberOf(doing.by);
        await teller.insist(define.DeclareDuplicate, {
          by,
          name: `duplicate ${word}`,
          command: { type: 'DeclareDuplicate', designId: designOf(word), of: designOf(of), by },
        });
      }),
    maintainer: (word, member, doing) =>
      at(doing, async () => {
        const by = memberOf(doing.by);
        await teller.insist(define.NameMaintainer, {
          by,
          name: `maintainer ${word} ${member}`,
          command: { type: 'NameMaintainer', designId: designOf(word), memberId: memberOf(member), by },
        });
      }),
  };
}
