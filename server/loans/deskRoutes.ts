import { z } from 'zod';
import { isPhotograph } from '../../shared/files/kinds.ts';
import { workshopId } from '../../shared/identifiers.ts';
import { lendTools, takeBack } from '../../shared/loans/commands.ts';
import { lendReply, scanView, workshopLoansView } from '../../shared/loans/views.ts';
import type { Badges } from '../accounts/badges.ts';
import { outcomeFor } from '../bookings/bookingOutcome.ts';
import type { StopUse } from '../bookings/calendarCommands.ts';
import { calendarCommands } from '../bookings/commands.ts';
import { lastStoppedOn, runningOn } from '../bookings/queries.ts';
import { answerWithUndo } from '../commands/answerWithUndo.ts';
import type { FreeText } from '../commands/definition.ts';
import { givenBy, idMadeBy } from '../commands/givenBy.ts';
import { commandAnswer } from '../http/answerCommand.ts';
import { HttpProblem } from '../http/problem.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { enterWorkshop } from '../workshops/door.ts';
import { scanned, workshopLoans } from './deskViews.ts';
import { type Lending, lend, toolOf } from './lending.ts';

const params = z.strictObject({ workshopId });
const tag = 'loans';

const refused = (rule: string, message: string) =>
  new HttpProblem('refused', message, { objections: [{ rule, message }] });

/** The desk: hosts scan a person and tools, lend, and take back. */
export function deskRoutes(parts: Parts, badges: Pick<Badges, 'memberOf'>): AnyRoute[] {
  const { commands, views, files } = parts;
  const define = calendarCommands(views);

  /** @throws {HttpProblem} refused, where the store does not hold one of them */
  const claimAll = async (photographs: readonly string[]) => {
    for (const photograph of photographs) {
      const file = await files.claim(photograph);
      if (file === null || !isPhotograph(file.type)) {
        throw refused('unknownFile', 'There is no such photograph here: send it first.');
      }
    }
  };

  return [
    defineRoute({
      method: 'get',
      path: '/api/workshops/{workshopId}/loans',
      summary: 'What a workshop has lent: overdue, due today, out, collected today; kits that lack something',
      tag,
      access: 'member',
      params,
      reply: workshopLoansView,
      handle: (request) => {
        const workshop = enterWorkshop(views, request, 'loan.desk');
        return { body: workshopLoans(parts, workshop, request) };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/workshops/{workshopId}/desk/scan',
      summary: 'Whose badge, which tool’s label, or whom or what a piece of a name may mean',
      tag,
      access: 'member',
      params,
      query: z.strictObject({ code: z.string().trim().min(1).max(200) }),
      reply: scanView,
      handle: (request) => {
        const workshop = enterWorkshop(views, request, 'loan.desk');
        return { body: scanned(parts, badges, request.query.code, workshop, request) };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/workshops/{workshopId}/desk/lend',
      summary: 'Lend tools to somebody, each decided alone; a reservation for today is started',
      tag,
      access: 'member',
      params,
      body: lendTools,
      command: true,
      reply: lendReply,
      handle: async (request) => {
        const { workshopId } = enterWorkshop(views, request, 'loan.desk');
        const { memberId, tools } = request.body;
        for (const { machineId } of tools) toolOf(parts, machineId, workshopId);
        const [first] = tools;
        const lending: Lending = {
          workshopId,
          memberId,
          now: request.now,
          given: (command, commandId) => ({ ...givenBy(request, command), commandId }),
          // Each tool has a calendar of its own, so each is a command of its own; repeated, it is the same one.
          commandIdOf: (name) =>
            name === first?.machineId ? request.commandId : idMadeBy(request, `also ${name}`),
          idOf: (name) => idMadeBy(request, name),
        };
        const lent = [];
        for (const { machineId, until } of tools) {
          const asked = { machineId, until: until === undefined ? null : Date.parse(until) };
          lent.push(await lend(parts, lending, asked));
        }
        const isAnyOut = lent.some(({ bookingId }) => bookingId !== null);
        return { status: isAnyOut ? 201 : 200, body: { memberId, tools: lent } };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/workshops/{workshopId}/desk/take-back',
      summary: 'Take a tool back by its label alone, with its condition and what is missing',
      tag,
      access: 'member',
      params,
      body: takeBack,
      command: true,
      reply: commandAnswer,
      handle: async (request) => {
        const { workshopId } = enterWorkshop(views, request, 'loan.desk');
        const { machineId, memberId, condition, missing = [], photographs = [], note, at } = request.body;
        toolOf(parts, machineId, workshopId);
        const running = runningOn(views, machineId).filter(
          (loan) => memberId === undefined || loan.memberId === memberId,
        );
        // Asked again after it came back, it is the same loan; the rules say so.
        const loan = running[0] ?? lastStoppedOn(views, machineId);
        if (!loan) throw refused('notOut', 'Nobody has it: it is on its shelf.');
        await claimAll(photographs);
        const { bookingId } = loan;
        const noteId = note ? idMadeBy(request, 'useNote') : null;
        const written: FreeText[] =
          note && noteId ? [{ id: noteId, kind: 'useNote', body: note, subject: loan.memberId }] : [];
        const command: StopUse = {
          type: 'StopUse',
          machineId,
          bookingId,
          at: at === undefined ? null : Date.parse(at),
          via: 'person',
          readings: [],
          meterReset: false,
          startedByMistake: false,
          noteId,
          condition,
          missing: [...new Set(missing)],
          photographs,
        };
        const outcome = await commands.handle(define.StopUse, givenBy(request, command, written));
        const undo = {
          path: `/api/machines/${machineId}/use/start`,
          body: { bookingId, accompanied: true },
        };
        // What came back earlier than now cannot be out again as if nothing had happened.
        return answerWithUndo(
          outcomeFor(bookingId, outcome, views),
          { id: bookingId },
          at === undefined ? undo : null,
        );
      },
    }),
  ];
}
