import { z } from 'zod';
import { bookingId, machineId, memberId, seriesId, workshopId } from '../identifiers.ts';
import { outageView } from '../machines/views.ts';
import { machineKind } from '../machines/words.ts';
import { zonedInstant } from '../time.ts';
import { awaited, condition } from './events.ts';
import { bookingRule } from './rules.ts';
import {
  type BookingView,
  bookingStatus,
  heldStretch,
  type machineRow,
  reservationView,
  workshopDay,
} from './views.ts';

/**
 * A booking in its machine's row: what the row says is not said again, people stand once for the whole timeline, and
 * what holds for few is left out where it does not hold. A thousand machines' week is read on a phone.
 */
export const rowBooking = z.strictObject({
  bookingId,
  start: zonedInstant,
  end: zonedInstant,
  status: bookingStatus,
  revision: z.int(),
  mine: z.literal(true).optional(),
  over: z.literal(true).optional(),
  /** Places in the timeline's `people`. */
  holder: z.int().optional(),
  supervisor: z.int().optional(),
  purpose: z.string().optional(),
  awaits: z.array(awaited).optional(),
  answerBy: zonedInstant.optional(),
  startedAt: zonedInstant.optional(),
  stoppedAt: zonedInstant.optional(),
  estimated: z.literal(true).optional(),
  condition: condition.optional(),
  missing: z.array(z.string()).optional(),
  renewals: z.int().optional(),
  seriesId: seriesId.optional(),
  overridden: z.strictObject({ rules: z.array(bookingRule), reason: z.string().nullable() }).optional(),
  late: z.literal(true).optional(),
  marks: z.array(bookingRule).optional(),
});
export type RowBooking = z.infer<typeof rowBooking>;

const person = z.strictObject({ memberId, name: z.string().nullable() });
type Person = z.infer<typeof person>;

/** What `GET /api/workshops/{workshopId}/timeline` answers with; {@link unfolded} makes a `TimelineView` of it. */
export const foldedTimeline = z.strictObject({
  workshopId,
  workshopName: z.string(),
  timeZone: z.string(),
  days: z.array(workshopDay),
  /** There are more machines than were asked for. */
  more: z.literal(true).optional(),
  people: z.array(person),
  machines: z.array(
    z.strictObject({
      machineId,
      name: z.string(),
      kind: machineKind,
      capacity: z.int(),
      mayRunUnattended: z.boolean(),
      bookings: z.array(rowBooking),
      outages: z.array(outageView),
      reservations: z.array(reservationView),
      held: z.array(heldStretch),
    }),
  ),
});
export type FoldedTimeline = z.infer<typeof foldedTimeline>;

/** A timeline with every booking whole. */
export interface TimelineView extends Omit<FoldedTimeline, 'people' | 'machines'> {
  machines: z.infer<typeof machineRow>[];
}

/** The booking as it stands in its row; `placeOf` gives a person's place among the timeline's people. */
export function folded(view: BookingView, placeOf: (person: Person) => number): RowBooking {
  const row: RowBooking = {
    bookingId: view.bookingId,
    start: view.start,
    end: view.end,
    status: view.status,
    revision: view.revision,
  };
  if (view.mine) row.mine = true;
  if (view.over) row.over = true;
  if (view.holder) row.holder = placeOf(view.holder);
  if (view.supervisor) row.supervisor = placeOf(view.supervisor);
  if (view.purpose !== null) row.purpose = view.purpose;
  if (view.awaits.length > 0) row.awaits = view.awaits;
  if (view.answerBy !== null) row.answerBy = view.answerBy;
  if (view.startedAt !== null) row.startedAt = view.startedAt;
  if (view.stoppedAt !== null) row.stoppedAt = view.stoppedAt;
  if (view.estimated) row.estimated = true;
  if (view.condition !== null) row.condition = view.condition;
  if (view.missing.length > 0) row.missing = view.missing;
  if (view.renewals > 0) row.renewals = view.renewals;
  if (view.seriesId !== null) row.seriesId = view.seriesId;
  if (view.overridden) row.overridden = view.overridden;
  if (view.late) row.late = true;
  if (view.marks.length > 0) row.marks = view.marks;
  return row;
}

/** The whole timeline again, each booking with its machine and its people. */
export function unfolded({ people, machines, ...timeline }: FoldedTimeline): TimelineView {
  const { workshopId: workshop, workshopName, timeZone } = timeline;
  const personAt = (place: number | undefined) => (place === undefined ? null : (people[place] ?? null));
  return {
    ...timeline,
    machines: machines.map((machine) => ({
      ...machine,
      bookings: machine.bookings.map((row) => ({
        bookingId: row.bookingId,
        machineId: machine.machineId,
        machineName: machine.name,
        machineKind: machine.kind,
        workshopId: workshop,
        workshopName,
        timeZone,
        start: row.start,
        end: row.end,
        status: row.status,
        mine: row.mine ?? false,
        holder: personAt(row.holder),
        supervisor: personAt(row.supervisor),
        purpose: row.purpose ?? null,
        awaits: row.awaits ?? [],
        answerBy: row.answerBy ?? null,
        startedAt: row.startedAt ?? null,
        stoppedAt: row.stoppedAt ?? null,
        estimated: row.estimated ?? false,
        condition: row.condition ?? null,
        missing: row.missing ?? [],
        renewals: row.renewals ?? 0,
        seriesId: row.seriesId ?? null,
        overridden: row.overridden ?? null,
        late: row.late ?? false,
        marks: row.marks ?? [],
        over: row.over ?? false,
        revision: row.revision,
      })),
    })),
  };
}
