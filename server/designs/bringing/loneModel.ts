import { type LengthUnit, lengthUnit } from '../../../shared/assemblies/instances.ts';
import { CannotBeRead } from '../../../shared/models/read/findings.ts';
import { readModel } from '../../../shared/models/read/readModel.ts';
import { formatByName, type ModelFormat } from '../../../shared/models/read/recognise.ts';
import type { ReadUnit } from '../../../shared/models/units.ts';
import { type Remarks, stemOf, type Tree, type TreeFile } from './tree.ts';

/** A model file that stands alone in its folder, and what its numbers are taken for. */
export interface LoneModel {
  path: string;
  unit: LengthUnit;
}

/** The same thing in several formats: the first of these says most of it. */
const RANK: readonly ModelFormat[] = ['step', '3mf', 'gltf', 'iges', 'brep', 'obj', 'ply', 'stl'];
/** What is larger would keep others waiting. */
const MOST_BYTES = 30_000_000;
const LIMITS = {
  triangles: 700_000,
  meshBytes: 100_000_000,
  unpackedBytes: 100_000_000,
  entities: 300_000,
  entityBytes: 3_000_000,
  occurrences: 20_000,
  parts: 5000,
};

/** The one model of a folder. Null: there is none, there are several, or nobody can say how large it is. */
export async function loneModelOf(
  tree: Tree,
  files: readonly TreeFile[],
  { remarks, signal }: { remarks: Remarks; signal: AbortSignal },
): Promise<LoneModel | null> {
  const models = files
    .map((file) => ({ file, rank: RANK.indexOf(formatByName(file.path) ?? 'svg') }))
    .filter(({ rank }) => rank >= 0)
    .sort((one, other) => one.rank - other.rank);
  const names = new Set(models.map(({ file }) => stemOf(file.path).toLowerCase()));
  const [first] = models;
  if (!first || names.size !== 1) return null;
  signal.throwIfAborted();
  const { path } = first.file;
  const found = await unitOf(tree, first.file, remarks);
  const unit = lengthUnit.safeParse(found?.guessed);
  if (!found || !unit.success) return null;
  const doubt = found.sure ? '' : ' Where they are something else, say so in the workbench.';
  remarks.add('recognised', path, `It stands as the model; its numbers are taken for ${unit.data}.${doubt}`);
  return { path, unit: unit.data };
}

async function unitOf(tree: Tree, file: TreeFile, remarks: Remarks): Promise<Omit<ReadUnit, 'why'> | null> {
  const format = formatByName(file.path);
  // Readers of solids give millimetres, whatever the file counts in.
  if (format === 'step' || format === 'iges' || format === 'brep') return { guessed: 'mm', sure: true };
  if (file.bytes > MOST_BYTES) {
    remarks.add(
      'kept',
      file.path,
      'It is too large to be looked into: add it to the model in the workbench.',
    );
    return null;
  }
  const bytes = await tree.start(file, file.bytes);
  if (bytes === null) return null;
  try {
    const { model, unit } = await readModel(new Uint8Array(bytes), file.path, { limits: LIMITS });
    return model && unit;
  } catch (error) {
    if (!(error instanceof CannotBeRead)) throw error;
    remarks.add('kept', file.path, 'It could not be read as a model.');
    return null;
  }
}
