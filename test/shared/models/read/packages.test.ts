import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readModel } from '../../../../shared/models/read/readModel.ts';
import { boundsOf } from './bounds.ts';
import {
  bytesOf,
  glb,
  glbBox,
  gltfBox,
  meshXml,
  model3mf,
  objBox,
  plyBox,
  stlBox,
  threeMf,
  threeMfBox,
} from './fixtures.ts';

const names = async (bytes: Uint8Array, name: string) => {
  const { model } = await readModel(bytes, name);
  return model?.nodes.map((node) =>
    node.parent < 0 ? node.name : `${model.nodes[node.parent]?.name} › ${node.name}`,
  );
};

describe('3MF', () => {
  const object = (id: number, inner: string, more = '') => `<object id="${id}" ${more}>${inner}</object>`;
  const placed =
    '<components><component objectid="1"/><component objectid="1" transform="1 0 0 0 1 0 0 0 1 100 0 0"/></components>';

  it('keeps names, components, places and units', async () => {
    const text = model3mf(
      `<resources>${object(1, meshXml, 'name="Foot"')}${object(2, placed, 'name="Stand"')}</resources><build><item objectid="2" transform="1 0 0 0 1 0 0 0 1 0 0 5"/></build>`,
      'inch',
    );
    const bytes = threeMf({ '3D/3dmodel.model': text });
    const { model, unit } = await readModel(bytes, 'a.3mf');
    expect(unit).toEqual({ guessed: 'in', sure: true, why: 'inFile' });
    expect(await names(bytes, 'a.3mf')).toEqual(['a', 'a › Stand', 'Stand › Foot', 'Stand › Foot']);
    expect(model?.parts).toHaveLength(1);
    expect(model && boundsOf(model)).toEqual({ low: [0, 0, 127], high: [2794, 508, 889] });
  });

  it('follows objects into other parts of the package, and takes names that a slicer keeps beside', async () => {
    const bytes = threeMf({
      '3D/3dmodel.model': model3mf(
        `<resources>${object(5, '<components><component p:path="/3D/Objects/one.model" objectid="1"/></components>')}</resources><build><item objectid="5"/></build>`,
      ),
      '3D/Objects/one.model': model3mf(`<resources>${object(1, meshXml)}</resources>`),
      'Metadata/model_settings.config':
        '<config><object id="5"><metadata key="name" value="Bracket"/><part id="1"><metadata key="name" value="Arm"/></part></object></config>',
    });
    expect(await names(bytes, 'a.3mf')).toEqual(['a', 'a › Bracket', 'Bracket › Arm']);
  });

  it('colours objects and single triangles', async () => {
    const coloured = meshXml.replace('<triangle v1="0"', '<triangle pid="9" p1="1" v1="0"');
    const text = model3mf(
      `<resources><basematerials id="9"><base name="a" displaycolor="#FF0000"/><base name="b" displaycolor="#0000FFFF"/></basematerials>${object(1, coloured, 'pid="9" pindex="0"')}</resources><build><item objectid="1"/></build>`,
    );
    const { model } = await readModel(threeMf({ '3D/3dmodel.model': text }), 'a.3mf');
    expect(model?.parts[0]?.colour).toEqual([1, 0, 0]);
    expect([...(model?.parts[0]?.mesh.colours?.subarray(0, 3) ?? [])]).toEqual([0, 0, 255]);
  });

  it.each([
    ['a part of itself', `${object(1, placed)}`, 'circular'],
    [
      'an object that is not there',
      object(1, '<components><component objectid="7"/></components>'),
      'badReference',
    ],
    ['nothing to show', object(1, '<mesh><vertices/><triangles/></mesh>'), 'noTriangles'],
    ['XML that does not end', '<object id="1"><mesh>', 'badXml'],
  ])('refuses %s', async (_what, objects, kind) => {
    const text = model3mf(`<resources>${objects}</resources><build><item objectid="1"/></build>`);
    await expect(readModel(threeMf({ '3D/3dmodel.model': text }), 'a.3mf')).rejects.toMatchObject({ kind });
  });

  it('refuses entities within entities, and a package without a model', async () => {
    const bomb = `<!DOCTYPE m [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><model><resources>&b;</resources></model>`;
    await expect(readModel(threeMf({ '3D/3dmodel.model': bomb }), 'a.3mf')).rejects.toMatchObject({
      kind: 'hasEntities',
    });
    await expect(readModel(zipSync({ 'a.txt': bytesOf('a') }), 'a.3mf')).rejects.toMatchObject({
      kind: 'notInZip',
    });
  });

  it('tells of lattices, slices and pictures', async () => {
    const told = meshXml.replace(
      '</mesh>',
      '<b:beamlattice radius="1"><b:beams><b:beam v1="0" v2="1"/></b:beams></b:beamlattice></mesh>',
    );
    const text = model3mf(
      `<resources><m:texture2dgroup id="8" texid="7"/><s:slicestack id="9"/>${object(1, told)}</resources><build><item objectid="1"/></build>`,
    );
    const { findings } = await readModel(threeMf({ '3D/3dmodel.model': text }), 'a.3mf');
    expect(findings).toEqual([
      { kind: 'latticeNotShown', said: { beams: 1 } },
      { kind: 'texturesNotShown', said: {} },
      { kind: 'extensionNotRead', said: { name: 'slices' } },
    ]);
  });

  it('stops unpacking at its limit', async () => {
    const bomb = threeMf({ '3D/3dmodel.model': `<model>${' '.repeat(8_000_000)}</model>` });
    expect(bomb.length).toBeLessThan(20_000);
    await expect(readModel(bomb, 'a.3mf', { limits: { unpackedBytes: 2_000_000 } })).rejects.toMatchObject({
      kind: 'zipBomb',
    });
  });

  it('lets no path lead out of the package', async () => {
    const bytes = threeMf({
      '3D/3dmodel.model': model3mf('<build><item p:path="/../../../etc/passwd" objectid="1"/></build>'),
    });
    await expect(readModel(bytes, 'a.3mf')).rejects.toMatchObject({ kind: 'notInZip' });
  });

  it('bounds what a few objects within each other would make of many', async () => {
    const ten = (id: number) => `<components>${`<component objectid="${id}"/>`.repeat(10)}</components>`;
    const objects = [object(1, meshXml), ...[2, 3, 4, 5, 6, 7].map((id) => object(id, ten(id - 1)))].join('');
    const text = model3mf(`<resources>${objects}</resources><build><item objectid="7"/></build>`);
    await expect(readModel(threeMf({ '3D/3dmodel.model': text }), 'a.3mf')).rejects.toMatchObject({
      kind: 'tooManyOccurrences',
    });
  });
});

/** What meshoptimizer 1.1 made of the box: corners as whole numbers of 16 bits (x, z, 20 − y, 0), and its triangles. */
const PACKED = {
  corners: 'oAE//wAAFBMUExQTFAABAMAAADwAAQzMAAAnKCcAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAFAAAAA==',
  triangles: '4f4A/w1SA1YVTwdVE/8EAv8CAgQAAHaHVmd4qYZliWiYAWkAAA==',
};

/** The box with both lists packed; what it says of its corners may be changed. */
function packedBox(says: Readonly<Record<string, unknown>> = {}): Uint8Array {
  const places = Buffer.from(PACKED.corners, 'base64');
  const triangles = Buffer.from(PACKED.triangles, 'base64');
  const packed = (more: object) => ({ EXT_meshopt_compression: { buffer: 0, byteOffset: 0, ...more } });
  const { json } = gltfBox({
    extensionsRequired: ['EXT_meshopt_compression', 'KHR_mesh_quantization'],
    buffers: [
      { byteLength: places.length + triangles.length },
      { byteLength: 136, extensions: { EXT_meshopt_compression: { fallback: true } } },
    ],
    bufferViews: [
      {
        buffer: 1,
        byteLength: 64,
        byteStride: 8,
        extensions: packed({
          byteLength: places.length,
          byteStride: 8,
          count: 8,
          mode: 'ATTRIBUTES',
          ...says,
        }),
      },
      {
        buffer: 1,
        byteOffset: 64,
        byteLength: 72,
        extensions: packed({
          ...{ byteOffset: places.length, byteLength: triangles.length },
          ...{ byteStride: 2, count: 36, mode: 'TRIANGLES' },
        }),
      },
    ],
    accessors: [
      { bufferView: 0, componentType: 5123, count: 8, type: 'VEC3' },
      { bufferView: 1, componentType: 5123, count: 36, type: 'SCALAR' },
    ],
    nodes: [{ name: 'Box', mesh: 0, scale: [0.001, 0.001, 0.001], translation: [0, 0, -0.02] }],
  });
  return glb(json, new Uint8Array([...places, ...triangles]));
}

describe('an archive of files', () => {
  const { json, binary } = gltfBox({ buffers: [{ byteLength: 168, uri: 'the%20box.bin' }] });
  const readme = bytesOf('Print it upright.');

  it.each([
    [
      'an OBJ with its materials',
      { 'Box/box.obj': bytesOf(objBox()), 'Box/box.mtl': readme, 'read.me': readme },
    ],
    ['a glTF with its numbers', { 'a/box.gltf': bytesOf(JSON.stringify(json)), 'a/the box.bin': binary }],
    ['a solid beside its mesh', { 'box.stl': stlBox(), 'box.ply': plyBox('ascii') }],
    ['a package of its own', { 'box.3mf': threeMfBox(), '__MACOSX/._box.3mf': readme }],
  ])('shows %s', async (_what, files) => {
    const { model } = await readModel(zipSync(files), 'Cart.zip');
    expect(model && boundsOf(model)).toEqual({ low: [0, 0, 0], high: [10, 20, 30] });
    expect(model?.nodes[0]?.name).toBe('Cart');
  });

  it('asks which of several is meant, and opens none within another', async () => {
    const several = zipSync({ 'lid.stl': stlBox(), 'foot.stl': stlBox() });
    await expect(readModel(several, 'a.zip')).rejects.toMatchObject({
      kind: 'severalInZip',
      said: { count: 2, names: 'lid.stl, foot.stl' },
    });
    const within = zipSync({ 'a.stl': zipSync({ 'b.stl': stlBox() }) });
    await expect(readModel(within, 'a.zip')).rejects.toMatchObject({ kind: 'notInZip' });
    const outside = zipSync({ 'a.gltf': bytesOf(JSON.stringify(json)) });
    await expect(readModel(outside, 'a.zip')).rejects.toMatchObject({ kind: 'outsideFile' });
  });
});

describe('glTF', () => {
  const nodes = (...list: object[]) => ({ nodes: list, scenes: [{ nodes: [0] }] });

  it('keeps the tree, instances and colours', async () => {
    const bytes = glbBox(
      nodes(
        { name: 'Cart', children: [1, 2] },
        { name: 'Left', mesh: 0 },
        { name: 'Right', mesh: 0, translation: [0.1, 0, 0] },
      ),
    );
    const { model } = await readModel(bytes, 'a.glb');
    expect(await names(bytes, 'a.glb')).toEqual(['a', 'a › Cart', 'Cart › Left', 'Cart › Right']);
    expect(model?.parts.map(({ name, colour }) => [name, colour])).toEqual([['Shape', [1, 0, 0]]]);
    expect(model && boundsOf(model).high).toEqual([110, 20, 30]);
  });

  it('puts single numbers in the place of others', async () => {
    const { json, binary } = gltfBox();
    const more = new Uint8Array(184);
    more.set(binary);
    const view = new DataView(more.buffer);
    view.setUint16(168, 1, true);
    view.setFloat32(172, 0.05, true);
    const bytes = glb(
      {
        ...json,
        buffers: [{ byteLength: 184 }],
        bufferViews: [
          { buffer: 0, byteLength: 96 },
          { buffer: 0, byteOffset: 96, byteLength: 72 },
          { buffer: 0, byteOffset: 168, byteLength: 2 },
          { buffer: 0, byteOffset: 172, byteLength: 12 },
        ],
        accessors: [
          {
            bufferView: 0,
            componentType: 5126,
            count: 8,
            type: 'VEC3',
            sparse: { count: 1, indices: { bufferView: 2, componentType: 5123 }, values: { bufferView: 3 } },
          },
          { bufferView: 1, componentType: 5123, count: 36, type: 'SCALAR' },
        ],
      },
      more,
    );
    const { model } = await readModel(bytes, 'a.glb');
    expect(model && boundsOf(model).high[0]).toBe(50);
  });

  it('unpacks what meshoptimizer packed, quantised or not, and refuses what lies', async () => {
    const whole = packedBox();
    const { model, findings } = await readModel(whole, 'a.glb');
    expect(findings).toEqual([]);
    expect(model && boundsOf(model)).toEqual({ low: [0, 0, 0], high: [10, 20, 30] });
    expect(model?.parts[0]?.mesh.triangles).toHaveLength(36);
    const announced = packedBox({ count: 400_000_000 });
    await expect(readModel(announced, 'a.glb')).rejects.toMatchObject({ kind: 'tooMuchMemory' });
    await expect(readModel(packedBox({ count: 4 }), 'a.glb')).rejects.toMatchObject({
      kind: 'cutShort',
    });
    await expect(readModel(packedBox({ mode: 'MAGIC' }), 'a.glb')).rejects.toMatchObject({
      kind: 'compressed',
    });
    for (let at = whole.length - 90; at < whole.length; at += 3) {
      const broken = whole.slice();
      broken[at] = 0xee;
      await readModel(broken, 'a.glb').catch((error: unknown) =>
        expect(error).toMatchObject({ name: 'CannotBeRead' }),
      );
    }
  });

  it.each([
    ['a node below itself', nodes({ children: [0] }), 'circular'],
    ['a node that is not there', nodes({ children: [7] }), 'badReference'],
    [
      'data in another file',
      { buffers: [{ byteLength: 168, uri: 'https://elsewhere.example/a.bin' }] },
      'outsideFile',
    ],
    [
      'numbers beyond its bytes',
      { accessors: [{ bufferView: 0, componentType: 5126, count: 9, type: 'VEC3' }] },
      'cutShort',
    ],
    [
      'a count that lies',
      { accessors: [{ componentType: 5126, count: 4e9, type: 'VEC3' }] },
      'tooManyTriangles',
    ],
    ['compressed meshes', { extensionsRequired: ['KHR_draco_mesh_compression'] }, 'compressed'],
    ['version 1', { asset: { version: '1.0' } }, 'version'],
    ['nothing to show', { nodes: [], meshes: [], scenes: [] }, 'noTriangles'],
  ])('refuses %s', async (_what, changes, kind) => {
    const meshes =
      'accessors' in changes ? { meshes: [{ primitives: [{ attributes: { POSITION: 0 } }] }] } : {};
    await expect(readModel(glbBox({ ...meshes, ...changes }), 'a.glb')).rejects.toMatchObject({ kind });
  });

  it('bounds what many parts make of the same numbers', async () => {
    const primitives = Array.from({ length: 2000 }, () => ({ attributes: { POSITION: 0 } }));
    const accessors = [{ componentType: 5126, count: 1_000_000, type: 'VEC3' }];
    await expect(readModel(glbBox({ accessors, meshes: [{ primitives }] }), 'a.glb')).rejects.toMatchObject({
      kind: expect.stringMatching(/^(tooMuchMemory|tooManyTriangles)$/),
    });
  });
});
