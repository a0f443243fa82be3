import type { z } from 'zod';
import { eventMetadata } from '../../shared/event.ts';
import { schemasOfEvents } from '../../shared/schemasOfEvents.ts';
import type { RecordedEvent } from '../eventstore/port.ts';
import { currentVersion, upcast, upcasters } from '../eventstore/upcasting.ts';

const schemas = new Map<string, z.ZodType>(Object.entries(schemasOfEvents));

/**
 * What is wrong with an event in itself: its metadata, its type and version, and its data once it is led to the newest
 * version. Null when nothing is.
 */
export function faultOf(event: RecordedEvent): string | null {
  const metadata = eventMetadata.safeParse(event.metadata);
  if (!metadata.success) return `its metadata is not valid (${reasons(metadata.error)})`;
  const { version } = metadata.data;
  const isOlder = upcasters.some(({ type, fromVersion }) => type === event.type && fromVersion === version);
  if (!isOlder && !schemas.has(event.type)) return `${event.type} is no event type that this release knows`;
  if (!isOlder && version !== currentVersion(event.type))
    return `it has version ${version}, and this release knows ${event.type} up to ${currentVersion(event.type)}`;
  let newest: RecordedEvent;
  try {
    newest = upcast(event);
  } catch (error) {
    return `it cannot be led to the newest version (${error instanceof Error ? error.message : String(error)})`;
  }
  const data = schemas.get(newest.type)?.safeParse(newest.data);
  if (data === undefined) return `${newest.type} is no event type that this release knows`;
  return data.success ? null : `its data is not valid (${reasons(data.error)})`;
}

const reasons = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`).join('; ');

/** How an event is named in sentences. */
export const nameOfEvent = ({ stream, revision, type, id }: RecordedEvent): string =>
  `${stream}@${revision} (${type} ${id})`;
