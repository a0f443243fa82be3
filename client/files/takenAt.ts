/** The start of a photograph in which cameras write when it was taken: Exif stands in the first 64 KiB behind a preview. */
const LOOKED_AT_BYTES = 256 * 1024;
/** A clock may be wrong: before this, or ahead of now, nothing was photographed for a build. */
const OLDEST_MILLISECONDS = 364 * 86_400_000;
const AHEAD_MILLISECONDS = 60_000;

const JPEG = 0xffd8;
const APP1 = 0xffe1;
const EXIF = 0x45786966;
const START_OF_SCAN = 0xffda;
const EXIF_IFD = 0x8769;
const DATE_TIME_ORIGINAL = 0x9003;
const OFFSET_TIME_ORIGINAL = 0x9011;
const OFFSET_TIME = 0x9010;
/** Entries of a directory that are read, at most. */
const MOST_ENTRIES = 200;

/**
 * When a photograph was taken, milliseconds since 1970: as the camera wrote it, else when the file was last written,
 * else now. A camera that wrote no zone is taken to stand in this browser's.
 */
export async function takenAt(file: File, now: number): Promise<number> {
  const start = await file
    .slice(0, LOOKED_AT_BYTES)
    .arrayBuffer()
    .catch(() => new ArrayBuffer(0));
  const isPlausible = (at: number | null): at is number =>
    at !== null && at > now - OLDEST_MILLISECONDS && at <= now + AHEAD_MILLISECONDS;
  const [written, modified] = [exifTime(start), file.lastModified];
  if (isPlausible(written)) return Math.min(written, now);
  return isPlausible(modified) ? Math.min(modified, now) : now;
}

/** What Exif says of the time of a JPEG's taking, milliseconds since 1970; null where it says none. Never throws. */
export function exifTime(bytes: ArrayBuffer): number | null {
  try {
    const view = new DataView(bytes);
    const tiff = view.getUint16(0) === JPEG ? tiffOf(view) : null;
    return tiff === null ? null : timeIn(tiff);
  } catch (error) {
    // Cut short, or it points out of itself.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The block of Exif: segments follow each other, each with its length. */
function tiffOf(view: DataView): DataView | null {
  for (let at = 2; at + 4 <= view.byteLength; ) {
    const [marker, length] = [view.getUint16(at), view.getUint16(at + 2)];
    if (marker === START_OF_SCAN || marker < 0xff00 || length < 2) return null;
    if (marker === APP1 && length >= 8 && view.getUint32(at + 4) === EXIF) {
      const rest = Math.min(length - 8, view.byteLength - at - 10);
      return new DataView(view.buffer, view.byteOffset + at + 10, rest);
    }
    at += 2 + length;
  }
  return null;
}

function timeIn(tiff: DataView): number | null {
  const little = tiff.getUint16(0) === 0x4949;
  const directory = entryOf(tiff, tiff.getUint32(4, little), EXIF_IFD, little);
  if (directory === null) return null;
  const exif = tiff.getUint32(directory + 8, little);
  const [taken, original, offset] = [DATE_TIME_ORIGINAL, OFFSET_TIME_ORIGINAL, OFFSET_TIME].map((tag) =>
    textOf(tiff, entryOf(tiff, exif, tag, little), little),
  );
  return timeOf(taken ?? '', original || offset || '');
}

/** Where the entry with a tag stands in a directory; null where there is none. */
function entryOf(tiff: DataView, directory: number, tag: number, little: boolean): number | null {
  const count = Math.min(tiff.getUint16(directory, little), MOST_ENTRIES);
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + index * 12;
    if (tiff.getUint16(entry, little) === tag) return entry;
  }
  return null;
}

/** ASCII of an entry: four bytes stand in it, more stand elsewhere. */
function textOf(tiff: DataView, entry: number | null, little: boolean): string {
  if (entry === null) return '';
  const count = Math.min(tiff.getUint32(entry + 4, little), 40);
  const start = count <= 4 ? entry + 8 : tiff.getUint32(entry + 8, little);
  let text = '';
  for (let at = start; at < start + count; at += 1) {
    const code = tiff.getUint8(at);
    if (code === 0) break;
    text += String.fromCharCode(code);
  }
  return text;
}

/** `2026:11:22 14:05:33` with `+01:00`, or in this browser's zone. */
function timeOf(taken: string, offset: string): number | null {
  const parts = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)/.exec(taken);
  if (!parts) return null;
  const [year, month, day, hour, minute, second] = parts.slice(1).map(Number);
  const written = `${year}-${parts[2]}-${parts[3]}T${parts[4]}:${parts[5]}:${parts[6]}`;
  const at = /^[+-]\d\d:\d\d$/.test(offset)
    ? Date.parse(`${written}${offset}`)
    : new Date(year ?? 0, (month ?? 1) - 1, day, hour, minute, second).getTime();
  return Number.isFinite(at) ? at : null;
}
