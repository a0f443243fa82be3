import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { isSame } from '../../../shared/designs/changes.ts';
import { bringParts } from '../../../shared/designs/commands.ts';
import { type DraftContent, draftContent } from '../../../shared/designs/content.ts';
import { partsReply } from '../../../shared/designs/draftViews.ts';
import type { PartLine } from '../../../shared/designs/partLines.ts';
import { revisionNumber } from '../../../shared/designs/partLines.ts';
import { designId, draftId } from '../../../shared/identifiers.ts';
import { HttpProblem } from '../../http/problem.ts';
import type { RawRoute } from '../../http/rawRoute.ts';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { send } from '../../http/send.ts';
import type { Parts } from '../../parts.ts';
import { enterDraft, savedOr } from '../drafts/door.ts';
import type { Drafts } from '../drafts/drafts.ts';
import { readContent, type Saving } from '../drafts/saving.ts';
import { revisionOf } from '../queries.ts';
import { type PartsTable, partsFromTable } from './fromTable.ts';
import { tableOfParts } from './toTable.ts';

const BODY_BYTES = 8_000_000;
/** Lines that a preview shows. */
const SHOWN = 20;

/** Brings a table into the parts list of a draft. */
export function partsTableRoutes({ views }: Pick<Parts, 'views'>, drafts: Drafts): AnyRoute[] {
  return [
    defineRoute({
      method: 'post',
      path: '/api/drafts/{draftId}/parts',
      summary: 'Bring a table (CSV) into the parts list of a draft, beside what stands there or in its place',
      tag: 'drafts',
      access: 'member',
      params: z.strictObject({ draftId }),
      query: z.strictObject({ dryRun: z.enum(['true', 'false']).optional() }),
      body: bringParts,
      bodyBytes: BODY_BYTES,
      reply: partsReply,
      handle: (request) => {
        const draft = enterDraft(views, drafts, request);
        const { csv, columns, replace } = request.body;
        const today = new Date(request.now).toISOString().slice(0, 10);
        const read = (known: readonly PartLine[]) =>
          partsFromTable(csv, { columns, known, beside: !replace, today });
        let table: PartsTable | undefined;
        let version: number | null = null;
        if (request.query.dryRun !== 'true') {
          const save = { draftId: draft.draftId, memberId: request.memberId(), saveId: randomUUID() };
          const replaced = drafts.replace(save, ({ content }) => {
            table = read(content.parts);
            return withTable(content, table, replace);
          });
          ({ version } = savedOr(replaced));
        }
        table ??= read(draft.content.parts);
        const { lines, remarks } = table;
        return {
          body: {
            version,
            columns: table.columns,
            lines: lines.length,
            remarks,
            preview: lines.slice(0, SHOWN).map((line) => previewOf(line, lines)),
          },
        };
      },
    }),
  ];
}

function withTable(content: DraftContent, { lines }: PartsTable, replace: boolean): Saving {
  if (lines.length === 0) return { outcome: 'saved', content, conflicts: [], changed: false };
  const parts = replace ? lines : merged(content.parts, lines);
  const read = readContent(draftContent, { ...content, parts });
  if ('mistakes' in read) return { outcome: 'mistaken', mistakes: read.mistakes };
  return { outcome: 'saved', content: read.content, conflicts: [], changed: !isSame(read.content, content) };
}

/** What stands is changed in its place; what is new comes behind. */
function merged(before: readonly PartLine[], lines: readonly PartLine[]): PartLine[] {
  const brought = new Map(lines.map((line) => [line.id, line]));
  const ids = new Set(before.map(({ id }) => id));
  return [...before.map((line) => brought.get(line.id) ?? line), ...lines.filter(({ id }) => !ids.has(id))];
}

function previewOf(line: PartLine, lines: readonly PartLine[]): Record<string, string> {
  const { name, quantity, written, unit, specification, material, source, price, mass, parent } = line;
  return {
    part: name,
    quantity: written || String(quantity),
    unit,
    parent: lines.find(({ id }) => id === parent)?.name ?? '',
    specification,
    material,
    source,
    mass: mass === null ? '' : String(mass),
    price: price === null ? '' : `${price.amount} ${price.currency}`,
  };
}

/** The parts list of a revision as a strict table. */
export function partsTableRoute({ views, designs }: Pick<Parts, 'views' | 'designs'>): RawRoute {
  const params = z.strictObject({ designId, revision: z.coerce.number().pipe(revisionNumber) });
  return {
    method: 'get',
    path: '/api/designs/{designId}/revisions/{revision}/parts.csv',
    summary: 'The parts list of a revision as CSV (RFC 4180)',
    tag: 'designs',
    access: 'public',
    scopes: ['workshops:read'],
    params,
    produces: 'text/csv',
    respond: (_request, response, context) => {
      const read = params.safeParse(context.params);
      const found = read.success ? revisionOf(views, read.data.designId, read.data.revision) : undefined;
      if (!found) throw new HttpProblem('not-found');
      const content = designs.read(found.contentId);
      if (!content) throw new HttpProblem('not-found', 'The content of this revision was withdrawn.');
      const name = `${content.title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60) || 'parts'}-${found.revision}.csv`;
      response.setHeader(
        'Content-Disposition',
        `attachment; filename="parts.csv"; filename*=UTF-8''${encodeURIComponent(name)}`,
      );
      return send(response, 200, 'text/csv; charset=utf-8', tableOfParts(content));
    },
  };
}
