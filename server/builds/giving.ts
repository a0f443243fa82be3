import type { Action } from '../authorisation/table.ts';
import { answerWithUndo, type Compensation } from '../commands/answerWithUndo.ts';
import type { FreeText } from '../commands/definition.ts';
import { givenBy } from '../commands/givenBy.ts';
import type { CommandAnswer } from '../http/answerCommand.ts';
import { commandAnswer } from '../http/answerCommand.ts';
import type { Answer, RouteRequest } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import type { BuildCommand } from './buildCommands.ts';
import type { BuildDefinition } from './commands.ts';
import { enterBuild } from './door.ts';

/** What the routes that change a build have in common. */
export const buildChange = {
  method: 'post',
  tag: 'builds',
  access: 'member',
  command: true,
  reply: commandAnswer,
} as const;

/** Where a change of a build is given. */
export const pathOf = (buildId: string, rest: string): string => `/api/builds/${buildId}/${rest}`;

/** UTC milliseconds of an instant that may be left out. */
export const millisecondsOf = (at: string | undefined): number | null =>
  at === undefined ? null : Date.parse(at);

type Request = Omit<RouteRequest<unknown, unknown, unknown>, 'params' | 'query' | 'body'>;

export interface Giving {
  /** Default `build.write`. */
  action?: Action;
  texts?: FreeText[];
  /** Of what is made or changed. */
  id: string;
  created?: boolean;
  undo: Compensation | null;
}

/** Gives commands to builds for whoever asks, if they may. @throws {HttpProblem} not-found, forbidden, refused */
export function buildGiver(parts: Pick<Parts, 'commands' | 'views'>) {
  return async <Type extends BuildCommand['type']>(
    request: Request,
    definition: BuildDefinition<Type>,
    command: Extract<BuildCommand, { type: Type }>,
    { action = 'build.write', texts = [], id, created, undo }: Giving,
  ): Promise<Answer<CommandAnswer>> => {
    enterBuild(parts.views, request, command.buildId, action);
    const outcome = await parts.commands.handle(definition, givenBy(request, command, texts));
    return answerWithUndo(outcome, { id, ...(created === undefined ? {} : { created }) }, undo);
  };
}
