import type { ReviewMark } from '../../../shared/designs/events.ts';
import type { PinnedRevision } from '../../../shared/designs/partLines.ts';
import { designCommands } from '../../designs/commands.ts';
import type { Story } from '../founding.ts';

/** Who does something to a design, and when: days before today, and the hour in UTC. */
export interface Doing {
  by: string;
  daysAgo: number;
  hour?: number;
}

/** What is said about designs: problems, questions, reviews, and who looks after them. */
export interface TalkTeller {
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

/** What the words of the story stand for. */
export interface TalkContext {
  story: Story;
  at(doing: Doing, happens: () => Promise<void>): void;
  memberOf(key: string): string;
  designOf(word: string): string;
  named(name: string, what: string): string;
  newest(word: string): PinnedRevision;
}

export const textOf = (id: string, kind: string, body: string) => [{ id, kind, body }];

export function talkTeller({ story, at, memberOf, designOf, named, newest }: TalkContext): TalkTeller {
  const { teller } = story;
  const define = designCommands(story);
  return {
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
