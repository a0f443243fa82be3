import type { BuildKind, LineChoice } from '../../shared/builds/events.ts';
import type { PinnedRevision } from '../../shared/designs/partLines.ts';
import type { BuildEvent } from '../../shared/schemasOfEvents.ts';
import type { Plate } from './buildCommands.ts';

/** What the rules need to know of a build that has begun; lists by id. */
interface Begun {
  workshopId: string;
  kind: BuildKind;
  name: string;
  of: PinnedRevision | null;
  things: string[];
  /** How much it makes to be counted; null: nothing. */
  produces: number | null;
  subjectId: string | null;
  hands: string[];
  steps: string[];
  choices: Record<string, LineChoice>;
  /** Whether what was written stands. */
  meetings: Record<string, boolean>;
  measurements: Record<string, boolean>;
  tests: Record<string, boolean>;
  remarks: Record<string, boolean>;
  log: Record<string, { removed: boolean; step: string | null; sounds: number }>;
  /** Sessions that began elsewhere and were joined. */
  joined: string[];
  /** Given when it was completed for the first time; kept when it is opened again, as labels may hang there. */
  plates: Plate[];
}

export type BuildState = { status: 'unstarted' } | OpenBuild | EndedBuild;
export type OpenBuild = { status: 'open' } & Begun;
export type EndedBuild = { status: 'completed' | 'abandoned' } & Begun;
export type BegunBuild = OpenBuild | EndedBuild;

const without = (list: readonly string[], one: string): string[] => list.filter((each) => each !== one);
const withOne = (list: readonly string[], one: string): string[] =>
  list.includes(one) ? [...list] : [...list, one];

/** Applies one recorded event. */
export function evolveBuild(state: BuildState, event: BuildEvent): BuildState {
  const { type, data } = event;
  if (type === 'BuildStarted') {
    const { workshopId, kind, name, of, things, product, subjectId } = data;
    return {
      status: 'open',
      workshopId,
      kind,
      name,
      of,
      things,
      produces: product?.quantity ?? null,
      subjectId,
      hands: [],
      steps: [],
      choices: {},
      meetings: {},
      measurements: {},
      tests: {},
      remarks: {},
      log: {},
      joined: [],
      plates: [],
    };
  }
  if (state.status === 'unstarted') return state;
  switch (type) {
    case 'BuildDescribed':
      return { ...state, name: data.name };
    case 'HandJoined':
      return { ...state, hands: withOne(state.hands, data.memberId) };
    case 'HandLeft':
      return { ...state, hands: without(state.hands, data.memberId) };
    case 'LineChosen': {
      const { [data.line]: _, ...choices } = state.choices;
      return { ...state, choices: data.choice === null ? choices : { ...choices, [data.line]: data.choice } };
    }
    case 'LineMet':
      return { ...state, meetings: { ...state.meetings, [data.meetingId]: true } };
    case 'LineMeetingTakenBack':
      return { ...state, meetings: { ...state.meetings, [data.meetingId]: false } };
    case 'StepDone':
      return { ...state, steps: withOne(state.steps, data.step) };
    case 'StepUndone':
      return { ...state, steps: without(state.steps, data.step) };
    case 'LogWritten': {
      const entry = { removed: false, step: data.step, sounds: data.sounds.length };
      return { ...state, log: { ...state.log, [data.logId]: entry } };
    }
    case 'LogNoted':
      return state;
    case 'LogSoundAdded':
      return withLog(state, data.logId, { sounds: (state.log[data.logId]?.sounds ?? 0) + 1 });
    case 'LogMoved':
      return withLog(state, data.logId, { step: data.step });
    case 'LogRemoved':
      return withLog(state, data.logId, { removed: true });
    case 'LogRestored':
      return withLog(state, data.logId, { removed: false });
    case 'SessionJoined':
      return { ...state, joined: withOne(state.joined, data.bookingId) };
    case 'SessionLeft':
      return { ...state, joined: without(state.joined, data.bookingId) };
    case 'MeasurementTaken':
      return { ...state, measurements: { ...state.measurements, [data.measurementId]: true } };
    case 'MeasurementTakenBack':
      return { ...state, measurements: { ...state.measurements, [data.measurementId]: false } };
    case 'TestRecorded':
      return { ...state, tests: { ...state.tests, [data.testId]: true } };
    case 'TestTakenBack':
      return { ...state, tests: { ...state.tests, [data.testId]: false } };
    case 'RemarkMade':
      return { ...state, remarks: { ...state.remarks, [data.remarkId]: true } };
    case 'RemarkTakenBack':
      return { ...state, remarks: { ...state.remarks, [data.remarkId]: false } };
    case 'BuildCompleted':
      return { ...state, status: 'completed', plates: data.things };
    case 'BuildReopened':
      return { ...state, status: 'open' };
    case 'BuildAbandoned':
      return { ...state, status: 'abandoned' };
  }
}

function withLog(state: BegunBuild, logId: string, fields: Partial<BegunBuild['log'][string]>): BegunBuild {
  const entry = state.log[logId];
  return entry ? { ...state, log: { ...state.log, [logId]: { ...entry, ...fields } } } : state;
}
