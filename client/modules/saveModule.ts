import type { WrittenFormat } from '../../shared/models/write/writeModel.ts';
import type { Module } from '../../shared/modules/module.ts';
import type { ShopFile } from '../../shared/shop/shopPapers.ts';
import { t } from '../catalogue/designTexts.ts';
import { lengthUnits } from '../measures/lengthUnits.ts';
import { type Models, openModels } from '../models/models.ts';
import { fileName, save } from '../models/save.ts';
import type { ModuleValues } from './values.ts';
import { moduleName } from './words.ts';

/** What a module at some values is asked for. */
export interface Wanted {
  module: Module;
  values: ModuleValues;
}

async function withModels<Told>(ask: (models: Models) => Promise<Told>): Promise<Told> {
  const models = openModels();
  try {
    return await ask(models);
  } finally {
    models.end();
  }
}

const forShop = ({ module, values }: Wanted) => ({
  of: { kind: 'module' as const, module: module.id, values },
  options: {
    design: moduleName(module.id),
    paper: lengthUnits.value === 'in' ? ('letter' as const) : ('a4' as const),
    words: t.shop.papers,
  },
});

/** Every paper of the shop by itself. @throws {CannotBeDone} */
export const papersOf = (wanted: Wanted): Promise<ShopFile[]> =>
  withModels((models) => models.ask('shopFiles', forShop(wanted)));

/** Saves all papers as one archive. @throws {CannotBeDone} */
export async function saveAllPapers(wanted: Wanted): Promise<void> {
  const bytes = await withModels((models) => models.ask('shop', forShop(wanted)));
  save(bytes, fileName(moduleName(wanted.module.id), 'zip'), 'application/zip');
}

const TYPES: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  csv: 'text/csv',
  dxf: 'image/vnd.dxf',
};

/** Saves one of the papers. */
export function savePaper({ path, text }: ShopFile): void {
  const name = path.split('/').at(-1) ?? path;
  save(text, name, TYPES[name.split('.').at(-1) ?? ''] ?? 'text/plain');
}

/** Saves the solid as a file. @throws {CannotBeDone} */
export async function saveModel({ module, values }: Wanted, format: WrittenFormat): Promise<void> {
  const [bytes, { fileOf }] = await Promise.all([
    withModels(async (models) => {
      const model = await models.ask('modelOfModule', { module: module.id, values });
      return models.ask('write', { model, format, choice: { nodes: null, step: null } });
    }),
    import('../../shared/models/write/writeModel.ts'),
  ]);
  const { ending, type } = fileOf(format);
  save(bytes, fileName(moduleName(module.id), ending), type);
}
