import type { BookingRules } from '../../shared/machines/bookingRules.ts';
import type { MachineDescription } from '../../shared/machines/events.ts';
import { DEFAULTS_OF_KINDS } from '../../shared/machines/kinds.ts';
import type { OpeningHours } from '../../shared/workshops/openingHours.ts';
import type { DesignContents } from '../designs/contents.ts';
import type { FileStore } from '../files/store.ts';
import { machineCommands } from '../machines/commands.ts';
import { memberCommands } from '../members/commands.ts';
import type { Names } from '../parts.ts';
import type { ViewsReader } from '../views/reader.ts';
import { workshopCommands } from '../workshops/commands.ts';
import { DAY, HOUR, wallInstant } from './calendarOfDays.ts';
import type { MachinePlan, WorkshopPlan } from './plan.ts';
import type { Schedule } from './schedule.ts';
import type { Teller } from './teller.ts';

/** What telling the region's story needs. */
export interface Story {
  schedule: Schedule;
  teller: Teller;
  names: Names;
  files: Pick<FileStore, 'take' | 'claim'>;
  designs: DesignContents;
  views: ViewsReader;
  /** Midnight UTC. */
  today: number;
  /** The full hour at which the story ends, UTC milliseconds. */
  now: number;
  /** Member ids by the words for people. */
  memberIds: ReadonlyMap<string, string>;
}

/** A workshop's words and the ids that stand for them. */
export interface KnownWorkshop {
  plan: WorkshopPlan;
  workshopId: string;
  memberOf(person: string): string;
  competenceOf(key: string): string;
  machineOf(key: string): string;
}

/** The ids of a workshop and all that belongs to it, before anything has happened. */
export function knownWorkshop({ teller, memberIds }: Story, plan: WorkshopPlan): KnownWorkshop {
  const memberOf = (person: string) => {
    const memberId = memberIds.get(person);
    if (memberId === undefined) throw new RangeError(`The demo knows nobody called ${person}.`);
    return memberId;
  };
  const founder = memberOf(plan.founder);
  return {
    plan,
    memberOf,
    workshopId: teller.idOf(founder, `${plan.key} founding`, 'workshop'),
    competenceOf: (key) => teller.idOf(founder, `${plan.key} competence ${key}`, 'competence'),
    machineOf: (key) => teller.idOf(founder, `${plan.key} machine ${key}`, 'machine'),
  };
}

/** A workshop is founded, says what it teaches and sets up its machines. */
export function tellFounding({ schedule, teller, views, today }: Story, known: KnownWorkshop): void {
  const { plan, workshopId, memberOf, competenceOf } = known;
  const by = memberOf(plan.founder);
  const define = { ...workshopCommands(views), ...memberCommands(views) };
  const founded = wallInstant(today, -plan.foundedDaysAgo, 18, plan.timeZone);

  schedule.at(founded, async () => {
    const { name, place, timeZone, joining } = plan;
    const what = { name, place, timeZone, joining, openingHours: openingHoursOf(plan, today) };
    await teller.insist(define.FoundWorkshop, {
      by,
      name: `${plan.key} founding`,
      command: { type: 'FoundWorkshop', workshopId, foundedBy: by, ...what },
    });
    await teller.insist(define.GrantMembership, {
      by,
      name: `${plan.key} founder`,
      command: { type: 'GrantMembership', memberId: by, workshopId, kind: 'member', until: null },
    });
  });
  for (const [index, { key, name }] of plan.competences.entries()) {
    schedule.at(founded + DAY + index * HOUR, async () => {
      const competenceId = competenceOf(key);
      await teller.insist(define.DefineCompetence, {
        by,
        name: `${plan.key} competence ${key}`,
        command: { type: 'DefineCompetence', workshopId, competenceId, name, validityMonths: null },
      });
      await teller.insist(define.GrantCompetence, {
        by,
        name: `${plan.key} founder ${key}`,
        command: {
          type: 'GrantCompetence',
          memberId: by,
          workshopId,
          competenceId,
          until: null,
          grantedBy: by,
        },
      });
    });
  }
  for (const [index, machine] of plan.machines.entries()) {
    if (machine.madeInStory) continue;
    schedule.at(founded + 2 * DAY + index * 5 * HOUR, () =>
      registerMachine({ teller, views }, known, machine),
    );
  }
}

/** A machine is set up, and can be booked from now on. */
export function registerMachine(
  { teller, views }: Pick<Story, 'teller' | 'views'>,
  known: KnownWorkshop,
  machine: MachinePlan,
): Promise<void> {
  const { plan, workshopId, memberOf, machineOf } = known;
  return teller.insist(machineCommands(views).RegisterMachine, {
    by: memberOf(plan.founder),
    name: `${plan.key} machine ${machine.key}`,
    command: {
      type: 'RegisterMachine',
      machineId: machineOf(machine.key),
      workshopId,
      description: descriptionOf(machine, known),
      rules: rulesOf(machine),
    },
  });
}

/** The rules of its kind, with what this machine asks for otherwise. */
export const rulesOf = ({ kind, rules }: MachinePlan): BookingRules => ({
  ...DEFAULTS_OF_KINDS[kind].rules,
  ...rules,
});

function descriptionOf(machine: MachinePlan, { competenceOf, machineOf }: KnownWorkshop): MachineDescription {
  const { name, kind, maker, model, requires = [], dependsOn = [] } = machine;
  const usual = DEFAULTS_OF_KINDS[kind];
  return {
    name,
    kind,
    maker,
    model,
    tier: machine.tier ?? 'workshop',
    lentBy: null,
    origin: machine.origin ?? (isBought(maker) ? 'bought' : 'unknown'),
    area: machine.area ?? null,
    dangers: [...(machine.dangers ?? usual.dangers)],
    protection: [...usual.protection],
    emergencyStop: machine.emergencyStop ?? null,
    capacity: machine.capacity ?? usual.capacity,
    requiredCompetences: requires.map(competenceOf),
    dependsOn: dependsOn.map(machineOf),
    meters: [...(machine.meters ?? [])],
    contents: [],
    mayRunUnattended: usual.mayRunUnattended,
  };
}

/** Whatever has a maker elsewhere did not come out of the network. */
const isBought = (maker: string | null): boolean => maker !== null && maker !== 'Built here';

/** The week with the holidays of this year and the next. */
function openingHoursOf({ openingHours, holidays }: WorkshopPlan, today: number): OpeningHours {
  const year = new Date(today).getUTCFullYear();
  return {
    ...openingHours,
    holidays: [year, year + 1].flatMap((of) =>
      holidays.map(({ date, name }) => ({ date: `${of}-${date}`, name })),
    ),
  };
}
