import { z } from 'zod';
import { changeDraft, letEdit, startDraft } from '../../../shared/designs/commands.ts';
import { draftList, draftSaved, draftView } from '../../../shared/designs/draftViews.ts';
import { draftId, memberId } from '../../../shared/identifiers.ts';
import { HttpProblem } from '../../http/problem.ts';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { isErased } from '../../members/queries.ts';
import type { Parts } from '../../parts.ts';
import type { Reckoning } from '../../reckoning/reckoning.ts';
import { latestOf } from '../queries.ts';
import { caughtUp } from './catchUp.ts';
import { enterDraft, mayDraft, savedOr, tooLarge } from './door.ts';
import { type Drafts, MOST_DRAFTS, MOST_EDITORS } from './drafts.ts';
import { settlePublished } from './publishing.ts';
import { baseOf, beginningOf, refusal } from './start.ts';
import { draftRowOf, draftViewOf } from './views.ts';

const params = z.strictObject({ draftId });
const done = z.strictObject({});
const tag = 'drafts';
/** A picture's words or a story may be long, and many changes may wait for the network. */
const BODY_BYTES = 8_000_000;

/** Drafts: begun, read, saved, shared and thrown away; all outside the log. */
export function draftRoutes(
  parts: Pick<Parts, 'views' | 'names' | 'designs'> & { reckoning: Reckoning },
  drafts: Drafts,
): AnyRoute[] {
  const { views, names, designs } = parts;
  return [
    defineRoute({
      method: 'post',
      path: '/api/drafts',
      summary: 'Begin a draft: empty, the next revision of your design, or a fork',
      tag,
      access: 'member',
      body: startDraft,
      reply: draftView,
      handle: async (request) => {
        const owner = mayDraft(views, request);
        const known = drafts.read(request.body.draftId, owner);
        if (known) return { body: await draftViewOf(parts, known, owner) };
        const begun = drafts.begin(beginningOf(parts, request.body, owner));
        switch (begun.outcome) {
          case 'begun':
          case 'known':
            return {
              status: begun.outcome === 'begun' ? 201 : 200,
              body: await draftViewOf(parts, begun.draft, owner),
            };
          case 'taken':
            throw refusal('draftTaken', 'There is, or was, another draft with this id: choose another.');
          case 'tooMany':
            throw refusal('tooManyDrafts', `You have ${MOST_DRAFTS} drafts: throw one away first.`);
          case 'tooLarge':
            throw tooLarge();
        }
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/drafts',
      summary: 'Your drafts, and those that you were let into',
      tag,
      access: 'member',
      reply: draftList,
      handle: (request) => {
        const viewer = mayDraft(views, request);
        for (const { draftId: id } of drafts.of(viewer)) settlePublished(views, drafts, id, viewer);
        return { body: { drafts: drafts.of(viewer).map((draft) => draftRowOf(parts, draft, viewer)) } };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/drafts/{draftId}',
      summary: 'A draft: its content, what contradicts itself in it, and what stands against publishing it',
      tag,
      access: 'member',
      params,
      reply: draftView,
      handle: async (request) => {
        settlePublished(views, drafts, request.params.draftId, mayDraft(views, request));
        const draft = enterDraft(views, drafts, request);
        return { body: await draftViewOf(parts, draft, request.memberId()) };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/drafts/{draftId}/changes',
      summary: 'Save changes of a draft; what somebody else changed meanwhile is told, and stays',
      tag,
      access: 'member',
      params,
      body: changeDraft,
      bodyBytes: BODY_BYTES,
      reply: draftSaved,
      handle: (request) => {
        const { saveId, changes, force, version } = request.body;
        const save = { draftId: request.params.draftId, memberId: mayDraft(views, request), saveId, version };
        return { body: savedOr(drafts.save(save, changes, force)) };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/drafts/{draftId}/catch-up',
      summary:
        'Take the newest revision of the design into its draft; where both changed the same, the draft stands',
      tag,
      access: 'member',
      params,
      body: z.strictObject({ saveId: z.uuid() }),
      reply: draftSaved,
      handle: (request) => {
        const draft = enterDraft(views, drafts, request);
        const { base, designId } = draft;
        const newest = designId === null ? undefined : latestOf(views, designId);
        if (!base || !newest) throw refusal('nothingNewer', 'There is no newer revision to take in.');
        const [before, after] = [designs.read(base.contentId), designs.read(newest.contentId)];
        if (!before || !after)
          throw refusal('contentWithdrawn', 'The content of this revision was withdrawn.');
        const save = { draftId: draft.draftId, memberId: request.memberId(), saveId: request.body.saveId };
        const replaced = drafts.replace(
          save,
          ({ content }) => caughtUp(before, content, after),
          baseOf(newest),
        );
        return { body: savedOr(replaced) };
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/api/drafts/{draftId}',
      summary: 'Throw a draft away',
      tag,
      access: 'member',
      params,
      reply: done,
      handle: (request) => {
        const draft = enterDraft(views, drafts, request);
        ownerAlone(draft.owner, request.memberId());
        drafts.remove(draft.draftId);
        return { body: {} };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/drafts/{draftId}/editors',
      summary: 'Let somebody else edit a draft',
      tag,
      access: 'member',
      params,
      body: letEdit,
      reply: done,
      handle: (request) => {
        const draft = enterDraft(views, drafts, request);
        ownerAlone(draft.owner, request.memberId());
        const { memberId: editor } = request.body;
        if (editor === draft.owner) return { body: {} };
        if (isErased(views, editor) || (names.of([editor]).get(editor) ?? null) === null) {
          throw refusal('noSuchMember', 'There is no such member.');
        }
        if (!drafts.letEdit(draft.draftId, editor)) {
          throw refusal('tooManyEditors', `At most ${MOST_EDITORS} people edit one draft.`);
        }
        return { body: {} };
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/api/drafts/{draftId}/editors/{memberId}',
      summary: 'Let somebody edit a draft no longer; or leave it oneself',
      tag,
      access: 'member',
      params: z.strictObject({ draftId, memberId }),
      reply: done,
      handle: (request) => {
        const draft = enterDraft(views, drafts, request);
        if (request.params.memberId !== request.memberId()) ownerAlone(draft.owner, request.memberId());
        drafts.stopEditing(draft.draftId, request.params.memberId);
        return { body: {} };
      },
    }),
  ];
}

/** @throws {HttpProblem} forbidden */
export function ownerAlone(owner: string, memberId: string): void {
  if (owner !== memberId) throw new HttpProblem('forbidden', 'Only whoever began this draft does that.');
}
