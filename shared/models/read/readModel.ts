import { type ReadLimits, USUAL_LIMITS } from '../limits.ts';
import type { Model } from '../model.ts';
import { type LengthUnit, MILLIMETRES, type ReadUnit } from '../units.ts';
import { inBytes, wasTakenForText } from './asText.ts';
import type { Beside } from './beside.ts';
import { nameFrom } from './byteText.ts';
import type { Drawing2d } from './drawing/drawing2d.ts';
import { CannotBeRead, type Finding, Findings, refused } from './findings.ts';
import { finished } from './finished.ts';
import { readGltf } from './gltf/gltf.ts';
import type { RawModel } from './rawModel.ts';
import { type ModelFormat, recognised } from './recognise.ts';
import type { OpenOcct } from './step/occt.ts';
import { readStl } from './stl.ts';

export interface ReadOptions {
  /** What the file's numbers are, where a person said so. */
  unit?: LengthUnit | null;
  limits?: Partial<ReadLimits>;
  /** The reader of solids, for STEP, IGES and BREP. */
  openOcct?: OpenOcct;
  /** What came along with the file: materials of an OBJ, numbers of a glTF. */
  beside?: Beside;
}

/** What stands in a file: a model or a drawing, in millimetres. */
export interface ReadModel {
  format: ModelFormat;
  model: Model | null;
  drawing: Drawing2d | null;
  unit: ReadUnit;
  /** What was left out or mended, for a person to know. */
  findings: Finding[];
}

/**
 * Reads a file of any format that is known, by its content first and its name second.
 * @throws {CannotBeRead} and nothing else, for whatever bytes.
 */
export async function readModel(
  bytes: ArrayBuffer | Uint8Array,
  name: string,
  options: ReadOptions = {},
): Promise<ReadModel> {
  const limits = { ...USUAL_LIMITS, ...options.limits };
  const given = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
  const findings = new Findings();
  if (given.length > limits.bytes) throw refused('tooManyBytes', { bytes: given.length, most: limits.bytes });
  if (wasTakenForText(given)) throw refused('takenForText', {});
  const content = inBytes(given);
  const format = recognised(content, name);
  try {
    // Within an archive no further one is opened.
    const zipped =
      format === '3mf' && !options.beside
        ? (await import('./zipped.ts')).modelInZip(content, name, limits)
        : null;
    if (zipped) return await readModel(zipped.bytes, zipped.name, { ...options, beside: zipped.beside });
    const found =
      format === 'dxf' || format === 'svg'
        ? await drawingFrom(content, format, limits, findings, options.unit ?? null)
        : await modelFrom(content, format, name, limits, findings, options);
    return { format, ...found, findings: findings.all() };
  } catch (error) {
    if (error instanceof CannotBeRead) throw error;
    // What asks for more than there is, or goes too deep, is the file's doing.
    if (error instanceof RangeError)
      throw refused('tooMuchMemory', { bytes: content.length, most: limits.meshBytes });
    throw error;
  }
}

type Found = Pick<ReadModel, 'model' | 'drawing' | 'unit'>;

async function modelFrom(
  bytes: Uint8Array,
  format: Exclude<ModelFormat, 'dxf' | 'svg'>,
  name: string,
  limits: ReadLimits,
  findings: Findings,
  options: ReadOptions,
): Promise<Found> {
  const title =
    nameFrom(name.replace(/^.*[\\/]/, '').replace(/\.[^.]{1,8}$/, ''), limits.nameLength) || 'Model';
  const raw = await rawFrom(bytes, format, title, limits, findings, options);
  return { ...finished(raw, options.unit ?? null, limits, findings), drawing: null };
}

/** What is small or wanted at once stands here; the rest is loaded with the first file that needs it. */
async function rawFrom(
  bytes: Uint8Array,
  format: Exclude<ModelFormat, 'dxf' | 'svg'>,
  name: string,
  limits: ReadLimits,
  findings: Findings,
  { openOcct, beside }: ReadOptions,
): Promise<RawModel> {
  switch (format) {
    case 'stl':
      return readStl(bytes, name, limits, findings);
    case 'gltf':
      return readGltf(bytes, name, limits, findings, beside);
    case 'obj':
      return (await import('./obj.ts')).readObj(bytes, name, limits, findings, beside);
    case 'ply':
      return (await import('./ply.ts')).readPly(bytes, name, limits, findings);
    case '3mf':
      return (await import('./threeMf/threeMf.ts')).readThreeMf(bytes, name, limits, findings);
    default:
      return (await import('./step/solids.ts')).readSolids(bytes, format, name, {
        limits,
        findings,
        openOcct,
      });
  }
}

async function drawingFrom(
  bytes: Uint8Array,
  format: 'dxf' | 'svg',
  limits: ReadLimits,
  findings: Findings,
  given: LengthUnit | null,
): Promise<Found> {
  if (bytes.length > limits.entityBytes)
    throw refused('tooManyBytes', { bytes: bytes.length, most: limits.entityBytes });
  const { drawing, unit } =
    format === 'dxf'
      ? (await import('./drawing/dxf.ts')).readDxf(bytes, limits, findings)
      : (await import('./drawing/svg.ts')).readSvg(bytes, limits, findings, given !== null);
  const { scaledDrawing } = await import('./drawing/drawing2d.ts');
  const own: ReadUnit = given ? { guessed: given, sure: true, why: 'given' } : unit;
  return { model: null, drawing: scaledDrawing(drawing, MILLIMETRES[own.guessed]), unit: own };
}
