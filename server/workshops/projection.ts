import type { AppointedRole, Joining } from '../../shared/roles.ts';
import type { Projection } from '../views/projection.ts';
import { defineTable, type RowOf } from '../views/table.ts';

export const workshops = defineTable({
  name: 'workshops',
  columns: {
    workshopId: 'text',
    name: 'text',
    /** JSON of `place` and `openingHours`. */
    place: 'text',
    timeZone: 'text',
    openingHours: 'text',
    joining: 'text',
    foundedBy: 'text',
    /** Of the last event about the workshop itself; appointments and competences leave it alone. */
    revision: 'integer',
  },
  key: 'workshopId',
  indexes: [],
});

export const competences = defineTable({
  name: 'competences',
  columns: {
    competenceId: 'text',
    workshopId: 'text',
    name: 'text',
    /** Null: good for good. */
    validityMonths: 'integer?',
    revision: 'integer',
  },
  key: 'competenceId',
  indexes: [['workshopId']],
});

/** Competences of other workshops (`competenceId`) that count in `workshopId` as an own one (`countsAs`). */
export const recognitions = defineTable({
  name: 'recognitions',
  columns: { recognition: 'text', workshopId: 'text', competenceId: 'text', countsAs: 'text' },
  key: 'recognition',
  indexes: [['workshopId']],
});

const held = {
  memberId: 'text',
  workshopId: 'text',
  role: 'text',
  competenceId: 'text?',
  since: 'integer',
  appointedBy: 'text',
} as const;

/** Appointments in force. */
export const appointments = defineTable({
  name: 'appointments',
  columns: { appointment: 'text', ...held },
  key: 'appointment',
  indexes: [['memberId', 'workshopId'], ['workshopId']],
});

/** Appointments that were recalled, one row for each time. */
export const pastAppointments = defineTable({
  name: 'pastAppointments',
  columns: { recall: 'text', ...held, until: 'integer', recalledBy: 'text' },
  key: 'recall',
  indexes: [['workshopId'], ['memberId']],
});

export type AppointmentRow = RowOf<typeof appointments>;

/** What an appointment is about; there is at most one in force. */
export const appointmentKey = (appointment: {
  workshopId: string;
  memberId: string;
  role: AppointedRole;
  competenceId: string | null;
}): string =>
  `${appointment.workshopId}/${appointment.memberId}/${appointment.role}/${appointment.competenceId ?? ''}`;

const recognitionKey = ({
  workshopId,
  competenceId,
  as,
}: {
  workshopId: string;
  competenceId: string;
  as: string;
}): string => `${workshopId}/${competenceId}/${as}`;

const joiningOf = (joining: Joining): string => joining;

export const workshopsProjection: Projection = {
  name: 'workshops',
  source: import.meta.url,
  tables: [workshops, competences, recognitions, appointments, pastAppointments],
  on: {
    WorkshopFounded: ({ data, revision }, tables) =>
      tables.of(workshops).put({
        workshopId: data.workshopId,
        name: data.name,
        place: JSON.stringify(data.place),
        timeZone: data.timeZone,
        openingHours: JSON.stringify(data.openingHours),
        joining: joiningOf(data.joining),
        foundedBy: data.foundedBy,
        revision,
      }),
    WorkshopDescribed: ({ data, revision }, tables) =>
      tables
        .of(workshops)
        .change(data.workshopId, { name: data.name, place: JSON.stringify(data.place), revision }),
    OpeningHoursSet: ({ data, revision }, tables) =>
      tables
        .of(workshops)
        .change(data.workshopId, { openingHours: JSON.stringify(data.openingHours), revision }),
    JoiningSet: ({ data, revision }, tables) =>
      tables.of(workshops).change(data.workshopId, { joining: joiningOf(data.joining), revision }),
    CompetenceDefined: ({ data, revision }, tables) =>
      tables.of(competences).put({ ...data, validityMonths: null, revision }),
    CompetenceValiditySet: ({ data: { competenceId, months }, revision }, tables) =>
      tables.of(competences).change(competenceId, { validityMonths: months, revision }),
    CompetenceRecognised: ({ data }, tables) => {
      const { workshopId, competenceId, as } = data;
      tables
        .of(recognitions)
        .put({ recognition: recognitionKey(data), workshopId, competenceId, countsAs: as });
    },
    RecognitionRecalled: ({ data }, tables) => tables.of(recognitions).remove(recognitionKey(data)),
    RoleAppointed: ({ data, at, actor }, tables) =>
      tables.of(appointments).put({
        ...data,
        appointment: appointmentKey(data),
        since: at,
        appointedBy: actor,
      }),
    RoleRecalled: ({ data, at, actor, revision }, tables) => {
      const key = appointmentKey(data);
      const row = tables.of(appointments).get(key);
      if (!row) throw new Error(`Nobody holds the recalled appointment ${key}.`);
      const { appointment: _, ...ended } = row;
      tables
        .of(pastAppointments)
        .put({ ...ended, recall: `${key}/${revision}`, until: at, recalledBy: actor });
      tables.of(appointments).remove(key);
    },
  },
};
