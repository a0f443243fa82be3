import { Readable } from 'node:stream';
import type { BuildKind, LineChoice } from '../../../shared/builds/events.ts';
import type { Grade } from '../../../shared/items/events.ts';
import { calendarCommands } from '../../bookings/commands.ts';
import type { BuildCommand } from '../../builds/buildCommands.ts';
import { type BuildDefinition, buildCommands } from '../../builds/commands.ts';
import { contentOf } from '../../builds/contentOf.ts';
import { itemCommands } from '../../items/commands.ts';
import { HOUR, wallInstant } from '../calendarOfDays.ts';
import { stop } from '../use.ts';
import { photographOf } from './photograph.ts';
import { type SceneWord, scenes } from './scenes.ts';
import { voiceNote } from './sound.ts';
import { type Telling, textsOf, type When, type WorkshopWord, wordsOf } from './telling.ts';

export interface BuildPlan {
  workshop: WorkshopWord;
  kind?: BuildKind;
  name: string;
  /** The design by its word, and the revision. */
  of?: readonly [word: string, revision: number];
  /** Words of the things that it makes. */
  things?: readonly string[];
  subject?: string;
  /** The build and the line for which this part is made. */
  for?: { build: string; line: string };
  note?: string;
}
interface Shown {
  /** So many of the scene's solids; left out: all. */
  shown?: number;
  step?: string;
  note?: string;
  voice?: true;
}
interface Fitting {
  line?: string;
  step?: string;
  /** The thing into which it goes, where that is not what the build makes. */
  into?: string;
  /** Why it is something else than the line asks for. */
  instead?: string;
}

/** How many of the days after it a machine is tried again on that was not free, or where the workshop was closed. */
const DAYS_TRIED = 4;

/** Tells one build. */
export interface BuildTeller {
  join(by: string, when: When): void;
  photograph(by: string, when: When, scene: SceneWord, shown?: Shown): void;
  note(by: string, when: When, text: string, step?: string): void;
  done(by: string, when: When, ...steps: string[]): void;
  /** A session of a machine of the build's workshop, hours long; another day where it is not to be had. */
  use(by: string, when: When, machine: string, hours: number, step?: string): void;
  /** Lines met by what was bought, in full. */
  bought(by: string, when: When, lines: readonly string[]): void;
  /** Lines met by what was at hand. */
  atHand(by: string, when: When, lines: readonly string[]): void;
  fit(by: string, when: When, thing: string, how?: Fitting): void;
  takeOut(by: string, when: When, thing: string, grade: Grade, shelf: string): void;
  choose(by: string, when: When, line: string, choice: LineChoice): void;
  measure(
    by: string,
    when: When,
    name: string,
    value: number,
    unit: string,
    limits: readonly [number | null, number | null],
    step?: string,
  ): void;
  test(by: string, when: When, name: string, outcome: 'passed' | 'failed', note?: string): void;
  deviate(by: string, when: When, text: string, about?: { line?: string; step?: string }): void;
  complete(by: string, when: When, names?: Record<string, string>): void;
}

/** @param word names the build; it begins at `when`. */
export function tellBuild(
  telling: Telling,
  word: string,
  by: string,
  when: When,
  plan: BuildPlan,
): BuildTeller {
  const { story, region, memberOf, thingOf, fresh } = telling;
  const { teller, views, files, designs } = story;
  const define = buildCommands(story);
  const items = itemCommands(story);
  const buildId = telling.buildOf(word);
  const { workshop, kind = 'make', name, of, things = [], subject, note: begun } = plan;
  const known = region[workshop];
  const { workshopId } = known;
  const whole = things.map(thingOf);
  const pinned = of ? telling.pinOf(...of) : null;
  const give = <Type extends BuildCommand['type']>(
    person: string,
    at: When,
    definition: BuildDefinition<Type>,
    command: Extract<BuildCommand, { type: Type }>,
    texts = textsOf(),
  ) => telling.give(workshop, at, person, definition, command, texts);
  const ids = (person: string) => ({ buildId, by: memberOf(person) });
  const kept = async (bytes: Buffer) => (await files.take(Readable.from([bytes]), async () => {})).fileId;

  const noted = wordsOf(telling, 'buildNote', begun);
  give(
    by,
    when,
    define.StartBuild,
    {
      type: 'StartBuild',
      ...ids(by),
      workshopId,
      kind,
      name,
      of: pinned,
      things: whole,
      product: null,
      subjectId: subject === undefined ? null : thingOf(subject),
      forBuild: plan.for ? { buildId: telling.buildOf(plan.for.build), line: plan.for.line } : null,
      noteId: noted?.id ?? null,
    },
    textsOf(noted),
  );

  const meet = (person: string, at: When, lines: readonly string[], how: 'new' | 'unknown') => {
    for (const line of lines) {
      const meetingId = fresh('meeting');
      telling.at(workshop, at, () => {
        const asked = contentOf({ views, designs }, pinned)?.parts.find(({ id }) => id === line);
        if (!asked) throw new RangeError(`${name} has no line ${line}.`);
        return teller.insist(define.MeetLine, {
          by: memberOf(person),
          name: `${word} meets ${line} ${meetingId}`,
          command: {
            type: 'MeetLine',
            ...ids(person),
            meetingId,
            line,
            step: null,
            name: asked.name,
            how,
            quantity: asked.quantity,
            unit: asked.unit,
            massKilograms: asked.mass,
            price: how === 'new' ? asked.price : null,
            substitutes: false,
            reasonId: null,
            at: null,
          },
        });
      });
    }
  };
  const write = (person: string, at: When, { step, note, voice }: Shown, picture?: () => Buffer) => {
    const text = wordsOf(telling, 'buildNote', note);
    const logId = fresh('log');
    telling.at(workshop, at, async () =>
      teller.insist(define.WriteLog, {
        by: memberOf(person),
        name: `${word} log ${logId}`,
        command: {
          type: 'WriteLog',
          ...ids(person),
          logId,
          step: step ?? null,
          photographs: picture ? [await kept(picture())] : [],
          sounds: voice ? [await kept(voiceNote())] : [],
          noteId: text?.id ?? null,
          at: null,
        },
        texts: textsOf(text),
      }),
    );
  };

  return {
    join: (person, at) =>
      give(person, at, define.JoinHands, { type: 'JoinHands', ...ids(person), memberId: memberOf(person) }),
    photograph: (person, at, scene, shown = {}) =>
      write(person, at, shown, () => photographOf(scenes[scene], shown.shown)),
    note: (person, at, text, step) =>
      write(person, at, { note: text, ...(step === undefined ? {} : { step }) }),
    done: (person, at, ...steps) => {
      for (const step of steps)
        give(person, at, define.DoStep, { type: 'DoStep', ...ids(person), step, at: null });
    },
    use: (person, [day, hour], machine, hours, step) => {
      const machineId = known.machineOf(machine);
      const memberId = memberOf(person);
      const base = fresh('session');
      let running: string | null = null;
      for (let later = 0; later < DAYS_TRIED; later++) {
        const attempt = `${word} ${machine} ${base} ${later}`;
        const bookingId = teller.idOf(memberId, attempt, 'booking');
        const end = wallInstant(story.today, day + later, hour, known.plan.timeZone) + hours * HOUR;
        telling.at(workshop, [day + later, hour], async () => {
          if (running !== null) return;
          const outcome = await teller.attempt(calendarCommands(views).WalkUp, {
            by: memberId,
            name: attempt,
            command: {
              type: 'WalkUp',
              bookingId,
              machineId,
              workshopId,
              memberId,
              end,
              supervisorId: null,
              via: 'person',
              accompanied: true,
              forBuild: { buildId, step: step ?? null },
            },
          });
          if (outcome.outcome === 'accepted') running = bookingId;
        });
        story.schedule.at(end, async () => {
          if (running === bookingId) await stop(story, { bookingId, machineId, memberId, end });
        });
      }
    },
    bought: (person, at, lines) => meet(person, at, lines, 'new'),
    atHand: (person, at, lines) => meet(person, at, lines, 'unknown'),
    fit: (person, at, thing, { line, step, into, instead } = {}) => {
      const reason = wordsOf(telling, 'substitutionReason', instead);
      telling.give(
        workshop,
        at,
        person,
        items.FitPart,
        {
          type: 'FitPart',
          itemId: thingOf(thing),
          fittingId: fresh('fitting'),
          into: into === undefined ? (whole[0] ?? thingOf(subject ?? '')) : thingOf(into),
          buildId,
          line: line ?? null,
          step: step ?? null,
          substitutes: instead !== undefined,
          reasonId: reason?.id ?? null,
          at: null,
          infer: false,
          by: memberOf(person),
        },
        textsOf(reason),
      );
    },
    takeOut: (person, at, thing, grade, shelf) =>
      telling.give(workshop, at, person, items.RecoverPart, {
        type: 'RecoverPart',
        itemId: thingOf(thing),
        fittingId: fresh('fitting'),
        from: null,
        workshopId,
        grade,
        shelf,
        buildId,
        at: null,
        infer: false,
        by: memberOf(person),
      }),
    choose: (person, at, line, choice) =>
      give(person, at, define.ChooseLine, { type: 'ChooseLine', ...ids(person), line, choice }),
    measure: (person, at, called, value, unit, [least, most], step) =>
      give(person, at, define.TakeMeasurement, {
        type: 'TakeMeasurement',
        ...ids(person),
        measurementId: fresh('measurement'),
        step: step ?? null,
        line: null,
        name: called,
        value,
        unit,
        least,
        most,
        at: null,
      }),
    test: (person, at, called, outcome, words) => {
      const text = wordsOf(telling, 'buildNote', words);
      give(
        person,
        at,
        define.RecordTest,
        {
          type: 'RecordTest',
          ...ids(person),
          testId: fresh('test'),
          name: called,
          outcome,
          noteId: text?.id ?? null,
          at: null,
        },
        textsOf(text),
      );
    },
    deviate: (person, at, body, { line, step } = {}) => {
      const textId = fresh('remarkText');
      give(
        person,
        at,
        define.MakeRemark,
        {
          type: 'MakeRemark',
          ...ids(person),
          remarkId: fresh('remark'),
          kind: 'deviation',
          textId,
          problemId: null,
          safety: false,
          step: step ?? null,
          line: line ?? null,
          at: null,
        },
        [{ id: textId, kind: 'buildNote', body }],
      );
    },
    complete: (person, at, names = {}) =>
      give(person, at, define.CompleteBuild, {
        type: 'CompleteBuild',
        ...ids(person),
        things: Object.entries(names).map(([thing, called]) => ({
          itemId: thingOf(thing),
          name: called,
          serial: null,
        })),
        produced: null,
        at: null,
      }),
  };
}
