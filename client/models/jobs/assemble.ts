import type { Choices, SolvedAssembly } from '../../../shared/assemblies/assembly.ts';
import { budgetsOf, type SupplyGroup } from '../../../shared/assemblies/budgets.ts';
import type { InstanceOf } from '../../../shared/assemblies/instances.ts';
import { modelOf, TooManyPieces } from '../../../shared/assemblies/modelOf.ts';
import { partLinesOf } from '../../../shared/assemblies/partLines.ts';
import { plainSolved } from '../../../shared/assemblies/plainSolved.ts';
import { solve } from '../../../shared/assemblies/solve.ts';
import type { DesignContent, DraftContent } from '../../../shared/designs/content.ts';
import type { PartLine } from '../../../shared/designs/partLines.ts';
import type { Model } from '../../../shared/models/model.ts';
import { fileKey } from '../../assemblies/fileKey.ts';
import { CannotBeDone, type Done } from '../done.ts';
import { solidsHere } from '../solids.ts';

/** An assembly with all that lies outside of it. */
export interface AskedAssembly {
  content: Pick<DraftContent, 'title' | 'parameters' | 'instances' | 'mates' | 'parts'> & {
    /** Tells what stands in it from what is of other designs. */
    licence?: string;
  };
  /** Contents of pinned designs, through all levels, by `designId/revision`. */
  designs: Readonly<Record<string, DesignContent>>;
  choices: Choices;
  /** What the files show, by `fileKey`. */
  files: Readonly<Record<string, Model>>;
}

export interface Assembled {
  /** Without what stands in its designs. */
  solved: SolvedAssembly;
  /** Null where only the rest was asked for. */
  model: Model | null;
  budgets: readonly SupplyGroup[];
  /** The whole parts list, as it follows from the model. */
  parts: readonly PartLine[];
}

/** Puts an assembly together. @throws {CannotBeDone} `tooManyPieces`: more than can be shown. */
export async function assemble(asked: AskedAssembly & { withModel: boolean }): Promise<Done<Assembled>> {
  const { content, choices, withModel } = asked;
  const sources = sourcesOf(asked);
  const solved = solve(content, sources, choices);
  const parts = partLinesOf(solved, content, sources, choices);
  // Meshes are kept here for the next time: the page gets copies.
  const model = withModel ? await modelHere(solved, asked) : null;
  return { told: { solved: plainSolved(solved), model, budgets: budgetsOf(solved), parts }, moved: [] };
}

export const sourcesOf = ({ designs }: Pick<AskedAssembly, 'designs'>) => ({
  designOf({ designId, revision }: { designId: string; revision: number }): DesignContent | null {
    const key = `${designId}/${revision}`;
    return Object.hasOwn(designs, key) ? (designs[key] ?? null) : null;
  },
});

async function modelHere(solved: SolvedAssembly, asked: AskedAssembly): Promise<Model> {
  const solids = await solidsHere();
  return refusing(() => modelOf(solved, solids, modelOptions(asked)));
}

/** Files are those of the content itself: a design that stands in it may have others under the same paths. */
export function modelOptions(asked: AskedAssembly) {
  const { title, licence, parts, instances } = asked.content;
  const own = new Set(
    instances.flatMap(({ of, alternatives }) => [of, ...alternatives.map((each) => each.of)]),
  );
  return {
    name: title,
    parts,
    licence: licence || null,
    licenceOf: (pin: { designId: string; revision: number }) =>
      sourcesOf(asked).designOf(pin)?.licence ?? null,
    fileModel: (of: Extract<InstanceOf, { kind: 'file' }>) =>
      own.has(of) && Object.hasOwn(asked.files, fileKey(of)) ? (asked.files[fileKey(of)] ?? null) : null,
  };
}

/** What cannot be shown, told in the way of the worker. */
export function refusing<Made>(make: () => Made): Made {
  try {
    return make();
  } catch (error) {
    if (error instanceof TooManyPieces) throw new CannotBeDone('tooManyPieces', { most: error.most });
    throw error;
  }
}
