import type { AppointedRole, Joining } from '../../shared/roles.ts';
import type { WorkshopEvent } from '../../shared/schemasOfEvents.ts';
import type { Place } from '../../shared/workshops/events.ts';
import type { OpeningHours } from '../../shared/workshops/openingHours.ts';
import type { Recorded } from '../commands/decider.ts';

/** Somebody in an office. A trainer trains one competence; for host and steward it is null. */
export interface Office {
  memberId: string;
  role: AppointedRole;
  competenceId: string | null;
}

export interface FoundedWorkshop {
  status: 'founded';
  workshopId: string;
  foundedBy: string;
  name: string;
  place: Place;
  openingHours: OpeningHours;
  joining: Joining;
  offices: Office[];
  competences: { competenceId: string; name: string; validityMonths: number | null; revision: number }[];
  /** Competences of other workshops that count as one of ours. */
  recognitions: { competenceId: string; as: string }[];
  /** Of the last event about the workshop itself: what `If-Match` names. */
  revision: number;
}

export type WorkshopState = { status: 'unfounded' } | FoundedWorkshop;

export const sameOffice = (a: Office, b: Office): boolean =>
  a.memberId === b.memberId && a.role === b.role && a.competenceId === b.competenceId;

export const sameRecognition = (
  a: { competenceId: string; as: string },
  b: { competenceId: string; as: string },
): boolean => a.competenceId === b.competenceId && a.as === b.as;

export function evolveWorkshop(
  state: WorkshopState,
  event: WorkshopEvent,
  { revision }: Recorded,
): WorkshopState {
  if (event.type === 'WorkshopFounded') {
    const { timeZone: _, ...founded } = event.data;
    return { status: 'founded', ...founded, offices: [], competences: [], recognitions: [], revision };
  }
  if (state.status === 'unfounded') throw new Error(`${event.type} in a workshop that was never founded`);
  switch (event.type) {
    case 'WorkshopDescribed':
      return { ...state, name: event.data.name, place: event.data.place, revision };
    case 'OpeningHoursSet':
      return { ...state, openingHours: event.data.openingHours, revision };
    case 'JoiningSet':
      return { ...state, joining: event.data.joining, revision };
    case 'RoleAppointed': {
      const { memberId, role, competenceId } = event.data;
      return { ...state, offices: [...state.offices, { memberId, role, competenceId }] };
    }
    case 'RoleRecalled':
      return { ...state, offices: state.offices.filter((office) => !sameOffice(office, event.data)) };
    case 'CompetenceDefined': {
      const { competenceId, name } = event.data;
      const defined = { competenceId, name, validityMonths: null, revision };
      return { ...state, competences: [...state.competences, defined] };
    }
    case 'CompetenceValiditySet': {
      const { competenceId, months } = event.data;
      const competences = state.competences.map((known) =>
        known.competenceId === competenceId ? { ...known, validityMonths: months, revision } : known,
      );
      return { ...state, competences };
    }
    case 'CompetenceRecognised': {
      const { competenceId, as } = event.data;
      return { ...state, recognitions: [...state.recognitions, { competenceId, as }] };
    }
    case 'RecognitionRecalled':
      return {
        ...state,
        recognitions: state.recognitions.filter((one) => !sameRecognition(one, event.data)),
      };
  }
}
