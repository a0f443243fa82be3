import type { RecordedEvent as StoredEvent } from '@eventstore/db-client';
import type { EventMetadata, JsonObject } from '../../../shared/event.ts';
import type { RecordedEvent, StreamFilter } from '../port.ts';

/** What servers before 22.6 say instead of a position when a single stream is read. */
const NO_POSITION = 2n ** 64n - 1n;

/**
 * The commit position counts: it is the offset of the event's own record in the server's log, different for each event
 * of an append (only the explicit transactions of the old TCP protocol share one), and that of the last event is what
 * an append answers.
 */
export function positionOf(event: StoredEvent): bigint {
  const position = event.position?.commit;
  if (position === undefined || position === NO_POSITION) {
    throw new Error('The event store gives no positions with streams; EventStoreDB 22.6 or newer is needed.');
  }
  return position;
}

/** @throws {Error} for an event in a stream of ours that this program did not write. */
export function toRecordedEvent(event: StoredEvent): RecordedEvent {
  if (!isJsonObject(event.data) || !isMetadata(event.metadata)) {
    throw new Error(`Event ${event.revision} of ${event.streamId} in the event store is not one of ours.`);
  }
  return {
    id: event.id,
    type: event.type,
    data: event.data,
    metadata: event.metadata,
    stream: event.streamId,
    revision: Number(event.revision),
    position: positionOf(event),
  };
}

/** Streams and events whose names start with `$` are the store's own: statistics, stream metadata, links, tombstones. */
export function isSystemEvent(event: StoredEvent): boolean {
  return event.streamId.startsWith('$') || event.type.startsWith('$');
}

export function passes(filter: StreamFilter | undefined, event: StoredEvent): boolean {
  if (isSystemEvent(event)) return false;
  return filter === undefined || filter.streamPrefixes.some((prefix) => event.streamId.startsWith(prefix));
}

function isJsonObject(value: unknown): value is JsonObject {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
  );
}

/** Enough to tell an event of ours; schemas are checked on writing and by `verify`. */
function isMetadata(value: unknown): value is EventMetadata {
  return isJsonObject(value) && typeof value.commandId === 'string' && typeof value.version === 'number';
}
