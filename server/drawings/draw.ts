import type { AssemblySources } from '../../shared/assemblies/assembly.ts';
import type { InstanceOf } from '../../shared/assemblies/instances.ts';
import { modelOf } from '../../shared/assemblies/modelOf.ts';
import { solve } from '../../shared/assemblies/solve.ts';
import type { DesignContent } from '../../shared/designs/content.ts';
import { lineDrawing } from '../../shared/drawings/lineDrawing.ts';
import type { Model } from '../../shared/models/model.ts';
import { moduleById } from '../../shared/modules/all.ts';
import type { Solids } from '../../shared/modules/module.ts';
import { modelOfPieces } from '../../shared/modules/solids/modelOfPieces.ts';
import { modelOfFile } from './modelOfFile.ts';
import type { DrawingOrder } from './order.ts';

/** Pixels across. */
const WIDTHS = { small: 170, full: 640 } as const;

type FileInstance = Extract<InstanceOf, { kind: 'file' }>;

/** The text of an SVG; null: nothing stands there that could be drawn. */
export async function drawn(order: DrawingOrder, solids: Solids): Promise<string | null> {
  const model = order.kind === 'module' ? modelOfModule(order, solids) : await modelOfDesign(order, solids);
  if (!model || model.occurrences.length === 0) return null;
  return lineDrawing(model, order.view, { title: order.title, alone: true, width: WIDTHS[order.size] });
}

function modelOfModule(
  { module: id, values }: Extract<DrawingOrder, { kind: 'module' }>,
  solids: Solids,
): Model | null {
  const module = moduleById(id);
  return module ? modelOfPieces(module, module.pieces(values), solids) : null;
}

async function modelOfDesign(
  { content, designs, files, title }: Extract<DrawingOrder, { kind: 'design' }>,
  solids: Solids,
): Promise<Model> {
  const byPin = new Map(designs.map((each) => [`${each.designId}:${each.revision}`, each.content]));
  const sources: AssemblySources = {
    designOf: ({ designId, revision }) => byPin.get(`${designId}:${revision}`) ?? null,
  };
  const models = await modelsOfFiles(
    [content, ...byPin.values()],
    new Map(files.map((each) => [each.fileId, each.bytes])),
  );
  return modelOf(solve(content, sources), solids, {
    name: title,
    fileModel: (of) => models.get(of) ?? null,
  });
}

/** What stands in the files of designs, by the instances that stand for them: paths alone may mean several files. */
async function modelsOfFiles(
  contents: readonly DesignContent[],
  bytes: ReadonlyMap<string, ArrayBuffer>,
): Promise<Map<FileInstance, Model>> {
  const read = new Map<string, Model | null>();
  const models = new Map<FileInstance, Model>();
  for (const { instances, files } of contents) {
    for (const { of } of instances) {
      if (of.kind !== 'file') continue;
      const fileId = files.find(({ path }) => path === of.path)?.fileId;
      const content = fileId === undefined ? undefined : bytes.get(fileId);
      if (!content) continue;
      const key = `${fileId} ${of.unit}`;
      const model = read.get(key) ?? (read.has(key) ? null : await modelOfFile(of, content));
      read.set(key, model);
      if (model) models.set(of, model);
    }
  }
  return models;
}
