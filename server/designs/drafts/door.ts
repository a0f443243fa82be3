import { authorise } from '../../authorisation/policy.ts';
import type { Action } from '../../authorisation/table.ts';
import { HttpProblem } from '../../http/problem.ts';
import type { RouteRequest } from '../../http/route.ts';
import type { ViewsReader } from '../../views/reader.ts';
import type { Draft, Drafts, Saved, SaveOutcome } from './drafts.ts';

type Request = Pick<
  RouteRequest<{ draftId: string }, unknown, unknown>,
  'params' | 'requester' | 'memberId' | 'now'
>;

/** @throws {HttpProblem} not-signed-in, forbidden */
export function mayDraft(
  views: ViewsReader,
  { requester, now, memberId }: Pick<Request, 'requester' | 'memberId' | 'now'>,
  action: Action = 'design.draft',
): string {
  authorise(views, requester, action, { workshopId: null, own: true }, now);
  return memberId();
}

/**
 * The draft of a request, for its owner and those who were let in; for all others there is none.
 * @throws {HttpProblem} not-found, not-signed-in, forbidden
 */
export function enterDraft(views: ViewsReader, drafts: Drafts, request: Request): Draft {
  const memberId = mayDraft(views, request);
  const draft = drafts.read(request.params.draftId, memberId);
  if (draft === null) throw noSuchDraft();
  return draft;
}

export const noSuchDraft = () => new HttpProblem('not-found', 'There is no such draft.');

/** @throws {HttpProblem} not-found, invalid-request naming the fields, too-large */
export function savedOr(outcome: SaveOutcome): Saved {
  switch (outcome.outcome) {
    case 'saved': {
      const { version, conflicts, othersChanged } = outcome;
      return { version, conflicts, othersChanged };
    }
    case 'absent':
      throw noSuchDraft();
    case 'tooLarge':
      throw tooLarge();
    case 'mistaken': {
      const [first] = outcome.mistakes;
      const detail = `Nothing of this was saved: ${first?.path ?? ''} ${first?.message ?? ''}.`;
      throw new HttpProblem('invalid-request', detail, { mistakes: outcome.mistakes.map(shortened) });
    }
  }
}

export const tooLarge = () =>
  new HttpProblem('too-large', 'A draft may have 20 megabytes: put large texts into files.');

const shortened = ({ path, message }: { path: string; message: string }) => ({
  path: path.slice(0, 200).toWellFormed(),
  message: message.slice(0, 200).toWellFormed(),
});
