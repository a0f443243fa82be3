import type { Objection } from '../../shared/bookings/rules.ts';
import type { PartLine } from '../../shared/designs/partLines.ts';
import { type QuantityUnit, UNITS } from '../../shared/designs/units.ts';
import { isPhotograph, isSound } from '../../shared/files/kinds.ts';
import type { BuildEvent } from '../../shared/schemasOfEvents.ts';
import { bookingById } from '../bookings/queries.ts';
import type { CommandDefinition } from '../commands/definition.ts';
import { revisionOf } from '../designs/queries.ts';
import { codeFor } from '../items/codes.ts';
import { itemById } from '../items/queries.ts';
import type { Parts } from '../parts.ts';
import { inBase } from '../stock/amounts.ts';
import type { ViewsReader } from '../views/reader.ts';
import type { BuildCommand } from './buildCommands.ts';
import { contentOf } from './contentOf.ts';
import { type BuildFacts, buildDecider, NO_BUILD_FACTS } from './decide.ts';
import { happenedSince } from './happenedSince.ts';
import { buildById, buildOfSession, serialsOf } from './queries.ts';
import type { BuildState } from './state.ts';

type Of<Type extends BuildCommand['type']> = Extract<BuildCommand, { type: Type }>;
export type BuildDefinition<Type extends BuildCommand['type']> = CommandDefinition<
  Of<Type>,
  BuildState,
  BuildEvent,
  BuildFacts
>;

export const buildStream = (buildId: string): string => `build-${buildId}`;

type Sources = Pick<Parts, 'views' | 'designs'> & { files?: Parts['files'] };

/** The commands of builds; their facts come from the views, the contents of revisions and the file store. */
export function buildCommands({ views, designs, files }: Sources): {
  [Type in BuildCommand['type']]: BuildDefinition<Type>;
} {
  const planOf = (state: BuildState): BuildFacts['plan'] => {
    const content = state.status === 'unstarted' ? null : contentOf({ views, designs }, state.of);
    return (
      content && {
        steps: new Set(content.steps.map(({ id }) => id)),
        lines: new Set(content.parts.map(({ id }) => id)),
      }
    );
  };
  const plain = <Type extends BuildCommand['type']>(type: Type): BuildDefinition<Type> => ({
    type,
    decider: buildDecider,
    stream: ({ buildId }) => buildStream(buildId),
    facts: (_command, { now }) => ({ ...NO_BUILD_FACTS, now }),
  });
  /** With the steps and lines of what is built. */
  const placed = <Type extends BuildCommand['type']>(type: Type): BuildDefinition<Type> => ({
    ...plain(type),
    facts: (_command, { now }, state) => ({ ...NO_BUILD_FACTS, now, plan: planOf(state) }),
  });
  const ofSession = <Type extends 'JoinSession' | 'LeaveSession'>(type: Type): BuildDefinition<Type> => ({
    ...plain(type),
    facts: ({ machineId, bookingId }: Of<'JoinSession' | 'LeaveSession'>, { now }) => {
      const booking = bookingById(views, bookingId);
      const hasBegun = booking?.machineId === machineId && booking.startedAt !== null;
      const session = hasBegun ? { buildId: buildOfSession(views, bookingId) } : null;
      return { ...NO_BUILD_FACTS, now, session };
    },
  });
  const areHere = async (photographs: readonly string[], sounds: readonly string[]): Promise<boolean> => {
    for (const [fileIds, fits] of [
      [photographs, isPhotograph],
      [sounds, isSound],
    ] as const) {
      for (const fileId of fileIds) {
        const file = (await files?.claim(fileId)) ?? null;
        if (file === null || !fits(file.type)) return false;
      }
    }
    return true;
  };

  return {
    StartBuild: {
      ...plain('StartBuild'),
      facts: ({ of, subjectId, forBuild, product }, { now }) => ({
        ...NO_BUILD_FACTS,
        now,
        against: product === null ? [] : againstCounting(product.quantity, product.unit),
        knows: {
          revision: of !== null && revisionOf(views, of.designId, of.revision) !== undefined,
          subject: subjectId !== null && itemById(views, subjectId) !== null,
          otherBuild: forBuild !== null && hasLine({ views, designs }, forBuild),
        },
      }),
    },
    DescribeBuild: {
      ...plain('DescribeBuild'),
      entityRevision: (state) => (state.status === 'unstarted' ? undefined : state.describedRevision),
      facts: ({ subjectId }, { now }) => {
        const subject = subjectId !== null && itemById(views, subjectId) !== null;
        return { ...NO_BUILD_FACTS, now, knows: { ...NO_BUILD_FACTS.knows, subject } };
      },
    },
    JoinHands: plain('JoinHands'),
    LeaveHands: plain('LeaveHands'),
    ChooseLine: {
      ...plain('ChooseLine'),
      facts: ({ choice }, { now }, state) => ({
        ...NO_BUILD_FACTS,
        now,
        plan: planOf(state),
        against: choice?.how === 'made' && buildById(views, choice.buildId) === null ? [NO_SUCH_BUILD] : [],
      }),
    },
    MeetLine: {
      ...plain('MeetLine'),
      facts: ({ line: lineId, unit }, { now }, state) => {
        const content = state.status === 'unstarted' ? null : contentOf({ views, designs }, state.of);
        const line = content?.parts.find(({ id }) => id === lineId);
        return { ...NO_BUILD_FACTS, now, plan: planOf(state), against: line ? againstUnit(unit, line) : [] };
      },
    },
    TakeBackMeeting: plain('TakeBackMeeting'),
    RestoreMeeting: plain('RestoreMeeting'),
    DoStep: placed('DoStep'),
    UndoStep: plain('UndoStep'),
    WriteLog: {
      ...plain('WriteLog'),
      facts: async ({ photographs, sounds }, { now }, state) => ({
        ...NO_BUILD_FACTS,
        now,
        plan: planOf(state),
        filesFit: await areHere(photographs, sounds),
      }),
    },
    NoteLog: plain('NoteLog'),
    AddSound: {
      ...plain('AddSound'),
      facts: async ({ fileId }, { now }) => ({
        ...NO_BUILD_FACTS,
        now,
        filesFit: await areHere([], [fileId]),
      }),
    },
    MoveLog: placed('MoveLog'),
    RemoveLog: plain('RemoveLog'),
    RestoreLog: plain('RestoreLog'),
    JoinSession: ofSession('JoinSession'),
    LeaveSession: ofSession('LeaveSession'),
    TakeMeasurement: placed('TakeMeasurement'),
    TakeBackMeasurement: plain('TakeBackMeasurement'),
    RestoreMeasurement: plain('RestoreMeasurement'),
    RecordTest: plain('RecordTest'),
    TakeBackTest: plain('TakeBackTest'),
    RestoreTest: plain('RestoreTest'),
    MakeRemark: placed('MakeRemark'),
    TakeBackRemark: plain('TakeBackRemark'),
    RestoreRemark: plain('RestoreRemark'),
    CompleteBuild: {
      ...plain('CompleteBuild'),
      facts: (command, { now }, state) => ({
        ...NO_BUILD_FACTS,
        now,
        plates: platesFor({ views, designs }, command, state),
        against: againstProduced(views, command),
      }),
    },
    ReopenBuild: {
      ...plain('ReopenBuild'),
      facts: ({ buildId }, { now }) => ({
        ...NO_BUILD_FACTS,
        now,
        happenedSince: happenedSince(views, buildId),
      }),
    },
    AbandonBuild: plain('AbandonBuild'),
  };
}

const NO_SUCH_BUILD = { rule: 'unknownBuild', message: 'There is no such build.' };

/** What comes of a build goes on a shelf, where it is counted like anything else. */
function againstCounting(quantity: number, unit: QuantityUnit): Objection[] {
  const { objection } = inBase({ quantity, unit }, unit);
  return objection ? [objection] : [];
}

function againstProduced(views: ViewsReader, { buildId, produced }: Of<'CompleteBuild'>): Objection[] {
  const product = buildById(views, buildId)?.product;
  return product && produced !== null ? againstCounting(produced, product.unit) : [];
}

/** Whether a thing is met in what it is counted in; what is cut to length comes by length as well. */
function againstUnit(said: QuantityUnit, { unit, cut }: PartLine): Objection[] {
  const [one, asked] = [UNITS[said].measures, UNITS[unit].measures];
  const isCounted = asked === 'count' || asked === 'set';
  if (one === asked || (isCounted && (one === 'count' || one === 'set'))) return [];
  if (isCounted && cut !== null && one === 'length') return [];
  const message = `It is counted in ${unit}: ${said} measures something else.`;
  return [{ rule: 'measure', message }];
}

type Contents = Pick<Parts, 'views' | 'designs'>;

/** Whether the other build has the line; of one whose design nobody can read, any may be meant. */
function hasLine(contents: Contents, { buildId, line }: { buildId: string; line: string }): boolean {
  const build = buildById(contents.views, buildId);
  if (build === null) return false;
  const content = contentOf(contents, build.of);
  return content === null || content.parts.some(({ id }) => id === line);
}

/** Codes, and numbers of the design's things; without a design each build counts for itself. */
function platesFor(
  contents: Contents,
  { things }: Of<'CompleteBuild'>,
  state: BuildState,
): BuildFacts['plates'] {
  if (state.status === 'unstarted') return NO_BUILD_FACTS.plates;
  const { views } = contents;
  const codes: Record<string, string> = {};
  for (const itemId of state.things) codes[itemId] = codeFor(views, itemId, Object.values(codes));
  const asked = things.flatMap(({ serial }) => (serial === null ? [] : [serial]));
  const { count, taken } =
    state.of === null
      ? { count: 0, taken: [] }
      : serialsOf(views, state.of.designId, asked, asked.length + state.things.length);
  const name = contentOf(contents, state.of)?.title.slice(0, 80).trim() || state.name;
  return { codes, name, nextNumber: count + 1, takenSerials: taken };
}
