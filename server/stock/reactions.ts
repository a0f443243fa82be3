import type { StockLot } from '../../shared/stock/events.ts';
import { isErased } from '../members/queries.ts';
import type { Consequences, Reaction } from '../reactions/reaction.ts';
import { appointmentsIn } from '../workshops/queries.ts';
import { stockCommands, stockStream } from './commands.ts';
import { reservationsOfBuild, stockOf } from './queries.ts';

const NOTHING: Consequences = { commands: [], notices: [] };

/** What one workshop sends, the other receives; it begins to count it where it never had it. */
const receiveSent: Reaction = {
  name: 'receiveSentStock',
  on: ['StockSent'],
  react({ data }, { views }) {
    if (!('toWorkshopId' in data) || !('moveId' in data)) return NOTHING;
    const { workshopId, materialId, toWorkshopId, moveId, lots, at, by } = data;
    const here = stockOf(views, workshopId, materialId);
    if (!here) return NOTHING;
    const command = {
      type: 'ReceiveStock',
      workshopId: toWorkshopId,
      materialId,
      // Its place and its limit are the other workshop's to say.
      opening: { ...here.description, shelf: null, lowBelow: null },
      said: null,
      lots: lots.map(({ lot }): StockLot => lot),
      buildId: null,
      outOf: null,
      from: { workshopId, moveId },
      at,
      by,
    } as const;
    const { ReceiveStock } = stockCommands(views);
    return {
      commands: [
        {
          stream: stockStream(toWorkshopId, materialId),
          give: (handler, given) => handler.handle(ReceiveStock, { ...given, command }),
        },
      ],
      notices: [],
    };
  },
};

/** A build that is over keeps nothing from others. */
const releaseForOthers: Reaction = {
  name: 'releaseStockOfBuild',
  on: ['BuildCompleted', 'BuildAbandoned'],
  react({ data }, { views }) {
    if (!('buildId' in data) || data.buildId === null) return NOTHING;
    const { buildId } = data;
    const { EndReservations } = stockCommands(views);
    const kept = new Map(
      reservationsOfBuild(views, buildId).map(({ workshopId, materialId }) => [
        stockStream(workshopId, materialId),
        { type: 'EndReservations', workshopId, materialId, buildId } as const,
      ]),
    );
    return {
      commands: [...kept].map(([stream, command]) => ({
        stream,
        give: (handler, given) => handler.handle(EndReservations, { ...given, command }),
      })),
      notices: [],
    };
  },
};

/** Tells the stewards once whenever something falls below its limit. */
const tellLow: Reaction = {
  name: 'tellLowStock',
  on: ['StockConsumed', 'StockCounted', 'StockSent', 'StockDescribed', 'ReceiptTakenBack'],
  react({ data, revision, actor }, { views }) {
    if (!('materialId' in data) || !('workshopId' in data)) return NOTHING;
    const { workshopId, materialId } = data;
    if (stockOf(views, workshopId, materialId)?.lowSince !== revision) return NOTHING;
    const stewards = new Set(
      appointmentsIn(views, workshopId).flatMap(({ role, memberId }) =>
        role === 'steward' ? [memberId] : [],
      ),
    );
    return {
      commands: [],
      notices: [...stewards].flatMap((memberId) =>
        actor === `member:${memberId}` || isErased(views, memberId)
          ? []
          : [{ memberId, kind: 'StockLow', params: { workshopId, materialId } }],
      ),
    };
  },
};

/** What follows from what is written down of shelves. */
export const stockReactions: readonly Reaction[] = [receiveSent, releaseForOthers, tellLow];
