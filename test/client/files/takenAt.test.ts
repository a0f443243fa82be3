import { describe, expect, it } from 'vitest';
import { exifTime, takenAt } from '../../../client/files/takenAt.ts';

const TAKEN = '2026:06:16 09:30:00';

/** A JPEG with nothing but Exif in it, as cameras write it. */
function jpeg({ offset = '+02:00', little = true }: { offset?: string | null; little?: boolean } = {}) {
  const tiff = new DataView(new ArrayBuffer(160));
  const text = (at: number, said: string) => {
    for (const [index, each] of [...said].entries()) tiff.setUint8(at + index, each.charCodeAt(0));
  };
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    tiff.setUint16(at, tag, little);
    tiff.setUint16(at + 2, type, little);
    tiff.setUint32(at + 4, count, little);
    tiff.setUint32(at + 8, value, little);
  };
  text(0, little ? 'II' : 'MM');
  tiff.setUint16(2, 42, little);
  tiff.setUint32(4, 8, little);
  tiff.setUint16(8, 1, little);
  entry(10, 0x8769, 4, 1, 40);
  tiff.setUint16(40, offset === null ? 1 : 2, little);
  entry(42, 0x9003, 2, 20, 90);
  if (offset !== null) entry(54, 0x9011, 2, 7, 120);
  text(90, TAKEN);
  text(120, offset ?? '');
  const head = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xe1, 0, 168, 0x45, 0x78, 0x69, 0x66, 0, 0];
  return new Uint8Array([...head, ...new Uint8Array(tiff.buffer), 0xff, 0xda]);
}

describe('when a photograph was taken', () => {
  const now = Date.parse('2026-06-16T12:00:00Z');
  const file = (bytes: Uint8Array<ArrayBuffer>, lastModified: number) =>
    new File([bytes], 'a.jpg', { lastModified });

  it('is what the camera wrote, with its zone, in either order of bytes', () => {
    for (const little of [true, false])
      expect(exifTime(jpeg({ little }).buffer)).toBe(Date.parse('2026-06-16T07:30:00Z'));
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

  it('is never told by a broken file, wherever it is cut or changed', () => {
    const whole = jpeg();
    for (let length = 0; length < whole.length; length += 1)
      expect(() => exifTime(whole.slice(0, length).buffer)).not.toThrow();
    for (let index = 0; index < whole.length; index += 1) {
      const changed = whole.slice();
      changed[index] = 0xff;
      expect(() => exifTime(changed.buffer)).not.toThrow();
    }
  });
});
