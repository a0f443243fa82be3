import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sniff } from '../../../server/files/sniff.ts';
import { processorTime } from '../../processorTime.ts';
import { pdf, plainJpeg, png } from './photographs.ts';

const typeOf = (bytes: Buffer | string) => {
  const whole = Buffer.from(bytes);
  return sniff({ start: whole.subarray(0, 65_536), tail: whole.subarray(-4096), bytes: whole.length });
};

function binaryStl(triangles: number, header = 'made by hand'): Buffer {
  const bytes = Buffer.alloc(84 + 50 * triangles);
  bytes.write(header, 0, 'latin1');
  bytes.writeUInt32LE(triangles, 80);
  return bytes;
}

describe('a file is known by its bytes', () => {
  const cases: [string, Buffer | string, string][] = [
    ['a photograph', plainJpeg(), 'image/jpeg'],
    ['a picture', png([]), 'image/png'],
    ['a GIF', 'GIF89a............', 'image/gif'],
    ['a manual', pdf(), 'application/pdf'],
    ['an ASCII STL', 'solid cube\n facet normal 0 0 1\n  outer loop\n', 'model/stl'],
    ['a binary STL', binaryStl(3), 'model/stl'],
    ['a binary STL whose header says solid', binaryStl(2, 'solid part'), 'model/stl'],
    ['a STEP model', 'ISO-10303-21;\nHEADER;\n', 'model/step'],
    ['a 3MF', 'PK\x03\x04....3D/3dmodel.model......', 'model/3mf'],
    ['a 3MF that lists its model at the end', `PK\x03\x04${'x'.repeat(80_000)}3D/3dmodel.model`, 'model/3mf'],
    ['a FreeCAD document', 'PK\x03\x04\x14\0\0\0\x08\0Document.xml', 'application/zip'],
    ['an empty archive', 'PK\x05\x06\0\0\0\0', 'application/zip'],
    ['a binary glTF', 'glTF\x02\0\0\0....', 'model/gltf-binary'],
    ['a glTF', '{"asset": {"version": "2.0"}, "scenes": []}', 'model/gltf+json'],
    ['an OBJ', '# made\nmtllib a.mtl\no box\nv 0.0 1.0 -2e-3\nv 1 1 1\n', 'model/obj'],
    ['a PLY', 'ply\nformat ascii 1.0\n', 'model/ply'],
    ['a DXF', '  0\r\nSECTION\r\n  2\r\nHEADER\r\n', 'image/vnd.dxf'],
    ['a DXF with a remark', '999\nmade by hand\n0\nSECTION\n', 'image/vnd.dxf'],
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
    [
      'an SVG behind its prologue',
      '\ufeff<?xml version="1.0"?>\n<!-- a -->\n<!DOCTYPE svg>\n<svg>',
      'image/svg+xml',
    ],
    ['the content of a design', '{"attributions":[],"category":"other"}', 'application/json'],
    ['a list in JSON', '[{"a": 1}]', 'application/json'],
    ['a table', 'part,quantity\n"bolt, M8",4\nnut,4\n', 'text/csv'],
    ['a table with semicolons', 'part;quantity\r\nbolt;4\r\n', 'text/csv'],
    ['a story', '# Frame\n\nIt holds, as it should.\n', 'text/plain'],
    ['YAML', 'title: Frame\nlicense: CERN-OHL-S-2.0\n', 'text/plain'],
    ['TOML', '[package]\nname = "frame"\n[[part]]\n', 'text/plain'],
    ['OpenSCAD', '$fn = 64;\ncube([10, 10, 10]);\n', 'text/plain'],
    ['KiCad', '(kicad_pcb (version 20211014))\n', 'text/plain'],
    ['a film', '\0\0\0\x18ftypmp42\0\0\0\0', 'video/mp4'],
    ['something compressed', gzipSync('frame'), 'application/gzip'],
    ['anything else', Buffer.from([0, 1, 2, 3, 255, 254]), 'application/octet-stream'],
    ['a HEIC', '\0\0\0\x18ftypheic\0\0\0\0', 'application/octet-stream'],
  ];
  it.each(cases)('%s', (_name, bytes, type) => {
    expect(
      typeOf(
        typeof bytes === 'string'
          ? Buffer.from(bytes, /^[\0-\xff]*$/.test(bytes) ? 'latin1' : 'utf8')
          : bytes,
      ),
    ).toBe(type);
  });
});

describe('nothing passes for a page', () => {
  it.each([
    '<!doctype html><script>alert(1)</script>',
    '<html><svg onload="alert(1)"></svg></html>',
    '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>',
    '<!-- <svg> --><script>alert(1)</script>',
    '  \n<body onload=alert(1)>',
    'solid <script>alert(1)</script>',
  ])('%s', (page) => {
    expect(typeOf(page)).toBe('text/plain');
  });

  it('though ten thousand comments stand before it', () => {
    const before = processorTime();
    expect(typeOf(`${'<!--->'.repeat(10_000)}<b`)).toBe('text/plain');
    expect(processorTime() - before).toBeLessThan(500);
  });
});

it('a character that the sample cuts in two is no fault of the text', () => {
  const text = Buffer.from(`a${'ü'.repeat(40_000)}`);
  expect(typeOf(text)).toBe('text/plain');
  expect(sniff({ start: text.subarray(0, 2), tail: text.subarray(0, 2), bytes: 2 })).not.toBe('text/plain');
});
