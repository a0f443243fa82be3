import type {
  FindingKind,
  FindingSaid,
  RefusalKind,
  RefusalSaid,
} from '../../../shared/models/read/findings.ts';
import type { UnitReason } from '../../../shared/models/units.ts';

const number = (value: number) => value.toLocaleString('en');
const megabytes = (bytes: number) => `${number(Math.round(bytes / 1e5) / 10)} MB`;
const count = (value: number, one: string, many: string) => `${number(value)} ${value === 1 ? one : many}`;

const findings: { [Kind in FindingKind]: (said: FindingSaid[Kind]) => string } = {
  notFinite: ({ triangles }) =>
    `${count(triangles, 'triangle has', 'triangles have')} corners that are no numbers, or far too large: left out.`,
  withoutArea: ({ triangles }) => `${count(triangles, 'triangle has', 'triangles have')} no area: left out.`,
  outOfRange: ({ triangles }) =>
    `${count(triangles, 'triangle names', 'triangles name')} corners that are not in the file: left out.`,
  cutShort: ({ announced, found }) =>
    announced > 0
      ? `The file is cut short: it announces ${number(announced)} and holds ${number(found)}. You see what is there.`
      : `The file is cut short after ${number(found)}. You see what is there.`,
  leftOver: ({ bytes }) => `Behind the model stand ${count(bytes, 'byte', 'bytes')} that belong to nothing.`,
  commaDecimals: () => 'Its numbers have commas in place of points. They were read as decimals.',
  nearCornersMerged: ({ corners }) =>
    `${count(corners, 'corner', 'corners')} lay a hair away from another and ${corners === 1 ? 'was' : 'were'} joined with it.`,
  pointsAndLines: ({ count: found }) =>
    `${count(found, 'point or line is', 'points or lines are')} not shown: only surfaces are.`,
  materialsElsewhere: ({ file }) => `Its colours stand in another file (${file}) and are not shown.`,
  texturesNotShown: () => 'Its pictures on surfaces are not shown.',
  movementNotShown: () => 'It moves, or has other poses: you see it at rest.',
  extensionNotRead: ({ name }) => `It uses “${name}”, which is not read here: something may look different.`,
  supportLeftOut: ({ objects }) =>
    `${count(objects, 'support for printing was', 'supports for printing were')} left out.`,
  emptyObjects: ({ objects }) =>
    `${count(objects, 'object has', 'objects have')} nothing that could be shown.`,
  latticeNotShown: ({ beams }) => `Its lattice of ${count(beams, 'bar', 'bars')} is not shown.`,
  treeUnmatched: ({ solids, expected }) =>
    `It holds ${count(solids, 'solid', 'solids')} where its list of products names ${number(expected)}: names may be missing.`,
  stripped: ({ elements }) =>
    `${count(elements, 'script, picture or link was', 'scripts, pictures or links were')} left out of the drawing.`,
  notDrawn: ({ kinds, count: found }) =>
    `${count(found, 'thing is', 'things are')} not drawn here: ${kinds}.`,
};

const refusals: { [Kind in RefusalKind]: (said: RefusalSaid[Kind]) => string } = {
  empty: () => 'The file is empty.',
  notRecognised: ({ name }) =>
    `“${name}” is no format that is read here. Save it as STEP, STL, 3MF, glTF, OBJ, PLY, DXF or SVG.`,
  otherProgram: ({ extension }) =>
    `Files “.${extension}” belong to one program. Export it there as STEP (solids) or 3MF (meshes).`,
  tooManyBytes: ({ bytes, most }) => `The file has ${megabytes(bytes)}; at most ${megabytes(most)} are read.`,
  tooManyTriangles: ({ triangles, most }) =>
    `It has ${number(triangles)} triangles; at most ${number(most)} are shown. Export it coarser.`,
  tooManyEntities: ({ most }) => `It is made of more than ${number(most)} things: too many to read here.`,
  tooManyOccurrences: ({ most }) => `Its parts stand in more than ${number(most)} places: too many to show.`,
  tooMuchMemory: ({ most }) =>
    `It would take more memory than ${megabytes(most)}. Export it coarser, or in parts.`,
  tooDeep: ({ most }) => `It is nested more than ${number(most)} levels deep.`,
  circular: ({ name }) => `“${name}” is said to be part of itself.`,
  cutShort: ({ announced, found }) =>
    `The file is cut short: it announces ${number(announced)} and holds ${number(found)}. Copy or download it again.`,
  noTriangles: () => 'There is no surface in it that could be shown.',
  pointsOnly: ({ points }) => `It is a cloud of ${number(points)} points without surfaces.`,
  badHeader: ({ line }) => `Line ${number(line)} is not what this format has there.`,
  badXml: ({ line, what }) => `Its XML is damaged in line ${number(line)}: ${what}`,
  hasEntities: () =>
    'It defines entities of its own, which are refused for safety. Save it anew from its program.',
  badZip: () => 'It is a damaged archive. Copy or download it again.',
  lockedZip: () => 'It is locked with a password.',
  zipBomb: ({ most }) => `Unpacked it would have more than ${megabytes(most)}.`,
  notInZip: ({ name }) => `“${name}” is missing in the archive: it is no 3MF model.`,
  severalInZip: ({ count: models, names }) =>
    `The archive holds ${number(models)} models (${names}). Take out the one that you mean.`,
  outsideFile: ({ name }) => `Part of it is in another file (${name}). Export it as one file.`,
  compressed: ({ name }) => `It is compressed (${name}), which is not read here. Export it without.`,
  version: ({ version }) => `It is of version ${version}, which is not read here.`,
  badJson: ({ what }) => `Its description is damaged: ${what}`,
  badReference: ({ what, number: index }) => `It refers to ${what} ${index}, which is not there.`,
  solidsUnreadable: ({ format }) =>
    `The solids in this ${format} file cannot be read. It may be cut short or damaged.`,
  onlyMeshes: () =>
    'Its shapes are triangles instead of solids, which STEP files seldom have. Export it as 3MF or STL.',
  noSolidReader: ({ format }) => `${format.toUpperCase()} files cannot be read in this place.`,
  binaryDrawing: () => 'It is a binary DXF. Save it as an ASCII DXF.',
  nothingDrawn: ({ kinds }) =>
    kinds === '' ? 'There is no line in the drawing.' : `There is no line in the drawing, only: ${kinds}.`,
  takenForText: () =>
    'On its way it was taken for text, and its numbers were lost. Copy or export it again, as a file.',
};

const troubles = {
  outOfTime: 'Reading took too long and was given up. The file may be too large for this device.',
  outOfMemory: 'The memory of this device does not suffice for the file.',
  unexpected: 'The file could not be read. Please report it, with the file.',
  ended: 'Reading was given up.',
};

const units: Record<UnitReason, string> = {
  given: 'You said so.',
  inFile: 'The file says so.',
  converted: 'Whatever unit the file is written in was turned into millimetres.',
  format: 'The format says so.',
  comment: 'A note in the file says so.',
  usual: 'The file does not say it; this one is usual.',
  small: 'The file does not say it. It would be smaller than a millimetre otherwise.',
  large: 'The file does not say it. In millimetres it is more than ten metres large.',
};

/** @param unit a unit in words: `an inch`. */
const writtenIn = (unit: string) => `The file says that its unit is ${unit}: it was turned into millimetres.`;

/** What is said of a file that was read, or could not be. */
export const modelReading = { findings, refusals, troubles, units, writtenIn };
