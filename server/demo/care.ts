import type { FaultSeverity, MaintenanceInterval } from '../../shared/machines/events.ts';
import { calendarCommands } from '../bookings/commands.ts';
import { careCommands } from '../machines/care/commands.ts';
import { wallInstant } from './calendarOfDays.ts';
import type { KnownWorkshop, Story } from './founding.ts';
import type { Region } from './incidents.ts';

/** Days from today, and the hour on the workshop's clock. */
type Moment = [day: number, hour: number];

interface FaultPlan {
  machine: string;
  by: string;
  severity: FaultSeverity;
  text: string;
  at: Moment;
  /** Who mended it, with what; left out while it is open. */
  mended?: {
    by: string;
    at: Moment;
    note: string;
    minutes: number;
    parts: { name: string; quantity: number }[];
  };
}

/** Faults that people met, what became of them, and the care that is planned. */
export function tellCare(story: Story, { kaiwerk, scheune, jacaranda }: Region): void {
  tellFault(story, kaiwerk, {
    machine: 'laser',
    by: 'fenja',
    severity: 'worksStill',
    text: 'The exhaust is louder than it used to be, and it still smells a little afterwards.',
    at: [-1, 18],
  });
  tellFault(story, kaiwerk, {
    machine: 'drillPress',
    by: 'ottilie',
    severity: 'nearMiss',
    text: 'The vice was not bolted down and a plate swung round. Nobody was hurt.',
    at: [-4, 17],
  });
  tellFault(story, kaiwerk, {
    machine: 'heron',
    by: 'hyunwoo',
    severity: 'worksStill',
    text: 'Layers shift after an hour or so.',
    at: [-6, 12],
    mended: {
      by: 'yuki',
      at: [-5, 19],
      note: 'The belt of the second axis had stretched. Replaced and tightened; a test print of six hours is fine.',
      minutes: 50,
      parts: [{ name: 'Timing belt GT2, 1 m', quantity: 1 }],
    },
  });
  const mirrors = { by: 'calendar', days: 30, from: dayFrom(story, kaiwerk, -31) } as const;
  tellPlan(story, kaiwerk, {
    machine: 'laser',
    name: 'Clean mirrors and lens',
    interval: mirrors,
    minutes: 60,
  });
  const filters = { by: 'calendar', days: 60, from: dayFrom(story, kaiwerk, -55) } as const;
  tellPlan(story, kaiwerk, {
    machine: 'extraction',
    name: 'Change the filters',
    interval: filters,
    minutes: 90,
    outage: [6, 9],
  });
  const rails = { by: 'hours', hours: 60 } as const;
  tellPlan(story, kaiwerk, { machine: 'router', name: 'Grease the rails', interval: rails, minutes: 45 });
  const hoses = { by: 'calendar', days: 90, from: dayFrom(story, scheune, -40) } as const;
  tellPlan(story, scheune, { machine: 'cebPress', name: 'Check the hoses', interval: hoses, minutes: 90 });
  const elements = { by: 'hours', hours: 300 } as const;
  tellPlan(story, jacaranda, {
    machine: 'kiln',
    name: 'Look at the elements',
    interval: elements,
    minutes: 120,
  });
}

const dayFrom = ({ today }: Story, { plan }: KnownWorkshop, day: number): string =>
  Temporal.Instant.fromEpochMilliseconds(wallInstant(today, day, 12, plan.timeZone))
    .toZonedDateTimeISO(plan.timeZone)
    .toPlainDate()
    .toString();

function tellFault({ schedule, teller, views, today }: Story, known: KnownWorkshop, fault: FaultPlan): void {
  const { plan, memberOf, machineOf } = known;
  const { ReportFault, LogRepair } = careCommands(views);
  const at = ([day, hour]: Moment) => wallInstant(today, day, hour, plan.timeZone);
  const { severity, mended } = fault;
  const machineId = machineOf(fault.machine);
  const by = memberOf(fault.by);
  const name = `${plan.key} ${fault.machine} fault`;
  const faultId = teller.idOf(by, name, 'fault');
  const textId = teller.idOf(by, name, 'faultText');
  schedule.at(at(fault.at), () =>
    teller.insist(ReportFault, {
      by,
      name,
      command: {
        type: 'ReportFault',
        machineId,
        faultId,
        severity,
        textId,
        photographs: [],
        reportedBy: by,
        locks: false,
      },
      texts: [{ id: textId, kind: 'faultText', body: fault.text }],
    }),
  );
  if (!mended) return;
  const { minutes, parts } = mended;
  const mender = memberOf(mended.by);
  const repair = `${plan.key} ${fault.machine} repair`;
  const noteId = teller.idOf(mender, repair, 'repairNote');
  schedule.at(at(mended.at), () =>
    teller.insist(LogRepair, {
      by: mender,
      name: repair,
      command: {
        type: 'LogRepair',
        machineId,
        repairId: teller.idOf(mender, repair, 'repair'),
        faultIds: [faultId],
        noteId,
        parts,
        minutes,
        returns: true,
        repairedBy: mender,
      },
      texts: [{ id: noteId, kind: 'repairNote', body: mended.note }],
    }),
  );
}

function tellPlan(
  { schedule, teller, views, today }: Story,
  { plan, workshopId, memberOf, machineOf }: KnownWorkshop,
  planned: {
    machine: string;
    name: string;
    interval: MaintenanceInterval;
    minutes: number;
    /** Where its time has been fixed. */
    outage?: Moment;
  },
): void {
  const by = memberOf(plan.founder);
  const name = `${plan.key} ${planned.machine} maintenance`;
  const { interval, minutes, outage } = planned;
  const machineId = machineOf(planned.machine);
  const planId = teller.idOf(by, name, 'plan');
  schedule.at(wallInstant(today, -15, 20, plan.timeZone), () =>
    teller.insist(careCommands(views).PlanMaintenance, {
      by,
      name,
      command: {
        type: 'PlanMaintenance',
        machineId,
        planId,
        plan: { name: planned.name, interval, durationMinutes: minutes },
      },
    }),
  );
  if (outage === undefined) return;
  const fixed = `${name} is fixed`;
  const start = wallInstant(today, ...outage, plan.timeZone);
  const reasonId = teller.idOf(by, fixed, 'outageReason');
  schedule.at(wallInstant(today, -1, 19, plan.timeZone), () =>
    teller.insist(calendarCommands(views).DeclareOutage, {
      by,
      name: fixed,
      command: {
        type: 'DeclareOutage',
        outageId: teller.idOf(by, fixed, 'outage'),
        machineId,
        workshopId,
        kind: 'maintenance',
        start,
        end: start + minutes * 60_000,
        reasonId,
        faultId: null,
        planId,
      },
      texts: [{ id: reasonId, kind: 'outageReason', body: planned.name }],
    }),
  );
}
