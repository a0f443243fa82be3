import { z } from 'zod';
import { workId } from '../../shared/identifiers.ts';
import type { WorkEvent } from '../../shared/schemasOfEvents.ts';
import { noteWork, takeBackWork } from '../../shared/work/commands.ts';
import type { WorkSubject } from '../../shared/work/events.ts';
import { myWork, type WorkRow } from '../../shared/work/views.ts';
import { buildById } from '../builds/queries.ts';
import { answerWithUndo } from '../commands/answerWithUndo.ts';
import type { CommandDefinition, FreeText } from '../commands/definition.ts';
import { givenBy, idMadeBy } from '../commands/givenBy.ts';
import { designById } from '../designs/queries.ts';
import { commandAnswer } from '../http/answerCommand.ts';
import { HttpProblem } from '../http/problem.ts';
import type { RawRoute } from '../http/rawRoute.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import { send } from '../http/send.ts';
import { itemById } from '../items/queries.ts';
import { machineById } from '../machines/queries.ts';
import type { Parts } from '../parts.ts';
import type { ViewsReader } from '../views/reader.ts';
import { workshopById } from '../workshops/queries.ts';
import { type WorkCommand, type WorkFacts, type WorkState, workDecider } from './decide.ts';
import { sumsOf, type Work, workOf } from './queries.ts';
import { tableOfWork } from './table.ts';

const tag = 'me';
/** Entries of one page. */
const PAGE = 200;

type Of<Type extends WorkCommand['type']> = Extract<WorkCommand, { type: Type }>;

/** What somebody worked on, by its name; null where it is not here. */
export function nameOfSubject(views: ViewsReader, on: WorkSubject): string | null {
  switch (on.kind) {
    case 'build':
      return buildById(views, on.buildId)?.name ?? null;
    case 'design':
      return designById(views, on.designId)?.title ?? null;
    case 'machine':
      return machineById(views, on.machineId)?.name ?? null;
    case 'item':
      return itemById(views, on.itemId)?.name ?? null;
    case 'workshop':
      return workshopById(views, on.workshopId)?.name ?? null;
  }
}

/** One's own work: nobody else is told of it, and nobody adds it up for others. */
export function workRoutes(parts: Pick<Parts, 'commands' | 'views' | 'texts'>): {
  routes: AnyRoute[];
  rawRoutes: RawRoute[];
} {
  const { commands, views, texts } = parts;
  const define = <Type extends WorkCommand['type']>(
    type: Type,
    subjectOf: (command: Of<Type>) => WorkSubject | null,
  ): CommandDefinition<Of<Type>, WorkState, WorkEvent, WorkFacts> => ({
    type,
    decider: workDecider,
    stream: ({ memberId }) => `work-${memberId}`,
    facts: (command, { now }) => {
      const on = subjectOf(command);
      return { now, subjectKnown: on === null || nameOfSubject(views, on) !== null };
    },
  });
  const note = define('NoteWork', ({ on }) => on);
  const takeBack = define('TakeBackWork', () => null);
  const restore = define('RestoreWork', () => null);

  const rowsOf = (work: readonly Work[]): WorkRow[] => {
    const bodies = texts.of(work.flatMap(({ noteId }) => noteId ?? []));
    return work.map(({ memberId: _, noteId, at, ...rest }) => ({
      ...rest,
      at: new Date(at).toISOString(),
      onName: nameOfSubject(views, rest.on),
      note: noteId === null ? null : (bodies.get(noteId) ?? null),
    }));
  };

  const routes = [
    defineRoute({
      method: 'get',
      path: '/api/me/work',
      summary: 'What you noted that you did, newest first, with sums by kind and by month',
      tag,
      access: 'member',
      query: z.strictObject({ offset: z.coerce.number().int().min(0).max(10_000_000).default(0) }),
      reply: myWork,
      handle: (request) => {
        const memberId = request.memberId();
        const work = workOf(views, memberId, request.query.offset, PAGE + 1);
        const more = work.length > PAGE;
        return { body: { work: rowsOf(work.slice(0, PAGE)), more, ...sumsOf(views, memberId) } };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/me/work',
      summary: 'Note work that you did: building, documenting, teaching, mending, cleaning, organising',
      tag,
      access: 'member',
      body: noteWork,
      command: true,
      reply: commandAnswer,
      handle: async (request) => {
        const { note: body, at, ...said } = request.body;
        const workId = idMadeBy(request, 'work');
        const noteId = body === '' ? null : idMadeBy(request, 'workNote');
        const written: FreeText[] = noteId === null ? [] : [{ id: noteId, kind: 'workNote', body }];
        const command = {
          type: 'NoteWork',
          memberId: request.memberId(),
          workId,
          ...said,
          at: at === undefined ? null : Date.parse(at),
          noteId,
        } as const;
        const outcome = await commands.handle(note, givenBy(request, command, written));
        const undo = { path: `/api/me/work/${workId}/take-back`, body: {} };
        return answerWithUndo(outcome, { id: workId, created: true }, undo);
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/me/work/{workId}/take-back',
      summary: 'Take work back that you noted by mistake',
      tag,
      access: 'member',
      params: z.strictObject({ workId }),
      body: takeBackWork,
      command: true,
      reply: commandAnswer,
      handle: async (request) => {
        const { workId } = request.params;
        const command = { type: 'TakeBackWork', memberId: request.memberId(), workId } as const;
        const outcome = await commands.handle(takeBack, givenBy(request, command));
        const undo = { path: `/api/me/work/${workId}/restore`, body: {} };
        return answerWithUndo(outcome, { id: workId }, undo);
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/me/work/{workId}/restore',
      summary: 'Note once more what you took back',
      tag,
      access: 'member',
      params: z.strictObject({ workId }),
      body: takeBackWork,
      command: true,
      reply: commandAnswer,
      handle: async (request) => {
        const { workId } = request.params;
        const command = { type: 'RestoreWork', memberId: request.memberId(), workId } as const;
        const outcome = await commands.handle(restore, givenBy(request, command));
        const undo = { path: `/api/me/work/${workId}/take-back`, body: {} };
        return answerWithUndo(outcome, { id: workId }, undo);
      },
    }),
  ];
  const table: RawRoute = {
    method: 'get',
    path: '/api/me/work.csv',
    summary: 'What you noted that you did, as a table (CSV)',
    tag,
    access: 'member',
    produces: 'text/csv',
    respond: (_request, response, { requester }) => {
      if (requester.kind === 'nobody') throw new HttpProblem('not-signed-in');
      response.setHeader('Cache-Control', 'no-store');
      response.setHeader('Content-Disposition', 'attachment; filename="work.csv"');
      const rows = rowsOf(workOf(views, requester.memberId));
      return send(response, 200, 'text/csv; charset=utf-8', tableOfWork(rows));
    },
  };
  return { routes, rawRoutes: [table] };
}
