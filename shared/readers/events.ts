import { z } from 'zod';
import { machineId, readerId, workshopId } from '../identifiers.ts';
import { properName } from '../text.ts';

/** As many machines as one box on the wall can stand for. */
export const machinesOfReader = z.array(machineId).min(1).max(50);

/** Events of the stream `reader-{id}`: a box that reads badges and switches machines. Its key is kept in accounts. */
export const readerEvents = {
  ReaderAdded: z.strictObject({ readerId, workshopId, name: properName, machineIds: machinesOfReader }),
  ReaderMachinesChanged: z.strictObject({ readerId, workshopId, machineIds: machinesOfReader }),
  /** It may ask nothing any more; what it had started runs on. */
  ReaderRemoved: z.strictObject({ readerId, workshopId }),
};
