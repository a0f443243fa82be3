import { Readable } from 'node:stream';
import type { DesignContent } from '../../../shared/designs/content.ts';
import type { PinnedRevision } from '../../../shared/designs/partLines.ts';
import { adoptedRevision } from '../../designs/adoptedRevision.ts';
import { assemblySources, withLinesOfModel } from '../../designs/assemblySources.ts';
import { designCommands } from '../../designs/commands.ts';
import type { PublishRevision } from '../../designs/designCommands.ts';
import { latestOf, revisionOf } from '../../designs/queries.ts';
import { suggestionOf } from '../../designs/queriesOfTalk.ts';
import { revisionFactsOf } from '../../designs/revisionFacts.ts';
import { HOUR } from '../calendarOfDays.ts';
import type { KnownWorkshop, Story } from '../founding.ts';
import type { Region } from '../incidents.ts';
import type { Known } from './contentOfPlan.ts';
import { type Doing, type TalkTeller, talkTeller, textOf } from './talkTeller.ts';

/** Tells what happens to designs. Designs, problems, questions and suggestions are named by words of the story. */
export interface DesignTeller extends TalkTeller {
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
    const listed = withLinesOfModel(content, assemblySources(story));
    const facts = revisionFactsOf(listed, await designs.write(listed));
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

  return {
    ...talkTeller({ story, at, memberOf, designOf, named, newest }),
    idOf,
    keep: async (text) => (await files.take(Readable.from([Buffer.from(text)]), async () => {})).fileId,
    publish: (word, doing, content, forkOf) => {
      authors.set(word, doing.by);
      at(doing, async () => {
        const day = new Date(today - doing.daysAgo * 24 * HOUR).toISOString().slice(0, 10);
        await write(
          `design ${word}`,
          doing.by,
          await content({ pinOf: newest, sources: assemblySources(story), day }),
          {
            designId: designOf(word),
            revision: 1,
            workshopId: homes[doing.home]?.workshopId ?? null,
            forkedFrom: forkOf ? { designId: designOf(forkOf.word), revision: forkOf.revision } : null,
          },
        );
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
  };
}
