import { crc32, deflateSync } from 'node:zlib';

/** 16 × 8 pixels, red beside blue, with JFIF's block and a colour profile: as a browser's canvas makes it. */
const PLAIN_JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAIABADASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAABP/EABgRAAIDAAAAAAAAAAAAAAAAAAAFQoHB/9oADAMBAAIRAxEAPwCBCBiqdaPZRvD/2Q==',
  'base64',
);
const PLAIN_WEBP = Buffer.from(
  'UklGRhwCAABXRUJQVlA4WAoAAAAgAAAADwAABwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDggLgAAAHABAJ0BKhAACAAEAGgloAJ0AUAAAP7u5H+XMfQr//E2dPfVg/+hJj3/+JiyAAA=',
  'base64',
);

/** Stands in what must not be kept; the words that tests look for. */
export const LOCATION = 'GPS-49.8917-N-10.8917-E';

/** A TIFF block in little-endian order with an orientation, and a location behind it. */
export function tiffWith(orientation: number): Buffer {
  const head = Buffer.from('II\x2a\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\0\0\0\0\0\0\0\0', 'latin1');
  head.writeUInt16LE(orientation, 18);
  return Buffer.concat([head, Buffer.from(LOCATION)]);
}

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.of(0xff, marker, 0, 0);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

/** As a telephone makes it: Exif with a location, XMP, a comment, and a film behind the picture. */
export function telephoneJpeg(orientation = 6): Buffer {
  return Buffer.concat([
    PLAIN_JPEG.subarray(0, 2),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiffWith(orientation)])),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x>${LOCATION}</x>`)),
    segment(0xed, Buffer.from(`Photoshop 3.0\0${LOCATION}`)),
    segment(0xfe, Buffer.from(LOCATION)),
    PLAIN_JPEG.subarray(2),
    Buffer.from(`MotionPhoto ${LOCATION}`),
  ]);
}

/** A small picture that differs by its `seed`: another text within the colour profile. */
export function plainJpeg(seed = 0): Buffer {
  const bytes = Buffer.from(PLAIN_JPEG);
  const at = bytes.indexOf('\0I\0n\0c') + 1;
  bytes.writeUInt32BE(seed, at);
  return bytes;
}

/** The same picture with other sides in its frame header. */
export function jpegOf(width: number, height: number): Buffer {
  const bytes = Buffer.from(PLAIN_JPEG);
  const frame = bytes.indexOf(Buffer.of(0xff, 0xc0));
  bytes.writeUInt16BE(height, frame + 5);
  bytes.writeUInt16BE(width, frame + 7);
  return bytes;
}

/** What the picture is made of: from the first table to the end. */
export const codedPartOf = (jpeg: Buffer): Buffer =>
  jpeg.subarray(jpeg.indexOf(Buffer.of(0xff, 0xdb)), jpeg.indexOf(Buffer.of(0xff, 0xd9)) + 2);

export function chunkOfPng(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}

export const PNG_SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** Grey pixels, with chunks of the test's own before the picture and bytes behind the end. */
export function png(
  extra: Buffer[] = [],
  { width = 4, height = 3, behind = '' }: { width?: number; height?: number; behind?: string } = {},
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const rows = Buffer.alloc(3 * 5, 0x80);
  for (let row = 0; row < 3; row++) rows[row * 5] = 0;
  return Buffer.concat([
    PNG_SIGNATURE,
    chunkOfPng('IHDR', header),
    ...extra,
    chunkOfPng('IDAT', deflateSync(rows)),
    chunkOfPng('IEND', Buffer.alloc(0)),
    Buffer.from(behind),
  ]);
}

export function chunkOfWebp(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'latin1');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length & 1)]);
}

/** With Exif and XMP behind the picture, as its flags say. */
export function webp(exif: Buffer | null = null): Buffer {
  const bytes = Buffer.from(PLAIN_WEBP);
  if (exif === null) return bytes;
  bytes[20] = (bytes[20] ?? 0) | 0x0c;
  const whole = Buffer.concat([
    bytes,
    chunkOfWebp('EXIF', exif),
    chunkOfWebp('XMP ', Buffer.from(`<x>${LOCATION}</x>`)),
  ]);
  whole.writeUInt32LE(whole.length - 8, 4);
  return whole;
}

export const pdf = (words = 'A manual', bytes = 200): Buffer =>
  Buffer.from(`%PDF-1.7\n% ${words}\n${'x'.repeat(bytes)}\nstartxref\n0\n%%EOF\n`);
