import { z } from 'zod';
import { fileId } from '../identifiers.ts';

const photographTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;
const soundTypes = ['audio/webm', 'audio/ogg', 'audio/mp4', 'audio/wav', 'audio/mpeg'] as const;

/** What a file is, told by its bytes and never by its name; `application/octet-stream` is all that nobody knows. */
export const fileType = z.enum([
  ...photographTypes,
  ...soundTypes,
  'application/pdf',
  'image/gif',
  'image/svg+xml',
  'image/vnd.dxf',
  'model/stl',
  'model/step',
  'model/3mf',
  'model/gltf+json',
  'model/gltf-binary',
  'model/obj',
  'model/ply',
  'video/mp4',
  'application/zip',
  'application/gzip',
  'application/json',
  'text/csv',
  'text/plain',
  'application/octet-stream',
]);
export type FileType = z.infer<typeof fileType>;
export type PhotographType = (typeof photographTypes)[number];

/**
 * What a file is sent for: to show a machine, a fault or a build (photographs, manuals, voice notes), or as part of a
 * design (anything).
 */
export const filePurpose = z.enum(['attachment', 'design']);
export type FilePurpose = z.infer<typeof filePurpose>;

/** Bytes of any file, at most. */
export const MOST_FILE_BYTES = 500_000_000;
/** Bytes of a voice note, at most: five minutes are two megabytes as browsers record them. */
export const MOST_SOUND_BYTES = 20_000_000;
/** Pixels of a photograph, at most: a small file can unfold into more than a phone can hold. */
export const MAXIMUM_PIXELS = 50_000_000;

/** Pictures that a camera makes: they are cleaned of what they tell besides. */
export const isPhotograph = (type: FileType): type is PhotographType =>
  photographTypes.some((one) => one === type);

/** Voice notes. */
export const isSound = (type: FileType): boolean => soundTypes.some((one) => one === type);

/** What machines and faults may show. */
export const isAttachment = (type: FileType): boolean => isPhotograph(type) || type === 'application/pdf';

/** Bytes of a file of a type, at most. Photographs are cleaned in memory. */
export function mostBytesOf(type: FileType, purpose: FilePurpose): number {
  if (purpose === 'design') return isPhotograph(type) ? 60_000_000 : MOST_FILE_BYTES;
  if (isSound(type)) return MOST_SOUND_BYTES;
  return isPhotograph(type) ? 15_000_000 : 50_000_000;
}

/** Answer to `POST /api/files`; `GET /api/files/{fileId}` is where it stands from now on. */
export const fileReply = z.strictObject({ fileId, type: fileType, bytes: z.int().min(1) });
export type FileReply = z.infer<typeof fileReply>;

/** Where a file is read. */
export const addressOfFile = (id: string): string => `/api/files/${id}`;
