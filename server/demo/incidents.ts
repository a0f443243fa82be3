import { calendarCommands } from '../bookings/commands.ts';
import { machineCommands } from '../machines/commands.ts';
import { memberCommands } from '../members/commands.ts';
import { tellBooking, type Wish } from './bookings.ts';
import { wallInstant } from './calendarOfDays.ts';
import type { KnownWorkshop, Story } from './founding.ts';

export interface Region {
  kaiwerk: KnownWorkshop;
  scheune: KnownWorkshop;
  jacaranda: KnownWorkshop;
  derwent: KnownWorkshop;
}

/** What everyday life does not bring by itself: machines that break, one that goes, somebody who is paused. */
export function tellIncidents(story: Story, region: Region): void {
  const { kaiwerk, scheune, jacaranda, derwent } = region;
  tellOutage(story, kaiwerk, {
    machine: 'lathe',
    by: 'yuki',
    reason: 'The chuck has a crack at the second jaw. A new one is ordered; nobody switches it on.',
    from: [-2, 19],
    expected: [4, 12],
    returned: null,
  });
  tellOutage(story, scheune, {
    machine: 'cebPress',
    by: 'aino',
    reason: 'A hydraulic hose leaks.',
    from: [-11, 10],
    expected: [-9, 12],
    returned: [-9, 16],
  });
  tellOutage(story, jacaranda, {
    machine: 'kiln',
    by: 'xochitl',
    reason: 'The thermocouple reads too low.',
    from: [-8, 9],
    expected: null,
    returned: [-7, 11],
  });
  tellRetirement(story, derwent);
  tellPause(story, kaiwerk);
}

interface OutagePlan {
  machine: string;
  /** A host. */
  by: string;
  reason: string;
  /** Days from today, and the hour on the workshop's clock. */
  from: [day: number, hour: number];
  expected: [day: number, hour: number] | null;
  returned: [day: number, hour: number] | null;
}

function tellOutage(
  { schedule, teller, views, today }: Story,
  known: KnownWorkshop,
  outage: OutagePlan,
): void {
  const { plan, workshopId, memberOf, machineOf } = known;
  const { DeclareOutage, EndOutage } = calendarCommands(views);
  const at = ([day, hour]: [number, number]) => wallInstant(today, day, hour, plan.timeZone);
  const by = memberOf(outage.by);
  const name = `${plan.key} ${outage.machine} breaks`;
  const outageId = teller.idOf(by, name, 'outage');
  const reasonId = teller.idOf(by, name, 'outageReason');
  const machineId = machineOf(outage.machine);
  const { expected, returned } = outage;
  schedule.at(at(outage.from), () =>
    teller.insist(DeclareOutage, {
      by,
      name,
      command: {
        type: 'DeclareOutage',
        outageId,
        machineId,
        workshopId,
        kind: 'outOfOrder',
        start: null,
        end: expected === null ? null : at(expected),
        reasonId,
        faultId: null,
        planId: null,
      },
      texts: [{ id: reasonId, kind: 'outageReason', body: outage.reason }],
    }),
  );
  if (returned === null) return;
  schedule.at(at(returned), () =>
    teller.insist(EndOutage, {
      by,
      name: `${plan.key} ${outage.machine} returns`,
      command: { type: 'EndOutage', machineId, outageId, noteId: null },
    }),
  );
}

function tellRetirement(
  { schedule, teller, views, today }: Story,
  { plan, memberOf, machineOf }: KnownWorkshop,
) {
  const by = memberOf(plan.founder);
  const name = `${plan.key} bandsaw retires`;
  const reasonId = teller.idOf(by, name, 'retirementReason');
  schedule.at(wallInstant(today, -20, 17, plan.timeZone), () =>
    teller.insist(machineCommands(views).RetireMachine, {
      by,
      name,
      command: { type: 'RetireMachine', machineId: machineOf('bandsaw'), reasonId },
      texts: [
        {
          id: reasonId,
          kind: 'retirementReason',
          body: 'The lower wheel is worn out, and there are no parts left.',
        },
      ],
    }),
  );
}

function tellPause({ schedule, teller, views, today }: Story, { plan, workshopId, memberOf }: KnownWorkshop) {
  const by = memberOf(plan.founder);
  const memberId = memberOf('jonas');
  const name = `${plan.key} jonas is paused`;
  const reasonId = teller.idOf(by, name, 'reason');
  schedule.at(wallInstant(today, -3, 20, plan.timeZone), () =>
    teller.insist(memberCommands(views).PauseMember, {
      by,
      name,
      command: {
        type: 'PauseMember',
        memberId,
        workshopId,
        until: new Date(wallInstant(today, 9, 9, plan.timeZone)).toISOString(),
        reasonId,
        pausedBy: by,
        what: ['bookings', 'loans', 'starts'],
      },
      texts: [
        {
          id: reasonId,
          kind: 'pauseReason',
          body: 'The laser ran unattended twice this month. Let us talk at the next open evening.',
          subject: memberId,
        },
      ],
    }),
  );
}

/**
 * What the demo's visitor finds as theirs: something running at every hour of today, the laser soon, and the print
 * that just ended.
 */
export function tellMara(story: Story, kaiwerk: KnownWorkshop): void {
  const { plan, workshopId, memberOf, machineOf } = kaiwerk;
  const hour = (day: number, of: number) => wallInstant(story.today, day, of, plan.timeZone);
  const wish = (name: string, machine: string, start: number, end: number, purpose: string): Wish => ({
    name: `mara ${name}`,
    machineId: machineOf(machine),
    workshopId,
    by: memberOf('mara'),
    start,
    end,
    purpose,
    // Before everybody else: these are hers.
    askedAt: hour(-16, 12),
    later: null,
  });
  tellBooking(story, wish('prints', 'egret', hour(-5, 14), hour(-5, 19), 'Mudguard stays'));
  tellBooking(story, wish('cuts', 'laser', hour(-6, 16), hour(-6, 17.5), 'Gaskets for a hub gear'));
  tellBooking(story, wish('prints on', 'heron', hour(-1, 20), hour(0, 18), 'A box for the cargo bicycle'));
  tellBooking(story, wish('prints the lid', 'heron', hour(0, 18), hour(1, 9), 'The lid of the box'));
  tellBooking(story, wish('cuts again', 'laser', hour(2, 14), hour(2, 15.5), 'Gaskets for a hub gear'));
  tellBooking(story, wish('solders', 'electronicsBench', hour(4, 17), hour(4, 20), 'Dynamo light'));
}
