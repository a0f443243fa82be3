import { type FileType, isPhotograph } from '../../shared/files/kinds.ts';
import { cleanJpeg } from './jpeg.ts';
import { cleanPng } from './png.ts';
import { cutOff } from './refusal.ts';
import { cleanWebp } from './webp.ts';

const CLEANERS: Record<Exclude<FileType, 'application/pdf'>, (bytes: Buffer) => Buffer> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/webp': cleanWebp,
};

/** A photograph without what it tells of place, time and camera. @throws {FileRefused} */
export const cleanPhotograph = (type: keyof typeof CLEANERS, bytes: Buffer): Buffer => CLEANERS[type](bytes);

export const isCleanable = (type: FileType): type is keyof typeof CLEANERS => isPhotograph(type);

/** A PDF ends with this mark, within its last bytes. */
export const PDF_TAIL_BYTES = 2048;

/** @throws {FileRefused} for a manual whose end is missing. */
export function assertWholePdf(tail: Buffer): void {
  if (!tail.includes('%%EOF')) throw cutOff('manual');
}
