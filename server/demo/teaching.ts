import { inductionCommands } from '../competences/commands.ts';
import { workshopCommands } from '../workshops/commands.ts';
import { daysToNext, HOUR, wallInstant } from './calendarOfDays.ts';
import type { KnownWorkshop, Story } from './founding.ts';
import type { Region } from './incidents.ts';

const THURSDAY = 4;
const SATURDAY = 6;

interface InductionPlan {
  competence: string;
  machine: string;
  weekday: number;
  hours: [from: number, to: number];
  places: number;
  note: string;
  /** First come, first served; whoever finds no place waits. */
  comes: string[];
}

/** Inductions to come, with places and people who wait; and two workshops that trust each other's trainers. */
export function tellTeaching(story: Story, { kaiwerk, scheune, derwent }: Region): void {
  tellInduction(story, kaiwerk, {
    competence: 'laser',
    machine: 'laser',
    weekday: THURSDAY,
    hours: [18, 20],
    places: 5,
    note: 'Bring a drawing on a stick. We cut it together.',
    comes: ['fenja', 'hyunwoo'],
  });
  tellInduction(story, kaiwerk, {
    competence: 'cnc',
    machine: 'router',
    weekday: SATURDAY,
    hours: [11, 14],
    places: 2,
    note: 'Closed shoes, nothing loose.',
    comes: ['nadia', 'tomas', 'mara'],
  });
  tellInduction(story, scheune, {
    competence: 'welding',
    machine: 'welder',
    weekday: THURSDAY,
    hours: [16, 19],
    places: 4,
    note: 'Cotton or leather, no fleece.',
    comes: ['henrik', 'kwabena'],
  });
  tellRecognition(story, kaiwerk, derwent);
  tellRecognition(story, derwent, kaiwerk);
}

function tellInduction(
  { schedule, teller, views, today }: Story,
  { plan, workshopId, memberOf, competenceOf, machineOf }: KnownWorkshop,
  induction: InductionPlan,
): void {
  const { competence, machine, weekday, hours, places, note, comes } = induction;
  const trainer = plan.competences.find(({ key }) => key === competence)?.trainer;
  if (trainer === undefined) throw new RangeError(`Nobody trains ${competence} at ${plan.key}.`);
  const { AnnounceInduction, TakeInductionPlace } = inductionCommands(views);
  const day = daysToNext(weekday, today);
  const [start = '', end = ''] = hours.map((hour) =>
    new Date(wallInstant(today, day, hour, plan.timeZone)).toISOString(),
  );
  const by = memberOf(trainer);
  const name = `${plan.key} induction ${competence}`;
  const inductionId = teller.idOf(by, name, 'induction');
  const noteId = teller.idOf(by, name, 'note');
  // Before anybody has booked the machine for that day.
  const announced = wallInstant(today, -18, 12, plan.timeZone);
  schedule.at(announced, () =>
    teller.insist(AnnounceInduction, {
      by,
      name,
      command: {
        type: 'AnnounceInduction',
        inductionId,
        workshopId,
        competenceId: competenceOf(competence),
        machineId: machineOf(machine),
        start,
        end,
        places,
        noteId,
        announcedBy: by,
      },
      texts: [{ id: noteId, kind: 'inductionNote', body: note }],
    }),
  );
  for (const [index, person] of comes.entries()) {
    const memberId = memberOf(person);
    schedule.at(announced + (index + 1) * 20 * HOUR, () =>
      teller.insist(TakeInductionPlace, {
        by: memberId,
        name: `${name} ${person}`,
        command: { type: 'TakeInductionPlace', inductionId, memberId, forThem: false },
      }),
    );
  }
}

/** Whoever may use the router there may use it here. */
function tellRecognition(
  { schedule, teller, views, today }: Story,
  here: KnownWorkshop,
  there: KnownWorkshop,
): void {
  const by = here.memberOf(here.plan.founder);
  schedule.at(wallInstant(today, -30, 19, here.plan.timeZone), () =>
    teller.insist(workshopCommands(views).RecogniseCompetence, {
      by,
      name: `${here.plan.key} recognises ${there.plan.key}`,
      command: {
        type: 'RecogniseCompetence',
        workshopId: here.workshopId,
        competenceId: there.competenceOf('cnc'),
        as: here.competenceOf('cnc'),
      },
    }),
  );
}
