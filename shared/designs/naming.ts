import { z } from 'zod';
import { memberId, workshopId } from '../identifiers.ts';
import { pinnedRevision, revisionNumber } from './partLines.ts';

/** Instants in UTC; names are null for former members. */
export const moment = z.iso.datetime({ offset: true });

export const namedMember = z.strictObject({ memberId, name: z.string().nullable() });

export type NamedMember = z.infer<typeof namedMember>;

export const namedWorkshop = z.strictObject({ workshopId, name: z.string() });

/** A revision of a design by its name, for links. */
export const namedRevision = pinnedRevision.extend({
  title: z.string(),
  /** The newest revision of that design. */
  latest: revisionNumber,
});

export type NamedRevision = z.infer<typeof namedRevision>;
