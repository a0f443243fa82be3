import type { InductionView } from '../../shared/competences/views.ts';
import { zonedText } from '../../shared/workshops/zonedText.ts';
import { allowedActions } from '../authorisation/policy.ts';
import type { Requester } from '../http/route.ts';
import { machineById } from '../machines/queries.ts';
import type { Parts } from '../parts.ts';
import { competenceName, workshopById } from '../workshops/queries.ts';
import { type Induction, type InductionPerson, peopleOfInduction } from './queries.ts';

export interface Viewer {
  requester: Requester;
  now: number;
}

/**
 * Inductions as the viewer may see them. Names, and why one was cancelled, are told within the workshop only (the reason also to
 * those who had a place); who comes to those who lead it.
 */
export function inductionViews(
  { views, names, texts }: Pick<Parts, 'views' | 'names' | 'texts'>,
  inductions: readonly Induction[],
  { requester, now }: Viewer,
): InductionView[] {
  const oneself = requester.kind === 'member' ? requester.memberId : null;
  const seen = inductions.flatMap((induction) => {
    const workshop = workshopById(views, induction.workshopId);
    if (!workshop) return [];
    const { workshopId, competenceId } = induction;
    const scope = { workshopId, competenceId, own: true };
    const actions = allowedActions(views, requester, scope, now);
    const people = peopleOfInduction(views, induction.inductionId);
    return [{ induction, workshop, actions, people, inside: actions.includes('people.read') }];
  });
  const named = seen.flatMap(({ induction, people, inside, actions }) => [
    ...(inside ? [induction.announcedBy] : []),
    ...(actions.includes('induction.readPeople') ? people.map(({ memberId }) => memberId) : []),
  ]);
  const known = names.of(new Set(named));
  const written = texts.of(
    seen.flatMap(({ induction: { noteId, reasonId } }) => [noteId, reasonId].filter((id) => id !== null)),
  );
  return seen.map(({ induction, workshop, actions, people, inside }) => {
    const { start, end, places, taken, machineId, noteId, reasonId, announcedBy } = induction;
    const { timeZone, name: workshopName } = workshop;
    const machine = machineId === null ? null : machineById(views, machineId);
    const mine = oneself === null ? null : placeOf(people, oneself);
    const mayReadReason = inside || mine !== null;
    return {
      inductionId: induction.inductionId,
      workshopId: induction.workshopId,
      workshopName,
      timeZone,
      competenceId: induction.competenceId,
      competenceName: competenceName(views, induction.competenceId) ?? '',
      machineId,
      machineName: machine?.name ?? null,
      start: zonedText(start, timeZone),
      end: zonedText(end, timeZone),
      places,
      free: places - taken,
      waiting: induction.waiting,
      status: statusOf(induction, now),
      trainer: { memberId: announcedBy, name: inside ? (known.get(announcedBy) ?? null) : null },
      note: noteId === null ? null : (written.get(noteId) ?? null),
      reason: reasonId === null || !mayReadReason ? null : (written.get(reasonId) ?? null),
      mine,
      people: actions.includes('induction.readPeople')
        ? people.map(({ memberId, status, revision }) => ({
            memberId,
            name: known.get(memberId) ?? null,
            status,
            revision,
          }))
        : null,
      allowedActions: actions.filter((action) => action.startsWith('induction.')),
      revision: induction.revision,
    };
  });
}

function statusOf({ cancelled, end }: Induction, now: number): InductionView['status'] {
  if (cancelled) return 'cancelled';
  return end <= now ? 'over' : 'announced';
}

function placeOf(people: readonly InductionPerson[], memberId: string): InductionView['mine'] {
  const place = people.findIndex((one) => one.memberId === memberId);
  const mine = people[place];
  if (!mine) return null;
  const before = people.slice(0, place).filter(({ status }) => status === 'waiting');
  return {
    status: mine.status,
    ahead: mine.status === 'waiting' ? before.length : 0,
    revision: mine.revision,
  };
}
