import { z } from 'zod';
import type { ViewsReader } from '../views/reader.ts';
import { kitStates } from './projection.ts';

const names = z.array(z.string());

/** Names of the pieces that a kit lacks, as was said when it came back or was counted last. */
export function missingOf(views: ViewsReader, machineId: string): string[] {
  const row = views.byKey(kitStates, machineId);
  return row ? names.parse(JSON.parse(row.missing)) : [];
}
