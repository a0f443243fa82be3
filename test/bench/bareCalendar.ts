import type { Server } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import express from 'express';
import type { Sessions } from '../../server/accounts/sessions.ts';
import { accessLog } from '../../server/http/accessLog.ts';
import type { Logger } from '../../server/http/log.ts';
import { securityHeaders } from '../../server/http/security.ts';
import { zonedText } from '../../shared/workshops/zonedText.ts';

export interface BareCalendarOptions {
  sessions: Sessions;
  logger: Logger;
  /** The views' file and the accounts' file: read, never written. */
  viewsPath: string;
  accountsPath: string;
  clock(): number;
}

const DAY = 86_400_000;

/**
 * The same answer as our timeline's by hand-written SQL: an Express handler behind the same security headers, session
 * lookup and request log, which knows that the workshop is always open and that nothing is out or held.
 */
export async function bareCalendar(options: BareCalendarOptions): Promise<Server> {
  const { sessions, logger, viewsPath, accountsPath, clock } = options;
  const views = new DatabaseSync(viewsPath, { readOnly: true });
  const accounts = new DatabaseSync(accountsPath, { readOnly: true });
  const select = {
    workshop: views.prepare('select name, timeZone from workshops where workshopId = ?'),
    membership: views.prepare('select kind from memberships where memberId = ? and workshopId = ?'),
    machines: views.prepare(
      'select machineId, name, kind, capacity, mayRunUnattended from machines where workshopId = ? and retired = 0 order by name, machineId',
    ),
    bookings: views.prepare(
      `select bookingId, memberId, startsAt, endsAt, status, purposeId, revision from bookings
       where machineId = ? and endsAt > ? and endsAt < ? and startsAt < ? and occupies = 1 order by startsAt, bookingId`,
    ),
    outages: views.prepare('select outageId from outages where machineId = ? and startsAt < ?'),
    reservations: views.prepare(
      'select reservationId from reservations where machineId = ? and endsAt > ? and startsAt < ?',
    ),
    holds: views.prepare(
      'select holdId from holds where machineId = ? and endsAt > ? and startsAt < ? and until > ?',
    ),
    name: accounts.prepare('select name from user where id = ?'),
  };
  const app = express();
  app.disable('x-powered-by');
  app.use(accessLog(logger, { observeRequest: () => {} }, 'bare'));
  app.use(securityHeaders({ https: false, reload: false }));
  app.get('/api/workshops/:workshopId/timeline', async (request, response) => {
    const session = await sessions.sessionOf(request.headers);
    const { workshopId } = request.params;
    const { from, days: count } = request.query;
    const workshop = select.workshop.get(workshopId);
    if (session === null || !workshop || !select.membership.get(session.memberId, workshopId)) {
      response.status(401).end();
      return;
    }
    const now = clock();
    const timeZone = String(workshop.timeZone);
    const first = Temporal.PlainDate.from(String(from));
    const days = Array.from({ length: Number(count) }, (_, index) => {
      const date = first.add({ days: index });
      const [start, end] = [date, date.add({ days: 1 })].map((day) =>
        zonedText(day.toZonedDateTime({ timeZone }).epochMilliseconds, timeZone),
      );
      return { date: date.toString(), start, end, open: [{ start, end }], holiday: null };
    });
    const start = first.toZonedDateTime({ timeZone }).epochMilliseconds;
    const end = first.add({ days: days.length }).toZonedDateTime({ timeZone }).epochMilliseconds;
    const people: { memberId: string; name: string }[] = [];
    const places = new Map<string, number>();
    const placeOf = (memberId: string) => {
      const known = places.get(memberId);
      if (known !== undefined) return known;
      places.set(memberId, people.length);
      return people.push({ memberId, name: String(select.name.get(memberId)?.name) }) - 1;
    };
    const machines = select.machines.all(workshopId).map((machine) => {
      const machineId = String(machine.machineId);
      const bookings = select.bookings.all(machineId, start, end + 93 * DAY, end).map((row) => ({
        bookingId: row.bookingId,
        start: zonedText(Number(row.startsAt), timeZone),
        end: zonedText(Number(row.endsAt), timeZone),
        status: row.status,
        revision: row.revision,
        ...(row.memberId === session.memberId ? { mine: true } : {}),
        ...(Number(row.endsAt) <= now ? { over: true } : {}),
        holder: placeOf(String(row.memberId)),
      }));
      return {
        ...machine,
        mayRunUnattended: machine.mayRunUnattended === 1,
        bookings,
        outages: select.outages.all(machineId, end),
        reservations: select.reservations.all(machineId, start, end),
        held: select.holds.all(machineId, start, end, now),
      };
    });
    response.json({ workshopId, workshopName: workshop.name, timeZone, days, people, machines });
  });
  return await new Promise((resolve, reject) => {
    const server = app.listen(0, '127.0.0.1', (error) => (error ? reject(error) : resolve(server)));
    server.keepAliveTimeout = 65_000;
    server.on('close', () => {
      views.close();
      accounts.close();
    });
  });
}
