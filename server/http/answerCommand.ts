import { z } from 'zod';
import { type CommandReply, commandReply, dryRunReply, type Undo } from '../../shared/commandReply.ts';
import type { Outcome } from '../commands/outcome.ts';
import { HttpProblem } from './problem.ts';
import type { Answer } from './route.ts';

/** `reply` of every command route: what was written, or what a dry run says. */
export const commandAnswer = z.union([commandReply, dryRunReply]);
export type CommandAnswer = z.infer<typeof commandAnswer>;

/** What the handler's outcome does not tell: the id of what was made or changed, and how to take it back. */
export interface AboutCommand {
  id: string;
  /** Made rather than changed: 201. */
  created?: boolean;
  undo?: Undo | null;
}

/**
 * The answer to a command: 201 made, 200 changed, 202 where this process's views have not shown it in time.
 * @throws {HttpProblem} refused and reused and contended 409, stale 412.
 */
export function answerCommand(outcome: Outcome, about: AboutCommand): Answer<CommandAnswer> {
  switch (outcome.outcome) {
    case 'accepted':
      return {
        status: outcome.seen ? (about.created ? 201 : 200) : 202,
        revision: outcome.revision,
        body: replyOf(outcome.revision, outcome.position, outcome.seen, about),
      };
    case 'wouldBeAccepted':
      return { body: { wouldBeAccepted: true } };
    case 'refused':
      throw new HttpProblem('refused', outcome.objections.map(({ message }) => message).join(' '), {
        objections: outcome.objections,
        nearest: outcome.nearest,
      });
    case 'stale':
      throw new HttpProblem('precondition-failed', undefined, {
        headers: outcome.current === null ? {} : { ETag: `"${outcome.current}"` },
      });
    case 'commandIdReused':
      throw new HttpProblem('command-id-reused');
    case 'contended':
      throw new HttpProblem('contended', undefined, { headers: { 'Retry-After': '1' } });
  }
}

const replyOf = (revision: number, position: bigint, shown: boolean, about: AboutCommand): CommandReply => ({
  id: about.id,
  revision,
  position: String(position),
  shown,
  undo: about.undo ?? null,
});
