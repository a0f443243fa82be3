import { randomUUID } from 'node:crypto';
import type { EventStore, NewEvent } from '../../../server/eventstore/port.ts';
import type { Projection } from '../../../server/views/projection.ts';
import { defineTable } from '../../../server/views/table.ts';

export const shelfRows = defineTable({
  name: 'shelfRows',
  key: 'competenceId',
  columns: { competenceId: 'text', workshopId: 'text', name: 'text', seen: 'integer' },
  indexes: [['workshopId']],
});

/** Counts how often each competence was defined; a name of `poison` is more than it can take. */
export const shelfProjection: Projection = {
  name: 'shelf',
  source: import.meta.url,
  tables: [shelfRows],
  on: {
    CompetenceDefined: ({ data }, tables) => {
      if (data.name === 'poison') throw new Error('cannot take that');
      const rows = tables.of(shelfRows);
      const known = rows.get(data.competenceId);
      if (data.name === 'gone') rows.remove(data.competenceId);
      else if (known) rows.change(data.competenceId, { name: data.name, seen: known.seen + 1 });
      else rows.put({ ...data, seen: 1 });
    },
  },
};

export function defined(
  competenceId: string,
  name: string,
  workshopId = randomUUID(),
  at = Date.now(),
): NewEvent {
  return {
    id: randomUUID(),
    type: 'CompetenceDefined',
    data: { workshopId, competenceId, name },
    metadata: {
      at: new Date(at).toISOString(),
      actor: 'operator',
      commandId: randomUUID(),
      commandHash: '0'.repeat(64),
      version: 1,
    },
  };
}

/** Appends to one stream and answers the last position. */
export async function put(store: EventStore, ...events: NewEvent[]): Promise<bigint> {
  const appended = await store.append('workshop-shelf', events, 'any');
  if (appended.outcome !== 'appended') throw new Error('the shelf is contended');
  return appended.position;
}
