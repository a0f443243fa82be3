import { type AppointedRole, appointedRole, type Joining, joining } from '../../shared/roles.ts';
import { type Place, place } from '../../shared/workshops/events.ts';
import { type OpeningHours, openingHours } from '../../shared/workshops/openingHours.ts';
import type { ViewsReader } from '../views/reader.ts';
import type { RowOf } from '../views/table.ts';
import {
  type AppointmentRow,
  appointments,
  competences,
  pastAppointments,
  recognitions,
  workshops,
} from './projection.ts';

export interface Workshop {
  workshopId: string;
  name: string;
  place: Place;
  timeZone: string;
  openingHours: OpeningHours;
  joining: Joining;
  foundedBy: string;
  /** Revision of the workshop's own entity, for `ETag` and `If-Match`. */
  revision: number;
}

/** An appointment in force. `since` in UTC milliseconds; `appointedBy` is an actor's name (`member:{id}`, `operator`). */
export interface Appointment {
  memberId: string;
  workshopId: string;
  role: AppointedRole;
  competenceId: string | null;
  since: number;
  appointedBy: string;
}

/** An appointment that was recalled at `until`. */
export interface PastAppointment extends Appointment {
  until: number;
  recalledBy: string;
}

export interface Competence {
  competenceId: string;
  workshopId: string;
  name: string;
  /** How long it is good for when granted; null: for good. */
  validityMonths: number | null;
  /** Of the last event about the competence. */
  revision: number;
}

/** Whoever has `competenceId`, which is another workshop's, counts in `workshopId` as having `countsAs`. */
export interface Recognition {
  workshopId: string;
  competenceId: string;
  countsAs: string;
}

export function workshopById(views: ViewsReader, workshopId: string): Workshop | null {
  const row = views.byKey(workshops, workshopId);
  return row ? workshopOf(row) : null;
}

/** Every workshop, by name. */
export function allWorkshops(views: ViewsReader): Workshop[] {
  return views.all(workshops, 'order by name, workshopId').map(workshopOf);
}

/** Whether the first workshop has been founded. */
export function isFounded(views: ViewsReader): boolean {
  return views.first(workshops, 'limit 1') !== undefined;
}

export function competenceById(views: ViewsReader, competenceId: string): Competence | null {
  return views.byKey(competences, competenceId) ?? null;
}

export function competenceName(views: ViewsReader, competenceId: string): string | null {
  return competenceById(views, competenceId)?.name ?? null;
}

/** The competences that a workshop has defined, by name. */
export function competencesDefinedBy(views: ViewsReader, workshopId: string): Competence[] {
  return views.all(competences, 'where workshopId = ? order by name, competenceId', workshopId);
}

/** What a workshop recognises of others, now. */
export function recognitionsOf(views: ViewsReader, workshopId: string): Recognition[] {
  return views
    .all(recognitions, 'where workshopId = ? order by recognition', workshopId)
    .map(({ competenceId, countsAs }) => ({ workshopId, competenceId, countsAs }));
}

/** What one member is appointed to in one workshop, now. */
export function appointmentsOf(views: ViewsReader, memberId: string, workshopId: string): Appointment[] {
  return views
    .all(appointments, 'where memberId = ? and workshopId = ?', memberId, workshopId)
    .map(appointmentOf);
}

/** What one member is appointed to anywhere, now. */
export function appointmentsHeldBy(views: ViewsReader, memberId: string): Appointment[] {
  return views.all(appointments, 'where memberId = ?', memberId).map(appointmentOf);
}

/** Who is appointed in a workshop now, the longest serving first. */
export function appointmentsIn(views: ViewsReader, workshopId: string): Appointment[] {
  return views
    .all(appointments, 'where workshopId = ? order by since, appointment', workshopId)
    .map(appointmentOf);
}

/** Appointments of a workshop that were recalled, the latest recall first. */
export function pastAppointmentsIn(views: ViewsReader, workshopId: string): PastAppointment[] {
  return views
    .all(pastAppointments, 'where workshopId = ? order by until desc, recall', workshopId)
    .map(pastOf);
}

/** What one member was appointed to anywhere in the past. */
export function pastAppointmentsOf(views: ViewsReader, memberId: string): PastAppointment[] {
  return views.all(pastAppointments, 'where memberId = ? order by until desc, recall', memberId).map(pastOf);
}

function appointmentOf(row: AppointmentRow): Appointment {
  const { memberId, workshopId, competenceId, since, appointedBy } = row;
  return { memberId, workshopId, role: appointedRole.parse(row.role), competenceId, since, appointedBy };
}

function pastOf(row: RowOf<typeof pastAppointments>): PastAppointment {
  const { recall, until, recalledBy, ...held } = row;
  return { ...appointmentOf({ ...held, appointment: recall }), until, recalledBy };
}

/** By the row they came from, which stays the same while nothing changes: a year of holidays takes long to parse. */
const parsed = new WeakMap<RowOf<typeof workshops>, Workshop>();

function workshopOf(row: RowOf<typeof workshops>): Workshop {
  const known = parsed.get(row);
  if (known) return known;
  const workshop: Workshop = {
    workshopId: row.workshopId,
    name: row.name,
    place: place.parse(JSON.parse(row.place)),
    timeZone: row.timeZone,
    openingHours: openingHours.parse(JSON.parse(row.openingHours)),
    joining: joining.parse(row.joining),
    foundedBy: row.foundedBy,
    revision: row.revision,
  };
  parsed.set(row, workshop);
  return workshop;
}
