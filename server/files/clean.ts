import type { PhotographType } from '../../shared/files/kinds.ts';
import { cleanJpeg } from './jpeg.ts';
import { cleanPng } from './png.ts';
import { cutOff } from './refusal.ts';
import { cleanWebp } from './webp.ts';

const CLEANERS: Record<PhotographType, (bytes: Buffer) => Buffer> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/webp': cleanWebp,
};

/** A photograph without what it tells of place, time and camera. @throws {FileRefused} */
export const cleanPhotograph = (type: PhotographType, bytes: Buffer): Buffer => CLEANERS[type](bytes);

/** A PDF ends with a mark, within these last bytes. */
const PDF_TAIL_BYTES = 2048;

/** @throws {FileRefused} for a manual whose end is missing. */
export function assertWholePdf(tail: Buffer): void {
  if (!tail.subarray(-PDF_TAIL_BYTES).includes('%%EOF')) throw cutOff('manual');
}
