import type { RouteRequest } from '../http/route.ts';
import type { Actor, FreeText } from './definition.ts';
import { commandKey, derivedId } from './identity.ts';
import type { GivenCommand } from './outcome.ts';

type Request = Pick<RouteRequest<unknown, unknown, unknown>, 'memberId' | 'commandId' | 'ifMatch' | 'dryRun'>;

/** A command as the signed-in member of a request gives it. */
export function givenBy<Command>(
  request: Request,
  command: Command,
  texts: FreeText[] = [],
): GivenCommand<Command> {
  return {
    command,
    actor: actorOf(request),
    commandId: request.commandId,
    dryRun: request.dryRun,
    ...(request.ifMatch === undefined ? {} : { ifMatch: request.ifMatch }),
    ...(texts.length > 0 ? { texts } : {}),
  };
}

/** The id of something that a request makes: the same when it is repeated. */
export const idMadeBy = (request: Request, name: string): string =>
  derivedId(commandKey(actorOf(request), request.commandId), name);

const actorOf = (request: Request): Actor => ({ kind: 'member', memberId: request.memberId() });
