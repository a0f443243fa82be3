import type { CommandDefinition, FreeText } from '../../commands/definition.ts';
import { wallInstant } from '../calendarOfDays.ts';
import type { KnownWorkshop, Story } from '../founding.ts';
import type { Region } from '../incidents.ts';

/** Days from today (past ones are negative), and the hour on the workshop's clock. */
export type When = readonly [day: number, hour: number];

export type WorkshopWord = keyof Region;

/** What telling of builds, things and shelves has in common. Things and builds are named by words of the story. */
export interface Telling {
  story: Story;
  region: Region;
  memberOf(person: string): string;
  buildOf(word: string): string;
  /** Of a machine: `scheune/torchTable`. */
  thingOf(word: string): string;
  /** Revisions as they are pinned: `pinOf('cebPress', 1)`. */
  pinOf(word: string, revision: number): { designId: string; revision: number };
  at(workshop: WorkshopWord, when: When, happens: () => Promise<void>): void;
  /** An id that derives from the seed; each name is given once. */
  fresh(what: string): string;
  /** Has a command given at its time. @throws where the region is written down wrongly. */
  give<Command, State, Event extends { type: string; data: object }, Facts>(
    workshop: WorkshopWord,
    when: When,
    person: string,
    definition: CommandDefinition<Command, State, Event, Facts>,
    command: Command,
    texts?: FreeText[],
  ): void;
}

/** @param authorOf who published a design, by its word. */
export function tellingOf(story: Story, region: Region, authorOf: (word: string) => string): Telling {
  const { teller, schedule, today } = story;
  let told = 0;
  const memberOf = (person: string) => {
    const memberId = story.memberIds.get(person);
    if (memberId === undefined) throw new RangeError(`The demo knows nobody called ${person}.`);
    return memberId;
  };
  const narrator = memberOf('gesa');
  const at: Telling['at'] = (workshop, [day, hour], happens) =>
    schedule.at(wallInstant(today, day, hour, region[workshop].plan.timeZone), happens);
  return {
    story,
    region,
    memberOf,
    at,
    buildOf: (word) => teller.idOf(narrator, `build ${word}`, 'build'),
    thingOf: (word) => {
      const [workshop = '', machine] = word.split('/');
      const known = Object.entries<KnownWorkshop>({ ...region }).find(([each]) => each === workshop)?.[1];
      return machine !== undefined && known
        ? known.machineOf(machine)
        : teller.idOf(narrator, `thing ${word}`, 'thing');
    },
    pinOf: (word, revision) => ({
      designId: teller.idOf(memberOf(authorOf(word)), `design ${word}`, 'design'),
      revision,
    }),
    fresh: (what) => teller.idOf(narrator, `making ${told++}`, what),
    give: (workshop, when, person, definition, command, texts = []) => {
      const name = `${definition.type} ${told++}`;
      at(workshop, when, () => teller.insist(definition, { by: memberOf(person), name, command, texts }));
    },
  };
}

/** Words under a fresh id; null where nothing was said. */
export function wordsOf(telling: Telling, kind: string, body: string | undefined): FreeText | null {
  return body === undefined ? null : { id: telling.fresh(kind), kind, body };
}
export const textsOf = (...texts: readonly (FreeText | null)[]): FreeText[] =>
  texts.filter((text) => text !== null);
