import { accepted, refused } from '../../commands/decider.ts';
import type { LogCommand } from '../buildCommands.ts';
import type { BuildDecision, BuildFacts } from '../decide.ts';
import { entryOf } from '../logEntries.ts';
import type { BegunBuild } from '../state.ts';
import { againstPlace } from './places.ts';
import { againstTime, happenedAt } from './timing.ts';

/** Sounds of one entry, at most. */
const MOST_SOUNDS = 10;

const missingFile = () => ({
  rule: 'unknownFile',
  message: 'There is no such photograph or sound here: send it first.',
});

/** The log of a build: taken also when the build has ended, as what happened has happened. */
export function decideLog(command: LogCommand, state: BegunBuild, facts: BuildFacts): BuildDecision {
  const { buildId, logId, by } = command;
  const { workshopId } = state;
  const entry = entryOf(state.log, logId);
  if (command.type === 'WriteLog') {
    if (entry) return accepted();
    const { step, photographs, sounds, noteId } = command;
    const objections = [
      ...againstTime(command.at, facts.now),
      ...againstPlace({ step }, facts),
      ...(facts.filesFit ? [] : [missingFile()]),
    ];
    if (objections.length > 0) return refused(...objections);
    const at = happenedAt(command.at, facts.now);
    const files = { photographs: [...photographs], sounds: [...sounds] };
    const data = { buildId, workshopId, logId, step, ...files, noteId, at, by };
    return accepted({ type: 'LogWritten', data });
  }
  if (!entry) return refused({ rule: 'noSuchEntry', message: 'There is no such entry in this log.' });
  const data = { buildId, workshopId, logId, by };
  switch (command.type) {
    case 'NoteLog':
      return accepted({ type: 'LogNoted', data: { ...data, noteId: command.noteId } });
    case 'AddSound':
      if (!facts.filesFit) return refused(missingFile());
      if (entry.sounds >= MOST_SOUNDS) {
        const message = `One entry holds ${MOST_SOUNDS} sounds: write another entry.`;
        return refused({ rule: 'tooMany', message });
      }
      return accepted({ type: 'LogSoundAdded', data: { ...data, fileId: command.fileId } });
    case 'MoveLog': {
      const objections = againstPlace(command, facts);
      if (objections.length > 0) return refused(...objections);
      if (entry.step === command.step) return accepted();
      return accepted({ type: 'LogMoved', data: { ...data, step: command.step } });
    }
    case 'RemoveLog':
      return entry.removed ? accepted() : accepted({ type: 'LogRemoved', data });
    case 'RestoreLog':
      return entry.removed ? accepted({ type: 'LogRestored', data }) : accepted();
  }
}
