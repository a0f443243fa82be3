import { decoded } from './byteText.ts';
import { refused } from './findings.ts';
import { isGlb } from './gltf/container.ts';
import { isAsciiStl, isBinaryStl } from './stl.ts';

export const MODEL_FORMATS = [
  'stl',
  '3mf',
  'gltf',
  'obj',
  'ply',
  'step',
  'iges',
  'brep',
  'dxf',
  'svg',
] as const;
export type ModelFormat = (typeof MODEL_FORMATS)[number];

const EXTENSIONS: Readonly<Record<string, ModelFormat>> = {
  stl: 'stl',
  stla: 'stl',
  stlb: 'stl',
  '3mf': '3mf',
  gltf: 'gltf',
  glb: 'gltf',
  obj: 'obj',
  ply: 'ply',
  step: 'step',
  stp: 'step',
  p21: 'step',
  iges: 'iges',
  igs: 'iges',
  brep: 'brep',
  brp: 'brep',
  dxf: 'dxf',
  svg: 'svg',
};

/** Formats of single programs; each can save as one that others read. */
const OTHER_PROGRAMS =
  /^(f3d|f3z|fcstd|sldprt|sldasm|slddrw|ipt|iam|idw|catpart|catproduct|prt|asm|par|psm|3dm|skp|blend|dwg|dwf|max|fbx|dae|x_t|x_b|xmt_txt|jt|sat|sab|ctb|gcode|stpz|amf|off|wrl|usdz|usdc|3ds|lwo|scad|rvt|ifc)$/;

const extensionOf = (name: string): string => /\.([a-z0-9_]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';

/** Whether a file of that name may be one that is read here. */
export const formatByName = (name: string): ModelFormat | null => EXTENSIONS[extensionOf(name)] ?? null;

/**
 * What a file is: by what stands in it, and only then by its name.
 * @throws {CannotBeRead} for what is none of the formats that are read.
 */
export function recognised(bytes: Uint8Array, name: string): ModelFormat {
  if (bytes.length === 0) throw refused('empty', {});
  if (isGlb(bytes)) return 'gltf';
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4 && !isBinaryStl(bytes))
    return inZip(name);
  const text = decoded(bytes.subarray(0, 2000)).replace(/^\uFEFF/, '');
  if (/^\s*ISO-10303-21\s*;/.test(text)) return 'step';
  if (/^ply\s/.test(text)) return 'ply';
  if (/^AutoCAD Binary DXF/.test(text)) return 'dxf';
  if (/^\s*(DBRep_DrawableShape|CASCADE Topology)/.test(text)) return 'brep';
  if (isAsciiStl(bytes) || isBinaryStl(bytes)) return 'stl';
  if (/^[ \t]*0\s*\r?\n[ \t]*SECTION\b/.test(text) || /^[ \t]*999\s*\r?\n/.test(text)) return 'dxf';
  if (/^.{72}S {0,6}0*1\s/.test(text)) return 'iges';
  if (/^\s*\{/.test(text) && /"(asset|scenes|meshes|nodes|accessors|buffers)"/.test(text)) return 'gltf';
  if (
    /^\s*<(\?xml|!DOCTYPE|!--|svg|svg:svg)/i.test(text) &&
    /<(\w+:)?svg[\s>]/i.test(decoded(bytes.subarray(0, 20_000)))
  )
    return 'svg';
  const byName = formatByName(name);
  // A page that was saved in place of a file: its letters would make a count of a thousand million triangles.
  if (byName === 'stl' && /^[\t\n\r\x20-\x7e]{80,}/.test(text))
    throw refused('notRecognised', { name: name.slice(0, 120) });
  // These begin with nothing that tells them.
  if (byName === 'obj' || byName === 'stl' || byName === 'iges' || byName === 'dxf') return byName;
  if (/^\s*(v|vn|vt|f|o|g|mtllib)\s+\S/m.test(text) && /^\s*v\s+[-+.\d]+\s+[-+.\d]+\s+[-+.\d]/m.test(text))
    return 'obj';
  const extension = extensionOf(name);
  if (OTHER_PROGRAMS.test(extension)) throw refused('otherProgram', { extension });
  if (byName !== null) return byName;
  throw refused('notRecognised', { name: name.slice(0, 120) });
}

function inZip(name: string): ModelFormat {
  const extension = extensionOf(name);
  // A STEP file may have an archive of its own.
  if (extension !== 'stpz' && OTHER_PROGRAMS.test(extension)) throw refused('otherProgram', { extension });
  return '3mf';
}
