import type { Undo } from '../../shared/commandReply.ts';
import { type AboutCommand, answerCommand, type CommandAnswer } from '../http/answerCommand.ts';
import type { Answer } from '../http/route.ts';
import type { Outcome } from './outcome.ts';

/** The compensating command of what was just done; its `If-Match` is the revision that this has made. */
export interface Compensation {
  method?: 'post' | 'put';
  path: string;
  body: Undo['body'];
}

/**
 * Answers a command with its Undo; a repeat, whose first answer was lost, with the same. None where what was there
 * before is no longer known, nor for a command that changed nothing: that one keeps the revision that the thing had.
 */
export function answerWithUndo(
  outcome: Outcome,
  about: Omit<AboutCommand, 'undo'> & { revisionBefore?: number },
  compensation: Compensation | null,
): Answer<CommandAnswer> {
  const { revisionBefore, ...rest } = about;
  if (outcome.outcome !== 'accepted') return answerCommand(outcome, rest);
  if (outcome.eventIds.length === 0) {
    return answerCommand({ ...outcome, revision: revisionBefore ?? outcome.revision }, rest);
  }
  if (compensation === null) return answerCommand(outcome, rest);
  const { method = 'post', path, body } = compensation;
  return answerCommand(outcome, {
    ...rest,
    undo: { method, path, body, ifMatch: `"${outcome.revision}"` },
  });
}
