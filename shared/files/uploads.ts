import { z } from 'zod';
import { fileId, uploadId } from '../identifiers.ts';
import { fileType } from './kinds.ts';

/** So many bytes are sent at once at best. */
export const CHUNK_BYTES = 4_000_000;

/** Body of `POST /api/uploads`: a file is about to come in pieces. */
export const startUpload = z.strictObject({
  bytes: z.int().min(1),
  /** SHA-256 of what comes: checked at the end; what is here already need not come again. */
  sha256: fileId.optional(),
});

/** How far a file has come in. */
export const uploadState = z.strictObject({
  uploadId,
  /** So many bytes are safely here: the next one to send. */
  offset: z.int().min(0),
  bytes: z.int().min(1),
  /** Bytes to send at once. */
  chunk: z.int().min(1),
  /** The file, once it is whole; null until then. */
  fileId: fileId.nullable(),
  type: fileType.nullable(),
});
export type UploadState = z.infer<typeof uploadState>;
