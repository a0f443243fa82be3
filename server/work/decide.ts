import type { DataOf, WorkEvent } from '../../shared/schemasOfEvents.ts';
import type { WorkKind, WorkSubject } from '../../shared/work/events.ts';
import { accepted, type Decider, refused } from '../commands/decider.ts';

export interface NoteWork {
  type: 'NoteWork';
  memberId: string;
  workId: string;
  kind: WorkKind;
  minutes: number;
  on: WorkSubject;
  /** UTC milliseconds; null: now. */
  at: number | null;
  noteId: string | null;
}
export interface TakeBackWork {
  type: 'TakeBackWork';
  memberId: string;
  workId: string;
}
export interface RestoreWork {
  type: 'RestoreWork';
  memberId: string;
  workId: string;
}
export type WorkCommand = NoteWork | TakeBackWork | RestoreWork;

export interface WorkFacts {
  /** UTC milliseconds. */
  now: number;
  /** What it is said to be done on is here. */
  subjectKnown: boolean;
}
/** By id: whether it stands, and what was said, to be said once more. */
export interface WorkState {
  noted: Record<string, { stands: boolean; said: DataOf<'WorkNoted'> }>;
}

const DAY = 86_400_000;
const AHEAD = 5 * 60_000;
/** Who begins to keep a diary writes down earlier years as well. */
const BACK = 10 * 366 * DAY;

/** The rulebook of `work-{memberId}`: what one person did, told by themselves. */
export const workDecider: Decider<WorkState, WorkCommand, WorkEvent, WorkFacts> = {
  category: 'work',
  version: 2,
  initialState: { noted: {} },
  evolve({ noted }, { type, data }) {
    const { workId } = data;
    if (type === 'WorkNoted') return { noted: { ...noted, [workId]: { stands: true, said: data } } };
    const entry = noted[workId];
    return entry ? { noted: { ...noted, [workId]: { ...entry, stands: false } } } : { noted };
  },
  decide(command, { noted }, { now, subjectKnown }) {
    const { memberId, workId } = command;
    if (command.type !== 'NoteWork') {
      const entry = noted[workId];
      if (!entry) return refused({ rule: 'noSuchWork', message: 'You have not noted that.' });
      if (entry.stands === (command.type === 'RestoreWork')) return accepted();
      return entry.stands
        ? accepted({ type: 'WorkTakenBack', data: { workId, memberId } })
        : accepted({ type: 'WorkNoted', data: entry.said });
    }
    if (workId in noted) return accepted();
    const { kind, minutes, on, noteId } = command;
    const at = command.at ?? now;
    if (at > now + AHEAD) {
      return refused({ rule: 'future', message: 'What has not happened yet cannot be written down.' });
    }
    if (at < now - BACK) {
      return refused({ rule: 'tooLongAgo', message: 'That is more than ten years ago.' });
    }
    if (!subjectKnown) {
      return refused({ rule: 'unknownSubject', message: 'What you worked on is not known here.' });
    }
    const instant = new Date(Math.min(at, now)).toISOString();
    const data = { workId, memberId, kind, minutes, at: instant, on, noteId };
    return accepted({ type: 'WorkNoted', data });
  },
};
