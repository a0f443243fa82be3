import { describe, expect, it } from 'vitest';
import { readModel } from '../../../../shared/models/read/readModel.ts';
import { bytesOf, objBox, plyBox } from './fixtures.ts';

describe('OBJ', () => {
  const triangle = 'v 0 0 0\nv 10 0 0\nv 0 10 0\n';

  it('reads objects by name, faces counted from the end, and lines that go on', async () => {
    const text = `${triangle}o lid\nf -3 -2 -1\no knob\nf 1// \\\n 2// 3//\n`;
    const { model } = await readModel(bytesOf(text), 'a.obj');
    expect(model?.nodes.map(({ name }) => name)).toEqual(['a', 'lid', 'knob']);
  });

  it('goes by groups where there are no objects, and puts together what has one name', async () => {
    const text = `${triangle}g lid\nf 1 2 3\ng knob\nf 1 3 2\ng lid\nf 3 2 1\n`;
    const { model } = await readModel(bytesOf(text), 'a.obj');
    expect(model?.parts.map(({ name, mesh }) => [name, mesh.triangles.length / 3])).toEqual([
      ['lid', 2],
      ['knob', 1],
    ]);
  });

  it('cuts faces that bulge inwards without filling the bay', async () => {
    const { model } = await readModel(
      bytesOf('v 0 0 0\nv 40 0 0\nv 40 40 0\nv 20 5 0\nv 0 40 0\nf 1 2 3 4 5\n'),
      'a.obj',
    );
    const { positions = new Float32Array(), triangles = new Uint32Array() } = model?.parts[0]?.mesh ?? {};
    let area = 0;
    for (let at = 0; at < triangles.length; at += 3) {
      const [a = 0, b = 0, c = 0] = triangles.subarray(at, at + 3);
      const side = (from: number, to: number, axis: number) =>
        (positions[to * 3 + axis] ?? 0) - (positions[from * 3 + axis] ?? 0);
      area += (side(a, b, 0) * side(a, c, 1) - side(a, b, 1) * side(a, c, 0)) / 2;
    }
    expect(area).toBeCloseTo(1600 - 700, 3);
  });

  it('keeps normals that make a shape round, and leaves those that do not', async () => {
    const flat = `${triangle}vn 0 0 1\nf 1//1 2//1 3//1\n`;
    const round = `${triangle}vn 0 0.6 0.8\nvn 0 0 1\nf 1//1 2//2 3//2\n`;
    expect((await readModel(bytesOf(flat), 'a.obj')).model?.parts[0]?.mesh.normals).toBeNull();
    expect((await readModel(bytesOf(round), 'a.obj')).model?.parts[0]?.mesh.normals).not.toBeNull();
  });

  it('tells of faces that lead nowhere, of materials elsewhere and of lines', async () => {
    const text = `mtllib bright.mtl\n${triangle}f 1 2 3\nf 1 2 9\nf 0 1 2\nl 1 2\n`;
    const { findings } = await readModel(bytesOf(text), 'a.obj');
    expect(findings).toEqual([
      { kind: 'materialsElsewhere', said: { file: 'bright.mtl' } },
      { kind: 'pointsAndLines', said: { count: 1 } },
      { kind: 'outOfRange', said: { triangles: 2 } },
    ]);
  });

  it('shows the colours of materials that came along, and goes on with a line that does', async () => {
    const text = `mtllib textures/Bright.mtl\n${triangle.replace('v 0 0 0', 'v 0 \\\n0 0')}usemtl red\nf 1 2 3\nusemtl none\nf 1 3 2\n`;
    const mtl = '# made by a program\nnewmtl red\nKd 1 0 0.5\nmap_Kd wood.png\n';
    const { model, findings } = await readModel(bytesOf(text), 'a.obj', {
      beside: (name) => (name === 'textures/Bright.mtl' ? bytesOf(mtl) : null),
    });
    expect(findings).toEqual([{ kind: 'texturesNotShown', said: {} }]);
    const shades = model?.parts[0]?.mesh.colours ?? new Uint8Array();
    expect([...shades.subarray(0, 3), ...shades.subarray(9, 12)]).toEqual([255, 0, 128, 178, 178, 178]);
  });

  it('takes the colours of corners, the unit of a note, and refuses bare points', async () => {
    const coloured = objBox()
      .replaceAll(/^(v .*)$/gm, '$1 0 1 0')
      .replace('# a box', '# File units = inches');
    const { model, unit } = await readModel(bytesOf(coloured), 'a.obj');
    expect(unit.guessed).toBe('in');
    expect([...(model?.parts[0]?.mesh.colours?.subarray(0, 3) ?? [])]).toEqual([0, 255, 0]);
    await expect(readModel(bytesOf(triangle), 'a.obj')).rejects.toMatchObject({ kind: 'pointsOnly' });
  });
});

describe('PLY', () => {
  const changed = (from: string, to: string) =>
    bytesOf(new TextDecoder().decode(plyBox('ascii')).replace(from, to));

  it('takes colours and passes over what it does not know', async () => {
    const { model } = await readModel(plyBox('binary_big_endian'), 'a.ply');
    expect([...(model?.parts[0]?.mesh.colours?.subarray(0, 3) ?? [])]).toEqual([255, 0, 0]);
  });

  it('takes colours of faces, by whatever name, and cuts faces of many corners', async () => {
    const text =
      'ply\nformat ascii 1.0\nelement vertex 5\nproperty float x\nproperty float y\nproperty float z\n' +
      'element face 2\nproperty list uchar uint vertex_index\nproperty uchar r\nproperty uchar g\nproperty uchar b\nproperty float area\n' +
      'end_header\n0 0 0\n9 0 0\n9 9 0\n0 9 0\n4 4 9\n4 0 1 2 3 255 0 0 81\n3 0 1 4 0 0 255 40\n';
    const { model } = await readModel(bytesOf(text), 'a.ply');
    const { triangles, colours } = model?.parts[0]?.mesh ?? {};
    const shadeOf = (at: number) => [...(colours?.subarray((triangles?.[at] ?? 0) * 3).subarray(0, 3) ?? [])];
    expect([0, 3, 6].map(shadeOf)).toEqual([
      [255, 0, 0],
      [255, 0, 0],
      [0, 0, 255],
    ]);
  });

  it('believes no count that the file has no room for', async () => {
    await expect(
      readModel(changed('element vertex 8', 'element vertex 4000000'), 'a.ply'),
    ).rejects.toMatchObject({ kind: 'cutShort' });
    await expect(
      readModel(changed('element face 6', 'element face 4000000000'), 'a.ply'),
    ).rejects.toMatchObject({ kind: 'tooManyTriangles' });
    const { findings } = await readModel(changed('element face 6', 'element face 60'), 'a.ply');
    expect(findings).toEqual([{ kind: 'cutShort', said: { announced: 60, found: 6 } }]);
  });

  it('names the line of a header that it cannot understand', async () => {
    await expect(readModel(changed('property float x', 'property decimal x'), 'a.ply')).rejects.toMatchObject(
      {
        kind: 'badHeader',
        said: { line: 5 },
      },
    );
  });

  it('tells a cloud of points from a model', async () => {
    await expect(readModel(changed('element face 6', 'element face 0'), 'a.ply')).rejects.toMatchObject({
      kind: 'pointsOnly',
      said: { points: 8 },
    });
  });

  it('reads strips of triangles', async () => {
    const text =
      'ply\nformat ascii 1.0\nelement vertex 4\nproperty double x\nproperty double y\nproperty double z\n' +
      'element tristrips 1\nproperty list int int vertex_indices\nend_header\n0 0 0\n9 0 0\n0 9 0\n9 9 0\n6 0 1 2 3 -1 0\n';
    const { model } = await readModel(bytesOf(text), 'a.ply');
    expect([...(model?.parts[0]?.mesh.triangles ?? [])]).toHaveLength(6);
  });
});
