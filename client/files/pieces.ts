/** A segment or chunk of a photograph: its name, and where it stands with its frame. */
export interface Piece {
  /** `APP1` of a JPEG is `e1`, chunks of PNG and WebP have names of four letters. */
  name: string;
  start: number;
  end: number;
  /** What it says, without its frame. */
  content: DataView;
}

export interface Pieces {
  pieces: Piece[];
  /** It ends as it should; false where it is cut short or broken. */
  isWhole: boolean;
}

export type PhotographKind = 'jpeg' | 'png' | 'webp' | 'heif' | 'tiff';

const text = (view: DataView, at: number, length: number): string => {
  let said = '';
  for (let index = at; index < Math.min(at + length, view.byteLength); index += 1)
    said += String.fromCharCode(view.getUint8(index));
  return said;
};

/** What a file is by its first bytes; null: nothing that a camera writes. */
export function kindOfPhotograph(view: DataView): PhotographKind | null {
  const start = text(view, 0, 12);
  if (start.startsWith('\xff\xd8')) return 'jpeg';
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (start.startsWith('RIFF') && start.endsWith('WEBP')) return 'webp';
  if (start.slice(4, 8) === 'ftyp') return 'heif';
  return start.startsWith('II*\0') || start.startsWith('MM\0*') ? 'tiff' : null;
}

/** The pieces of a JPEG, PNG or WebP in their order, as far as they are there. Never throws. */
export function piecesOf(kind: 'jpeg' | 'png' | 'webp', view: DataView): Pieces {
  const pieces: Piece[] = [];
  const readers = { jpeg: readJpeg, png: readPng, webp: readWebp };
  return { pieces, isWhole: readers[kind](view, pieces) };
}

const within = (view: DataView, from: number, to: number) =>
  new DataView(view.buffer, view.byteOffset + from, to - from);

const [START_OF_SCAN, END_OF_IMAGE, START_OF_IMAGE] = [0xda, 0xd9, 0xd8];
const standsAlone = (marker: number) => marker === 1 || (marker >= 0xd0 && marker <= 0xd7);

/** ITU-T T.81: markers, each with its length, and the coded picture behind a scan's. */
function readJpeg(view: DataView, pieces: Piece[]): boolean {
  const { byteLength } = view;
  for (let at = 2; at + 1 < byteLength; ) {
    if (view.getUint8(at) !== 0xff) return false;
    // Any number of FF may stand before a marker.
    while (at < byteLength && view.getUint8(at) === 0xff) at += 1;
    const marker = at < byteLength ? view.getUint8(at) : 0;
    const start = at - 1;
    at += 1;
    if (marker === END_OF_IMAGE) return true;
    if (marker === 0 || marker === START_OF_IMAGE) return false;
    if (standsAlone(marker)) continue;
    if (at + 2 > byteLength) return false;
    const length = view.getUint16(at);
    if (length < 2) return false;
    const said = Math.min(at + length, byteLength);
    const end = marker === START_OF_SCAN ? endOfScan(view, said) : at + length;
    pieces.push({
      name: marker.toString(16),
      start,
      end,
      content: within(view, at + 2, Math.max(at + 2, said)),
    });
    if (end > byteLength) return false;
    at = end;
  }
  return false;
}

/** Where the coded picture ends: at a marker that is neither a stuffed zero nor a restart; beyond the end where none is. */
function endOfScan(view: DataView, from: number): number {
  for (let at = from; at + 1 < view.byteLength; at += 1) {
    if (view.getUint8(at) !== 0xff) continue;
    const next = view.getUint8(at + 1);
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return view.byteLength + 1;
}

/** Third edition: length, name, content, checksum. */
function readPng(view: DataView, pieces: Piece[]): boolean {
  for (let at = 8; at + 12 <= view.byteLength; ) {
    const length = view.getUint32(at);
    const [name, end] = [text(view, at + 4, 4), at + 12 + length];
    if (end > view.byteLength) return false;
    pieces.push({ name, start: at, end, content: within(view, at + 8, at + 8 + length) });
    if (name === 'IEND') return true;
    at = end;
  }
  return false;
}

/** RFC 9649: name, length in the other order of bytes, content; chunks begin at even places. */
function readWebp(view: DataView, pieces: Piece[]): boolean {
  if (view.byteLength < 12) return false;
  const whole = 8 + view.getUint32(4, true);
  let at = 12;
  while (at + 8 <= Math.min(whole, view.byteLength)) {
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length + (length & 1);
    if (at + 8 + length > view.byteLength) return false;
    pieces.push({ name: text(view, at, 4), start: at, end, content: within(view, at + 8, at + 8 + length) });
    at = end;
  }
  return at >= whole;
}

const EXIF_WORD = 'Exif\0\0';

/** The block of Exif in a piece; some programs put JPEG's own word before that of others too. Null: another piece. */
export function exifIn(kind: 'jpeg' | 'png' | 'webp', { name, content }: Piece): DataView | null {
  const named = { jpeg: 'e1', png: 'eXIf', webp: 'EXIF' };
  if (name !== named[kind]) return null;
  const hasWord = text(content, 0, EXIF_WORD.length) === EXIF_WORD;
  if (kind === 'jpeg' && !hasWord) return null;
  return hasWord ? within(content, EXIF_WORD.length, content.byteLength) : content;
}

/** Whether a piece of a JPEG says this first. */
export const begins = ({ content }: Piece, word: string) => text(content, 0, word.length) === word;
