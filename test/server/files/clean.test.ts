import { describe, expect, it } from 'vitest';
import { cleanJpeg } from '../../../server/files/jpeg.ts';
import { orientationIn, tiffOf } from '../../../server/files/orientation.ts';
import { cleanPng } from '../../../server/files/png.ts';
import { cleanWebp } from '../../../server/files/webp.ts';
import {
  chunkOfPng,
  codedPartOf,
  jpegOf,
  LOCATION,
  PNG_SIGNATURE,
  plainJpeg,
  png,
  telephoneJpeg,
  tiffWith,
  webp,
} from './photographs.ts';

describe('the orientation', () => {
  it('is read from either byte order, and written so that it is read again', () => {
    expect(orientationIn(tiffWith(6))).toBe(6);
    expect(orientationIn(tiffOf(8))).toBe(8);
  });

  it('is upright where a block is short, strange, or says nonsense', () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from('II'), Buffer.alloc(40, 0x49), tiffWith(77)]) {
      expect(orientationIn(bytes)).toBe(1);
    }
  });
});

describe('a JPEG', () => {
  it('loses where and when it was taken, and whatever stands behind it; its picture stays to the bit', () => {
    const from = telephoneJpeg(6);
    expect(from.includes(LOCATION)).toBe(true);
    const to = cleanJpeg(from);
    expect(to.includes(LOCATION)).toBe(false);
    expect(to.includes('ICC_PROFILE')).toBe(true);
    expect(codedPartOf(to).equals(codedPartOf(plainJpeg()))).toBe(true);
    expect(to.subarray(-2)).toEqual(Buffer.of(0xff, 0xd9));
  });

  it('keeps the way up that it is shown, and has no Exif where it is upright', () => {
    const turned = cleanJpeg(telephoneJpeg(6));
    const at = turned.indexOf('Exif\0\0');
    expect(orientationIn(turned.subarray(at + 6))).toBe(6);
    expect(cleanJpeg(telephoneJpeg(1)).includes('Exif')).toBe(false);
  });

  it('comes out the same again', () => {
    const once = cleanJpeg(telephoneJpeg());
    expect(cleanJpeg(once).equals(once)).toBe(true);
    expect(cleanJpeg(plainJpeg()).equals(plainJpeg())).toBe(true);
  });

  it('that is cut off is refused, wherever it was cut', () => {
    const whole = telephoneJpeg();
    const end = whole.lastIndexOf(Buffer.of(0xff, 0xd9));
    for (let length = 3; length <= end + 1; length++) {
      expect(() => cleanJpeg(whole.subarray(0, length)), String(length)).toThrow('cut off or damaged');
    }
  });

  it('that would unfold beyond measure is refused by its extent', () => {
    expect(() => cleanJpeg(jpegOf(60_000, 60_000))).toThrow('60,000 × 60,000 pixels');
    expect(() => cleanJpeg(jpegOf(0, 8))).toThrow('damaged');
  });

  it('is read to its end in good time, though it be nothing but marks', () => {
    const marks = Buffer.concat([plainJpeg().subarray(0, -2), Buffer.alloc(15_000_000, 0xff)]);
    const began = performance.now();
    expect(() => cleanJpeg(marks)).toThrow('damaged');
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

describe('a PNG', () => {
  const text = chunkOfPng('tEXt', Buffer.from(`Comment\0${LOCATION}`));
  const private_ = chunkOfPng('prVt', Buffer.from(LOCATION));

  it('loses its texts, its Exif, and whatever stands behind it; its picture stays to the bit', () => {
    const to = cleanPng(png([text, private_, chunkOfPng('eXIf', tiffWith(1))], { behind: `PK ${LOCATION}` }));
    expect(to.equals(png())).toBe(true);
  });

  it('keeps the way up that it is shown', () => {
    const to = cleanPng(png([chunkOfPng('eXIf', tiffWith(3))]));
    expect(to.includes(LOCATION)).toBe(false);
    expect(orientationIn(to.subarray(to.indexOf('eXIf') + 4))).toBe(3);
    expect(cleanPng(to).equals(to)).toBe(true);
  });

  it('that is cut off, damaged, or lies about a length is refused', () => {
    const whole = png([text]);
    for (let length = 8; length < whole.length; length++) {
      expect(() => cleanPng(whole.subarray(0, length))).toThrow('cut off or damaged');
    }
    const damaged = Buffer.from(whole);
    damaged[60] = (damaged[60] ?? 0) ^ 1;
    expect(() => cleanPng(damaged)).toThrow('damaged');
    const lying = Buffer.from(whole);
    lying.writeUInt32BE(0xffff_ffff, 8);
    expect(() => cleanPng(lying)).toThrow('damaged');
    expect(() => cleanPng(Buffer.concat([PNG_SIGNATURE, text]))).toThrow('damaged');
  });

  it('that would unfold beyond measure is refused by its extent', () => {
    expect(() => cleanPng(png([], { width: 100_000, height: 100_000 }))).toThrow('100,000 × 100,000');
  });
});

describe('a WebP', () => {
  it('loses its Exif and XMP; its picture stays to the bit', () => {
    expect(cleanWebp(webp(tiffWith(1))).equals(webp())).toBe(true);
    expect(cleanWebp(Buffer.concat([webp(), Buffer.from(LOCATION)])).equals(webp())).toBe(true);
  });

  it('keeps the way up that it is shown', () => {
    const to = cleanWebp(webp(tiffWith(8)));
    expect(to.includes(LOCATION)).toBe(false);
    expect(orientationIn(to.subarray(to.indexOf('EXIF') + 8))).toBe(8);
    expect(to.readUInt32LE(4)).toBe(to.length - 8);
    expect(cleanWebp(to).equals(to)).toBe(true);
  });

  it('that is cut off or lies about a length is refused', () => {
    const whole = webp(tiffWith(6));
    for (let length = 12; length < whole.length; length++) {
      expect(() => cleanWebp(whole.subarray(0, length))).toThrow('cut off or damaged');
    }
    const lying = Buffer.from(whole);
    lying.writeUInt32LE(0x7fff_ffff, 16);
    expect(() => cleanWebp(lying)).toThrow('damaged');
  });
});
