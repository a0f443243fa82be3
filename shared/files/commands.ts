import { z } from 'zod';
import { writtenReason } from '../text.ts';

/** Body of `POST /api/files/{fileId}/withdraw`: nothing brings the file back. */
export const withdrawFile = z.strictObject({ reason: writtenReason });
