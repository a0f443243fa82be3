import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { DatabaseSync } from 'node:sqlite';
import express from 'express';
import type { Sessions } from '../../server/accounts/sessions.ts';
import { accessLog } from '../../server/http/accessLog.ts';
import type { Logger } from '../../server/http/log.ts';
import { securityHeaders } from '../../server/http/security.ts';
import { placeBooking } from '../../shared/bookings/commands.ts';
import { BareLog, type Row } from './rows.ts';

export interface BareServerOptions {
  sessions: Sessions;
  logger: Logger;
  /** An open log with its tables. */
  database: DatabaseSync;
}

/**
 * What a booking costs without our program: an Express handler behind the same security headers, session lookup and
 * request log, the same schema for the body, and one durable insert of a row as the log has it, in grouped commits.
 */
export async function bareServer({ sessions, logger, database }: BareServerOptions): Promise<Server> {
  const insert = groupedInserts(new BareLog(database));
  const streams = new Map<string, { id: number; next: number }>();
  const streamOf = (machineId: string) => {
    const known = streams.get(machineId) ?? { id: streams.size + 1, next: 0 };
    streams.set(machineId, known);
    return known;
  };
  const app = express();
  app.disable('x-powered-by');
  app.use(accessLog(logger, noMetrics, 'bare'));
  app.use(securityHeaders({ https: false, reload: false }));
  app.post('/api/machines/:machineId/bookings', express.json(), async (request, response) => {
    const session = await sessions.sessionOf(request.headers);
    if (session === null) {
      response.status(401).end();
      return;
    }
    const { start, end } = placeBooking.parse(request.body);
    const { machineId } = request.params;
    const stream = streamOf(machineId);
    const bookingId = randomUUID();
    const data = {
      bookingId,
      machineId,
      workshopId: machineId,
      memberId: session.memberId,
      start: new Date(start).toISOString(),
      end: new Date(end).toISOString(),
      purposeId: null,
    };
    const metadata = {
      at: new Date().toISOString(),
      actor: `member:${session.memberId}`,
      commandId: request.get('idempotency-key'),
      commandHash: 'a'.repeat(64),
      version: 1,
    };
    const revision = stream.next++;
    const id = Buffer.from(randomUUID().replaceAll('-', ''), 'hex');
    await insert([stream.id, revision, id, 'BookingPlaced', JSON.stringify(data), JSON.stringify(metadata)]);
    response.status(201).json({ id: bookingId, revision, position: '0', shown: true, undo: null });
  });
  return await new Promise((resolve, reject) => {
    const server = app.listen(0, '127.0.0.1', (error) => (error ? reject(error) : resolve(server)));
    server.keepAliveTimeout = KEPT_MILLISECONDS;
  });
}

/** Longer than the other side's round takes, as ours. */
const KEPT_MILLISECONDS = 65_000;

const noMetrics = { observeRequest: () => {} };

/** Rows that come in the same turn share one commit. */
function groupedInserts(log: BareLog): (row: Row) => Promise<void> {
  let waiting: { row: Row; done: () => void }[] = [];
  const flush = () => {
    const group = waiting;
    waiting = [];
    log.insert(
      group.map(({ row }) => row),
      group.length,
    );
    for (const { done } of group) done();
  };
  return (row) =>
    new Promise((done) => {
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ row, done });
    });
}
