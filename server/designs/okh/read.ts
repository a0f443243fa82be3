import { parsedManifest } from './document.ts';
import type { Family, PlainTable, ReadManifest, UnreadableManifest } from './manifest.ts';
import { withOwnRest } from './ownRest.ts';
import { readLosh } from './readLosh.ts';
import { readV1 } from './readV1.ts';

/**
 * What a manifest of either family says. Forgiving: what can be repaired is, and told; what has no place is kept for the
 * way out. Bounded, whatever is thrown at it.
 * @param source its bytes, or its text.
 * @param fileName tells the family only where its content does not.
 */
export function readManifest(
  source: Uint8Array | string,
  fileName: string,
): ReadManifest | UnreadableManifest {
  const parsed = parsedManifest(source, fileName);
  if ('sentence' in parsed) return { kind: 'unreadable', sentence: parsed.sentence };
  return readTable(parsed.table, parsed.family, parsed.remarks);
}

/** @param remarks what its text was repaired of; more are added. */
export function readTable(table: PlainTable, family: Family, remarks: ReadManifest['remarks']): ReadManifest {
  return withOwnRest(table, family === 'okh-losh' ? readLosh : readV1, remarks);
}
