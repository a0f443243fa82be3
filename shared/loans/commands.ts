import { z } from 'zod';
import { condition } from '../bookings/events.ts';
import { fileId, machineId, memberId } from '../identifiers.ts';
import { freeText, properName } from '../text.ts';
import { instant } from '../time.ts';

/**
 * Body of `POST /api/workshops/{workshopId}/desk/lend`. Where the person has reserved a tool for today, that
 * reservation is started. `until` left out: as reserved, else as long as the tool is lent.
 */
export const lendTools = z.strictObject({
  memberId,
  tools: z
    .array(z.strictObject({ machineId, until: instant.optional() }))
    .min(1)
    .max(20)
    .refine(
      (tools) => new Set(tools.map((tool) => tool.machineId)).size === tools.length,
      'names a tool twice',
    ),
});

/**
 * Body of `POST /api/workshops/{workshopId}/desk/take-back`: whoever has it, the label is enough. `at`: earlier than now,
 * where nobody wrote it down. `missing`: names of a kit's pieces that did not come back.
 */
export const takeBack = z.strictObject({
  machineId,
  /** Which of several loans, where a tool has several places. */
  memberId: memberId.optional(),
  at: instant.optional(),
  condition,
  missing: z.array(properName).max(200).optional(),
  photographs: z.array(fileId).max(6).optional(),
  note: freeText.optional(),
});

/** Body of `POST /api/machines/{machineId}/kit-check`: the pieces that are missing now; none: it is complete. */
export const checkKit = z.strictObject({ missing: z.array(properName).max(200) });
export type CheckKit = z.infer<typeof checkKit>;

/** Bodies of `POST /api/machines/{machineId}/take-home` and `/bring-back`: a member's own tool. */
export const takeHome = z.strictObject({ reason: freeText.optional() });
export const bringBack = z.strictObject({});
