import { orientationIn, tiffOf } from './orientation.ts';
import { assertPixels } from './pixels.ts';
import { cutOff } from './refusal.ts';

const HEADER_BYTES = 12;
const CHUNK_HEADER_BYTES = 8;
/** Flags of VP8X (RFC 9649): Exif and XMP follow. */
const EXIF_FLAG = 0x08;
const XMP_FLAG = 0x04;
const NEEDED = new Set(['VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const EXIF = 'Exif\0\0';

/**
 * A WebP (RFC 9649) without Exif, XMP, unknown chunks and whatever stands after its end; its picture is the same to the
 * bit, and its orientation stays.
 * @throws {FileRefused} damaged, cut off, or of too many pixels.
 */
export function cleanWebp(bytes: Buffer): Buffer {
  if (bytes.length < HEADER_BYTES + CHUNK_HEADER_BYTES) throw cutOff('photograph');
  const whole = CHUNK_HEADER_BYTES + bytes.readUInt32LE(4);
  if (whole > bytes.length) throw cutOff('photograph');
  const kept: Buffer[] = [];
  let flags: Buffer | undefined;
  let orientation = 1;
  let pictured = false;
  for (let at = HEADER_BYTES; at < whole; ) {
    if (at + CHUNK_HEADER_BYTES > whole) throw cutOff('photograph');
    const type = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    const end = at + CHUNK_HEADER_BYTES + length;
    if (end > whole) throw cutOff('photograph');
    const content = bytes.subarray(at + CHUNK_HEADER_BYTES, end);
    if (type === 'EXIF') orientation = orientationIn(tiffIn(content));
    if (type === 'VP8 ' || type === 'VP8L' || type === 'ANMF') pictured = true;
    assertExtent(type, content);
    if (type === 'VP8X') flags = Buffer.from(content);
    else if (NEEDED.has(type)) kept.push(chunkOf(type, content));
    // Chunks begin at even places.
    at = end + (length & 1);
  }
  if (!pictured) throw cutOff('photograph');
  if (flags) {
    flags[0] = (flags[0] ?? 0) & ~(EXIF_FLAG | XMP_FLAG);
    if (orientation !== 1) {
      flags[0] |= EXIF_FLAG;
      kept.push(chunkOf('EXIF', tiffOf(orientation)));
    }
    kept.unshift(chunkOf('VP8X', flags));
  }
  const body = Buffer.concat(kept);
  const header = Buffer.from(bytes.subarray(0, HEADER_BYTES));
  header.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([header, body]);
}

/** Some programs put JPEG's own word before it. */
const tiffIn = (content: Buffer) =>
  content.toString('latin1', 0, EXIF.length) === EXIF ? content.subarray(EXIF.length) : content;

/** Width and height as each kind of chunk writes them. */
function assertExtent(type: string, content: Buffer): void {
  if (type === 'VP8X') {
    if (content.length < 10) throw cutOff('photograph');
    assertPixels(content.readUIntLE(4, 3) + 1, content.readUIntLE(7, 3) + 1);
  } else if (type === 'VP8 ') {
    if (content.length < 10) throw cutOff('photograph');
    assertPixels(content.readUInt16LE(6) & 0x3fff, content.readUInt16LE(8) & 0x3fff);
  } else if (type === 'VP8L') {
    if (content.length < 5) throw cutOff('photograph');
    const packed = content.readUInt32LE(1);
    assertPixels((packed & 0x3fff) + 1, ((packed >>> 14) & 0x3fff) + 1);
  }
}

function chunkOf(type: string, content: Buffer): Buffer {
  const chunk = Buffer.alloc(CHUNK_HEADER_BYTES + content.length + (content.length & 1));
  chunk.write(type, 0, 'latin1');
  chunk.writeUInt32LE(content.length, 4);
  content.copy(chunk, CHUNK_HEADER_BYTES);
  return chunk;
}
