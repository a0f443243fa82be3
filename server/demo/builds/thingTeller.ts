import type { Grade, ItemDescription, Party, ReceivedHow } from '../../../shared/items/events.ts';
import { itemCommands } from '../../items/commands.ts';
import { registerMachine } from '../founding.ts';
import { type Telling, textsOf, type When, type WorkshopWord, wordsOf } from './telling.ts';

/** Where, when and by whom. */
export interface Doing {
  workshop: WorkshopWord;
  when: When;
  by: string;
}
export interface ReceivedPlan extends Partial<Omit<ItemDescription, 'name'>> {
  name: string;
  how: ReceivedHow;
  /** The word of the thing that it came out of, and the build in which it did. */
  from?: { thing: string; build: string };
  grade?: Grade;
  shelf?: string;
  price?: number;
  note?: string;
}

const BARE = { of: null, specification: '', material: '', massKilograms: null, sizes: [], interfaces: [] };

/** Tells what happens to single things. */
export interface ThingTeller {
  receive(word: string, doing: Doing, plan: ReceivedPlan): void;
  move(word: string, doing: Doing, to: WorkshopWord, shelf: string | null): void;
  give(word: string, doing: Doing, to: WorkshopWord): void;
  lend(word: string, doing: Doing, to: string, untilDay: number): void;
  scrap(word: string, doing: Doing, build: string, kilograms: number, reason: string): void;
  answer(
    word: string,
    doing: Doing,
    problem: { design: string; name: string },
    answer: 'fixed' | 'exempted',
    reason?: string,
  ): void;
  /** What a build made is a machine from now on, as the workshop's plan describes it. */
  intoService(machine: string, workshop: WorkshopWord, when: When): void;
}

export function thingTeller(telling: Telling): ThingTeller {
  const { story, region, memberOf, thingOf, buildOf, fresh } = telling;
  const define = itemCommands(story);
  const partyOf = (workshop: WorkshopWord): Party => ({
    kind: 'workshop',
    workshopId: region[workshop].workshopId,
  });
  const basics = (word: string, { by }: Doing) => ({ itemId: thingOf(word), by: memberOf(by) });
  const dated = { at: null, infer: false } as const;

  return {
    receive: (word, doing, { how, from, grade = null, shelf = null, price, note, ...about }) => {
      const text = wordsOf(telling, 'thingNote', note);
      telling.give(
        doing.workshop,
        doing.when,
        doing.by,
        define.ReceiveItem,
        {
          type: 'ReceiveItem',
          ...basics(word, doing),
          workshopId: region[doing.workshop].workshopId,
          description: { ...BARE, ...about },
          owner: partyOf(doing.workshop),
          serial: null,
          how,
          from: from ? { itemId: thingOf(from.thing), line: null, buildId: buildOf(from.build) } : null,
          grade,
          shelf,
          price:
            price === undefined
              ? null
              : { amount: price, currency: 'EUR', on: dayOf(story.today, doing.when), supplier: '' },
          noteId: text?.id ?? null,
          at: null,
        },
        textsOf(text),
      );
    },
    move: (word, doing, to, shelf) =>
      telling.give(doing.workshop, doing.when, doing.by, define.MoveItem, {
        type: 'MoveItem',
        ...basics(word, doing),
        ...dated,
        workshopId: region[to].workshopId,
        shelf,
      }),
    give: (word, doing, to) =>
      telling.give(doing.workshop, doing.when, doing.by, define.GiveItem, {
        type: 'GiveItem',
        ...basics(word, doing),
        ...dated,
        to: partyOf(to),
      }),
    lend: (word, doing, to, untilDay) =>
      telling.give(doing.workshop, doing.when, doing.by, define.LendItem, {
        type: 'LendItem',
        ...basics(word, doing),
        ...dated,
        loanId: fresh('loan'),
        to: { kind: 'member', memberId: memberOf(to) },
        until: new Date(story.today + untilDay * 86_400_000).toISOString(),
      }),
    scrap: (word, doing, build, massKilograms, reason) => {
      const text = wordsOf(telling, 'scrappingReason', reason);
      telling.give(
        doing.workshop,
        doing.when,
        doing.by,
        define.ScrapItem,
        {
          type: 'ScrapItem',
          ...basics(word, doing),
          ...dated,
          buildId: buildOf(build),
          massKilograms,
          material: 'steel, mixed',
          reasonId: text?.id ?? null,
        },
        textsOf(text),
      );
    },
    answer: (word, doing, { design, name }, answer, reason) => {
      const text = wordsOf(telling, 'itemProblemReason', reason);
      telling.give(
        doing.workshop,
        doing.when,
        doing.by,
        define.AnswerItemProblem,
        {
          type: 'AnswerItemProblem',
          ...basics(word, doing),
          designId: telling.pinOf(design, 1).designId,
          problemId: story.teller.idOf(memberOf('gesa'), `design ${name}`, 'problem'),
          answer,
          reasonId: text?.id ?? null,
          at: null,
        },
        textsOf(text),
      );
    },
    intoService: (machine, workshop, when) => {
      const known = region[workshop];
      const plan = known.plan.machines.find(({ key }) => key === machine);
      if (!plan) throw new RangeError(`${workshop} has no machine called ${machine}.`);
      telling.at(workshop, when, () => registerMachine(story, known, plan));
    },
  };
}

const dayOf = (today: number, [day]: When): string =>
  new Date(today + day * 86_400_000).toISOString().slice(0, 10);
