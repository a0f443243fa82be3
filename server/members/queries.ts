import { z } from 'zod';
import { type Pausable, pausable } from '../../shared/members/events.ts';
import { type AppointedRole, type MembershipKind, membershipKind, type Role } from '../../shared/roles.ts';
import type { ViewsReader } from '../views/reader.ts';
import {
  type Appointment,
  appointmentsHeldBy,
  appointmentsIn,
  appointmentsOf,
} from '../workshops/queries.ts';
import {
  erasedMembers,
  heldCompetences,
  holdingKey,
  type MembershipRow,
  membershipKey,
  memberships,
} from './projection.ts';

/** What is paused, until when, and whether a second steward has upheld it. */
export interface Pause {
  until: number;
  reasonId: string;
  what: Pausable[];
  pausedBy: string;
  upheld: boolean;
}

/** What a member is in a workshop. Instants in UTC milliseconds; `until` and a pause may have run out: compare with now. */
export interface Standing {
  membership: { kind: MembershipKind; until: number | null } | null;
  appointments: { role: AppointedRole; competenceId: string | null }[];
  pause: Pause | null;
}

/** One competence of a member; a trainer has what they teach. */
export interface HeldCompetence {
  competenceId: string;
  workshopId: string;
  /** UTC milliseconds; null: for good. */
  until: number | null;
}

export interface Person extends Omit<Standing, 'appointments'> {
  memberId: string;
  erased: boolean;
  appointments: Appointment[];
  /** Granted ones; what somebody teaches stands in `appointments`. */
  competences: HeldCompetence[];
  requested: { at: number; messageId: string | null } | null;
  /** Of the last event about this person here; null for one who is only appointed. */
  revision: number | null;
}

/** Three point lookups at most: a booking asks this. */
export function standingOf(views: ViewsReader, memberId: string, workshopId: string): Standing {
  const row = views.byKey(memberships, membershipKey(memberId, workshopId));
  return { ...standingIn(row), appointments: appointmentsOf(views, memberId, workshopId) };
}

/** The member's roles there now. An appointment implies membership. A pause takes no role away: it only stops bookings. */
export function rolesOf(views: ViewsReader, memberId: string, workshopId: string, now: number): Role[] {
  return rolesIn(standingOf(views, memberId, workshopId), now);
}

/** The same from a standing that is at hand. */
export function rolesIn(standing: Pick<Standing, 'membership' | 'appointments'>, now: number): Role[] {
  if (standing.appointments.length > 0) {
    return ['member', ...new Set(standing.appointments.map(({ role }) => role))];
  }
  const { membership } = standing;
  return membership && (membership.until === null || membership.until > now) ? [membership.kind] : [];
}

/** Everything the member may do safely, anywhere: granted competences, and those they teach. Some may have run out. */
export function competencesOf(views: ViewsReader, memberId: string): HeldCompetence[] {
  const granted = views
    .all(heldCompetences, 'where memberId = ?', memberId)
    .map(({ competenceId, workshopId, until }) => ({ competenceId, workshopId, until }));
  const taught = appointmentsHeldBy(views, memberId).flatMap(({ competenceId, workshopId }) =>
    competenceId === null ? [] : [{ competenceId, workshopId, until: null }],
  );
  if (taught.length === 0) return granted;
  const lasting = new Set(taught.map(({ competenceId }) => competenceId));
  return [...granted.filter(({ competenceId }) => !lasting.has(competenceId)), ...taught];
}

/** A competence as it was granted to a member, run out or not; what they teach is not among it. */
export function grantedCompetence(
  views: ViewsReader,
  memberId: string,
  competenceId: string,
): HeldCompetence | null {
  const row = views.byKey(heldCompetences, holdingKey(memberId, competenceId));
  return row ? { competenceId, workshopId: row.workshopId, until: row.until } : null;
}

/** Granted competences that run out in `[start, end)`, the first first. */
export function competencesEnding(
  views: ViewsReader,
  { start, end }: { start: number; end: number },
): (HeldCompetence & { memberId: string; until: number })[] {
  const where = 'where until >= ? and until < ? order by until, holding';
  return views
    .all(heldCompetences, where, start, end)
    .flatMap(({ memberId, competenceId, workshopId, until }) =>
      until === null ? [] : [{ memberId, competenceId, workshopId, until }],
    );
}

/** The workshops where a member is something, waits for approval, or is paused. */
export function workshopsOf(
  views: ViewsReader,
  memberId: string,
): ({ workshopId: string; requestedAt: number | null } & Standing)[] {
  const rows = views.all(memberships, 'where memberId = ?', memberId);
  const held = appointmentsHeldBy(views, memberId);
  const workshopIds = new Set([...rows, ...held].map(({ workshopId }) => workshopId));
  return [...workshopIds].flatMap((workshopId) => {
    const row = rows.find((one) => one.workshopId === workshopId);
    const appointments = held.filter((one) => one.workshopId === workshopId);
    const requestedAt = row?.requestedAt ?? null;
    const standing = { ...standingIn(row), appointments };
    const concerned =
      standing.membership || appointments.length > 0 || standing.pause || requestedAt !== null;
    return concerned ? [{ workshopId, requestedAt, ...standing }] : [];
  });
}

/** Whether somebody has been in another workshop for longer than in this one. */
export function wasElsewhereFirst(views: ViewsReader, memberId: string, workshopId: string): boolean {
  const rows = views.all(memberships, 'where memberId = ? and kind is not null', memberId);
  const since = rows.find((row) => row.workshopId === workshopId)?.since ?? Number.POSITIVE_INFINITY;
  return rows.some((row) => row.workshopId !== workshopId && row.since !== null && row.since < since);
}

/** Everybody who is something in a workshop, waits for approval, or is paused. */
export function peopleOf(views: ViewsReader, workshopId: string): Person[] {
  const concerned = views.all(
    memberships,
    `where workshopId = ?
     and (kind is not null or requestedAt is not null or pauseUntil is not null)`,
    workshopId,
  );
  const rows = new Map(concerned.map((row) => [row.memberId, row]));
  const appointments = Map.groupBy(appointmentsIn(views, workshopId), ({ memberId }) => memberId);
  const competences = Map.groupBy(
    views.all(heldCompetences, 'where workshopId = ?', workshopId),
    ({ memberId }) => memberId,
  );
  return [...new Set([...rows.keys(), ...appointments.keys()])].map((memberId) => {
    const row = rows.get(memberId) ?? views.byKey(memberships, membershipKey(memberId, workshopId));
    return {
      memberId,
      ...standingIn(row),
      erased: isErased(views, memberId),
      appointments: appointments.get(memberId) ?? [],
      competences: (competences.get(memberId) ?? []).map(({ competenceId, until }) => ({
        competenceId,
        workshopId,
        until,
      })),
      requested:
        row && row.requestedAt !== null ? { at: row.requestedAt, messageId: row.requestMessageId } : null,
      revision: row?.revision ?? null,
    };
  });
}

/** Those who are members (not visitors) of a workshop now. */
export function memberIdsIn(views: ViewsReader, workshopId: string, now: number): string[] {
  const members = views.all(
    memberships,
    "where workshopId = ? and kind = 'member' and (until is null or until > ?)",
    workshopId,
    now,
  );
  const appointed = appointmentsIn(views, workshopId);
  return [...new Set([...members, ...appointed].map(({ memberId }) => memberId))];
}

export function isErased(views: ViewsReader, memberId: string): boolean {
  return views.byKey(erasedMembers, memberId) !== undefined;
}

function standingIn(row: MembershipRow | undefined): Pick<Standing, 'membership' | 'pause'> {
  if (!row) return { membership: null, pause: null };
  const { kind, until } = row;
  return {
    membership: kind === null ? null : { kind: membershipKind.parse(kind), until },
    pause: pauseIn(row),
  };
}

const pausables = z.array(pausable);

function pauseIn({ pauseUntil, pauseReasonId, pausedBy, paused, pauseUpheld }: MembershipRow): Pause | null {
  if (pauseUntil === null || pauseReasonId === null || pausedBy === null || paused === null) return null;
  const what = pausables.parse(JSON.parse(paused));
  return { until: pauseUntil, reasonId: pauseReasonId, what, pausedBy, upheld: pauseUpheld === 1 };
}
