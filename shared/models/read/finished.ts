import type { ReadLimits } from '../limits.ts';
import type { Model, ModelPart, Occurrence } from '../model.ts';
import { shapeKey } from '../shapeKey.ts';
import { guessedUnit, type LengthUnit, MILLIMETRES, type ReadUnit } from '../units.ts';
import { type CannotBeRead, type Findings, refused } from './findings.ts';
import { meshFrom } from './meshFrom.ts';
import { bytesOf, type RawModel, type RawPart } from './rawModel.ts';

/** Further out nothing is placed: a thousand kilometres in millimetres. */
const FURTHEST = 1e9;

/**
 * A model in millimetres from what a file says.
 * @param given what a person says that the file's numbers are; null: nobody was asked.
 * @throws {CannotBeRead} where nothing is left that could be shown.
 */
export function finished(
  raw: RawModel,
  given: LengthUnit | null,
  limits: ReadLimits,
  findings: Findings,
): { model: Model; unit: ReadUnit } {
  const unit: ReadUnit = given
    ? { guessed: given, sure: true, why: 'given' }
    : (raw.unit ?? guessedUnit(extentOf(raw.parts)));
  const scale = MILLIMETRES[unit.guessed];
  const numbers: (number | null)[] = [];
  const parts: ModelPart[] = [];
  for (const [index, part] of raw.parts.entries()) {
    const mesh = meshFrom(part, scale, findings);
    numbers.push(mesh ? parts.length : null);
    if (mesh)
      parts.push({
        // By what it is: of two files, or of one in two units, the first parts are not alike.
        key: `${index} ${shapeKey(mesh)}`,
        name: part.name,
        mesh,
        colour: part.colour,
        material: null,
        module: null,
        piece: null,
        licence: null,
        closed: null,
        volume: null,
      });
  }
  if (parts.length < raw.parts.length)
    findings.tell({ kind: 'emptyObjects', said: { objects: raw.parts.length - parts.length } });
  const occurrences = raw.occurrences.flatMap(({ part, matrix, node }): Occurrence[] => {
    const number = numbers[part] ?? null;
    const placed = matrix.map((value, at) => (at >= 12 && at < 15 ? value * scale : value));
    return number === null || placed.some((value) => !(Math.abs(value) < FURTHEST))
      ? []
      : [{ part: number, matrix: placed, node }];
  });
  if (occurrences.length === 0) throw withoutSurface(findings);
  const model = { parts, occurrences, nodes: raw.nodes };
  const bytes = bytesOf(model);
  if (bytes > limits.meshBytes) throw refused('tooMuchMemory', { bytes, most: limits.meshBytes });
  return { model, unit };
}

/** Where a file was cut short, that is why nothing can be shown. */
function withoutSurface(findings: Findings): CannotBeRead {
  const cut = findings.all().find((finding) => finding.kind === 'cutShort');
  return cut ? refused('cutShort', cut.said) : refused('noTriangles', {});
}

/** The largest extent of parts, in their own numbers. */
function extentOf(parts: readonly RawPart[]): number {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (const { positions } of parts) {
    for (let at = 0; at < positions.length; at += 1) {
      const value = positions[at] ?? 0;
      const axis = at % 3;
      if (!(Math.abs(value) < 1e12)) continue;
      if (value < (low[axis] ?? 0)) low[axis] = value;
      if (value > (high[axis] ?? 0)) high[axis] = value;
    }
  }
  return Math.max(0, ...high.map((value, axis) => value - (low[axis] ?? 0)).filter(Number.isFinite));
}
