import type { RecordedEvent } from '../eventstore/port.ts';

const FILE_ID = /^[0-9a-f]{64}$/;
/** Names under which events refer to files: `fileId`, `photographs`, `sounds`, `manual`, `contentId`. */
const REFERENCE = /file|photograph|sound|manual|content/i;

/** Everything in an event that could be a file's id: what a sweep must not take. */
export function possibleFilesIn({ type, data }: Pick<RecordedEvent, 'type' | 'data'>): string[] {
  return type === 'FileWithdrawn' ? [] : idsIn(data, true);
}

/** The files that an event names: they are there, unless they were withdrawn. */
export function filesNamedIn({ type, data }: Pick<RecordedEvent, 'type' | 'data'>): string[] {
  return type === 'FileWithdrawn' ? [] : idsIn(data, false);
}

function idsIn(value: unknown, counts: boolean): string[] {
  if (typeof value === 'string') return counts && FILE_ID.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => idsIn(item, counts));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => idsIn(inner, counts || REFERENCE.test(name)));
}
