import { z } from 'zod';
import { entryId } from '../identifiers.ts';
import { machineKind } from '../machines/words.ts';
import { contentLine, contentText } from '../text.ts';

/** One step of the instructions, in the order of the list. */
export const designStep = z.strictObject({
  id: entryId,
  title: contentLine(160).min(1),
  /** Markdown. */
  text: contentText(50_000),
  /** Lines of the parts list that are fitted or used here; null: all of the line's quantity. */
  parts: z
    .array(z.strictObject({ line: entryId, quantity: z.number().positive().max(1e9).nullable() }))
    .max(200),
  tools: z.array(contentLine(80).min(1)).max(50),
  machines: z.array(machineKind).max(20),
  /** What one should have learnt, in words: `MIG welding`. */
  competences: z.array(contentLine(80).min(1)).max(20),
  minutes: z.number().positive().max(100_000).nullable(),
  /** Paths of the design's pictures. */
  pictures: z.array(contentLine(400).min(1)).max(50),
});
export type DesignStep = z.infer<typeof designStep>;
