import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import type { DesignContent, DesignFile } from '../../shared/designs/content.ts';
import { revisionNumber } from '../../shared/designs/partLines.ts';
import { DRAWING_VIEWS } from '../../shared/drawings/views.ts';
import { designId } from '../../shared/identifiers.ts';
import { answerDrawing } from '../drawings/answerDrawing.ts';
import type { Drawings } from '../drawings/drawings.ts';
import { DRAWING_SIZES, type OrderedFile } from '../drawings/order.ts';
import type { FileStore } from '../files/store.ts';
import { HttpProblem } from '../http/problem.ts';
import type { RawRoute } from '../http/rawRoute.ts';
import type { Parts } from '../parts.ts';
import { revisionOf } from './queries.ts';
import { onlyModelOf, standingIn } from './standingIn.ts';

const params = z.strictObject({ designId, revision: z.coerce.number().pipe(revisionNumber) });
const query = z.strictObject({
  view: z.enum(DRAWING_VIEWS).default('iso'),
  size: z.enum(DRAWING_SIZES).default('full'),
});

/** Bytes of model files that are read for one drawing; the larger ones beyond are left out. */
const MOST_BYTES = 64_000_000;

/** The line drawing of a revision's model. */
export function designDrawingRoute(
  { views, designs }: Pick<Parts, 'views' | 'designs'>,
  store: Pick<FileStore, 'open'>,
  drawings: Drawings,
): RawRoute {
  return {
    method: 'get',
    path: '/api/designs/{designId}/revisions/{revision}/drawing.svg',
    summary: 'A line drawing of what stands in a revision’s model, hidden lines removed',
    tag: 'designs',
    access: 'public',
    scopes: ['workshops:read'],
    params,
    query,
    produces: 'image/svg+xml',
    respond: async (request, response, context) => {
      const asked = params.safeParse(context.params);
      const { view, size } = query.parse(context.query);
      const found = asked.success && revisionOf(views, asked.data.designId, asked.data.revision);
      if (!found) throw new HttpProblem('not-found', 'This design has no such revision.');
      const content = designs.read(found.contentId);
      if (!content) {
        throw new HttpProblem('not-found', 'The content of this revision was withdrawn.', { status: 410 });
      }
      if (content.instances.length === 0) throw new HttpProblem('not-found', 'This revision has no model.');
      const standing = standingIn({ views, designs }, content);
      const files = await filesIn(store, [content, ...standing.map((each) => each.content)]);
      // Orders that wait their turn keep no contents in memory.
      const inner = standing.map(({ designId, revision, contentId }) => ({ designId, revision, contentId }));
      const of = [
        'design',
        found.contentId,
        view,
        size,
        ...inner.map((each) => each.contentId),
        ...files.map((each) => each.fileId),
      ];
      const making = drawings.of(of, 'disk', async () => ({
        kind: 'design',
        view,
        size,
        title: content.title,
        content: onlyModelOf(content),
        designs: inner.flatMap(({ contentId, ...pin }) => {
          const read = designs.read(contentId);
          return read ? [{ ...pin, content: onlyModelOf(read) }] : [];
        }),
        files: await readFiles(store, files),
      }));
      await answerDrawing(request, response, making, true);
    },
  };
}

/** Files that stand in models and are there, the smallest first, as many as may be read. */
async function filesIn(
  store: Pick<FileStore, 'open'>,
  contents: readonly DesignContent[],
): Promise<DesignFile[]> {
  const wanted = new Map(
    contents.flatMap((each) => onlyModelOf(each).files.map((file) => [file.fileId, file])),
  );
  const there: DesignFile[] = [];
  let bytes = 0;
  for (const file of [...wanted.values()].toSorted((one, other) => one.bytes - other.bytes)) {
    const open = await store.open(file.fileId);
    if (!open) continue;
    bytes += open.bytes;
    await open.close();
    if (bytes > MOST_BYTES) break;
    there.push(file);
  }
  return there;
}

async function readFiles(
  store: Pick<FileStore, 'open'>,
  files: readonly DesignFile[],
): Promise<OrderedFile[]> {
  const read: OrderedFile[] = [];
  for (const { fileId } of files) {
    const open = await store.open(fileId);
    if (!open) continue;
    const content = await buffer(open.stream(0, open.bytes - 1));
    await open.close();
    const bytes = new ArrayBuffer(content.length);
    new Uint8Array(bytes).set(content);
    read.push({ fileId, bytes });
  }
  return read;
}
