import type { PlaceStatus } from '../../shared/competences/views.ts';
import type { Projection, TableWriters } from '../views/projection.ts';
import { defineTable, type RowOf } from '../views/table.ts';

export const inductions = defineTable({
  name: 'inductions',
  columns: {
    inductionId: 'text',
    workshopId: 'text',
    competenceId: 'text',
    machineId: 'text?',
    startsAt: 'integer',
    endsAt: 'integer',
    places: 'integer',
    /** People with a place, those who attended included. */
    taken: 'integer',
    waiting: 'integer',
    noteId: 'text?',
    announcedBy: 'text',
    /** Why it was cancelled; null while it was not. */
    reasonId: 'text?',
    revision: 'integer',
  },
  key: 'inductionId',
  indexes: [
    ['workshopId', 'startsAt'],
    ['competenceId', 'startsAt'],
    ['announcedBy', 'startsAt'],
  ],
});

export const inductionPeople = defineTable({
  name: 'inductionPeople',
  columns: {
    person: 'text',
    inductionId: 'text',
    memberId: 'text',
    /** `place`, `waiting` or `attended`. */
    status: 'text',
    /** Revision at which they came: the order of the line. */
    came: 'integer',
    revision: 'integer',
  },
  key: 'person',
  indexes: [['inductionId', 'came'], ['memberId']],
});

export type InductionRow = RowOf<typeof inductions>;

export const personKey = (inductionId: string, memberId: string): string => `${inductionId}/${memberId}`;

interface OfPerson {
  data: { inductionId: string; memberId: string };
  revision: number;
}

function count(tables: TableWriters, inductionId: string, by: { taken?: number; waiting?: number }): void {
  const writer = tables.of(inductions);
  const row = writer.get(inductionId);
  if (!row) throw new Error(`The induction ${inductionId} was never announced.`);
  const { taken = 0, waiting = 0 } = by;
  writer.change(inductionId, { taken: row.taken + taken, waiting: row.waiting + waiting });
}

function enter(tables: TableWriters, { data, revision }: OfPerson, status: PlaceStatus): void {
  const { inductionId, memberId } = data;
  const person = personKey(inductionId, memberId);
  tables
    .of(inductionPeople)
    .put({ person, inductionId, memberId, status: named(status), came: revision, revision });
}

const named = (status: PlaceStatus): string => status;

function change(tables: TableWriters, { data, revision }: OfPerson, status: PlaceStatus): void {
  const person = personKey(data.inductionId, data.memberId);
  tables.of(inductionPeople).change(person, { status: named(status), revision });
}

const leave = (tables: TableWriters, { data }: OfPerson) =>
  tables.of(inductionPeople).remove(personKey(data.inductionId, data.memberId));

export const competencesProjection: Projection = {
  name: 'competences',
  source: import.meta.url,
  tables: [inductions, inductionPeople],
  on: {
    InductionAnnounced({ data, revision }, tables) {
      const { start, end, ...rest } = data;
      const times = { startsAt: Date.parse(start), endsAt: Date.parse(end) };
      tables.of(inductions).put({ ...rest, ...times, taken: 0, waiting: 0, reasonId: null, revision });
    },
    InductionPlacesSet: ({ data: { inductionId, places }, revision }, tables) =>
      tables.of(inductions).change(inductionId, { places, revision }),
    InductionCancelled: ({ data: { inductionId, reasonId }, revision }, tables) =>
      tables.of(inductions).change(inductionId, { reasonId, revision }),
    InductionPlaceTaken(event, tables) {
      enter(tables, event, 'place');
      count(tables, event.data.inductionId, { taken: 1 });
    },
    InductionPlaceGivenUp(event, tables) {
      leave(tables, event);
      count(tables, event.data.inductionId, { taken: -1 });
    },
    InductionWaitingJoined(event, tables) {
      enter(tables, event, 'waiting');
      count(tables, event.data.inductionId, { waiting: 1 });
    },
    InductionWaitingLeft(event, tables) {
      leave(tables, event);
      count(tables, event.data.inductionId, { waiting: -1 });
    },
    InductionMovedUp(event, tables) {
      change(tables, event, 'place');
      count(tables, event.data.inductionId, { taken: 1, waiting: -1 });
    },
    InductionAttended(event, tables) {
      change(tables, event, 'attended');
      tables.of(inductions).change(event.data.inductionId, { revision: event.revision });
    },
  },
};
