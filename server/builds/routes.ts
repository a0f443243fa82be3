import { z } from 'zod';
import { describeBuild, startBuild } from '../../shared/builds/commands.ts';
import { buildKind } from '../../shared/builds/events.ts';
import { buildList, buildStatus, buildView } from '../../shared/builds/views.ts';
import { buildId, designId, workshopId } from '../../shared/identifiers.ts';
import { authorise } from '../authorisation/policy.ts';
import { answerWithUndo } from '../commands/answerWithUndo.ts';
import type { FreeText } from '../commands/definition.ts';
import { givenBy, idMadeBy } from '../commands/givenBy.ts';
import { derivedId } from '../commands/identity.ts';
import { HttpProblem } from '../http/problem.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import { enterSubject } from '../items/door.ts';
import { itemById } from '../items/queries.ts';
import type { Parts } from '../parts.ts';
import { materialIdOf } from '../stock/materials.ts';
import { workshopById } from '../workshops/queries.ts';
import { buildCommands } from './commands.ts';
import { contentOf } from './contentOf.ts';
import { enterBuild } from './door.ts';
import { buildEndRoutes } from './endRoutes.ts';
import { buildFindingRoutes } from './findingRoutes.ts';
import { buildChange, pathOf } from './giving.ts';
import { buildLogRoutes } from './logRoutes.ts';
import { listBuilds } from './queries.ts';
import { replicationRoute } from './replicationRoute.ts';
import { buildRowOf, buildViewOf } from './view.ts';
import { buildWorkRoutes } from './workRoutes.ts';

const params = z.strictObject({ buildId });
const scopes = ['workshops:read'] as const;
/** Builds of one page of a list. */
const PAGE = 50;
const LONGEST_NAME = 80;

const filter = z.strictObject({
  workshop: workshopId.optional(),
  design: designId.optional(),
  status: buildStatus.optional(),
  kind: buildKind.optional(),
  /** Those that one has joined. */
  mine: z.enum(['true', 'false']).optional(),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
});

/** A name that fits on a plate. */
const short = (name: string): string => name.slice(0, LONGEST_NAME).toWellFormed().trim();

/** Builds: listed, begun, looked at; and what is written of them. */
export function buildRoutes(parts: Parts): AnyRoute[] {
  const { commands, views } = parts;
  const define = buildCommands(parts);

  return [
    defineRoute({
      method: 'get',
      path: '/api/builds',
      summary: 'Builds: open ones first, with what they lack',
      tag: 'builds',
      access: 'public',
      scopes,
      query: filter,
      reply: buildList,
      handle: ({ query, requester, now }) => {
        const scope = query.workshop ?? null;
        authorise(views, requester, 'build.read', { workshopId: scope }, now);
        if (query.mine === 'true' && requester.kind !== 'member') throw new HttpProblem('not-signed-in');
        const builds = listBuilds(views, {
          workshopId: scope,
          designId: query.design ?? null,
          status: query.status ?? null,
          kind: query.kind ?? null,
          memberId: query.mine === 'true' && requester.kind === 'member' ? requester.memberId : null,
          offset: query.offset,
          limit: PAGE + 1,
        });
        const rows = builds.slice(0, PAGE).map((build) => buildRowOf(parts, build, { requester }));
        return { body: { builds: rows, more: builds.length > PAGE } };
      },
    }),
    defineRoute({
      ...buildChange,
      path: '/api/builds',
      summary: 'Begin a build: from a revision of a design, or from a note alone',
      body: startBuild,
      handle: async (request) => {
        const { workshopId, kind, of, product, subjectId, forBuild, note: body } = request.body;
        if (!workshopById(views, workshopId)) {
          throw new HttpProblem('not-found', 'There is no such workshop.');
        }
        authorise(views, request.requester, 'build.start', { workshopId }, request.now);
        if (subjectId !== null) enterSubject(views, request, subjectId);
        const buildId = request.body.buildId ?? idMadeBy(request, 'build');
        const isNew = product === null && (kind === 'make' || kind === 'spare');
        const count = request.body.things ?? (isNew ? 1 : 0);
        const things = Array.from({ length: count }, (_, index) => derivedId(buildId, `thing ${index}`));
        const title = contentOf(parts, of)?.title ?? product?.name;
        const subject = subjectId === null ? undefined : itemById(views, subjectId)?.name;
        const name = request.body.name ?? short(title ?? subject ?? body.split('\n')[0] ?? '');
        if (name === '') {
          const mistakes = [{ path: 'body.name', message: 'needs at least one character' }];
          throw new HttpProblem('invalid-request', undefined, { mistakes });
        }
        const noteId = body === '' ? null : idMadeBy(request, 'buildNote');
        const texts: FreeText[] = noteId === null ? [] : [{ id: noteId, kind: 'buildNote', body }];
        const materialId = product && materialIdOf(product.name, product.specification, product.unit);
        const command = {
          type: 'StartBuild',
          buildId,
          workshopId,
          kind,
          name,
          of,
          things,
          product: product && materialId ? { ...product, materialId } : null,
          subjectId,
          forBuild,
          noteId,
          by: request.memberId(),
        } as const;
        const outcome = await commands.handle(define.StartBuild, givenBy(request, command, texts));
        const undo = { path: pathOf(buildId, 'abandon'), body: {} };
        return answerWithUndo(outcome, { id: buildId, created: true }, undo);
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/builds/{buildId}',
      summary: 'All that is told of one build',
      tag: 'builds',
      access: 'public',
      scopes,
      params,
      reply: buildView,
      handle: (request) => {
        const build = enterBuild(views, request, request.params.buildId, 'build.read');
        return { body: buildViewOf(parts, build, request), revision: build.revision, momentary: true };
      },
    }),
    defineRoute({
      ...buildChange,
      method: 'put',
      path: '/api/builds/{buildId}',
      summary: 'Name a build otherwise, and say what it is about',
      params,
      body: describeBuild,
      ifMatch: true,
      handle: async (request) => {
        const before = enterBuild(views, request, request.params.buildId, 'build.write');
        const { name, note: body, subjectId = before.subjectId } = request.body;
        if (subjectId !== null && subjectId !== before.subjectId) enterSubject(views, request, subjectId);
        const noteId = body === '' ? null : idMadeBy(request, 'buildNote');
        const texts: FreeText[] = noteId === null ? [] : [{ id: noteId, kind: 'buildNote', body }];
        const { buildId } = before;
        const by = request.memberId();
        const command = { type: 'DescribeBuild', buildId, name, noteId, subjectId, by } as const;
        const outcome = await commands.handle(define.DescribeBuild, givenBy(request, command, texts));
        const note = before.noteId === null ? '' : (parts.texts.of([before.noteId]).get(before.noteId) ?? '');
        const undo = {
          method: 'put',
          path: `/api/builds/${buildId}`,
          body: { name: before.name, note, subjectId: before.subjectId },
        } as const;
        return answerWithUndo(outcome, { id: buildId }, undo);
      },
    }),
    ...buildLogRoutes(parts),
    ...buildWorkRoutes(parts),
    ...buildFindingRoutes(parts),
    ...buildEndRoutes(parts),
    replicationRoute(parts),
  ];
}
