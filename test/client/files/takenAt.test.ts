import { describe, expect, it } from 'vitest';
import { exifTime, takenAt } from '../../../client/files/takenAt.ts';
import { bytesWithoutTraces } from '../../../client/files/withoutTraces.ts';
import { heicWith, jpegWith, pngWith, tiff, webpWith } from './photographs.ts';

/** A JPEG with nothing but Exif in it, as cameras write it. */
const jpeg = (said: Parameters<typeof tiff>[0] = {}) => bare(jpegWith(tiff(said)));
const bare = (bytes: Buffer) => new Uint8Array(bytes);

describe('when a photograph was taken', () => {
  const now = Date.parse('2026-06-16T12:00:00Z');
  const file = (bytes: Uint8Array<ArrayBuffer>, lastModified: number) =>
    new File([bytes], 'a.jpg', { lastModified });

  it('is what the camera wrote, with its zone, in either order of bytes', () => {
    for (const little of [true, false])
      expect(exifTime(jpeg({ little }).buffer)).toBe(Date.parse('2026-06-16T07:30:00Z'));
  });

  it('is read from PNG, WebP and HEIC too, wherever in the file it stands', async () => {
    const taken = Date.parse('2026-06-16T07:30:00Z');
    for (const write of [pngWith, webpWith, heicWith]) {
      expect(exifTime(bare(write(tiff())).buffer)).toBe(taken);
      expect(await takenAt(file(bare(write(tiff())), now - 1000), now)).toBe(taken);
    }
  });

  it('stands in this zone where the camera wrote none', () => {
    expect(exifTime(jpeg({ offset: null }).buffer)).toBe(new Date(2026, 5, 16, 9, 30).getTime());
  });

  it('is when the file was written where the camera says nothing or nonsense, and now where that is no help', async () => {
    const written = now - 3_600_000;
    expect(await takenAt(file(jpeg(), written), now)).toBe(Date.parse('2026-06-16T07:30:00Z'));
    expect(await takenAt(file(new Uint8Array([1, 2, 3]), written), now)).toBe(written);
    expect(await takenAt(file(jpeg(), written), Date.parse('2028-01-01T00:00:00Z'))).toBe(
      Date.parse('2028-01-01T00:00:00Z'),
    );
    expect(await takenAt(file(new Uint8Array([1]), now + 86_400_000), now)).toBe(now);
  });

  it.each([
    ['JPEG', jpegWith],
    ['PNG', pngWith],
    ['WebP', webpWith],
    ['HEIC', heicWith],
  ])('is never told by a broken %s, wherever it is cut or changed', (_name, write) => {
    const whole = bare(write(tiff()));
    const told: string[] = [];
    const read = (bytes: Uint8Array<ArrayBuffer>) => {
      try {
        exifTime(bytes.buffer);
        bytesWithoutTraces(bytes);
      } catch (error) {
        told.push(String(error));
      }
    };
    for (let length = 0; length < whole.length; length += 1) read(whole.slice(0, length));
    for (let index = 0; index < whole.length; index += 1) {
      const changed = whole.slice();
      for (const byte of [0, 1, 0xff]) {
        changed[index] = byte;
        read(changed);
      }
    }
    expect(told).toEqual([]);
  });
});
