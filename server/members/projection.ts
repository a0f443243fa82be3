import type { MembershipKind } from '../../shared/roles.ts';
import type { Projection, TableWriters } from '../views/projection.ts';
import { defineTable, type RowOf } from '../views/table.ts';

/** One person in one workshop: what they are, asked for or were paused from. Ended memberships keep their row. */
export const memberships = defineTable({
  name: 'memberships',
  columns: {
    membership: 'text',
    memberId: 'text',
    workshopId: 'text',
    /** `visitor` or `member`; null while not in. */
    kind: 'text?',
    since: 'integer?',
    until: 'integer?',
    requestedAt: 'integer?',
    requestMessageId: 'text?',
    pauseUntil: 'integer?',
    pauseReasonId: 'text?',
    pausedBy: 'text?',
    /** JSON list of what is paused. */
    paused: 'text?',
    /** 1: a second steward has upheld the pause. */
    pauseUpheld: 'integer?',
    /** Of the last event about this person in this workshop. */
    revision: 'integer',
  },
  key: 'membership',
  indexes: [['workshopId'], ['memberId']],
});

export const heldCompetences = defineTable({
  name: 'heldCompetences',
  columns: {
    holding: 'text',
    memberId: 'text',
    workshopId: 'text',
    competenceId: 'text',
    since: 'integer',
    until: 'integer?',
    grantedBy: 'text',
  },
  key: 'holding',
  indexes: [['memberId'], ['workshopId'], ['until']],
});

export const erasedMembers = defineTable({
  name: 'erasedMembers',
  columns: { memberId: 'text', at: 'integer' },
  key: 'memberId',
  indexes: [],
});

export type MembershipRow = RowOf<typeof memberships>;

export const membershipKey = (memberId: string, workshopId: string): string => `${memberId}/${workshopId}`;
export const holdingKey = (memberId: string, competenceId: string): string => `${memberId}/${competenceId}`;

const kindOf = (kind: MembershipKind): string => kind;

/** Changes a person's row in a workshop, or starts it. */
function note(
  tables: TableWriters,
  {
    data: { memberId, workshopId },
    revision,
  }: { data: { memberId: string; workshopId: string }; revision: number },
  columns: Partial<MembershipRow>,
): void {
  const writer = tables.of(memberships);
  const membership = membershipKey(memberId, workshopId);
  const row = writer.get(membership) ?? {
    membership,
    memberId,
    workshopId,
    kind: null,
    since: null,
    until: null,
    requestedAt: null,
    requestMessageId: null,
    pauseUntil: null,
    pauseReasonId: null,
    pausedBy: null,
    paused: null,
    pauseUpheld: null,
    revision,
  };
  writer.put({ ...row, ...columns, revision });
}

const NO_REQUEST = { requestedAt: null, requestMessageId: null };
const NO_PAUSE = {
  pauseUntil: null,
  pauseReasonId: null,
  pausedBy: null,
  paused: null,
  pauseUpheld: null,
};

export const membersProjection: Projection = {
  name: 'members',
  source: import.meta.url,
  tables: [memberships, heldCompetences, erasedMembers],
  on: {
    MembershipRequested: (event, tables) =>
      note(tables, event, { requestedAt: event.at, requestMessageId: event.data.messageId }),
    MembershipGranted: (event, tables) => {
      const { kind, until } = event.data;
      note(tables, event, { kind: kindOf(kind), since: event.at, until: milliseconds(until), ...NO_REQUEST });
    },
    MembershipDeclined: (event, tables) => note(tables, event, NO_REQUEST),
    MembershipEnded: (event, tables) =>
      note(tables, event, { kind: null, since: null, until: null, ...NO_REQUEST }),
    MemberPaused: (event, tables) => {
      const { until, reasonId, pausedBy, what } = event.data;
      const pause = { pauseUntil: Date.parse(until), pauseReasonId: reasonId, pausedBy };
      note(tables, event, { ...pause, paused: JSON.stringify(what), pauseUpheld: 0 });
    },
    PauseReviewed: (event, tables) => note(tables, event, event.data.upheld ? { pauseUpheld: 1 } : NO_PAUSE),
    PauseLifted: (event, tables) => note(tables, event, NO_PAUSE),
    CompetenceGranted: (event, tables) => {
      const { memberId, workshopId, competenceId, until, grantedBy } = event.data;
      tables.of(heldCompetences).put({
        holding: holdingKey(memberId, competenceId),
        memberId,
        workshopId,
        competenceId,
        since: event.at,
        until: milliseconds(until),
        grantedBy,
      });
      note(tables, event, {});
    },
    CompetenceWithdrawn: (event, tables) => {
      tables.of(heldCompetences).remove(holdingKey(event.data.memberId, event.data.competenceId));
      note(tables, event, {});
    },
    MemberErased: ({ data, at }, tables) => tables.of(erasedMembers).put({ memberId: data.memberId, at }),
  },
};

const milliseconds = (instant: string | null): number | null =>
  instant === null ? null : Date.parse(instant);
