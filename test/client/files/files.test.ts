import { describe, expect, it } from 'vitest';
import { orientationInExif } from '../../../client/files/exif.ts';
import { exifIn, piecesOf } from '../../../client/files/pieces.ts';
import { textOf } from '../../../client/files/readText.ts';
import { fittedSize } from '../../../client/files/shrink.ts';
import { bytesWithoutTraces } from '../../../client/files/withoutTraces.ts';
import { heicWith, jpegWith, pngWith, tiff, webpWith } from './photographs.ts';

describe('a photograph', () => {
  it('keeps its proportion, and is never made larger', () => {
    expect(fittedSize(4000, 3000)).toEqual({ width: 2048, height: 1536 });
    expect(fittedSize(3000, 4000)).toEqual({ width: 1536, height: 2048 });
    expect(fittedSize(800, 600)).toEqual({ width: 800, height: 600 });
    expect(fittedSize(20_000, 3)).toEqual({ width: 2048, height: 1 });
  });
});

describe('what a photograph tells', () => {
  const saidBy = (parts: Uint8Array[] | null) => (parts === null ? null : Buffer.concat(parts));
  const bare = (bytes: Buffer) => saidBy(bytesWithoutTraces(new Uint8Array(bytes)));
  const TRACES = /GPS|place|2026|by whom|Location|second|Exif|EXIF|eXIf|XMP/;

  it.each([
    ['JPEG', jpegWith],
    ['PNG', pngWith],
    ['WebP', webpWith],
  ])('is nothing but its picture, which stays the same: %s', (_name, write) => {
    const stripped = bare(write(tiff()));
    expect(stripped?.toString('latin1')).toMatch(/picture|scan/);
    expect(stripped?.toString('latin1')).not.toMatch(TRACES);
    // What the server takes out is out: what is left is whole, and the same once more.
    expect(stripped && bare(stripped)).toEqual(stripped);
  });

  it('is how it is to be turned where a JPEG says so; others that are turned are drawn anew', () => {
    const turned = bare(jpegWith(tiff({ orientation: 6 }))) ?? Buffer.alloc(0);
    expect(turned.toString('latin1')).not.toMatch(/GPS|place|2026/);
    const [exif] = piecesOf('jpeg', new DataView(new Uint8Array(turned).buffer)).pieces.flatMap(
      (piece) => exifIn('jpeg', piece) ?? [],
    );
    expect(exif && orientationInExif(exif)).toBe(6);
    expect([pngWith, webpWith].map((write) => bare(write(tiff({ orientation: 6 }))))).toEqual([null, null]);
  });

  it('is not taken for gone where it is broken, or of another kind', () => {
    const jpeg = jpegWith(tiff());
    expect(bare(jpeg.subarray(0, jpeg.indexOf('scan')))).toBe(null);
    expect(bare(heicWith(tiff()))).toBe(null);
    expect(bare(Buffer.from('no picture'))).toBe(null);
  });
});

describe('a table', () => {
  it('is read as UTF-8, or as spreadsheets write it otherwise', async () => {
    expect(await textOf(new Blob(['Ñandú']))).toBe('Ñandú');
    expect(await textOf(new Blob(['\ufeffÑandú']))).toBe('Ñandú');
    expect(await textOf(new Blob([Buffer.from('Ñandú', 'latin1')]))).toBe('Ñandú');
    expect(await textOf(new Blob([Buffer.from('\ufeffÑandú', 'utf16le')]))).toBe('Ñandú');
  });
});
