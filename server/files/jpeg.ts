import { orientationIn, tiffOf } from './orientation.ts';
import { assertPixels } from './pixels.ts';
import { cutOff } from './refusal.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;
const COMMENT = 0xfe;
const EXIF = 'Exif\0\0';

/** Start of a frame: C0 to CF without the tables (C4), JPG (C8) and arithmetic conditioning (CC). */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
const standsAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/** What colours depend on: JFIF's own block, a colour profile, Adobe's colour transform. */
function isNeeded(marker: number, content: Buffer): boolean {
  const says = (word: string) => content.toString('latin1', 0, word.length) === word;
  if (marker === APP0) return says('JFIF\0');
  if (marker === APP2) return says('ICC_PROFILE\0');
  if (marker === APP14) return says('Adobe');
  return (marker < APP0 || marker > APP15) && marker !== COMMENT;
}

/**
 * A JPEG (ITU-T T.81) without Exif, XMP, IPTC, comments, embedded previews and whatever stands after its end; its
 * picture is the same to the bit, and its orientation stays.
 * @throws {FileRefused} damaged, cut off, or of too many pixels.
 */
export function cleanJpeg(bytes: Buffer): Buffer {
  const kept: Buffer[] = [];
  let orientation = 1;
  let framed = false;
  let scanned = false;
  let at = 2;
  for (;;) {
    if (bytes[at] !== 0xff) throw cutOff('photograph');
    // Any number of FF may stand before a marker.
    while (bytes[at] === 0xff) at++;
    const marker = bytes[at++];
    if (marker === undefined || marker === 0 || marker === SOI) throw cutOff('photograph');
    if (marker === EOI) break;
    if (standsAlone(marker)) continue;
    if (at + 2 > bytes.length) throw cutOff('photograph');
    const length = bytes.readUInt16BE(at);
    const end = at + length;
    if (length < 2 || end > bytes.length) throw cutOff('photograph');
    const content = bytes.subarray(at + 2, end);
    if (marker === APP1 && content.toString('latin1', 0, EXIF.length) === EXIF && orientation === 1) {
      orientation = orientationIn(content.subarray(EXIF.length));
    }
    if (isFrame(marker)) {
      if (content.length < 6) throw cutOff('photograph');
      // A height of zero is told after the first scan (DNL), which nothing that makes photographs does.
      assertPixels(content.readUInt16BE(3), content.readUInt16BE(1));
      framed = true;
    }
    if (isNeeded(marker, content)) kept.push(Buffer.of(0xff, marker), bytes.subarray(at, end));
    at = end;
    if (marker === SOS) {
      if (!framed) throw cutOff('photograph');
      const after = endOfScan(bytes, at);
      kept.push(bytes.subarray(at, after));
      at = after;
      scanned = true;
    }
  }
  if (!scanned) throw cutOff('photograph');
  const turned = orientation === 1 ? [] : [exifSegment(orientation)];
  // Exif stands first, except for JFIF's own block.
  const first = kept[0]?.[1] === APP0 ? 2 : 0;
  return Buffer.concat([
    Buffer.of(0xff, SOI),
    ...kept.slice(0, first),
    ...turned,
    ...kept.slice(first),
    Buffer.of(0xff, EOI),
  ]);
}

/** Where the coded data ends: at a marker that is neither a stuffed zero nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  throw cutOff('photograph');
}

function exifSegment(orientation: number): Buffer {
  const content = Buffer.concat([Buffer.from(EXIF, 'latin1'), tiffOf(orientation)]);
  const head = Buffer.of(0xff, APP1, 0, 0);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}
