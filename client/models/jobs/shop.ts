import type { SolvedAssembly } from '../../../shared/assemblies/assembly.ts';
import { solve } from '../../../shared/assemblies/solve.ts';
import { moduleById } from '../../../shared/modules/all.ts';
import { schemaOf, usualValues } from '../../../shared/modules/parameters.ts';
import type { ShopFile, ShopOptions } from '../../../shared/shop/shopPapers.ts';
import { CannotBeDone, type Done } from '../done.ts';
import { type AskedAssembly, sourcesOf } from './assemble.ts';

/** What is made for the shop: an assembly, or one module alone at some of its values. */
export type ForShop =
  | { kind: 'assembly'; assembly: SolvedAssembly }
  /** Put together here, with all that stands in its designs. */
  | { kind: 'content'; asked: AskedAssembly }
  | { kind: 'module'; module: string; values: Readonly<Record<string, number | string>> };

async function assemblyOf(wanted: ForShop): Promise<SolvedAssembly> {
  if (wanted.kind === 'assembly') return wanted.assembly;
  if (wanted.kind === 'content') {
    const { content, choices } = wanted.asked;
    return solve(content, sourcesOf(wanted.asked), choices);
  }
  const module = moduleById(wanted.module);
  if (!module) throw new CannotBeDone('unknownModule', { module: wanted.module });
  const values = { ...usualValues(module.parameters), ...wanted.values };
  if (!schemaOf(module.parameters).safeParse(values).success) {
    throw new CannotBeDone('outOfLimits', { module: module.id });
  }
  const [fault] = module.faults(values);
  if (fault !== undefined) throw new CannotBeDone('contradictory', { sentence: fault });
  const { aloneInAssembly } = await import('../../../shared/shop/shopPapers.ts');
  return aloneInAssembly(module, values);
}

/** Every file for the shop by itself: to show a drawing, or to save one plate. */
export async function shopFiles(asked: { of: ForShop; options: ShopOptions }): Promise<Done<ShopFile[]>> {
  const papers = await import('../../../shared/shop/shopPapers.ts');
  return { told: papers.shopFiles(await assemblyOf(asked.of), asked.options), moved: [] };
}

/** All of them as one archive. `empty`: nothing in it is made of modules. */
export async function shop(asked: {
  of: ForShop;
  options: ShopOptions;
}): Promise<Done<Uint8Array<ArrayBuffer>>> {
  const papers = await import('../../../shared/shop/shopPapers.ts');
  const files = papers.shopFiles(await assemblyOf(asked.of), asked.options);
  if (files.length === 0) throw new CannotBeDone('empty');
  const bytes = papers.zipped(files);
  return { told: bytes, moved: [bytes.buffer] };
}
