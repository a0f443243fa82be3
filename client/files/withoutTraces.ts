import { orientationInExif, segmentOfOrientation, UPRIGHT } from './exif.ts';
import { begins, exifIn, kindOfPhotograph, type Piece, piecesOf } from './pieces.ts';

/** More is made small anyway. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Flags of a WebP's first chunk that say that Exif and XMP follow. */
const TOLD = 0x0c;

type Kind = 'jpeg' | 'png' | 'webp';

const NEEDED_CHUNKS: readonly string[] = [
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'bKGD', 'sBIT', 'pHYs', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP'],
  ...['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ICCP'],
];

/** The picture and its colours; all else (place, time, camera, words, previews, what programs add) is left out. */
function isNeeded(kind: Kind, piece: Piece): boolean {
  if (kind !== 'jpeg') return NEEDED_CHUNKS.includes(piece.name);
  if (piece.name === 'e0') return begins(piece, 'JFIF\0');
  if (piece.name === 'e2') return begins(piece, 'ICC_PROFILE\0');
  if (piece.name === 'ee') return begins(piece, 'Adobe');
  return !piece.name.startsWith('e') && piece.name !== 'fe';
}

/** As its Exif says; Exif that nobody can read says nothing of it. */
function orientationOf(kind: Kind, pieces: readonly Piece[]): number {
  try {
    for (const piece of pieces) {
      const exif = exifIn(kind, piece);
      if (exif !== null) return orientationInExif(exif);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return UPRIGHT;
}

/**
 * A photograph as it is, without where and when it was taken and by what: its picture is the same to the bit. Null where
 * it cannot be had so: another format, broken, moving, or a PNG or WebP that Exif turns.
 */
export function bytesWithoutTraces(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = kindOfPhotograph(view);
  if (kind !== 'jpeg' && kind !== 'png' && kind !== 'webp') return null;
  const { pieces, isWhole } = piecesOf(kind, view);
  const isMoving = pieces.some(({ name }) => name === 'ANIM' || name === 'acTL');
  if (!isWhole || isMoving) return null;
  const needed = pieces.filter((piece) => isNeeded(kind, piece));
  const kept = needed.map(({ start, end }) => bytes.slice(start, end));
  const orientation = orientationOf(kind, pieces);
  if (kind === 'jpeg') return ofJpeg(needed, kept, orientation);
  if (orientation !== UPRIGHT) return null;
  return kind === 'png' ? [bytes.slice(0, 8), ...kept] : ofWebp(bytes.slice(0, 12), needed, kept);
}

type Parts = Uint8Array<ArrayBuffer>[];

/** What says how it is turned stands first, behind JFIF's own block. */
function ofJpeg([first]: readonly Piece[], kept: Parts, orientation: number): Parts {
  const before = first?.name === 'e0' ? 1 : 0;
  const turned = orientation === UPRIGHT ? [] : [segmentOfOrientation(orientation)];
  const [begin, end] = [new Uint8Array([0xff, 0xd8]), new Uint8Array([0xff, 0xd9])];
  return [begin, ...kept.slice(0, before), ...turned, ...kept.slice(before), end];
}

/** Its head tells its length, its first chunk what follows. */
function ofWebp(head: Uint8Array<ArrayBuffer>, [first]: readonly Piece[], kept: Parts): Parts {
  const flags = first?.name === 'VP8X' ? kept[0] : undefined;
  if (flags) flags[8] = (flags[8] ?? 0) & ~TOLD;
  const length = kept.reduce((sum, each) => sum + each.byteLength, 4);
  new DataView(head.buffer).setUint32(4, length, true);
  return [head, ...kept];
}

/** What a photograph is by its bytes, and itself without where and when it was taken, as `bytesWithoutTraces`. */
export async function withoutTraces(photograph: Blob): Promise<{ isPhotograph: boolean; bare: Blob | null }> {
  const bytes = new Uint8Array(await photograph.slice(0, MOST_BYTES).arrayBuffer());
  const isPhotograph = kindOfPhotograph(new DataView(bytes.buffer)) !== null;
  const parts = photograph.size > MOST_BYTES ? null : bytesWithoutTraces(bytes);
  return { isPhotograph, bare: parts && new Blob(parts, { type: photograph.type }) };
}
