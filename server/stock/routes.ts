import { z } from 'zod';
import { materialId, workshopId } from '../../shared/identifiers.ts';
import { type StockList, stockList, stockView } from '../../shared/stock/views.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import type { ViewsReader } from '../views/reader.ts';
import { enterWorkshop } from '../workshops/door.ts';
import { type Workshop, workshopById } from '../workshops/queries.ts';
import { enterStock, isInsider } from './door.ts';
import { plainWords } from './materials.ts';
import { kilometresBetween } from './places.ts';
import { notesOf, type Stock, stockByKey, stockOfMaterial, stocksIn } from './queries.ts';
import { balanceOf } from './state.ts';
import { stockEntriesOf, stockRowOf } from './stockViews.ts';

const MOST_ENTRIES = 100;
const ofStock = z.strictObject({ workshopId, materialId });
const listQuery = z.strictObject({
  q: z.string().trim().max(80).optional(),
  only: z.enum(['low', 'offcuts', 'reserved']).optional(),
  /** The `next` of the page before. */
  after: z.string().max(80).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});

/** The same material in other workshops that have some of it free, the nearest first. */
function elsewhereOf(views: ViewsReader, here: Workshop, { materialId: id }: Stock) {
  return stockOfMaterial(views, id)
    .flatMap((stock) => {
      const other = workshopById(views, stock.workshopId);
      const { free } = balanceOf(stock);
      if (other === null || other.workshopId === here.workshopId || free === 0) return [];
      const workshop = { workshopId: other.workshopId, name: other.name };
      return [{ workshop, kilometres: kilometresBetween(here, other), free }];
    })
    .toSorted((one, other) => (one.kilometres ?? Infinity) - (other.kilometres ?? Infinity))
    .slice(0, 50);
}

/** One after the other, those of one shelf together. */
function byShelf(rows: StockList['shelves'][number]['stock']): StockList['shelves'] {
  const shelves: StockList['shelves'] = [];
  for (const row of rows) {
    const last = shelves.at(-1);
    if (last && last.shelf === row.shelf) last.stock.push(row);
    else shelves.push({ shelf: row.shelf, stock: [row] });
  }
  return shelves;
}

/** What is on the shelves: open to everybody; prices, suppliers and names to those who work there. */
export function stockRoutes(parts: Pick<Parts, 'views' | 'names' | 'texts'>): AnyRoute[] {
  const { views } = parts;
  return [
    defineRoute({
      method: 'get',
      path: '/api/workshops/{workshopId}/stock',
      summary: 'What a workshop has on its shelves, shelf by shelf: lots, offcuts, what is reserved and low',
      tag: 'stock',
      access: 'public',
      scopes: ['workshops:read'],
      params: z.strictObject({ workshopId }),
      query: listQuery,
      reply: stockList,
      handle: (request) => {
        const { workshopId: id, name } = enterWorkshop(views, request, 'stock.read');
        const { q, only, after, limit } = request.query;
        const all = stocksIn(views, id);
        const words = plainWords(q ?? '');
        const found = all.filter(
          (one) =>
            (only === undefined || one[only]) && (words === '' || plainWords(one.words).includes(words)),
        );
        const start = after === undefined ? 0 : found.findIndex(({ stock }) => stock === after) + 1;
        const page = found.slice(start, start + limit);
        const inside = isInsider(views, request, id);
        const rows = page.flatMap(({ stock }) => {
          const known = stockByKey(views, stock);
          return known ? [stockRowOf(views, known, inside)] : [];
        });
        return {
          momentary: true,
          body: {
            workshop: { workshopId: id, name },
            shelves: byShelf(rows),
            count: found.length,
            low: all.filter(({ low }) => low).length,
            next: start + limit < found.length ? (page.at(-1)?.stock ?? null) : null,
            allowedActions: inside ? ['stock.change'] : [],
          },
        };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/workshops/{workshopId}/stock/{materialId}',
      summary: 'One material on the shelves of a workshop, with what was written down of it',
      tag: 'stock',
      access: 'public',
      scopes: ['workshops:read'],
      params: ofStock,
      reply: stockView,
      handle: (request) => {
        const { workshop, stock } = enterStock(views, request, 'stock.read');
        const inside = isInsider(views, request, workshop.workshopId);
        return {
          revision: stock.describedRevision,
          momentary: true,
          body: {
            workshop: { workshopId: workshop.workshopId, name: workshop.name },
            stock: stockRowOf(views, stock, inside),
            entries: stockEntriesOf(parts, notesOf(views, stock, MOST_ENTRIES), inside),
            elsewhere: elsewhereOf(views, workshop, stock),
            allowedActions: inside ? ['stock.change'] : [],
          },
        };
      },
    }),
  ];
}
