import { zipSync } from 'fflate';
import type { Model, ModelPart } from '../model.ts';
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

function meshObject(id: number, part: ModelPart, attributes: string, mirrored: boolean): string {
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
    lines.push(`<triangle v1="${triangles[at]}" v2="${triangles[second]}" v3="${triangles[third]}"/>`);
  }
  lines.push('</triangles></mesh></object>\n');
  return lines.join('\n');
}

/**
 * The nodes as objects that others are components of, deepest first, as a reader wants them. A leaf that holds one part
 * of the same name is that part's component.
 */
function treeOf(model: Model, first: number, meshId: (part: number, mirrored: boolean) => number) {
  const components = model.nodes.map((): string[] => []);
  const held = model.nodes.map((): Model['occurrences'] => []);
  for (const occurrence of model.occurrences) held[occurrence.node]?.push(occurrence);
  const lines: string[] = [];
  for (let n = model.nodes.length - 1; n >= 0; n -= 1) {
    const node = model.nodes[n];
    const here = held[n] ?? [];
    if (!node) continue;
    // Those of nodes below came in from the last to the first.
    const all = [
      ...here.map(({ part, matrix }) => {
        const mirrored = mirrors(matrix);
        const stands = transform(mirrored ? afterMirror(matrix) : matrix);
        return `<component objectid="${meshId(part, mirrored)}" transform="${stands}"/>`;
      }),
      ...(components[n] ?? []).reverse(),
    ];
    const [only] = here;
    if (all.length === 0) continue;
    if (n > 0 && all.length === 1 && only && model.parts[only.part]?.name === node.name) {
      components[node.parent]?.push(all[0] ?? '');
      continue;
    }
    const id = first + n;
    lines.push(
      `<object id="${id}" type="model" name="${quoted(node.name)}"><components>${all.join('')}</components></object>\n`,
    );
    if (node.parent >= 0) components[node.parent]?.push(`<component objectid="${id}"/>`);
  }
  return { xml: lines.join(''), whole: first };
}

/** 3MF in millimetres: each shape once, the tree as components with their names, colours as materials. */
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
    'xmlns="http://schemas.microsoft.com/3dmanufacturing/core/2015/02">\n',
    `<metadata name="Title">${quoted(model.nodes[0]?.name ?? '')}</metadata>\n`,
    '<metadata name="Application">Commonwright</metadata>\n<resources>\n',
    materials.xml,
  ].map((text) => encoder.encode(text));
  for (const [n, part] of model.parts.entries()) {
    for (const mirrored of [false, true]) {
      const id = meshId(n, mirrored);
      if (used.has(id)) chunks.push(encoder.encode(meshObject(id, part, materials.of(part), mirrored)));
    }
  }
  chunks.push(
    encoder.encode(`${tree.xml}</resources>\n<build><item objectid="${tree.whole}"/></build>\n</model>\n`),
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
