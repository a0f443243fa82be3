import { crc32 } from 'node:zlib';
import { orientationIn, tiffOf } from './orientation.ts';
import { assertPixels } from './pixels.ts';
import { cutOff } from './refusal.ts';

const SIGNATURE_BYTES = 8;
/** Length, type and checksum. */
const FRAME_BYTES = 12;

/** The picture, its colours and its frames; all else (texts, Exif, time, private chunks) is left out. */
const NEEDED = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'bKGD', 'sBIT', 'pHYs'],
  ...['gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'mDCV', 'cLLI'],
  ...['acTL', 'fcTL', 'fdAT'],
]);

/**
 * A PNG (third edition) without texts, Exif, time and whatever stands after its end; its picture is the same to the
 * bit, and its orientation stays.
 * @throws {FileRefused} damaged, cut off, or of too many pixels.
 */
export function cleanPng(bytes: Buffer): Buffer {
  const kept: Buffer[] = [];
  let orientation = 1;
  let pictured = false;
  for (let at = SIGNATURE_BYTES; ; ) {
    if (at + FRAME_BYTES > bytes.length) throw cutOff('photograph');
    const length = bytes.readUInt32BE(at);
    const end = at + FRAME_BYTES + length;
    if (end > bytes.length) throw cutOff('photograph');
    const type = bytes.toString('latin1', at + 4, at + 8);
    const content = bytes.subarray(at + 8, end - 4);
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) throw cutOff('photograph');
    if (at === SIGNATURE_BYTES) {
      if (type !== 'IHDR' || length !== 13) throw cutOff('photograph');
      assertPixels(content.readUInt32BE(0), content.readUInt32BE(4));
    }
    if (type === 'eXIf') orientation = orientationIn(content);
    if (type === 'IDAT') pictured = true;
    if (NEEDED.has(type)) kept.push(bytes.subarray(at, end));
    at = end;
    if (type === 'IEND') break;
  }
  if (!pictured) throw cutOff('photograph');
  const [header = Buffer.alloc(0), ...rest] = kept;
  const turned = orientation === 1 ? [] : [chunkOf('eXIf', tiffOf(orientation))];
  return Buffer.concat([bytes.subarray(0, SIGNATURE_BYTES), header, ...turned, ...rest]);
}

function chunkOf(type: string, content: Buffer): Buffer {
  const chunk = Buffer.alloc(FRAME_BYTES + content.length);
  chunk.writeUInt32BE(content.length, 0);
  chunk.write(type, 4, 'latin1');
  content.copy(chunk, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, chunk.length - 4)), chunk.length - 4);
  return chunk;
}
