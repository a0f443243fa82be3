import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { placeSeries } from '../../shared/bookings/commands.ts';
import { type SeriesReply, seriesReply } from '../../shared/bookings/views.ts';
import { machineId } from '../../shared/identifiers.ts';
import { zonedText } from '../../shared/workshops/zonedText.ts';
import { givenBy, idMadeBy } from '../commands/givenBy.ts';
import type { GivenCommand, Outcome } from '../commands/outcome.ts';
import { answerCommand } from '../http/answerCommand.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import { enterMachine } from '../machines/door.ts';
import type { Parts } from '../parts.ts';
import { blankCalendar } from './calendar.ts';
import type { PlaceSeries } from './calendarCommands.ts';
import { calendarCommands } from './commands.ts';
import { calendarAfter, expiredHolds } from './holding.ts';
import { type Occurrence, occurrencesOf } from './occurrences.ts';
import { bookingById } from './queries.ts';
import { type DecidedOccurrence, decideSeries } from './series.ts';

/** One of a series, under the id that its booking has, or would have. */
interface Wanted extends Occurrence {
  bookingId: string;
}
type Told = Omit<
  SeriesReply['occurrences'][number],
  'date' | 'start' | 'end' | 'nearestTimes' | 'ambiguousOffset'
>;

const SKIPPED = { rule: 'interval', message: 'The clock skips this time on that day.' };
const NOTHING = { bookingId: null, revision: null, placed: false, nearest: null };

/** Booking a machine again and again, at the same time of the day. */
export function seriesRoutes({ commands, views }: Pick<Parts, 'commands' | 'views'>): AnyRoute[] {
  const { PlaceSeries: definition } = calendarCommands(views);

  /** Gives the command and hears what was decided on each occurrence: nothing where it had been carried out before. */
  async function give(
    given: GivenCommand<PlaceSeries>,
  ): Promise<{ outcome: Outcome; decided: Map<string, DecidedOccurrence> }> {
    let decided: DecidedOccurrence[] = [];
    const { decider } = definition;
    const heard: typeof decider = {
      ...decider,
      decide(command, state, facts) {
        const written = state.status === 'empty' ? blankCalendar() : state;
        const calendar = calendarAfter(written, expiredHolds(written, facts, command.machineId));
        decided = decideSeries(command, calendar, facts).occurrences;
        return decider.decide(command, state, facts);
      },
    };
    const outcome = await commands.handle({ ...definition, decider: heard }, given);
    return { outcome, decided: new Map(decided.map((one) => [one.bookingId, one])) };
  }

  /** Of a series that was placed before: why the rest of it does not stand. */
  async function askedAgain(given: GivenCommand<PlaceSeries>): Promise<Map<string, DecidedOccurrence>> {
    const { decided } = await give({ ...given, commandId: randomUUID(), dryRun: true });
    return decided;
  }

  /** What is told of an occurrence: that it stands, or why it does not. */
  function toldOf(
    { bookingId, start }: Wanted,
    decided: DecidedOccurrence | undefined,
    isPlaced: boolean,
  ): Told {
    if (start === null) return { ...NOTHING, objections: [SKIPPED] };
    if (!isPlaced)
      return { ...NOTHING, objections: decided?.objections ?? [], nearest: decided?.nearest ?? null };
    const revision = bookingById(views, bookingId)?.revision ?? null;
    return { bookingId, revision, placed: true, objections: [], nearest: null };
  }

  return [
    defineRoute({
      method: 'post',
      path: '/api/machines/{machineId}/series',
      summary: 'Book a machine again and again, each occurrence decided alone',
      tag: 'bookings',
      access: 'member',
      scopes: ['bookings:write'],
      params: z.strictObject({ machineId }),
      body: placeSeries,
      command: true,
      reply: seriesReply,
      handle: async (request) => {
        const { machine, workshop } = enterMachine(views, request, 'booking.place');
        const { machineId, workshopId } = machine;
        const { timeZone } = workshop;
        const { purpose, onlyAllowed } = request.body;
        const wanted: Wanted[] = occurrencesOf(request.body, timeZone).map((occurrence) => ({
          ...occurrence,
          bookingId: idMadeBy(request, `booking ${machineId} ${occurrence.date}`),
        }));
        const possible = wanted.flatMap(({ bookingId, start, end }) =>
          start === null || end === null ? [] : [{ bookingId, start, end }],
        );
        const seriesId = idMadeBy(request, `series ${machineId}`);
        const purposeId = purpose ? idMadeBy(request, 'bookingPurpose') : null;
        const command: PlaceSeries = {
          type: 'PlaceSeries',
          seriesId,
          machineId,
          workshopId,
          memberId: request.memberId(),
          purposeId,
          onlyAllowed,
          occurrences: possible,
        };
        const texts = purpose && purposeId ? [{ id: purposeId, kind: 'bookingPurpose', body: purpose }] : [];
        const given = givenBy(request, command, texts);
        // All or nothing, and the clock skips one of them: then it is nothing.
        const isImpossible = !onlyAllowed && possible.length < wanted.length;
        const { outcome, decided } = await give({ ...given, dryRun: given.dryRun || isImpossible });
        const { status } = answerCommand(outcome, { id: seriesId, created: true });
        const written = outcome.outcome === 'accepted' && outcome.eventIds.length > 0 ? outcome : null;

        const isPlaced = ({ bookingId }: { bookingId: string }) =>
          written !== null &&
          (written.repeated
            ? bookingById(views, bookingId) !== null
            : decided.get(bookingId)?.objections.length === 0);
        const told = written?.repeated
          ? await askedAgain({
              ...given,
              command: { ...command, occurrences: possible.filter((one) => !isPlaced(one)) },
            })
          : decided;
        return {
          status: written ? (status ?? 200) : 200,
          body: {
            seriesId: written ? seriesId : null,
            occurrences: wanted.map((one) => ({
              ...wallTimesOf(one, timeZone),
              ...toldOf(one, told.get(one.bookingId), isPlaced(one)),
            })),
            position: written ? String(written.position) : null,
          },
        };
      },
    }),
  ];
}

const wallTimesOf = ({ date, start, end, nearestTimes, ambiguousOffset }: Occurrence, timeZone: string) => ({
  date,
  start: start === null ? null : zonedText(start, timeZone),
  end: end === null ? null : zonedText(end, timeZone),
  nearestTimes: nearestTimes.map((instant) => zonedText(instant, timeZone)),
  ambiguousOffset,
});
