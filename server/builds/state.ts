import type { BuildKind, LineChoice } from '../../shared/builds/events.ts';
import type { PinnedRevision } from '../../shared/designs/partLines.ts';
import type { BuildEvent, DataOf } from '../../shared/schemasOfEvents.ts';
import type { Recorded } from '../commands/decider.ts';
import type { Plate } from './buildCommands.ts';
import { entryOf, type LogEntries, type LogEntry, withEntry } from './logEntries.ts';

/** What was written and whether it stands; what was taken back is kept, to be said once more as it was. */
export interface Written<Type extends BuildEvent['type']> {
  stands: boolean;
  said: DataOf<Type>;
}

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
  /** Revision of the event that said last what it is about. */
  describedRevision: number;
  hands: string[];
  steps: string[];
  choices: Record<string, LineChoice>;
  /** What was written, by id. */
  meetings: Record<string, Written<'LineMet'>>;
  measurements: Record<string, Written<'MeasurementTaken'>>;
  tests: Record<string, Written<'TestRecorded'>>;
  remarks: Record<string, Written<'RemarkMade'>>;
  log: LogEntries;
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
export function evolveBuild(state: BuildState, event: BuildEvent, { revision }: Recorded): BuildState {
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
      describedRevision: revision,
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
      return { ...state, name: data.name, subjectId: data.subjectId, describedRevision: revision };
    case 'HandJoined':
      return { ...state, hands: withOne(state.hands, data.memberId) };
    case 'HandLeft':
      return { ...state, hands: without(state.hands, data.memberId) };
    case 'LineChosen': {
      const { [data.line]: _, ...choices } = state.choices;
      return { ...state, choices: data.choice === null ? choices : { ...choices, [data.line]: data.choice } };
    }
    case 'LineMet':
      return { ...state, meetings: { ...state.meetings, [data.meetingId]: { stands: true, said: data } } };
    case 'LineMeetingTakenBack':
      return { ...state, meetings: withdrawn(state.meetings, data.meetingId) };
    case 'StepDone':
      return { ...state, steps: withOne(state.steps, data.step) };
    case 'StepUndone':
      return { ...state, steps: without(state.steps, data.step) };
    case 'LogWritten': {
      const entry = { removed: false, step: data.step, sounds: data.sounds.length };
      return { ...state, log: withEntry(state.log, data.logId, entry) };
    }
    case 'LogNoted':
      return state;
    case 'LogSoundAdded':
      return withLog(state, data.logId, { sounds: (entryOf(state.log, data.logId)?.sounds ?? 0) + 1 });
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
      return {
        ...state,
        measurements: { ...state.measurements, [data.measurementId]: { stands: true, said: data } },
      };
    case 'MeasurementTakenBack':
      return { ...state, measurements: withdrawn(state.measurements, data.measurementId) };
    case 'TestRecorded':
      return { ...state, tests: { ...state.tests, [data.testId]: { stands: true, said: data } } };
    case 'TestTakenBack':
      return { ...state, tests: withdrawn(state.tests, data.testId) };
    case 'RemarkMade':
      return { ...state, remarks: { ...state.remarks, [data.remarkId]: { stands: true, said: data } } };
    case 'RemarkTakenBack':
      return { ...state, remarks: withdrawn(state.remarks, data.remarkId) };
    case 'BuildCompleted':
      return { ...state, status: 'completed', plates: data.things };
    case 'BuildReopened':
      return { ...state, status: 'open' };
    case 'BuildAbandoned':
      return { ...state, status: 'abandoned' };
  }
}

function withLog(state: BegunBuild, logId: string, fields: Partial<LogEntry>): BegunBuild {
  const entry = entryOf(state.log, logId);
  return entry ? { ...state, log: withEntry(state.log, logId, { ...entry, ...fields }) } : state;
}

/** What was taken back. */
function withdrawn<Entry extends { stands: boolean }>(
  entries: Readonly<Record<string, Entry>>,
  id: string,
): Record<string, Entry> {
  const entry = entries[id];
  return entry ? { ...entries, [id]: { ...entry, stands: false } } : { ...entries };
}
