import { z } from 'zod';
import type { Objection } from '../../../shared/bookings/rules.ts';
import { publishDraft } from '../../../shared/designs/commands.ts';
import { draftId } from '../../../shared/identifiers.ts';
import type { Uploads } from '../../accounts/uploads.ts';
import { givenBy } from '../../commands/givenBy.ts';
import { derivedId } from '../../commands/identity.ts';
import { answerCommand, commandAnswer } from '../../http/answerCommand.ts';
import { HttpProblem } from '../../http/problem.ts';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import type { Parts } from '../../parts.ts';
import { assemblySources, withLinesOfModel } from '../assemblySources.ts';
import { designCommands } from '../commands.ts';
import type { PublishRevision } from '../designCommands.ts';
import { enterDraft, mayDraft } from './door.ts';
import type { Drafts } from './drafts.ts';
import { filesNotSent } from './filesSent.ts';
import { publishable } from './hindrances.ts';
import { publicationOf, settlePublished } from './publishing.ts';
import { ownerAlone } from './routes.ts';
import { refusal } from './start.ts';

type Sources = Pick<Parts, 'commands' | 'views' | 'files' | 'designs' | 'names'>;

/** Publishing: one event, and the draft is gone. */
export function publishRoute(parts: Sources, drafts: Drafts, sent: Pick<Uploads, 'notBy'>): AnyRoute {
  const { views, commands, designs } = parts;
  const give = (definitions: Sources, request: Parameters<typeof givenBy>[0], command: PublishRevision) =>
    commands.handle(designCommands(definitions).PublishRevision, givenBy(request, command));
  return defineRoute({
    method: 'post',
    path: '/api/drafts/{draftId}/publish',
    summary:
      'Publish a draft: the first revision of a design or fork, or the next one; it needs nobody’s permission',
    tag: 'drafts',
    access: 'member',
    params: z.strictObject({ draftId }),
    body: publishDraft,
    command: true,
    reply: commandAnswer,
    handle: async (request) => {
      const memberId = mayDraft(views, request, 'design.publish');
      const { version, workshopId, fixes } = request.body;
      const begun = drafts.publishingOf(request.params.draftId, memberId);
      if (begun?.commandId === request.commandId && begun.version === version && !request.dryRun) {
        // The answer was lost, perhaps with the process: the command knows whether it was carried out.
        const { command } = begun;
        if (!isSameOrder(command, workshopId, fixes)) throw new HttpProblem('command-id-reused');
        const outcome = await give(parts, request, command);
        if (outcome.outcome === 'accepted') drafts.settle(begun);
        return answerCommand(outcome, aboutOf(command));
      }
      settlePublished(views, drafts, request.params.draftId, memberId);
      const draft = enterDraft(views, drafts, request);
      ownerAlone(draft.owner, memberId);
      if (draft.version !== version) {
        throw refusal(
          'draftChanged',
          'The draft was changed after you looked at it: look at it again first.',
        );
      }
      const checked = publishable(withLinesOfModel(draft.content, assemblySources(parts)));
      if ('objections' in checked) throw refusedFor(checked.objections);
      const { content } = checked;
      const notSent = await filesNotSent(views, sent, draft, content);
      if (notSent.length > 0) throw refusedFor(notSent);
      // Of the draft, not of the command: pressed in two windows at once, it still becomes one design.
      const designId = draft.designId ?? derivedId(draft.draftId, 'design');
      const command = publicationOf(draft, memberId, { content, designId, workshopId, fixes });
      if (request.dryRun)
        return answerCommand(
          await give(rehearsing(parts, command, content), request, command),
          aboutOf(command),
        );
      await designs.write(content);
      const publishing = { draftId: draft.draftId, memberId, commandId: request.commandId, version, command };
      drafts.notePublishing(publishing);
      const outcome = await give(parts, request, command);
      if (outcome.outcome === 'accepted') {
        // Another attempt at the same moment may have put its own note in the place of this one.
        drafts.notePublishing(publishing);
        drafts.settle(publishing);
      } else drafts.forgetPublishing(publishing);
      return answerCommand(outcome, aboutOf(command));
    },
  });
}

const refusedFor = (objections: Objection[]): HttpProblem =>
  new HttpProblem('refused', objections.map(({ message }) => message).join(' '), {
    objections,
    nearest: null,
  });

const aboutOf = ({ designId, revision }: PublishRevision) => ({ id: designId, created: revision === 1 });

const isSameOrder = (
  command: PublishRevision,
  workshopId: string | null,
  fixes: readonly string[],
): boolean =>
  (command.revision > 1 || command.workshopId === workshopId) &&
  JSON.stringify(command.fixes) === JSON.stringify(fixes);

/** A dry run writes nothing: the content is read, and its file there, as if it had been written. */
function rehearsing(
  parts: Sources,
  { contentId }: PublishRevision,
  content: NonNullable<ReturnType<Sources['designs']['read']>>,
): Sources {
  const { designs, files } = parts;
  return {
    ...parts,
    designs: { ...designs, read: (id) => (id === contentId ? content : designs.read(id)) },
    files: {
      claim: (id) =>
        id === contentId
          ? Promise.resolve({ fileId: id, type: 'application/json', bytes: 0 })
          : files.claim(id),
    },
  };
}
