import { z } from 'zod';
import { fileId } from '../identifiers.ts';

/** What may be kept: photographs and manuals. A file's type is told by its bytes, never by its name. */
export const fileType = z.enum(['image/jpeg', 'image/png', 'image/webp', 'application/pdf']);
export type FileType = z.infer<typeof fileType>;

/** Bytes of a file of each type, at most. */
export const MAXIMUM_FILE_BYTES: Record<FileType, number> = {
  'image/jpeg': 15_000_000,
  'image/png': 15_000_000,
  'image/webp': 15_000_000,
  'application/pdf': 50_000_000,
};

/** Pixels of a photograph, at most: a small file can unfold into more than a phone can hold. */
export const MAXIMUM_PIXELS = 50_000_000;

export const isPhotograph = (type: FileType): boolean => type.startsWith('image/');

/** Answer to `POST /api/files`; `GET /api/files/{fileId}` is where it stands from now on. */
export const fileReply = z.strictObject({ fileId, type: fileType, bytes: z.int().min(1) });
export type FileReply = z.infer<typeof fileReply>;

/** Where a file is read. */
export const addressOfFile = (id: string): string => `/api/files/${id}`;
