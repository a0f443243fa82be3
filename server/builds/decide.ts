import type { Objection } from '../../shared/bookings/rules.ts';
import type { BuildEvent } from '../../shared/schemasOfEvents.ts';
import { accepted, type Decider, type Decision, refused } from '../commands/decider.ts';
import type { BuildCommand } from './buildCommands.ts';
import { complete, reopen } from './rules/ending.ts';
import { decideFinding } from './rules/findings.ts';
import { decideLog } from './rules/logging.ts';
import { start } from './rules/starting.ts';
import { decideWork } from './rules/working.ts';
import { type BuildState, evolveBuild } from './state.ts';

/** What other contexts say; each command needs its own. */
export interface BuildFacts {
  /** UTC milliseconds. */
  now: number;
  /** Steps and lines of the revision that is built; null: there is none, or nobody can read it any more. */
  plan: { steps: ReadonlySet<string>; lines: ReadonlySet<string> } | null;
  /** Of `StartBuild`: whether the revision, the thing and the other build with its line are here. */
  knows: { revision: boolean; subject: boolean; otherBuild: boolean };
  /** Whether every file that is named is in the store, and is what it is named as. */
  filesFit: boolean;
  /** Of `JoinSession`: null: no such session has begun; else the build to which it belongs. */
  session: { buildId: string | null } | null;
  /** Of `CompleteBuild`. */
  plates: {
    /** What is free to stand on the labels, by thing. */
    codes: Readonly<Record<string, string>>;
    /** How things of this design are called where nobody says. */
    name: string;
    /** The first number that none of this design's things has. */
    nextNumber: number;
    /** Those of the asked-for serials and of the next numbers that another thing of this design has. */
    takenSerials: readonly string[];
  };
  /** What other contexts have against the amounts and the build that a command names. */
  against: readonly Objection[];
  /** Of `ReopenBuild`: what has happened with what it made; null: nothing. */
  happenedSince: string | null;
}

export const NO_BUILD_FACTS: Omit<BuildFacts, 'now'> = {
  plan: null,
  knows: { revision: true, subject: true, otherBuild: true },
  filesFit: true,
  session: null,
  plates: { codes: {}, name: '', nextNumber: 1, takenSerials: [] },
  against: [],
  happenedSince: null,
};

export type BuildDecision = Decision<BuildEvent>;

/**
 * The rulebook of `build-{id}`: one making. What has happened is taken whenever it is told, also after the build has
 * ended; only what is said about the future (how a line is to be met) needs an open one.
 */
export const buildDecider: Decider<BuildState, BuildCommand, BuildEvent, BuildFacts> = {
  category: 'build',
  version: 4,
  initialState: { status: 'unstarted' },
  evolve: evolveBuild,
  decide(command, state, facts) {
    if (command.type === 'StartBuild') return start(command, state, facts);
    if (state.status === 'unstarted') {
      return refused({ rule: 'noSuchBuild', message: 'There is no such build.' });
    }
    switch (command.type) {
      case 'WriteLog':
      case 'NoteLog':
      case 'AddSound':
      case 'MoveLog':
      case 'RemoveLog':
      case 'RestoreLog':
        return decideLog(command, state, facts);
      case 'TakeMeasurement':
      case 'RecordTest':
      case 'MakeRemark':
      case 'TakeBackMeasurement':
      case 'TakeBackTest':
      case 'TakeBackRemark':
      case 'RestoreMeasurement':
      case 'RestoreTest':
      case 'RestoreRemark':
        return decideFinding(command, state, facts);
      case 'CompleteBuild':
        return complete(command, state, facts);
      case 'ReopenBuild':
        return reopen(command, state, facts);
      case 'AbandonBuild': {
        const { buildId, reasonId, by } = command;
        if (state.status === 'abandoned') return accepted();
        if (state.status === 'completed') {
          return refused({ rule: 'completed', message: 'It is completed: open it again first.' });
        }
        if (state.plates.length > 0) {
          const message = 'Its things exist by now: complete it again, and scrap what came to nothing.';
          return refused({ rule: 'madeThings', message });
        }
        const { workshopId } = state;
        return accepted({ type: 'BuildAbandoned', data: { buildId, workshopId, reasonId, by } });
      }
      default:
        return decideWork(command, state, facts);
    }
  },
};
