import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { create } from 'qrcode';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareZXingModule } from 'zxing-wasm/reader';
import { LastSeen } from '../../../client/scanning/lastSeen.ts';
import { Wedge } from '../../../client/scanning/wedge.ts';
import { codesIn, type Picture } from '../../../client/scanning/zxing.ts';

/** A square code on a grey wall, a little turned, as a telephone sees it. */
function photographOf(text: string, turned: number): Picture {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const [side, dot] = [320, 5];
  const data = new Uint8ClampedArray(side * side * 4);
  const half = (modules.size * dot) / 2;
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const [right, down] = [x - side / 2, y - side / 2];
      const column = Math.floor((right * Math.cos(turned) + down * Math.sin(turned) + half) / dot);
      const row = Math.floor((down * Math.cos(turned) - right * Math.sin(turned) + half) / dot);
      const isInside = column >= 0 && row >= 0 && column < modules.size && row < modules.size;
      const light = isInside && modules.get(row, column) ? 40 : 200;
      data.set([light, light, light, 255], (y * side + x) * 4);
    }
  return { data, width: side, height: side };
}

describe('the reader of codes', () => {
  beforeAll(async () => {
    const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
    const { buffer } = new Uint8Array(await readFile(file));
    prepareZXingModule({ overrides: { wasmBinary: buffer } });
  });

  it('reads the address of a label that is held askew', async () => {
    const address = 'https://werkstatt.example/m/7K3F';
    expect(await codesIn(photographOf(address, 0.3))).toEqual([address]);
  });

  it('finds nothing on an empty wall', async () => {
    const wall = new Uint8ClampedArray(200 * 200 * 4).fill(180);
    expect(await codesIn({ data: wall, width: 200, height: 200 })).toEqual([]);
  });
});

describe('a code before the camera', () => {
  it('is read once while it stays, and again when it was away', () => {
    const seen = new LastSeen();
    expect([0, 200, 400, 2900, 6000].map((at) => seen.isNew('7K3F', at))).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
    expect(seen.isNew('9Q2A', 6100)).toBe(true);
  });
});

describe('a scanner that types', () => {
  const typed = (wedge: Wedge, text: string, began: number, apart: number) =>
    [...text, 'Enter'].map((key, index) => wedge.key(key, began + index * apart)).at(-1);

  it('is told from a person by its haste', () => {
    expect(typed(new Wedge(), '7K3F', 0, 8)).toBe('7K3F');
    expect(typed(new Wedge(), '7K3F', 0, 180)).toBe(null);
  });

  it('leaves out what a person typed before it, and bears the shift key', () => {
    const wedge = new Wedge();
    wedge.key('1', 0);
    wedge.key('Shift', 900);
    expect(typed(wedge, 'https://a.example/m/7K3F', 905, 5)).toBe('https://a.example/m/7K3F');
  });

  it('says how many keys went by, and takes a number with Enter for a number', () => {
    const wedge = new Wedge();
    for (const [index, key] of [...'7K3F'].entries()) wedge.key(key, index * 10);
    expect(wedge.length).toBe(4);
    expect(typed(new Wedge(), '14', 0, 20)).toBe(null);
  });
});
