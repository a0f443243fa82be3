import { calendarCommands } from '../bookings/commands.ts';
import { occurrencesOf } from '../bookings/occurrences.ts';
import { dateOf, daysToNext, wallInstant } from './calendarOfDays.ts';
import type { KnownWorkshop, Story } from './founding.ts';
import type { Region } from './incidents.ts';

const TUESDAY = 2;
const FRIDAY = 5;

/** Time that comes again every week, and time that the workshop keeps for itself. */
export function tellKeeping(story: Story, { kaiwerk, derwent }: Region): void {
  tellSeries(story, kaiwerk, {
    machine: 'electronicsBench',
    by: 'fenja',
    weekday: TUESDAY,
    startsAt: '18:00',
    minutes: 120,
    purpose: 'Learning to solder, week by week',
  });
  tellSeries(story, derwent, {
    machine: 'boatBay',
    by: 'jock',
    weekday: FRIDAY,
    startsAt: '16:00',
    minutes: 180,
    purpose: 'The clinker dinghy',
  });
  tellReservation(story, kaiwerk, {
    machines: ['electronicsBench', 'gallery'],
    by: 'tomas',
    weekday: FRIDAY,
    hours: [18, 21],
    purpose: 'Repair café: everybody brings something broken',
  });
}

/** Since a week before today, and three weeks on: each of them decided for itself. */
function tellSeries(
  { schedule, teller, views, today }: Story,
  { plan, workshopId, memberOf, machineOf }: KnownWorkshop,
  series: {
    machine: string;
    by: string;
    weekday: number;
    startsAt: string;
    minutes: number;
    purpose: string;
  },
): void {
  const by = memberOf(series.by);
  const machineId = machineOf(series.machine);
  const name = `${plan.key} ${series.by} every week`;
  const { startsAt, minutes } = series;
  const firstDate = dateOf(today, daysToNext(series.weekday, today) - 7);
  const every = { unit: 'week', number: 1 } as const;
  const occurrences = occurrencesOf(
    { firstDate, startsAt, minutes, every, occurrences: 4 },
    plan.timeZone,
  ).flatMap(({ date, start, end }) =>
    start === null || end === null
      ? []
      : [{ bookingId: teller.idOf(by, name, `booking ${machineId} ${date}`), start, end }],
  );
  const purposeId = teller.idOf(by, name, 'bookingPurpose');
  schedule.at(wallInstant(today, -8, 10, plan.timeZone), async () => {
    await teller.attempt(calendarCommands(views).PlaceSeries, {
      by,
      name,
      command: {
        type: 'PlaceSeries',
        seriesId: teller.idOf(by, name, `series ${machineId}`),
        machineId,
        workshopId,
        memberId: by,
        purposeId,
        onlyAllowed: true,
        occurrences,
      },
      texts: [{ id: purposeId, kind: 'bookingPurpose', body: series.purpose }],
    });
  });
}

function tellReservation(
  { schedule, teller, views, today }: Story,
  { plan, workshopId, memberOf, machineOf }: KnownWorkshop,
  kept: {
    machines: string[];
    by: string;
    weekday: number;
    hours: [from: number, to: number];
    purpose: string;
  },
): void {
  const by = memberOf(kept.by);
  const day = daysToNext(kept.weekday, today);
  const [start, end] = kept.hours.map((hour) => wallInstant(today, day, hour, plan.timeZone));
  if (start === undefined || end === undefined) return;
  for (const machine of kept.machines) {
    const name = `${plan.key} keeps ${machine}`;
    const purposeId = teller.idOf(by, name, 'reservationPurpose');
    schedule.at(wallInstant(today, -6, 19, plan.timeZone), () =>
      teller.insist(calendarCommands(views).ReserveTime, {
        by,
        name,
        command: {
          type: 'ReserveTime',
          reservationId: teller.idOf(by, name, 'reservation'),
          machineId: machineOf(machine),
          workshopId,
          memberId: by,
          start,
          end,
          purposeId,
        },
        texts: [{ id: purposeId, kind: 'reservationPurpose', body: kept.purpose }],
      }),
    );
  }
}
