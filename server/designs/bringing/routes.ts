import { bringReply } from '../../../shared/designs/bringingViews.ts';
import { bringDesigns } from '../../../shared/designs/commands.ts';
import type { Uploads as SentFiles } from '../../accounts/uploads.ts';
import { fileProblem } from '../../files/failure.ts';
import { withdrawalOf } from '../../files/queries.ts';
import { FileRefused } from '../../files/refusal.ts';
import type { FileStore } from '../../files/store.ts';
import { HttpProblem } from '../../http/problem.ts';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import type { Parts } from '../../parts.ts';
import { mayDraft } from '../drafts/door.ts';
import type { Drafts } from '../drafts/drafts.ts';
import { designById, isMaintainer } from '../queries.ts';
import { type Bringing, bring } from './bring.ts';
import type { GitSurroundings } from './fromGit.ts';
import { BringRefused } from './intake.ts';
import { Turns } from './turns.ts';

export interface BringRoutesOptions {
  store: FileStore;
  /** Who sent what in, as accounts know it. */
  sent: Pick<SentFiles, 'note'>;
  drafts: Pick<Drafts, 'begin'>;
  git: GitSurroundings;
}

/** Bringing designs that stand in a folder already. */
export function bringRoutes(
  { views, designs: contents, clock }: Pick<Parts, 'views' | 'designs' | 'clock'>,
  { store, sent, drafts, git }: BringRoutesOptions,
): AnyRoute[] {
  const turns = new Turns();
  const bringing: Bringing = {
    store,
    drafts,
    contents,
    views,
    admit: async (memberId, { fileId, bytes }) => {
      if (withdrawalOf(views, fileId)) throw new FileRefused('content', WITHDRAWN);
      await sent.note({ fileId, memberId, bytes });
    },
    git,
    clock,
  };
  return [
    defineRoute({
      method: 'post',
      path: '/api/drafts/bring',
      summary: 'Bring a folder, a zip archive or a Git repository: a draft of each design in it',
      tag: 'drafts',
      access: 'member',
      body: bringDesigns,
      reply: bringReply,
      handle: async (request) => {
        const { body } = request;
        const memberId = mayDraft(views, request, 'design.draft');
        if (body.designId !== undefined) assertOwn(body.designId, memberId);
        try {
          const work = () => bring(bringing, memberId, body);
          const reply = await turns.take(memberId, body.kind === 'git', work);
          if (reply !== null) return { status: 201, body: reply };
        } catch (error) {
          if (error instanceof BringRefused) throw new HttpProblem('file-refused', error.message);
          throw fileProblem(error);
        }
        throw new HttpProblem('rate-limited', 'Something is being brought already: wait until it is done.', {
          headers: { 'Retry-After': '10' },
        });
      },
    }),
  ];

  function assertOwn(designId: string, memberId: string): void {
    if (designById(views, designId) === null) throw new HttpProblem('not-found', 'There is no such design.');
    if (isMaintainer(views, designId, memberId)) return;
    throw new HttpProblem(
      'forbidden',
      'Only a maintainer of a design drafts its next revision: fork it instead.',
    );
  }
}

const WITHDRAWN = 'This file was withdrawn here, and is not taken again.';
