import { describe, expect, it } from 'vitest';
import type { Model } from '../../../../shared/models/model.ts';
import { readModel } from '../../../../shared/models/read/readModel.ts';
import { writeModel } from '../../../../shared/models/write/writeModel.ts';
import { bent, node } from '../write/someModel.ts';
import { boundsOf } from './bounds.ts';
import {
  asciiSolid,
  bytesOf,
  dxfOf,
  glb,
  gltfBox,
  meshXml,
  model3mf,
  objBox,
  plyBox,
  stlBox,
} from './fixtures.ts';
import { openOcct } from './occtInTests.ts';
import { StepFile } from './stepFile.ts';

/** What files of other programs taught: each of these was met in a real one. */

const box = { low: [0, 0, 0], high: [10, 20, 30] };

/** An archive of the kind for more than 4 GB, which some programs write however small it is; nothing is packed. */
function largeZip(files: Record<string, string>): Uint8Array {
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let length = 0;
  const put = (into: Uint8Array[], ...numbers: (readonly [size: 2 | 4 | 8, value: number])[]) => {
    const bytes = new DataView(new ArrayBuffer(numbers.reduce((sum, [size]) => sum + size, 0)));
    let at = 0;
    for (const [size, value] of numbers) {
      if (size === 2) bytes.setUint16(at, value, true);
      else if (size === 4) bytes.setUint32(at, value, true);
      else bytes.setBigUint64(at, BigInt(value), true);
      at += size;
    }
    into.push(new Uint8Array(bytes.buffer));
    return at;
  };
  const elsewhere = 0xffffffff;
  for (const [path, text] of Object.entries(files)) {
    const [name, content] = [bytesOf(path), bytesOf(text)];
    const from = length;
    length += put(chunks, [4, 0x04034b50], [2, 45], [2, 0], [2, 0], [4, 0], [4, 0]);
    length += put(chunks, [4, elsewhere], [4, elsewhere], [2, name.length], [2, 20]);
    chunks.push(name);
    length += name.length;
    length += put(chunks, [2, 1], [2, 16], [8, content.length], [8, content.length]);
    chunks.push(content);
    length += content.length;
    put(directory, [4, 0x02014b50], [2, 45], [2, 45], [2, 0], [2, 0], [4, 0], [4, 0]);
    put(directory, [4, elsewhere], [4, elsewhere], [2, name.length], [2, 28], [2, 0], [2, 0], [2, 0]);
    put(directory, [4, 0], [4, elsewhere]);
    directory.push(name);
    put(directory, [2, 1], [2, 24], [8, content.length], [8, content.length], [8, from]);
  }
  const size = directory.reduce((sum, each) => sum + each.length, 0);
  const count = Object.keys(files).length;
  const end: Uint8Array[] = [];
  put(end, [4, 0x06064b50], [8, 44], [2, 45], [2, 45], [4, 0], [4, 0], [8, count], [8, count]);
  put(end, [8, size], [8, length], [4, 0x07064b50], [4, 0], [8, length + size], [4, 1]);
  put(end, [4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, elsewhere], [2, 0]);
  return Uint8Array.from([...chunks, ...directory, ...end].flatMap((each) => [...each]));
}

describe('3MF', () => {
  const part = model3mf(
    `<resources><object id="1" name="Foot">${meshXml}</object></resources><build><item objectid="1"/></build>`,
  );
  const bytes = largeZip({ '3D/3dmodel.model': part });

  it('is read in archives made for more than 4 GB', async () => {
    const { model } = await readModel(bytes, 'a.3mf');
    expect(model?.nodes.map(({ name }) => name)).toEqual(['a', 'Foot']);
  });

  it('calls its only object as the file where nobody named it', async () => {
    const nameless = largeZip({ '3D/3dmodel.model': part.replace(' name="Foot"', '') });
    const { model } = await readModel(nameless, 'bracket.3mf');
    expect(model?.nodes.map(({ name }) => name)).toEqual(['bracket', 'bracket']);
  });

  it('is refused where such an archive lies about its places', async () => {
    for (let at = bytes.length - 98; at < bytes.length; at += 1) {
      const lying = bytes.slice();
      lying[at] = 0x77;
      await readModel(lying, 'a.3mf').catch((error: unknown) =>
        expect(error).toMatchObject({ name: 'CannotBeRead' }),
      );
    }
  });
});

it.each([
  ['a.obj', objBox()],
  ['a.stl', asciiSolid('box')],
  ['a.ply', new TextDecoder().decode(plyBox('ascii'))],
])('reads %s in letters of two bytes', async (name, text) => {
  const wide = new Uint8Array(2 + text.length * 2);
  wide.set([0xfe, 0xff]);
  for (let at = 0; at < text.length; at += 1) wide[3 + at * 2] = text.charCodeAt(at);
  const { model } = await readModel(wide, name);
  expect(model && boundsOf(model)).toEqual(box);
  const swapped = wide.map((_, at) => wide[at ^ 1] ?? 0);
  expect((await readModel(swapped, name)).model?.parts).toHaveLength(1);
});

it('says so where a file was taken for text on its way', async () => {
  const damaged = new TextEncoder().encode(new TextDecoder().decode(stlBox().map((byte) => byte || 0x80)));
  const some = new Uint8Array([...damaged, 0]);
  await expect(readModel(some, 'a.stl')).rejects.toMatchObject({ kind: 'takenForText' });
  // A sign of that kind in a name damages nothing.
  expect(
    (await readModel(bytesOf(asciiSolid('B\ufffd\ufffd\ufffd\ufffdx')), 'a.stl')).model?.parts,
  ).toHaveLength(1);
});

it('takes a remark in the header of a PLY that does not say that it is one', async () => {
  const text = new TextDecoder().decode(plyBox('ascii')).replace('format', 'Created by a program\nformat');
  const { model } = await readModel(bytesOf(text), 'a.ply');
  expect(model && boundsOf(model)).toEqual(box);
});

describe('DXF', () => {
  const drawn = async (entities: string) => (await readModel(bytesOf(dxfOf(entities)), 'a.dxf')).drawing;

  it('shows faces and nets from above', async () => {
    const face = await drawn('0 3DFACE 10 0 20 0 30 1 11 4 21 0 31 1 12 4 22 3 32 9 13 0 23 3 33 9');
    expect(face?.outlines[0]?.segments.map(({ to }) => to)).toEqual([
      [4, 0],
      [4, 3],
      [0, 3],
    ]);
    const corner = (x: number, y: number) => `0 VERTEX 10 ${x} 20 ${y} 70 192`;
    const faces = await drawn(
      `0 POLYLINE 70 64 ${corner(0, 0)} ${corner(5, 0)} ${corner(5, 2)} 0 VERTEX 70 128 71 1 72 -2 73 3 0 SEQEND`,
    );
    expect(faces?.outlines).toHaveLength(1);
    expect(faces?.box.high).toEqual([5, 2]);
    const places = [0, 1, 2, 3, 4, 5].map((at) => `0 VERTEX 10 ${at % 3} 20 ${Math.floor(at / 3)} 70 64`);
    const net = await drawn(`0 POLYLINE 70 16 71 2 72 3 ${places.join(' ')} 0 SEQEND`);
    expect(net?.outlines).toHaveLength(2);
  });

  it('takes a whole turn that was rounded up for one', async () => {
    const ellipse = await drawn('0 ELLIPSE 10 0 20 0 11 -400 21 0 40 0.75 41 0 42 6.28318530718');
    expect(ellipse?.box.high.map(Math.round)).toEqual([400, 300]);
    const arc = await drawn('0 ARC 10 0 20 0 40 5 50 0 51 360.0000001');
    expect(arc?.box.low.map(Math.round)).toEqual([-5, -5]);
  });

  it('says what stands there where there is no line', async () => {
    await expect(drawn('0 MTEXT 10 0 20 0 1 Foot')).rejects.toMatchObject({
      kind: 'nothingDrawn',
      said: { kinds: 'MTEXT' },
    });
  });
});

it('shows a node of glTF as often as it stands', async () => {
  const { binary } = gltfBox();
  const places = new Float32Array([0, 0, 0, 1, 0, 0, 2, 0, 0]);
  const all = new Uint8Array([...binary, ...new Uint8Array(places.buffer)]);
  const pinsOf = (count: number) =>
    gltfBox({
      buffers: [{ byteLength: all.length }],
      bufferViews: [
        { buffer: 0, byteOffset: 0, byteLength: 96 },
        { buffer: 0, byteOffset: 96, byteLength: 72 },
        { buffer: 0, byteOffset: 168, byteLength: places.byteLength },
      ],
      accessors: [
        { bufferView: 0, componentType: 5126, count: 8, type: 'VEC3' },
        { bufferView: 1, componentType: 5123, count: 36, type: 'SCALAR' },
        { bufferView: 2, componentType: 5126, count, type: 'VEC3' },
      ],
      nodes: [
        {
          name: 'Pins',
          mesh: 0,
          extensions: { EXT_mesh_gpu_instancing: { attributes: { TRANSLATION: 2 } } },
        },
      ],
    }).json;
  const { model, findings } = await readModel(glb(pinsOf(3), all), 'a.glb');
  expect(findings).toEqual([]);
  expect(model?.occurrences.map(({ matrix }) => matrix[12])).toEqual([0, 1000, 2000]);
  expect(model?.nodes).toHaveLength(5);
  await expect(readModel(glb(pinsOf(1e6), all), 'a.glb')).rejects.toMatchObject({
    kind: 'tooManyOccurrences',
  });
});

it.each([
  ['none', [300, 100]],
  ['xMidYMid slice', [300, 300]],
  ['xMidYMid meet', [100, 100]],
])('fits an SVG into its page as it says: %s', async (keeps, size) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300mm" height="100mm" viewBox="0 0 50 50" preserveAspectRatio="${keeps}"><rect width="50" height="50"/></svg>`;
  const { drawing } = await readModel(bytesOf(svg), 'a.svg');
  expect(drawing?.box.high.map((high, axis) => Math.round(high - (drawing.box.low[axis] ?? 0)))).toEqual(
    size,
  );
});

it('calls a STEP file without names as the file, and numbers what is in it', async () => {
  const file = new StepFile();
  const whole = file.product('Unnamed', [file.axes([0, 0, 0])]);
  file.put(whole, file.box('Product'), [0, 0, 0]);
  file.put(whole, file.box('Open CASCADE STEP translator 7.6 1.2'), [50, 0, 0]);
  const bytes = bytesOf(file.text());
  const { model } = await readModel(bytes, 'stand.step', { openOcct });
  expect(model?.nodes.map(({ name }) => name)).toEqual(['stand', 'Part 1', 'Part 2']);
});

it('writes the unit into an STL in words where its millimetres could be mistaken', async () => {
  const tiny: Model = {
    parts: [bent('Jewel', [0.2, 0.3, 0.4])],
    occurrences: [{ part: 0, matrix: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1], node: 0 }],
    nodes: [node('', 'Jewel', -1)],
  };
  const { model, unit } = await readModel(writeModel(tiny, 'stlInWords'), 'Jewel.stl');
  expect(unit).toMatchObject({ guessed: 'mm', sure: true });
  expect(model?.parts[0]?.name).toBe('Jewel');
});
