import { zipSync } from 'fflate';
import type { Model, ModelPart } from '../model.ts';
import { type CornerColours, cornerColours } from './cornerColours.ts';
import { type Matrix, mirrors } from './matrices.ts';
import { NotWritten } from './notWritten.ts';
import { joinedBytes } from './stl.ts';

const MOST_TRIANGLES = 5_000_000;
const CONTENT_TYPES =
  '<?xml version="1.0" encoding="UTF-8"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="model" ContentType="application/vnd.ms-package.3dmanufacturing-3dmodel+xml"/></Types>';
const RELATIONS =
  '<?xml version="1.0" encoding="UTF-8"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
  '<Relationship Target="/3D/3dmodel.model" Id="rel0" Type="http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"/></Relationships>';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
};
/** What XML knows no way to say: control characters, halves of pairs, two that are no characters. */
const sayable = (letter: string): boolean => {
  const code = letter.codePointAt(0) ?? 0;
  return (
    (code >= 0x20 || code === 9 || code === 10) &&
    (code < 0xd800 || code > 0xdfff) &&
    (code & 0xfffe) !== 0xfffe
  );
};
/** Text within quotes. */
const quoted = (text: string): string =>
  [...text]
    .filter(sayable)
    .map((letter) => ENTITIES[letter] ?? letter)
    .join('');

/** Twelve numbers: the file's rows are the matrix's columns. */
const transform = (m: Matrix): string =>
  [0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14].map((at) => m[at] ?? 0).join(' ');

const MIRROR: readonly number[] = [-1, -1, -1, -1];
/** A matrix whose thing was mirrored across x = 0 before: the file format wants no mirroring of its own. */
const afterMirror = (m: Matrix): Matrix => m.map((value, at) => value * (MIRROR[at] ?? 1));

const hexadecimal = (value: number): string =>
  Math.round(Math.min(1, Math.max(0, value)) * 255)
    .toString(16)
    .padStart(2, '0')
    .toUpperCase();

/** Colours of parts as base materials, each once. */
function materialsOf(parts: readonly ModelPart[]): { xml: string; of(part: ModelPart): string } {
  const known = new Map<string, number>();
  const bases: string[] = [];
  const keyOf = ({ colour, material }: ModelPart) =>
    colour ? `${material ?? 'colour'} ${colour.map(hexadecimal).join('')}` : null;
  for (const part of parts) {
    const key = keyOf(part);
    if (key === null || known.has(key) || !part.colour) continue;
    known.set(key, bases.length);
    bases.push(
      `<base name="${quoted(part.material ?? 'colour')}" displaycolor="#${part.colour.map(hexadecimal).join('')}"/>`,
    );
  }
  return {
    xml: bases.length > 0 ? `<basematerials id="1">${bases.join('')}</basematerials>\n` : '',
    of: (part) => {
      const key = keyOf(part);
      return key === null ? '' : ` pid="1" pindex="${known.get(key) ?? 0}"`;
    },
  };
}

/** A resource of colours that corners of triangles name. */
const colourGroup = (id: number, { colours }: CornerColours): string =>
  `<m:colorgroup id="${id}">${colours.map((colour) => `<m:color color="${colour}"/>`).join('')}</m:colorgroup>\n`;

function meshObject(
  id: number,
  part: ModelPart,
  attributes: string,
  mirrored: boolean,
  shades: Uint32Array | undefined,
): string {
  const { positions, triangles } = part.mesh;
  const lines = [`<object id="${id}" type="model" name="${quoted(part.name)}"${attributes}><mesh><vertices>`];
  const way = mirrored ? -1 : 1;
  for (let at = 0; at + 2 < positions.length; at += 3) {
    lines.push(
      `<vertex x="${way * (positions[at] ?? 0)}" y="${positions[at + 1]}" z="${positions[at + 2]}"/>`,
    );
  }
  lines.push('</vertices><triangles>');
  for (let at = 0; at + 2 < triangles.length; at += 3) {
    const [second, third] = mirrored ? [at + 2, at + 1] : [at + 1, at + 2];
    const [a = 0, b = 0, c = 0] = [triangles[at], triangles[second], triangles[third]];
    const shaded = shades ? ` p1="${shades[a]}" p2="${shades[b]}" p3="${shades[c]}"` : '';
    lines.push(`<triangle v1="${a}" v2="${b}" v3="${c}"${shaded}/>`);
  }
  lines.push('</triangles></mesh></object>\n');
  return lines.join('\n');
}

/** An object where it stands: within another one, or as something to be built. */
interface Placed {
  id: number;
  /** Empty: where its own origin is. */
  transform: string;
}

const attributes = ({ id, transform: stands }: Placed): string =>
  `objectid="${id}"${stands === '' ? '' : ` transform="${stands}"`}`;

/**
 * The nodes as objects that others are components of, deepest first, as a reader wants them. A leaf that holds one part
 * of the same name is that part itself; the whole is the file, and what is right below it is what is to be built.
 */
function treeOf(model: Model, first: number, meshId: (part: number, mirrored: boolean) => number) {
  const components = model.nodes.map((): Placed[] => []);
  const held = model.nodes.map((): Model['occurrences'] => []);
  for (const occurrence of model.occurrences) held[occurrence.node]?.push(occurrence);
  const below = held.map(({ length }) => length);
  for (const { parent } of model.nodes) if (parent >= 0) below[parent] = (below[parent] ?? 0) + 1;
  const lines: string[] = [];
  for (let n = model.nodes.length - 1; n >= 0; n -= 1) {
    const here = held[n] ?? [];
    const own = here.map(({ part, matrix }): Placed => {
      const mirrored = mirrors(matrix);
      return { id: meshId(part, mirrored), transform: transform(mirrored ? afterMirror(matrix) : matrix) };
    });
    // Those of nodes below came in from the last to the first.
    const all = [...own, ...(components[n] ?? []).reverse()];
    components[n] = all;
    const node = model.nodes[n];
    const [only] = here;
    if (!node || n === 0 || all.length === 0) continue;
    // An object that holds nothing but one mesh gives that its name: a group of one must not look so.
    const aloneInGroup = node.parent > 0 && below[node.parent] === 1;
    if (all.length === 1 && only && !aloneInGroup && model.parts[only.part]?.name === node.name) {
      components[node.parent]?.push(...all);
      continue;
    }
    const inside = all.map((each) => `<component ${attributes(each)}/>`).join('');
    lines.push(
      `<object id="${first + n}" type="model" name="${quoted(node.name)}"><components>${inside}</components></object>\n`,
    );
    components[node.parent]?.push({ id: first + n, transform: '' });
  }
  return { xml: lines.join(''), items: components[0] ?? [] };
}

/** 3MF in millimetres: each shape once, the tree as components with their names, colours as materials, those of corners too. */
export function threeMf(model: Model): Uint8Array<ArrayBuffer> {
  const triangles = model.parts.reduce((sum, { mesh }) => sum + mesh.triangles.length / 3, 0);
  if (triangles > MOST_TRIANGLES) throw new NotWritten('tooLarge', { triangles, most: MOST_TRIANGLES });
  const materials = materialsOf(model.parts);
  // 1 is the materials'; each part has two numbers, the second one mirrored.
  const meshId = (part: number, mirrored: boolean) => 2 + 2 * part + (mirrored ? 1 : 0);
  const used = new Set(model.occurrences.map(({ part, matrix }) => meshId(part, mirrors(matrix))));
  const tree = treeOf(model, 2 + 2 * model.parts.length, meshId);
  const encoder = new TextEncoder();
  const chunks = [
    '<?xml version="1.0" encoding="UTF-8"?>\n<model unit="millimeter" xml:lang="en" ',
    'xmlns="http://schemas.microsoft.com/3dmanufacturing/core/2015/02" ',
    'xmlns:m="http://schemas.microsoft.com/3dmanufacturing/material/2015/02">\n',
    `<metadata name="Title">${quoted(model.nodes[0]?.name ?? '')}</metadata>\n`,
    '<metadata name="Application">Commonwright</metadata>\n<resources>\n',
    materials.xml,
  ].map((text) => encoder.encode(text));
  const firstGroup = 2 + 2 * model.parts.length + model.nodes.length;
  for (const [n, part] of model.parts.entries()) {
    const shades = part.mesh.colours && cornerColours(part.mesh.colours);
    const group = firstGroup + n;
    if (shades) chunks.push(encoder.encode(colourGroup(group, shades)));
    const looks = shades ? ` pid="${group}" pindex="0"` : materials.of(part);
    for (const mirrored of [false, true]) {
      const id = meshId(n, mirrored);
      if (used.has(id)) chunks.push(encoder.encode(meshObject(id, part, looks, mirrored, shades?.ofCorner)));
    }
  }
  chunks.push(
    encoder.encode(
      `${tree.xml}</resources>\n<build>${tree.items.map((each) => `<item ${attributes(each)}/>`).join('')}</build>\n</model>\n`,
    ),
  );
  const zipped = zipSync(
    {
      '[Content_Types].xml': encoder.encode(CONTENT_TYPES),
      '_rels/.rels': encoder.encode(RELATIONS),
      '3D/3dmodel.model': joinedBytes(chunks),
    },
    // Always the same bytes for the same model.
    { level: 6, mtime: '1980-01-01T00:00:00' },
  );
  return zipped;
}
