import type { ReadLimits } from '../../limits.ts';
import { shown } from '../colour.ts';
import { type Findings, refused } from '../findings.ts';
import type { RawPart } from '../rawModel.ts';
import type { Accessors, Elements } from './accessors.ts';
import { indexIn, type JsonObject, listIn, numbersIn, objectIn, textIn } from './json.ts';

const TRIANGLES = 4;
const FAN = 6;

/** A part of what one mesh of a glTF shows in one material. */
export type Primitive = Omit<RawPart, 'name'> & { material: string };

interface Sources {
  json: JsonObject;
  accessors: Accessors;
  limits: ReadLimits;
  findings: Findings;
}

/** @throws {CannotBeRead} */
export function primitiveFrom(from: JsonObject, sources: Sources): Primitive | null {
  const { accessors, limits, findings } = sources;
  if (objectIn(from.extensions).KHR_draco_mesh_compression !== undefined)
    throw refused('compressed', { name: 'KHR_draco_mesh_compression' });
  const attributes = objectIn(from.attributes);
  const mode = from.mode === undefined ? TRIANGLES : (indexIn(from.mode) ?? TRIANGLES);
  if (attributes.POSITION === undefined) return null;
  if (mode < TRIANGLES || mode > FAN) {
    findings.tell({ kind: 'pointsAndLines', said: { count: accessors.count(attributes.POSITION) } });
    return null;
  }
  const announced = accessors.count(from.indices ?? attributes.POSITION);
  if (announced / (mode === TRIANGLES ? 3 : 1) > limits.triangles)
    throw refused('tooManyTriangles', { triangles: Math.floor(announced / 3), most: limits.triangles });
  if (Array.isArray(from.targets)) findings.tell({ kind: 'movementNotShown', said: {} });
  const places = accessors.read(attributes.POSITION);
  if (places.width !== 3 || places.values instanceof Uint32Array)
    throw refused('badReference', { what: 'POSITION', number: places.width });
  const corners =
    from.indices === undefined
      ? Uint32Array.from({ length: places.count }, (_, index) => index)
      : wholeNumbers(accessors.read(from.indices, true));
  return {
    positions: places.values,
    triangles: asTriangles(corners, mode),
    normals: normalsFrom(attributes.NORMAL, places.count, accessors),
    colours: coloursFrom(attributes.COLOR_0, places.count, accessors),
    ...materialOf(from.material, sources),
  };
}

const wholeNumbers = ({ values }: Elements): Uint32Array<ArrayBuffer> =>
  values instanceof Uint32Array ? values : new Uint32Array(values);

function asTriangles(corners: Uint32Array<ArrayBuffer>, mode: number): Uint32Array<ArrayBuffer> {
  if (mode === TRIANGLES)
    return corners.length % 3 === 0 ? corners : corners.slice(0, corners.length - (corners.length % 3));
  const count = Math.max(0, corners.length - 2);
  const triangles = new Uint32Array(count * 3);
  for (let at = 0; at < count; at += 1) {
    const isOdd = at % 2 === 1;
    const [a, b, c] =
      mode === FAN ? [0, at + 1, at + 2] : isOdd ? [at + 1, at, at + 2] : [at, at + 1, at + 2];
    triangles[at * 3] = corners[a] ?? 0;
    triangles[at * 3 + 1] = corners[b] ?? 0;
    triangles[at * 3 + 2] = corners[c] ?? 0;
  }
  return triangles;
}

function normalsFrom(index: unknown, count: number, accessors: Accessors): Float32Array<ArrayBuffer> | null {
  if (index === undefined) return null;
  const normals = accessors.read(index);
  return normals.count === count && normals.width === 3 && normals.values instanceof Float32Array
    ? normals.values
    : null;
}

function coloursFrom(index: unknown, count: number, accessors: Accessors): Uint8Array<ArrayBuffer> | null {
  if (index === undefined) return null;
  const { values, width, count: found } = accessors.read(index);
  if (found !== count || width < 3) return null;
  const colours = new Uint8Array(count * 3);
  for (let corner = 0; corner < count; corner += 1) {
    for (let channel = 0; channel < 3; channel += 1)
      colours[corner * 3 + channel] = Math.round(shown(values[corner * width + channel] ?? 1) * 255);
  }
  // White says nothing: exporters write it for every corner.
  return colours.every((each) => each === 255) ? null : colours;
}

function materialOf(index: unknown, { json, findings }: Sources): Pick<Primitive, 'colour' | 'material'> {
  const at = indexIn(index);
  if (at === null) return { colour: null, material: '' };
  const material = objectIn(listIn(json.materials)[at]);
  const surface = objectIn(material.pbrMetallicRoughness);
  if (surface.baseColorTexture !== undefined) findings.tell({ kind: 'texturesNotShown', said: {} });
  const factor = numbersIn(surface.baseColorFactor, 4);
  const colour = factor
    ? ([shown(factor[0] ?? 1), shown(factor[1] ?? 1), shown(factor[2] ?? 1)] as const)
    : null;
  return { colour, material: textIn(material.name) };
}
