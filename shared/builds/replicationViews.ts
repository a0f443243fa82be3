import { z } from 'zod';
import { commercialPrice } from '../designs/content.ts';
import { moment, namedRevision, namedWorkshop } from '../designs/naming.ts';
import { buildId, designId, fileId } from '../identifiers.ts';
import { buildMinutes, buildPerson, buildStatus, buildThingView, share } from './views.ts';

/** One build of a design, for those who consider building it. */
export const replicationRow = z.strictObject({
  buildId,
  name: z.string(),
  status: buildStatus,
  workshop: namedWorkshop.nullable(),
  /** The fork's own design, where it was built from a fork. */
  of: namedRevision,
  fork: z.boolean(),
  builders: z.array(buildPerson),
  startedAt: moment,
  endedAt: moment.nullable(),
  things: z.array(buildThingView),
  deviations: z.array(z.string()),
  /** Names of what stood in for what a line asks for. */
  substitutions: z.array(z.strictObject({ line: z.string().nullable(), by: z.string() })),
  minutes: buildMinutes,
  /** What was paid, by currency, and how many of the lines have a price. */
  cost: z.array(z.strictObject({ currency: z.string(), amount: z.number() })),
  costRestsOn: share,
  testsPassed: z.int(),
  testsFailed: z.int(),
  tests: z.array(z.strictObject({ name: z.string(), outcome: z.enum(['passed', 'failed']) })),
  /** Its newest photograph that was not removed. */
  picture: fileId.nullable(),
});
export type ReplicationRow = z.infer<typeof replicationRow>;

/** Answer to `GET /api/designs/{designId}/replications`: newest first. */
export const replicationReport = z.strictObject({
  designId,
  /** Builds of all its revisions, and of its forks. */
  builds: z.array(replicationRow),
  more: z.boolean(),
  /** Things that were made, and in how many workshops. */
  made: z.int(),
  workshops: z.int(),
  /** What one costs where it is sold, as its newest revision says; null: nobody said. `on` null: nobody said when. */
  commercialPrice: commercialPrice.extend({ on: commercialPrice.shape.on.nullable() }).nullable(),
  /** Who noted work on the design itself, by name, as far as the viewer may know them; nobody is ranked. */
  contributors: z.array(buildPerson),
});
export type ReplicationReport = z.infer<typeof replicationReport>;
