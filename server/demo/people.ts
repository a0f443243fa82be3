import { memberCommands } from '../members/commands.ts';
import { workshopCommands } from '../workshops/commands.ts';
import { DAY, HOUR, wallInstant } from './calendarOfDays.ts';
import type { KnownWorkshop, Story } from './founding.ts';
import type { ComingPlan } from './plan.ts';

/** People come in, are appointed, and learn. */
export function tellPeople(story: Story, known: KnownWorkshop): void {
  for (const coming of known.plan.coming) tellComing(story, known, coming);
  tellOffices(story, known);
  tellInductions(story, known);
}

const cameAt = ({ today }: Story, { plan }: KnownWorkshop, { daysAgo }: ComingPlan) =>
  wallInstant(today, -daysAgo, 17, plan.timeZone);

function tellComing(story: Story, known: KnownWorkshop, coming: ComingPlan): void {
  const { schedule, teller, views } = story;
  const { plan, workshopId, memberOf } = known;
  const define = memberCommands(views);
  const by = memberOf(coming.person);
  const name = `${plan.key} ${coming.person} comes`;
  const invited = coming.as !== 'asks' && (plan.joining === 'invitation' || coming.as === 'visitor');
  const asks = plan.joining === 'approval';
  const came = cameAt(story, known, coming);
  schedule.at(came, () => {
    const messageId = teller.idOf(by, name, 'message');
    const { message } = coming;
    return teller.insist(define.JoinWorkshop, {
      by,
      name,
      command: {
        type: 'JoinWorkshop',
        memberId: by,
        workshopId,
        messageId: message === undefined ? null : messageId,
        invited:
          invited && !asks && coming.as !== 'asks'
            ? { kind: coming.as, usedAt: new Date(came).toISOString() }
            : null,
      },
      texts: message === undefined ? [] : [{ id: messageId, kind: 'joiningMessage', body: message }],
    });
  });
  const { as } = coming;
  if (!asks || as === 'asks') return;
  schedule.at(cameAt(story, known, coming) + 5 * HOUR, () =>
    teller.insist(define.ApproveMembership, {
      by: memberOf(plan.founder),
      name: `${plan.key} ${coming.person} approved`,
      command: { type: 'ApproveMembership', memberId: by, workshopId, kind: as, until: null },
    }),
  );
}

/** The day on which somebody was in for good, a moment after the approval. */
function isInFrom(story: Story, known: KnownWorkshop, person: string): number {
  const { plan } = known;
  const coming = plan.coming.find((one) => one.person === person);
  if (coming) return cameAt(story, known, coming) + DAY;
  return wallInstant(story.today, -plan.foundedDaysAgo, 18, plan.timeZone) + 2 * DAY;
}

function tellOffices(story: Story, known: KnownWorkshop): void {
  const { plan, workshopId, memberOf, competenceOf } = known;
  const appoint = workshopCommands(story.views).AppointRole;
  const by = memberOf(plan.founder);
  const offices = [
    ...plan.offices.map(({ person, role }) => ({ person, role, competence: null })),
    ...plan.competences.map(({ trainer, key }) => ({
      person: trainer,
      role: 'trainer' as const,
      competence: key,
    })),
  ];
  for (const [index, { person, role, competence }] of offices.entries()) {
    story.schedule.at(isInFrom(story, known, person) + 2 * DAY + index * HOUR, () =>
      story.teller.insist(appoint, {
        by,
        name: `${plan.key} ${person} becomes ${role} ${competence ?? ''}`,
        command: {
          type: 'AppointRole',
          workshopId,
          memberId: memberOf(person),
          role,
          competenceId: competence === null ? null : competenceOf(competence),
          appointedBy: by,
        },
      }),
    );
  }
}

function tellInductions(story: Story, known: KnownWorkshop): void {
  const { plan, workshopId, memberOf, competenceOf } = known;
  const { GrantCompetence } = memberCommands(story.views);
  for (const [index, { person, competence, untilDay }] of plan.inducted.entries()) {
    const trainer = plan.competences.find(({ key }) => key === competence)?.trainer;
    if (trainer === undefined) throw new RangeError(`Nobody trains ${competence} at ${plan.key}.`);
    const both = [person, trainer].map((one) => isInFrom(story, known, one));
    const by = memberOf(trainer);
    const until =
      untilDay === undefined
        ? null
        : new Date(wallInstant(story.today, untilDay, 0, plan.timeZone)).toISOString();
    story.schedule.at(Math.max(...both) + 4 * DAY + index * 3 * HOUR, () =>
      story.teller.insist(GrantCompetence, {
        by,
        name: `${plan.key} ${person} learns ${competence}`,
        command: {
          type: 'GrantCompetence',
          memberId: memberOf(person),
          workshopId,
          competenceId: competenceOf(competence),
          until,
          grantedBy: by,
        },
      }),
    );
  }
}
