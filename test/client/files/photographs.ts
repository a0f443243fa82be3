import { crc32 } from 'node:zlib';

const bytesOf = (text: string) => Buffer.from(text, 'latin1');

/** Exif's block: when it was taken, how it is turned, and where (a word that nothing else in the file says). */
export function tiff({
  taken = '2026:06:16 09:30:00',
  offset = '+02:00' as string | null,
  little = true,
  orientation = 1,
} = {}): Buffer {
  const view = new DataView(new ArrayBuffer(190));
  const text = (at: number, said: string) => {
    for (const [index, each] of [...said].entries()) view.setUint8(at + index, each.charCodeAt(0));
  };
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    view.setUint16(at, tag, little);
    view.setUint16(at + 2, type, little);
    view.setUint32(at + 4, count, little);
    if (type === 3) view.setUint16(at + 8, value, little);
    else view.setUint32(at + 8, value, little);
  };
  text(0, little ? 'II' : 'MM');
  view.setUint16(2, 42, little);
  view.setUint32(4, 8, little);
  view.setUint16(8, 2, little);
  entry(10, 0x0112, 3, 1, orientation);
  entry(22, 0x8769, 4, 1, 52);
  view.setUint16(52, offset === null ? 1 : 2, little);
  entry(54, 0x9003, 2, 20, 110);
  if (offset !== null) entry(66, 0x9011, 2, 7, 140);
  text(110, taken);
  text(140, offset ?? '');
  text(160, 'GPS 52.1N 4.3E');
  return Buffer.from(view.buffer);
}

const segment = (marker: number, content: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};

/** A JPEG with Exif, words and something behind its end, as telephones write it; its picture is not one. */
export const jpegWith = (exif: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, bytesOf('JFIF\0\x01\x01')),
    segment(0xe1, Buffer.concat([bytesOf('Exif\0\0'), exif])),
    segment(0xe1, bytesOf('http://ns.adobe.com/xap/1.0/\0 place')),
    segment(0xfe, bytesOf('by whom')),
    segment(0xdb, bytesOf('table')),
    segment(0xda, bytesOf('scan')),
    Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd0, 4, 0xff, 0xd9]),
    bytesOf('a second picture with its place'),
  ]);

const chunk = (name: string, content: Buffer) => {
  const said = Buffer.concat([bytesOf(name), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(said));
  return Buffer.concat([length, said, check]);
};

/** A PNG whose Exif stands behind its picture, with words. */
export const pngWith = (exif: Buffer): Buffer =>
  Buffer.concat([
    bytesOf('\x89PNG\r\n\x1a\n'),
    chunk('IHDR', Buffer.alloc(13, 1)),
    chunk('tEXt', bytesOf('Location\0place')),
    chunk('IDAT', bytesOf('picture')),
    chunk('eXIf', exif),
    chunk('IEND', Buffer.alloc(0)),
  ]);

const riff = (name: string, content: Buffer) => {
  const head = Buffer.concat([bytesOf(name), Buffer.alloc(4)]);
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length & 1)]);
};

/** A WebP with Exif and XMP behind its picture. */
export function webpWith(exif: Buffer): Buffer {
  const flags = Buffer.concat([Buffer.from([0x2c]), Buffer.alloc(9)]);
  const chunks = [
    riff('VP8X', flags),
    riff('VP8 ', bytesOf('picture')),
    riff('EXIF', exif),
    riff('XMP ', bytesOf('place')),
  ];
  return riff('RIFF', Buffer.concat([bytesOf('WEBP'), ...chunks]));
}

const box = (type: string, ...content: Buffer[]) => {
  const inside = Buffer.concat(content);
  const head = Buffer.concat([Buffer.alloc(4), bytesOf(type)]);
  head.writeUInt32BE(inside.length + 8);
  return Buffer.concat([head, inside]);
};
const short = (...values: number[]) =>
  Buffer.concat(values.map((value) => Buffer.from([value >> 8, value & 255])));
const long = (value: number) => short(value >>> 16, value & 0xffff);

/** A HEIC: items are listed, and Exif is the second one. */
export function heicWith(exif: Buffer): Buffer {
  const item = (id: number, type: string) =>
    box('infe', long(0x0200_0000), short(id, 0), bytesOf(type), Buffer.alloc(1));
  const items = box('iinf', long(0), short(2), item(1, 'hvc1'), item(2, 'Exif'));
  const placesAt = (at: number) =>
    box(
      'iloc',
      long(0),
      short(0x4400, 2),
      short(1, 0, 1),
      long(9),
      long(1),
      short(2, 0, 1),
      long(at),
      long(exif.length + 4),
    );
  const start = box('ftyp', bytesOf('heic'), long(0), bytesOf('mif1heic'));
  const metaWith = (at: number) => box('meta', long(0), box('hdlr', Buffer.alloc(24)), items, placesAt(at));
  const at = start.length + metaWith(0).length + 8;
  return Buffer.concat([start, metaWith(at), box('mdat', long(0), exif)]);
}
