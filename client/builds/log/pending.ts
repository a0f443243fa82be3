import type { BuildPerson, BuildView, LogView, SessionView, StepView } from '../../../shared/builds/views.ts';
import { madeBy } from '../../offline/madeBy.ts';
import type { Unsent } from '../../offline/unsent.ts';

/** A row that waits, or that was sent a moment ago and is in no view yet. */
export type Pending = Pick<Unsent, 'place' | 'commandId' | 'path' | 'body' | 'at' | 'refusal'> & {
  /** What the server called it. */
  sentAs: string | null;
};

export interface StepShown extends StepView {
  waiting: boolean;
}

export interface LogShown extends LogView {
  /** The same before it was sent and after. */
  key: string;
  /** Keys of files among the photographs and sounds that this browser keeps. */
  kept: boolean;
  /** Its place among what waits; null: the server has it. */
  place: number | null;
  refusal: string | null;
  /** Words or a step that were not sent yet. */
  changing: boolean;
}

export interface ShownLog {
  steps: StepShown[];
  /** Newest first, what was removed left out unless it is one's own. */
  log: LogShown[];
  /** What waits beside these, in the order of telling: parts, machines, hands; and whatever of it was refused. */
  acts: Pending[];
  /** How much of this build waits here. */
  waiting: number;
}

const textIn = (body: unknown, name: string): string | null => {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  return typeof value === 'string' ? value : null;
};
const textsIn = (body: unknown, name: string): string[] => {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
};
const timeIn = ({ body, at }: Pending): string => textIn(body, 'at') ?? new Date(at).toISOString();

type Sessioned = Pick<BuildView, 'buildId'> & { sessions: readonly Pick<SessionView, 'bookingId'>[] };

/** Whether it tells something of this build, wherever that is written down: its parts, its machines, its hands. */
export const isOfBuild = (
  { path, body }: Pick<Pending, 'path' | 'body'>,
  { buildId, sessions }: Sessioned,
): boolean =>
  path.startsWith(`/api/builds/${buildId}/`) ||
  (JSON.stringify(body) ?? '').includes(`"${buildId}"`) ||
  sessions.some(({ bookingId }) => path.includes(`/bookings/${bookingId}/`));

/** The build's log as it is once everything that waits in this browser has been sent. */
export function withPending(
  build: Pick<BuildView, 'stepList' | 'log'> & Sessioned,
  pending: readonly Pending[],
  me: BuildPerson,
): ShownLog {
  const own = `/api/builds/${build.buildId}/`;
  const rows = pending.filter((row) => isOfBuild(row, build));
  const acts: Pending[] = [];
  let steps: StepShown[] = build.stepList.map((step) => ({ ...step, waiting: false }));
  let log: LogShown[] = build.log.map((entry) => ({
    ...entry,
    key: entry.logId,
    kept: false,
    place: null,
    refusal: null,
    changing: false,
  }));
  const replace = (id: string, change: (entry: LogShown) => LogShown) => {
    log = log.map((entry) => (entry.logId === id ? { ...change(entry), changing: true } : entry));
  };
  for (const row of rows) {
    const [area, id, verb] = row.path.startsWith(own) ? row.path.slice(own.length).split('/') : [];
    const standsThere = area === 'log' && id === undefined;
    const isSeen = standsThere || ((area === 'steps' || area === 'log') && row.refusal === null);
    if (!isSeen && row.sentAs === null) acts.push(row);
    if (area === 'steps' && row.refusal === null) {
      const done = verb === 'done' ? { at: timeIn(row), by: me } : null;
      steps = steps.map((step) => (step.step === id ? { ...step, done, waiting: true } : step));
    }
    if (area !== 'log') continue;
    if (standsThere) {
      if (!log.some(({ logId }) => logId === row.sentAs)) log = [...log, written(row, me)];
      else log = log.map((entry) => (entry.logId === row.sentAs ? { ...entry, key: row.commandId } : entry));
    } else if (id !== undefined && row.refusal === null) {
      if (verb === 'note') replace(id, (entry) => ({ ...entry, note: textIn(row.body, 'note') }));
      if (verb === 'move') replace(id, (entry) => ({ ...entry, step: textIn(row.body, 'step') }));
      if (verb === 'remove') replace(id, (entry) => ({ ...entry, removed: true }));
      if (verb === 'restore') replace(id, (entry) => ({ ...entry, removed: false }));
    }
  }
  const newestFirst = log.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
  return { steps, log: newestFirst, acts, waiting: rows.filter(({ sentAs }) => sentAs === null).length };
}

function written(row: Pending, me: BuildPerson): LogShown {
  return {
    key: row.commandId,
    logId: row.sentAs ?? madeBy(row.commandId),
    at: timeIn(row),
    by: me,
    step: textIn(row.body, 'step'),
    photographs: textsIn(row.body, 'photographs'),
    sounds: textsIn(row.body, 'sounds'),
    note: textIn(row.body, 'note'),
    removed: false,
    mine: true,
    kept: true,
    place: row.sentAs === null ? row.place : null,
    refusal: row.refusal,
    changing: false,
  };
}
