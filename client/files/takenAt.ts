import { timeInExif } from './exif.ts';
import { exifInHeif } from './heif.ts';
import { exifIn, kindOfPhotograph, piecesOf } from './pieces.ts';

/** The start of a JPEG in which cameras write when it was taken: Exif stands in the first 64 KiB behind a preview. */
const LOOKED_AT_BYTES = 256 * 1024;
/** Others may write it at their end: so much is looked at. */
const WHOLE_BYTES = 64 * 1024 * 1024;
/** A clock may be wrong: before this, or ahead of now, nothing was photographed for a build. */
const OLDEST_MILLISECONDS = 364 * 86_400_000;
const AHEAD_MILLISECONDS = 60_000;

/**
 * When a photograph was taken, milliseconds since 1970: as the camera wrote it (JPEG, PNG, WebP, HEIC), else when the
 * file was last written, else now. A camera that wrote no zone is taken to stand in this browser's.
 */
export async function takenAt(file: File, now: number): Promise<number> {
  const isPlausible = (at: number | null): at is number =>
    at !== null && at > now - OLDEST_MILLISECONDS && at <= now + AHEAD_MILLISECONDS;
  const [written, modified] = [exifTime(await whereTimeStands(file)), file.lastModified];
  if (isPlausible(written)) return Math.min(written, now);
  return isPlausible(modified) ? Math.min(modified, now) : now;
}

async function whereTimeStands(file: File): Promise<ArrayBuffer> {
  const read = (bytes: number) =>
    file
      .slice(0, bytes)
      .arrayBuffer()
      .catch(() => new ArrayBuffer(0));
  const start = await read(LOOKED_AT_BYTES);
  const kind = kindOfPhotograph(new DataView(start));
  return kind === null || kind === 'jpeg' || file.size <= start.byteLength ? start : read(WHOLE_BYTES);
}

/** What Exif says of the time of a photograph's taking, milliseconds since 1970; null where it says none. Never throws. */
export function exifTime(bytes: ArrayBuffer): number | null {
  try {
    const tiff = exifOf(new DataView(bytes));
    return tiff === null ? null : timeInExif(tiff);
  } catch (error) {
    // Cut short, or it points out of itself.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function exifOf(view: DataView): DataView | null {
  const kind = kindOfPhotograph(view);
  if (kind === 'heif') return exifInHeif(view);
  if (kind === null || kind === 'tiff') return null;
  for (const piece of piecesOf(kind, view).pieces) {
    const tiff = exifIn(kind, piece);
    if (tiff !== null) return tiff;
  }
  return null;
}
