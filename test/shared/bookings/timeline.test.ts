import fc from 'fast-check';
import { expect, it } from 'vitest';
import { awaited } from '../../../shared/bookings/events.ts';
import { bookingRule } from '../../../shared/bookings/rules.ts';
import { type FoldedTimeline, folded, foldedTimeline, unfolded } from '../../../shared/bookings/timeline.ts';
import { type BookingView, bookingStatus, bookingView } from '../../../shared/bookings/views.ts';

const id = (last: string) => `00000000-0000-4000-8000-${last.padStart(12, '0')}`;
const machine = {
  machineId: id('a'),
  name: 'Laser',
  kind: 'laser' as const,
  capacity: 1,
  mayRunUnattended: false,
};
const workshop = { workshopId: id('b'), workshopName: 'Kaiwerk', timeZone: 'Europe/Berlin' };
const people = [
  { memberId: id('c1'), name: 'Anna' },
  { memberId: id('c2'), name: null },
];

const instants = fc.integer({ min: 0, max: 1e9 }).map((seconds) => new Date(seconds * 1000).toISOString());
const person = fc.option(fc.constantFrom(...people));
const anyBooking: fc.Arbitrary<BookingView> = fc.record({
  bookingId: fc.uuid(),
  machineId: fc.constant(machine.machineId),
  machineName: fc.constant(machine.name),
  machineKind: fc.constant(machine.kind),
  workshopId: fc.constant(workshop.workshopId),
  workshopName: fc.constant(workshop.workshopName),
  timeZone: fc.constant(workshop.timeZone),
  start: instants,
  end: instants,
  status: fc.constantFrom(...bookingStatus.options),
  mine: fc.boolean(),
  holder: person,
  supervisor: person,
  purpose: fc.option(fc.string()),
  awaits: fc.subarray([...awaited.options]),
  answerBy: fc.option(instants),
  startedAt: fc.option(instants),
  stoppedAt: fc.option(instants),
  estimated: fc.boolean(),
  condition: fc.option(fc.constantFrom('fine', 'damaged', 'incomplete')),
  missing: fc.array(fc.string()),
  renewals: fc.nat(),
  seriesId: fc.option(fc.uuid()),
  overridden: fc.option(
    fc.record({ rules: fc.subarray([...bookingRule.options]), reason: fc.option(fc.string()) }),
  ),
  late: fc.boolean(),
  marks: fc.subarray([...bookingRule.options]),
  over: fc.boolean(),
  revision: fc.nat(),
});

it('a booking comes out of a timeline as it went in, over the wire', () => {
  fc.assert(
    fc.property(fc.array(anyBooking), (bookings) => {
      const placeOf = ({ memberId }: { memberId: string }) =>
        people.findIndex((one) => one.memberId === memberId);
      const timeline: FoldedTimeline = {
        ...workshop,
        days: [],
        people,
        machines: [
          {
            ...machine,
            bookings: bookings.map((booking) => folded(booking, placeOf)),
            outages: [],
            reservations: [],
            held: [],
          },
        ],
      };
      const received = unfolded(foldedTimeline.parse(JSON.parse(JSON.stringify(timeline))));
      expect(received.machines[0]?.bookings).toEqual(bookings);
      for (const booking of received.machines[0]?.bookings ?? []) bookingView.parse(booking);
    }),
    { verbose: true },
  );
});
