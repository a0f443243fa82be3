import { strToU8, zipSync } from 'fflate';

/** Corners and triangles of a box of 10 × 20 × 30, seen from outside. */
export const BOX = {
  corners: [0, 1, 2, 3, 4, 5, 6, 7].map((corner) => [
    corner & 1 ? 10 : 0,
    corner & 2 ? 20 : 0,
    corner & 4 ? 30 : 0,
  ]),
  quads: [
    [0, 2, 3, 1],
    [4, 5, 7, 6],
    [0, 1, 5, 4],
    [2, 6, 7, 3],
    [0, 4, 6, 2],
    [1, 3, 7, 5],
  ],
};
export const TRIANGLES = BOX.quads.flatMap(([a = 0, b = 0, c = 0, d = 0]) => [
  [a, b, c],
  [a, c, d],
]);
const place = (corner: number): number[] => BOX.corners[corner] ?? [];

export const bytesOf = (text: string): Uint8Array => strToU8(text);

export function binaryStl(
  triangles: readonly number[][][],
  header = '',
  announced = triangles.length,
): Uint8Array {
  const bytes = new Uint8Array(84 + 50 * triangles.length);
  bytes.set(strToU8(header).subarray(0, 80));
  const view = new DataView(bytes.buffer);
  view.setUint32(80, announced, true);
  for (const [index, corners] of triangles.entries()) {
    for (const [at, value] of corners.flat().entries())
      view.setFloat32(84 + 50 * index + 12 + at * 4, value, true);
  }
  return bytes;
}

export const boxTriangles = TRIANGLES.map((triangle) => triangle.map(place));
export const stlBox = (): Uint8Array => binaryStl(boxTriangles);

export const asciiSolid = (name: string, triangles: readonly number[][][] = boxTriangles): string =>
  `solid ${name}\n${triangles
    .map(
      (corners) =>
        `facet normal 0 0 0\n outer loop\n${corners.map((corner) => `  vertex ${corner.join(' ')}\n`).join('')} endloop\nendfacet\n`,
    )
    .join('')}endsolid ${name}\n`;

export const objBox = (): string =>
  `# a box\no Box\n${BOX.corners.map((corner) => `v ${corner.join(' ')}`).join('\n')}\n${BOX.quads
    .map((quad) => `f ${quad.map((corner) => corner + 1).join(' ')}`)
    .join('\n')}\n`;

export function plyBox(format: 'ascii' | 'binary_little_endian' | 'binary_big_endian'): Uint8Array {
  const header = strToU8(
    `ply\nformat ${format} 1.0\ncomment made by a test\nelement vertex 8\nproperty float x\nproperty float y\nproperty float z\n` +
      'property uchar red\nproperty uchar green\nproperty uchar blue\nproperty float quality\n' +
      'element face 6\nproperty list uchar int vertex_indices\nend_header\n',
  );
  if (format === 'ascii') {
    const rows = [
      ...BOX.corners.map((corner) => `${corner.join(' ')} 255 0 0 0.5`),
      ...BOX.quads.map((quad) => `4 ${quad.join(' ')}`),
    ];
    return new Uint8Array([...header, ...strToU8(`${rows.join('\n')}\n`)]);
  }
  const isLittle = format === 'binary_little_endian';
  const view = new DataView(new ArrayBuffer(8 * 19 + 6 * 17));
  for (const [index, corner] of BOX.corners.entries()) {
    for (const [axis, value] of corner.entries()) view.setFloat32(index * 19 + axis * 4, value, isLittle);
    view.setUint8(index * 19 + 12, 255);
  }
  for (const [index, quad] of BOX.quads.entries()) {
    view.setUint8(152 + index * 17, 4);
    for (const [at, corner] of quad.entries()) view.setInt32(153 + index * 17 + at * 4, corner, isLittle);
  }
  return new Uint8Array([...header, ...new Uint8Array(view.buffer)]);
}

export const meshXml =
  `<mesh><vertices>${BOX.corners.map(([x, y, z]) => `<vertex x="${x}" y="${y}" z="${z}"/>`).join('')}</vertices>` +
  `<triangles>${TRIANGLES.map(([a, b, c]) => `<triangle v1="${a}" v2="${b}" v3="${c}"/>`).join('')}</triangles></mesh>`;

export const model3mf = (inner: string, unit = 'millimeter'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<model unit="${unit}" xmlns="http://schemas.microsoft.com/3dmanufacturing/core/2015/02" xmlns:p="http://schemas.microsoft.com/3dmanufacturing/production/2015/06">${inner}</model>`;

/** A package of parts by their paths. */
export const threeMf = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync({
    '_rels/.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Target="/3D/3dmodel.model" Type="http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"/></Relationships>',
    ),
    ...Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])),
  });

export const threeMfBox = (): Uint8Array =>
  threeMf({
    '3D/3dmodel.model': model3mf(
      `<resources><object id="1" name="Box" type="model">${meshXml}</object></resources><build><item objectid="1"/></build>`,
    ),
  });

/** A GLB from its description and its numbers; lengths are filled up to fours. */
export function glb(json: object, binary: Uint8Array): Uint8Array {
  const fours = (bytes: Uint8Array, filler: number) => {
    const filled = new Uint8Array(Math.ceil(bytes.length / 4) * 4).fill(filler);
    filled.set(bytes);
    return filled;
  };
  const text = fours(strToU8(JSON.stringify(json)), 0x20);
  const body = fours(binary, 0);
  const bytes = new Uint8Array(28 + text.length + body.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x46546c67, true);
  view.setUint32(4, 2, true);
  view.setUint32(8, bytes.length, true);
  view.setUint32(12, text.length, true);
  view.setUint32(16, 0x4e4f534a, true);
  bytes.set(text, 20);
  view.setUint32(20 + text.length, body.length, true);
  view.setUint32(24 + text.length, 0x004e4942, true);
  bytes.set(body, 28 + text.length);
  return bytes;
}

/** The box in metres and y upwards, as glTF has it, and what describes it. */
export function gltfBox(changes: Readonly<Record<string, unknown>> = {}): {
  json: object;
  binary: Uint8Array;
} {
  const positions = new Float32Array(
    BOX.corners.flatMap(([x = 0, y = 0, z = 0]) => [x / 1000, z / 1000, -y / 1000]),
  );
  const indices = new Uint16Array(TRIANGLES.flat());
  const binary = new Uint8Array([...new Uint8Array(positions.buffer), ...new Uint8Array(indices.buffer)]);
  const json = {
    asset: { version: '2.0' },
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [{ name: 'Box', mesh: 0 }],
    meshes: [{ name: 'Shape', primitives: [{ attributes: { POSITION: 0 }, indices: 1, material: 0 }] }],
    materials: [{ name: 'Red', pbrMetallicRoughness: { baseColorFactor: [1, 0, 0, 1] } }],
    accessors: [
      { bufferView: 0, componentType: 5126, count: 8, type: 'VEC3' },
      { bufferView: 1, componentType: 5123, count: 36, type: 'SCALAR' },
    ],
    bufferViews: [
      { buffer: 0, byteOffset: 0, byteLength: 96 },
      { buffer: 0, byteOffset: 96, byteLength: 72 },
    ],
    buffers: [{ byteLength: 168 }],
    ...changes,
  };
  return { json, binary };
}

export function glbBox(changes: Readonly<Record<string, unknown>> = {}): Uint8Array {
  const { json, binary } = gltfBox(changes);
  return glb(json, binary);
}

/** Group codes and values, one below the other. */
export const dxfOf = (entities: string, header = '9 $INSUNITS 70 4', blocks = ''): string =>
  `0 SECTION 2 HEADER ${header} 0 ENDSEC 0 SECTION 2 BLOCKS ${blocks} 0 ENDSEC 0 SECTION 2 ENTITIES ${entities} 0 ENDSEC 0 EOF`
    .split(/\s+/)
    .join('\r\n');

export const svgOfLines = (
  inner: string,
  size = 'width="100mm" height="50mm" viewBox="0 0 100 50"',
): string =>
  `<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${size}>${inner}</svg>`;
