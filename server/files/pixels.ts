import { MAXIMUM_PIXELS } from '../../shared/files/kinds.ts';
import { cutOff, FileRefused } from './refusal.ts';

const counted = new Intl.NumberFormat('en');

/** @throws {FileRefused} for a picture without extent, or one that would unfold beyond measure. */
export function assertPixels(width: number, height: number): void {
  if (width === 0 || height === 0) throw cutOff('photograph');
  if (width * height <= MAXIMUM_PIXELS) return;
  throw new FileRefused(
    'tooLarge',
    `The photograph has ${counted.format(width)} × ${counted.format(height)} pixels; up to ${MAXIMUM_PIXELS / 1_000_000} million are taken.`,
  );
}
