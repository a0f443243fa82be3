import { z } from 'zod';
import type { CommandReply } from '../../shared/commandReply.ts';
import { itemId } from '../../shared/identifiers.ts';
import { answerWithUndo, type Compensation } from '../commands/answerWithUndo.ts';
import type { FreeText } from '../commands/definition.ts';
import { givenBy } from '../commands/givenBy.ts';
import type { Outcome } from '../commands/outcome.ts';
import { type CommandAnswer, commandAnswer } from '../http/answerCommand.ts';
import type { Answer, RouteRequest } from '../http/route.ts';

/** What every command about a thing has. */
export const change = {
  method: 'post',
  tag: 'things',
  access: 'member',
  params: z.strictObject({ itemId }),
  command: true,
  reply: commandAnswer,
} as const;

export const pathOf = (id: string, action: string) => `/api/things/${id}/${action}`;

type Asked = RouteRequest<unknown, unknown, unknown>;

/** A command of a request, with its words, which are kept apart from the log. */
export const worded = <Command>(request: Asked, command: Command, texts: readonly (FreeText | null)[]) =>
  givenBy(
    request,
    command,
    texts.filter((text) => text !== null),
  );

/** Words under an id; null where nothing was said. */
export const textOf = (id: string, kind: string, body: string | undefined): FreeText | null =>
  body ? { id, kind, body } : null;

/** The answer, with what takes it back. */
export const answered = (
  outcome: Outcome,
  id: CommandReply['id'],
  compensation: Compensation | null,
  created = false,
): Answer<CommandAnswer> => answerWithUndo(outcome, { id, created }, compensation);
