import { z } from 'zod';
import { abandonBuild, completeBuild, noBody } from '../../shared/builds/commands.ts';
import { buildId } from '../../shared/identifiers.ts';
import { answerWithUndo, type Compensation } from '../commands/answerWithUndo.ts';
import type { FreeText } from '../commands/definition.ts';
import { givenBy, idMadeBy } from '../commands/givenBy.ts';
import { StreamLocks } from '../commands/streamLocks.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { reactionCommandId } from '../reactions/reaction.ts';
import { buildCommands } from './commands.ts';
import { enterBuild } from './door.ts';
import { followUpsOf } from './followUps.ts';
import { buildChange, buildGiver, millisecondsOf, pathOf } from './giving.ts';
import { type Build, buildById, thingsOfBuild } from './queries.ts';

const params = z.strictObject({ buildId });

/** A build ends: with what it made, or given up; and is opened again. */
export function buildEndRoutes(parts: Parts): AnyRoute[] {
  const { commands, views } = parts;
  const define = buildCommands(parts);
  const give = buildGiver(parts);
  const numbering = new StreamLocks();

  /**
   * Things exist when the answer is there. The commands are the very same as the reaction's, which gives them where the
   * server falls before: each is carried out once.
   */
  async function followUp(buildId: string, by: string, eventId: string): Promise<void> {
    const build = buildById(views, buildId);
    if (build?.status !== 'completed' || build.completedRevision === null) return;
    const { workshopId, produced, endedAt } = build;
    const things = thingsOfBuild(views, buildId).flatMap(({ itemId, name, serial, code }) =>
      name !== null && serial !== null && code !== null ? [{ itemId, name, serial, code }] : [],
    );
    const at = new Date(endedAt ?? build.lastAt).toISOString();
    const completed = { buildId, workshopId, things, produced, at, by };
    const actor = { kind: 'reaction', name: 'makeThings' } as const;
    for (const { stream, give: handOn } of followUpsOf(views, completed, build.completedRevision)) {
      const commandId = reactionCommandId('makeThings', stream, eventId);
      await handOn(commands, { actor, commandId });
    }
  }

  /** The command that ends a build as it had ended. */
  function endAgain({ buildId, status, produced, endedAt, reasonId }: Build): Compensation {
    if (status === 'abandoned') {
      const reason = reasonId === null ? undefined : parts.texts.of([reasonId]).get(reasonId);
      return { path: pathOf(buildId, 'abandon'), body: { reason } };
    }
    const at = endedAt === null ? undefined : new Date(endedAt).toISOString();
    return { path: pathOf(buildId, 'complete'), body: { produced: produced ?? undefined, at } };
  }

  return [
    defineRoute({
      ...buildChange,
      path: '/api/builds/{buildId}/complete',
      summary:
        'Complete a build: each thing gets its serial and its label; nothing that is missing stands against it',
      params,
      body: completeBuild,
      handle: async (request) => {
        const { buildId } = request.params;
        const build = enterBuild(views, request, buildId, 'build.end');
        const { things, produced = null, at } = request.body;
        const by = request.memberId();
        const command = {
          type: 'CompleteBuild',
          buildId,
          things: things.map(({ itemId, name = null, serial = null }) => ({ itemId, name, serial })),
          produced,
          at: millisecondsOf(at),
          by,
        } as const;
        // Serials follow each other: whoever completes the same design waits until this one's are known.
        const outcome = await numbering.run(build.of?.designId ?? buildId, () =>
          commands.handle(define.CompleteBuild, givenBy(request, command)),
        );
        const [completing] = outcome.outcome === 'accepted' && outcome.seen ? outcome.eventIds : [];
        if (completing !== undefined) await followUp(buildId, by, completing);
        const undo = { path: pathOf(buildId, 'reopen'), body: {} };
        return answerWithUndo(outcome, { id: buildId }, undo);
      },
    }),
    defineRoute({
      ...buildChange,
      path: '/api/builds/{buildId}/reopen',
      summary: 'Open an ended build again, as long as nothing has happened with what it made',
      params,
      body: noBody,
      handle: (request) => {
        const { buildId } = request.params;
        const build = buildById(views, buildId);
        const command = { type: 'ReopenBuild', buildId, by: request.memberId() } as const;
        const undo = build && endAgain(build);
        return give(request, define.ReopenBuild, command, { action: 'build.end', id: buildId, undo });
      },
    }),
    defineRoute({
      ...buildChange,
      path: '/api/builds/{buildId}/abandon',
      summary: 'Give a build up; what was written stays, and what was fitted can be found',
      params,
      body: abandonBuild,
      handle: (request) => {
        const { buildId } = request.params;
        const { reason: body } = request.body;
        const reasonId = body === '' ? null : idMadeBy(request, 'abandonReason');
        const texts: FreeText[] = reasonId === null ? [] : [{ id: reasonId, kind: 'buildNote', body }];
        const command = { type: 'AbandonBuild', buildId, reasonId, by: request.memberId() } as const;
        const undo = { path: pathOf(buildId, 'reopen'), body: {} };
        return give(request, define.AbandonBuild, command, { action: 'build.end', texts, id: buildId, undo });
      },
    }),
  ];
}
