import { type EventType, isEventType } from '../../shared/schemasOfEvents.ts';
import type { RecordedEvent } from '../eventstore/port.ts';
import { upcast } from '../eventstore/upcasting.ts';
import type { Contents, EventHandlers, ProjectedEvent, Projection, TableWriters } from './projection.ts';

/** A projection could not take an event: the views stop there and say so. */
export class ProjectionFault extends Error {
  override name = 'ProjectionFault';
  readonly projection: string;
  readonly event: RecordedEvent;
  constructor(projection: string, event: RecordedEvent, cause: unknown) {
    super(
      `projection ${projection} cannot take ${event.type} ${event.id} (${event.stream}@${event.revision})`,
      {
        cause,
      },
    );
    this.projection = projection;
    this.event = event;
  }
}

type Handler = (event: ProjectedEvent, tables: TableWriters, contents: Contents) => void;

/** Handlers by event type, over all projections; looked up once instead of for each event. */
export function handlersByType(
  projections: readonly Projection[],
): Map<string, { name: string; handle: Handler }[]> {
  const byType = new Map<string, { name: string; handle: Handler }[]>();
  for (const { name, on } of projections) {
    for (const type of Object.keys(on)) {
      if (!isEventType(type)) throw new Error(`projection ${name} names an unknown event type ${type}`);
      const handle = handlerOf(on, type);
      if (!handle) continue;
      const handlers = byType.get(type) ?? [];
      handlers.push({ name, handle });
      byType.set(type, handlers);
    }
  }
  return byType;
}

/** A handler under the key of a type is only ever given events of that type. */
function handlerOf(on: EventHandlers, type: EventType): Handler | undefined {
  return on[type] as Handler | undefined;
}

/** What projections see of a recorded event. Its data was checked by schema when it was written. */
export function projected(recorded: RecordedEvent): ProjectedEvent {
  const { id, stream, revision, position, type, data, metadata } = upcast(recorded);
  return {
    type: type as EventType,
    data: data as ProjectedEvent['data'],
    id,
    stream,
    revision,
    position,
    at: Date.parse(metadata.at),
    actor: metadata.actor,
    commandId: metadata.commandId,
  };
}

/**
 * Hands one event to every projection that wants it. Types that nobody wants are passed over.
 * @throws {ProjectionFault} unless the database itself is in trouble: such an error passes as it is, to be retried.
 */
export function applyEvent(
  handlers: ReturnType<typeof handlersByType>,
  recorded: RecordedEvent,
  tables: TableWriters,
  contents: Contents,
): void {
  const wanted = handlers.get(upcast(recorded).type);
  if (!wanted) return;
  const event = projected(recorded);
  for (const { name, handle } of wanted) {
    try {
      handle(event, tables, contents);
    } catch (error) {
      if (isDatabaseTrouble(error)) throw error;
      throw new ProjectionFault(name, recorded, error);
    }
  }
}

/** Primary result codes of SQLite that say nothing about the event: busy, locked, no memory, read-only, I/O, full. */
const TROUBLE = new Set([5, 6, 7, 8, 10, 13, 14]);

export function isDatabaseTrouble(error: unknown): boolean {
  return (
    error instanceof Error &&
    'errcode' in error &&
    typeof error.errcode === 'number' &&
    TROUBLE.has(error.errcode & 0xff)
  );
}
