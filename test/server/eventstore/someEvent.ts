import { randomUUID } from 'node:crypto';
import type { NewEvent } from '../../../server/eventstore/port.ts';
import type { JsonObject } from '../../../shared/event.ts';

/** An event with a random id (or the given one) and complete metadata. */
export function someEvent(over: { id?: string; type?: string; data?: JsonObject } = {}): NewEvent {
  return {
    id: over.id ?? randomUUID(),
    type: over.type ?? 'SomethingHappened',
    data: over.data ?? { what: 'a test' },
    metadata: {
      at: '2026-11-22T10:00:00.000Z',
      actor: 'operator',
      commandId: randomUUID(),
      commandHash: 'a'.repeat(64),
      version: 1,
    },
  };
}
