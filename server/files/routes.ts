import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { withdrawFile } from '../../shared/files/commands.ts';
import { filePurpose, fileReply, fileType } from '../../shared/files/kinds.ts';
import { fileId } from '../../shared/identifiers.ts';
import { contentLine } from '../../shared/text.ts';
import type { Uploads as SentFiles } from '../accounts/uploads.ts';
import { capacityOf, may } from '../authorisation/policy.ts';
import { givenBy, idMadeBy } from '../commands/givenBy.ts';
import { answerCommand, commandAnswer } from '../http/answerCommand.ts';
import { HttpProblem } from '../http/problem.ts';
import type { RawRoute } from '../http/rawRoute.ts';
import { type AnyRoute, defineRoute, type Requester } from '../http/route.ts';
import { sendJson } from '../http/send.ts';
import { workshopsOf } from '../members/queries.ts';
import type { Parts } from '../parts.ts';
import { withdrawFileCommand } from './commands.ts';
import { Incoming, type IncomingOptions } from './incoming.ts';
import { isInDesign, withdrawalOf } from './queries.ts';
import { Senders } from './senders.ts';
import { serveFile } from './serve.ts';
import type { FileStore, StoredFile } from './store.ts';
import { Uploads } from './upload.ts';
import { senderOf, uploadRoutes } from './uploadRoutes.ts';
import { mayWithdraw } from './withdrawing.ts';

export interface FileRoutesOptions {
  store: FileStore;
  /** Who sent what in, as accounts know it. */
  sent: SentFiles;
  /** Files that come in pieces. */
  coming: Pick<IncomingOptions, 'dataFolder' | 'records' | 'lease'>;
}

const params = z.strictObject({ fileId });
const tag = 'files';

/** Sending files in, reading them, and withdrawing one for good. */
export function fileRoutes(
  parts: Pick<Parts, 'commands' | 'views' | 'texts' | 'clock'>,
  { store, sent, coming }: FileRoutesOptions,
): { routes: AnyRoute[]; rawRoutes: RawRoute[] } {
  const { commands, views, texts, clock } = parts;
  const senders = new Senders();
  const uploads = new Uploads(store, senders);
  const admit = async ({ fileId, bytes }: StoredFile, memberId: string) => {
    if (withdrawalOf(views, fileId)) throw new HttpProblem('file-withdrawn');
    await sent.note({ fileId, memberId, bytes });
  };
  const incoming = new Incoming({
    ...coming,
    store,
    holder: randomUUID(),
    admit,
    mayKnow: async (fileId, memberId) => isInDesign(views, fileId) || (await sent.isBy(fileId, memberId)),
    clock,
  });

  const maySend = (requester: Requester, memberId: string) =>
    workshopsOf(views, memberId).some(({ workshopId }) =>
      may('file.send', capacityOf(views, requester, workshopId, clock())),
    );
  /** Who might withdraw it may also read why it was. */
  const gone = async (requester: Requester, id: string, reasonId: string) => {
    const reason = (await mayWithdraw(parts, sent, requester, id))
      ? texts.of([reasonId]).get(reasonId)
      : undefined;
    const detail = reason === undefined ? 'This file was withdrawn.' : `This file was withdrawn: ${reason}`;
    return new HttpProblem('not-found', detail, { status: 410 });
  };

  const sending: RawRoute = {
    method: 'post',
    path: '/api/files',
    summary:
      'Send a photograph (JPEG, PNG, WebP), a manual (PDF) or a voice note (WebM, Ogg, MP4, WAV, MP3) in, as the body itself; any file up to 50 MB for a design',
    tag,
    access: 'member',
    query: z.strictObject({ for: filePurpose.optional() }),
    consumes: fileType.options.filter((type) =>
      /^(audio|image\/(jpeg|png|webp)|application\/(pdf|octet-stream))/.test(type),
    ),
    produces: 'application/json',
    statuses: [201],
    respond: async (request, response, { requester, query }) => {
      if (requester.kind === 'nobody') throw new HttpProblem('not-signed-in');
      const purpose = query.for === 'design' ? 'design' : 'attachment';
      const memberId = purpose === 'design' ? senderOf(parts, requester) : requester.memberId;
      if (purpose === 'attachment' && !maySend(requester, memberId)) {
        throw new HttpProblem('forbidden', 'Files are taken from the people of a workshop: join one first.');
      }
      const file = await uploads.take(request, memberId, purpose, (whole) => admit(whole, memberId));
      response.setHeader('Cache-Control', 'no-store');
      sendJson(response, 201, fileReply.parse(file));
    },
  };
  const reading: RawRoute = {
    method: 'get',
    path: '/api/files/{fileId}',
    summary: 'Read a file, or a range of it; whoever was told its id may',
    tag,
    access: 'public',
    scopes: ['machines:read', 'workshops:read'],
    params,
    query: z.strictObject({ name: contentLine(200).optional() }),
    produces: fileType.options,
    statuses: [200, 206],
    respond: async (request, response, { params: { fileId: id = '' }, query, requester }) => {
      const withdrawal = withdrawalOf(views, id);
      if (withdrawal) throw await gone(requester, id, withdrawal.reasonId);
      const file = await store.open(id);
      if (file === null) throw new HttpProblem('not-found', 'There is no such file.');
      await serveFile(request, response, file, query.name?.trim() ?? '');
    },
  };
  const withdrawing = defineRoute({
    method: 'post',
    path: '/api/files/{fileId}/withdraw',
    summary: 'Withdraw a file for good: its bytes go, the record and the reason stay',
    tag,
    access: 'member',
    params,
    body: withdrawFile,
    command: true,
    reply: commandAnswer,
    handle: async (request) => {
      const { params, requester, body } = request;
      const isThere =
        withdrawalOf(views, params.fileId) !== null || (await store.claim(params.fileId)) !== null;
      if (!isThere) throw new HttpProblem('not-found', 'There is no such file.');
      if (!(await mayWithdraw(parts, sent, requester, params.fileId))) {
        throw new HttpProblem(
          'forbidden',
          'Whoever sent a file in may withdraw it, those who maintain its design, and stewards of a workshop that shows it.',
        );
      }
      const reasonId = idMadeBy(request, 'reason');
      const command = {
        type: 'WithdrawFile',
        fileId: params.fileId,
        reasonId,
        withdrawnBy: request.memberId(),
      } as const;
      const reason = { id: reasonId, kind: 'withdrawalReason', body: body.reason };
      const outcome = await commands.handle(withdrawFileCommand, givenBy(request, command, [reason]));
      if (outcome.outcome === 'accepted') await store.remove(params.fileId);
      return answerCommand(outcome, { id: reasonId });
    },
  });
  const pieces = uploadRoutes(parts, { incoming, senders, newId: randomUUID });
  return {
    routes: [withdrawing, ...pieces.routes],
    rawRoutes: [sending, reading, ...pieces.rawRoutes],
  };
}
