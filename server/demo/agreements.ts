import { book } from './bookings.ts';
import { HOUR, wallInstant } from './calendarOfDays.ts';
import type { KnownWorkshop, Story } from './founding.ts';
import type { Region } from './incidents.ts';

interface Asking {
  machine: string;
  by: string;
  /** Under whose eyes; left out where a steward is asked. */
  supervisor?: string;
  /** Days from today, and the hour on the workshop's clock. */
  from: [day: number, hour: number];
  to: [day: number, hour: number];
  purpose: string;
  hoursAgo: number;
}

/** Bookings that somebody has asked for, and somebody else has not answered yet. */
export function tellAgreements(story: Story, { kaiwerk, jacaranda }: Region): void {
  ask(story, kaiwerk, {
    machine: 'router',
    by: 'mara',
    supervisor: 'levent',
    from: [5, 11],
    to: [5, 13],
    purpose: 'Side panels for the cargo box',
    hoursAgo: 5,
  });
  ask(story, kaiwerk, {
    machine: 'laser',
    by: 'fenja',
    supervisor: 'mara',
    from: [4, 10],
    to: [4, 11],
    purpose: 'Name plates for the lockers',
    hoursAgo: 4,
  });
  ask(story, kaiwerk, {
    machine: 'sawmill',
    by: 'paulo',
    from: [6, 10],
    to: [8, 17],
    purpose: 'An oak that the storm felled',
    hoursAgo: 7,
  });
  ask(story, jacaranda, {
    machine: 'kiln',
    by: 'joaquin',
    supervisor: 'eusebio',
    from: [5, 9],
    to: [5, 19],
    purpose: 'First firing of my own tiles',
    hoursAgo: 6,
  });
}

function ask(
  story: Story,
  { plan, workshopId, memberOf, machineOf }: KnownWorkshop,
  { machine, by, supervisor, from, to, purpose, hoursAgo }: Asking,
): void {
  const at = ([day, hour]: [number, number]) => wallInstant(story.today, day, hour, plan.timeZone);
  const asked = {
    name: `${plan.key} ${by} asks for ${machine}`,
    machineId: machineOf(machine),
    workshopId,
    by: memberOf(by),
    start: at(from),
    end: at(to),
    purpose,
    ...(supervisor === undefined ? {} : { supervisorId: memberOf(supervisor) }),
  };
  story.schedule.at(story.now - hoursAgo * HOUR, async () => {
    const outcome = await book(story, asked);
    if (outcome.outcome !== 'refused' || outcome.nearest === null) return;
    const [start, end] = [Date.parse(outcome.nearest.start), Date.parse(outcome.nearest.end)];
    await book(story, { ...asked, name: `${asked.name} nearest`, start, end });
  });
}
