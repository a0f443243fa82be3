import type { TableWriters } from '../views/projection.ts';
import { numbered, numberIn } from './numbered.ts';
import { buildSerials, buildThings } from './tables.ts';

/**
 * The serial that a thing has from its completion on. An *ordered* rule: two servers that complete two builds of a design
 * at once cannot see each other and may write the same serial down; by the order of the log the first one has it, and
 * the later thing gets the next number that is free. A thing keeps its serial when its build is opened and completed again.
 */
export function standingSerial(tables: TableWriters, itemId: string, written: string): string {
  const thing = tables.of(buildThings).get(itemId);
  if (thing?.serial) return thing.serial;
  const designId = thing?.designId ?? null;
  if (designId === null) return written;
  const holders = tables.of(buildSerials);
  const plateOf = (serial: string) => `${designId}/${serial}`;
  let serial = written;
  for (let number = numberIn(written) ?? 1; holders.get(plateOf(serial)); number++) serial = numbered(number);
  holders.put({ plate: plateOf(serial), itemId });
  return serial;
}
