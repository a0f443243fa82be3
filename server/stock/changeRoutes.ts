import { z } from 'zod';
import type { Undo } from '../../shared/commandReply.ts';
import { consumptionId, lotId, materialId, workshopId } from '../../shared/identifiers.ts';
import {
  consumeStock,
  countStock,
  describeStock,
  openStock,
  receiveStock,
  releaseStock,
  reserveStock,
  sendStock,
  takeStockBack,
} from '../../shared/stock/commands.ts';
import { isAllowed } from '../authorisation/policy.ts';
import { answerWithUndo } from '../commands/answerWithUndo.ts';
import type { FreeText } from '../commands/definition.ts';
import { givenBy, idMadeBy } from '../commands/givenBy.ts';
import type { Outcome } from '../commands/outcome.ts';
import { type AboutCommand, answerCommand, commandAnswer } from '../http/answerCommand.ts';
import { type AnyRoute, defineRoute, type RouteRequest } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { enterWorkshop } from '../workshops/door.ts';
import { stockCommands } from './commands.ts';
import { enterStock, mayWriteFor } from './door.ts';
import { materialIdOf } from './materials.ts';
import { countedLotOf, describedAs, descriptionFrom, saidQuantityOf } from './said.ts';

const ofStock = z.strictObject({ workshopId, materialId });
const command = {
  method: 'post',
  tag: 'stock',
  access: 'member',
  command: true,
  reply: commandAnswer,
} as const;
const base = '/api/workshops/{workshopId}/stock/{materialId}';

type Asked = Pick<RouteRequest<unknown, unknown, unknown>, 'now' | 'memberId'>;
/** When it was done and by whom. */
const doneBy = (request: Asked, at: string | undefined) => ({
  at: new Date(at === undefined ? request.now : Date.parse(at)).toISOString(),
  by: request.memberId(),
});

/** What a receipt says, as the command has it. */
const saidLot = (lot: string, { amount, pieces, source, price, supplier }: z.infer<typeof receiveStock>) => ({
  lotId: lot,
  amount: amount ?? null,
  pieces: pieces ?? null,
  source,
  price,
  supplier,
});

/** The answer, with what takes it back; nothing was done: nothing to take back. */
function answer(outcome: Outcome, about: AboutCommand, undo: Pick<Undo, 'path' | 'body'> | null) {
  const wrote = outcome.outcome === 'accepted' && outcome.eventIds.length > 0;
  if (!wrote || undo === null) return answerCommand(outcome, about);
  return answerCommand(outcome, { ...about, undo: { method: 'post', ifMatch: null, ...undo } });
}

/** Receiving, consuming, counting, sending, reserving: whoever works in the workshop. */
export function stockChangeRoutes(parts: Parts): AnyRoute[] {
  const { commands, views } = parts;
  const define = stockCommands(views);
  const pathOf = ({ workshopId: workshop, materialId: material }: z.infer<typeof ofStock>) =>
    `/api/workshops/${workshop}/stock/${material}`;

  return [
    defineRoute({
      ...command,
      path: '/api/workshops/{workshopId}/stock',
      summary: 'Begin to count a material or part, with what lies there; one that is known is received',
      params: z.strictObject({ workshopId }),
      body: openStock,
      handle: async (request) => {
        const { workshopId: workshop } = enterWorkshop(views, request, 'stock.change');
        const { description, receive } = request.body;
        mayWriteFor(views, request, receive?.buildId);
        const { name, specification, unit } = description;
        const ids = { workshopId: workshop, materialId: materialIdOf(name, specification, unit) };
        const lot = idMadeBy(request, 'lot');
        const command = {
          type: 'ReceiveStock',
          ...ids,
          opening: descriptionFrom(description),
          said: receive === null ? null : saidLot(lot, receive),
          lots: [],
          buildId: receive?.buildId ?? null,
          outOf: receive?.outOf ?? null,
          from: null,
          ...doneBy(request, receive?.at),
        } as const;
        const outcome = await commands.handle(define.ReceiveStock, givenBy(request, command));
        const undo = receive && { path: `${pathOf(ids)}/receipts/${lot}/take-back`, body: {} };
        return answer(outcome, { id: ids.materialId, created: true }, undo);
      },
    }),
    defineRoute({
      ...command,
      path: `${base}/receive`,
      summary: 'Write down what came: an amount, or pieces of one length; with source and price',
      params: ofStock,
      body: receiveStock,
      handle: async (request) => {
        enterStock(views, request, 'stock.change');
        const { body, params } = request;
        mayWriteFor(views, request, body.buildId);
        const lot = idMadeBy(request, 'lot');
        const command = {
          type: 'ReceiveStock',
          ...params,
          opening: null,
          said: saidLot(lot, body),
          lots: [],
          buildId: body.buildId ?? null,
          outOf: body.outOf ?? null,
          from: null,
          ...doneBy(request, body.at),
        } as const;
        const outcome = await commands.handle(define.ReceiveStock, givenBy(request, command));
        const undo = { path: `${pathOf(params)}/receipts/${lot}/take-back`, body: {} };
        return answer(outcome, { id: lot, created: true }, undo);
      },
    }),
    defineRoute({
      ...command,
      path: `${base}/receipts/{lotId}/take-back`,
      summary: 'It did not come: written down by mistake',
      params: ofStock.extend({ lotId }),
      body: takeStockBack,
      handle: async (request) => {
        enterStock(views, request, 'stock.change');
        const command = { type: 'TakeReceiptBack', ...request.params, by: request.memberId() } as const;
        const outcome = await commands.handle(define.TakeReceiptBack, givenBy(request, command));
        return answer(outcome, { id: request.params.lotId }, null);
      },
    }),
    defineRoute({
      ...command,
      path: `${base}/describe`,
      summary: 'Say anew what it is, where it lies and when it is low',
      params: ofStock,
      ifMatch: true,
      body: describeStock,
      handle: async (request) => {
        const { stock } = enterStock(views, request, 'stock.change');
        const { params, body } = request;
        const description = descriptionFrom(body);
        const command = { type: 'DescribeStock', ...params, description, by: request.memberId() } as const;
        const outcome = await commands.handle(define.DescribeStock, givenBy(request, command));
        const about = { id: params.materialId, revisionBefore: stock.describedRevision };
        const undo = { path: `${pathOf(params)}/describe`, body: describedAs(stock.description) };
        return answerWithUndo(outcome, about, undo);
      },
    }),
    defineRoute({
      ...command,
      path: `${base}/consume`,
      summary: 'Take an amount, or pieces cut off lengths; offcuts lie on the shelf again',
      params: ofStock,
      body: consumeStock,
      handle: async (request) => {
        enterStock(views, request, 'stock.change');
        const { params, body } = request;
        mayWriteFor(views, request, body.buildId);
        const consumption = idMadeBy(request, 'consumption');
        const reasonId = body.reason ? idMadeBy(request, 'reason') : null;
        const texts: FreeText[] =
          body.reason && reasonId ? [{ id: reasonId, kind: 'stockReason', body: body.reason }] : [];
        const command = {
          type: 'ConsumeStock',
          ...params,
          consumptionId: consumption,
          amount: body.amount ?? null,
          pieces: body.pieces ?? [],
          kerfMillimetres: body.kerfMillimetres,
          lotId: body.lotId ?? null,
          buildId: body.buildId ?? null,
          line: body.line ?? null,
          step: body.step ?? null,
          substitutes: body.substitutes,
          reasonId,
          infer: body.infer,
          ...doneBy(request, body.at),
        } as const;
        const outcome = await commands.handle(define.ConsumeStock, givenBy(request, command, texts));
        const undo = { path: `${pathOf(params)}/consumptions/${consumption}/take-back`, body: {} };
        return answer(outcome, { id: consumption, created: true }, undo);
      },
    }),
    defineRoute({
      ...command,
      path: `${base}/consumptions/{consumptionId}/take-back`,
      summary: 'It was not taken: what was cut lies there as before',
      params: ofStock.extend({ consumptionId }),
      body: takeStockBack,
      handle: async (request) => {
        enterStock(views, request, 'stock.change');
        const { params } = request;
        const command = { type: 'TakeConsumptionBack', ...params, by: request.memberId() } as const;
        const outcome = await commands.handle(define.TakeConsumptionBack, givenBy(request, command));
        return answer(outcome, { id: params.consumptionId }, null);
      },
    }),
    defineRoute({
      ...command,
      path: `${base}/count`,
      summary: 'Say what really lies there; lots that are not named are gone',
      params: ofStock,
      body: countStock,
      handle: async (request) => {
        const { stock } = enterStock(views, request, 'stock.change');
        const { params, body } = request;
        const countId = idMadeBy(request, 'count');
        const done = doneBy(request, body.at);
        const command = { type: 'CountStock', ...params, countId, lots: body.lots, ...done } as const;
        const outcome = await commands.handle(define.CountStock, givenBy(request, command));
        const lots = stock.lots.map((lot) => countedLotOf(lot, stock.description.unit));
        return answer(
          outcome,
          { id: countId, created: true },
          { path: `${pathOf(params)}/count`, body: { lots } },
        );
      },
    }),
    defineRoute({
      ...command,
      path: `${base}/send`,
      summary: 'Send some of it to another workshop, which receives it at once',
      params: ofStock,
      body: sendStock,
      handle: async (request) => {
        enterStock(views, request, 'stock.change');
        const { params, body, requester, now } = request;
        const { toWorkshopId, amount, pieces } = body;
        const moveId = idMadeBy(request, 'move');
        const command = {
          type: 'SendStock',
          ...params,
          moveId,
          toWorkshopId,
          amount: amount ?? null,
          pieces: pieces ?? null,
          ...doneBy(request, body.at),
        } as const;
        const outcome = await commands.handle(define.SendStock, givenBy(request, command));
        // Sent back again, by whoever works there too.
        const there = { workshopId: toWorkshopId, materialId: params.materialId };
        const mayReturn = isAllowed(views, requester, 'stock.change', { workshopId: toWorkshopId }, now);
        const back = { toWorkshopId: params.workshopId, ...(amount ? { amount } : { pieces }) };
        const undo = mayReturn ? { path: `${pathOf(there)}/send`, body: back } : null;
        return answer(outcome, { id: moveId, created: true }, undo);
      },
    }),
    defineRoute({
      ...command,
      path: `${base}/reserve`,
      summary: 'Keep some of it for a build',
      params: ofStock,
      body: reserveStock,
      handle: async (request) => {
        enterStock(views, request, 'stock.change');
        const { params, body } = request;
        mayWriteFor(views, request, body.buildId);
        const stockReservationId = idMadeBy(request, 'reservation');
        const { buildId, line = null, amount } = body;
        const said = { stockReservationId, buildId, line, amount, by: request.memberId() };
        const command = { type: 'ReserveStock', ...params, ...said } as const;
        const outcome = await commands.handle(define.ReserveStock, givenBy(request, command));
        const undo = { path: `${pathOf(params)}/release`, body: { stockReservationId } };
        return answer(outcome, { id: stockReservationId, created: true }, undo);
      },
    }),
    defineRoute({
      ...command,
      path: `${base}/release`,
      summary: 'Keep it no longer for a build',
      params: ofStock,
      body: releaseStock,
      handle: async (request) => {
        const { stock } = enterStock(views, request, 'stock.change');
        const { params, body } = request;
        const kept = stock.reservations.find((one) => one.stockReservationId === body.stockReservationId);
        const command = { type: 'ReleaseStock', ...params, ...body } as const;
        const outcome = await commands.handle(define.ReleaseStock, givenBy(request, command));
        const { unit } = stock.description;
        const undo = kept && {
          path: `${pathOf(params)}/reserve`,
          body: { buildId: kept.buildId, line: kept.line, amount: saidQuantityOf(kept.amount, unit) },
        };
        return answer(outcome, { id: body.stockReservationId }, undo ?? null);
      },
    }),
  ];
}
