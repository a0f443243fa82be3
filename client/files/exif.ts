const EXIF_IFD = 0x8769;
const ORIENTATION = 0x0112;
const DATE_TIME_ORIGINAL = 0x9003;
const OFFSET_TIME_ORIGINAL = 0x9011;
const OFFSET_TIME = 0x9010;
/** Upright. */
export const UPRIGHT = 1;
/** Entries of a directory that are read, at most. */
const MOST_ENTRIES = 200;

const isLittle = (tiff: DataView) => tiff.getUint16(0) === 0x4949;
const firstDirectory = (tiff: DataView) => tiff.getUint32(4, isLittle(tiff));

/**
 * When the camera says that it took the photograph, milliseconds since 1970; null where it says nothing.
 * @param tiff a block of Exif from its first byte on
 * @throws {RangeError} where it is cut short, or points out of itself.
 */
export function timeInExif(tiff: DataView): number | null {
  const little = isLittle(tiff);
  const directory = entryOf(tiff, firstDirectory(tiff), EXIF_IFD, little);
  if (directory === null) return null;
  const exif = tiff.getUint32(directory + 8, little);
  const [taken, original, offset] = [DATE_TIME_ORIGINAL, OFFSET_TIME_ORIGINAL, OFFSET_TIME].map((tag) =>
    textOf(tiff, entryOf(tiff, exif, tag, little), little),
  );
  return timeOf(taken ?? '', original || offset || '');
}

/** How the picture is to be turned when it is shown, 1 to 8. @throws {RangeError} as `timeInExif`. */
export function orientationInExif(tiff: DataView): number {
  const little = isLittle(tiff);
  const entry = entryOf(tiff, firstDirectory(tiff), ORIENTATION, little);
  const written = entry === null ? UPRIGHT : tiff.getUint16(entry + 8, little);
  return written >= 1 && written <= 8 ? written : UPRIGHT;
}

/** A segment of a JPEG whose Exif says nothing but how the picture is to be turned. */
export function segmentOfOrientation(orientation: number): Uint8Array<ArrayBuffer> {
  const head = [0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0];
  const entry = [ORIENTATION >> 8, ORIENTATION & 255, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
  return new Uint8Array([...head, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, ...entry, 0, 0, 0, 0]);
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
