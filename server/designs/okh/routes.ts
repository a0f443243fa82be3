import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { ReplicationReport } from '../../../shared/builds/replicationViews.ts';
import { revisionNumber } from '../../../shared/designs/partLines.ts';
import { designId } from '../../../shared/identifiers.ts';
import { replicationReportOf } from '../../builds/replications.ts';
import { hasCode } from '../../files/errorCode.ts';
import type { FileStore } from '../../files/store.ts';
import { HttpProblem } from '../../http/problem.ts';
import type { RawContext, RawRoute } from '../../http/rawRoute.ts';
import { send } from '../../http/send.ts';
import type { Parts } from '../../parts.ts';
import { designById, revisionOf } from '../queries.ts';
import { archiveOf } from './archive.ts';
import type { Leaving } from './leaving.ts';
import { builtOf, replicationsOf } from './replications.ts';
import { writeManifestLosh, writeManifestV1 } from './write.ts';

const params = z.strictObject({ designId, revision: z.coerce.number().pipe(revisionNumber) });

/** A revision in the formats that others read: both manifests, and everything in one archive. */
export function exchangeRoutes(
  parts: Pick<Parts, 'views' | 'designs' | 'names' | 'texts' | 'clock'>,
  files: Pick<FileStore, 'open'>,
  publicUrl: string,
): RawRoute[] {
  /** A manifest goes from hand to hand: it names nobody whose name not everybody may know. */
  const reportOf = (designId: string) =>
    replicationReportOf(parts, designId, { requester: { kind: 'nobody' }, now: parts.clock() });
  const leavingOf = (
    context: RawContext,
  ): Omit<Leaving, 'beside'> & { at: Date; report: ReplicationReport } => {
    const read = params.safeParse(context.params);
    const found = read.success ? revisionOf(parts.views, read.data.designId, read.data.revision) : undefined;
    if (!found) throw new HttpProblem('not-found');
    const content = parts.designs.read(found.contentId);
    if (!content)
      throw new HttpProblem('not-found', 'The content of this revision was withdrawn.', { status: 410 });
    const report = reportOf(found.designId);
    const author = parts.names.of([found.publishedBy]).get(found.publishedBy);
    return {
      content,
      revision: found.revision,
      url: `${publicUrl.replace(/\/$/, '')}/designs/${found.designId}`,
      authors: author ? [author] : [],
      at: new Date(found.publishedAt),
      report,
      built: builtOf(report, designById(parts.views, found.designId)?.workshopId ?? null),
    };
  };
  const manifest = (
    name: string,
    type: string,
    summary: string,
    write: (leaving: Leaving) => string,
  ): RawRoute => ({
    method: 'get',
    path: `/api/designs/{designId}/revisions/{revision}/${name}`,
    summary,
    tag: 'designs',
    access: 'public',
    scopes: ['workshops:read'],
    params,
    produces: type,
    respond: (_request, response, context) => {
      const { report: _, ...leaving } = leavingOf(context);
      called(response, name, name);
      send(response, 200, `${type}; charset=utf-8`, write({ ...leaving, beside: { others: [] } }));
    },
  });
  return [
    manifest('okh.yml', 'application/yaml', 'Its Open Know-How manifest, first family', writeManifestV1),
    manifest(
      'okh.toml',
      'application/toml',
      'Its Open Know-How manifest, second family (LOSH)',
      writeManifestLosh,
    ),
    {
      method: 'get',
      path: '/api/designs/{designId}/revisions/{revision}/archive.zip',
      summary: 'All of a revision as one archive: manifests, parts list, story, steps and files',
      tag: 'designs',
      access: 'public',
      scopes: ['workshops:read'],
      params,
      produces: 'application/zip',
      respond: async (request, response, context) => {
        const { at, report, ...told } = leavingOf(context);
        const leaving = { ...told, replications: replicationsOf(report) };
        const title = leaving.content.title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60) || 'design';
        called(response, 'design.zip', `${title}-${leaving.revision}.zip`);
        response.setHeader('Content-Type', 'application/zip');
        if (request.method === 'HEAD') {
          response.end();
          return;
        }
        try {
          await pipeline(await archiveOf(leaving, files, at), response);
        } catch (error) {
          // Whoever reads may hang up.
          if (!hasCode(error, 'ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE')) throw error;
        }
      },
    },
  ];
}

function called(response: ServerResponse, plain: string, name: string): void {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader(
    'Content-Disposition',
    `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, '_')}`,
  );
}
