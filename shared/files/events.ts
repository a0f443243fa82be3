import { z } from 'zod';
import { fileId, memberId, textId } from '../identifiers.ts';

/** Events of the stream `file-{fileId}`. Who sent a file in stands in accounts, where it can be erased. */
export const fileEvents = {
  /** The bytes are gone for good, and are not taken again; this record and its reason stay. */
  FileWithdrawn: z.strictObject({ fileId, reasonId: textId, withdrawnBy: memberId }),
};
