import { z } from 'zod';
import type { ViewsReader } from '../views/reader.ts';
import type { RowOf } from '../views/table.ts';
import { readers } from './projection.ts';

export interface Reader {
  readerId: string;
  workshopId: string;
  name: string;
  machineIds: string[];
  removed: boolean;
  revision: number;
}

const ids = z.array(z.string());

export function readerById(views: ViewsReader, readerId: string): Reader | null {
  const row = views.byKey(readers, readerId);
  return row ? readerOf(row) : null;
}

/** A workshop's readers that are in use, by name. */
export function readersOf(views: ViewsReader, workshopId: string): Reader[] {
  return views
    .all(readers, 'where workshopId = ? and removed = 0 order by name, readerId', workshopId)
    .map(readerOf);
}

const readerOf = (row: RowOf<typeof readers>): Reader => ({
  ...row,
  machineIds: ids.parse(JSON.parse(row.machineIds)),
  removed: row.removed === 1,
});
