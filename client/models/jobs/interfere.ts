import { type Interferences, interferences } from '../../../shared/assemblies/interferences.ts';
import { solve } from '../../../shared/assemblies/solve.ts';
import type { Done } from '../done.ts';
import { solidsHere } from '../solids.ts';
import { type AskedAssembly, modelOptions, refusing, sourcesOf } from './assemble.ts';

/**
 * What runs into each other in an assembly, looked for as long as that.
 * @throws {CannotBeDone} `tooManyPieces`: more than can be shown.
 */
export async function interfere(asked: AskedAssembly & { seconds: number }): Promise<Done<Interferences>> {
  const solved = solve(asked.content, sourcesOf(asked), asked.choices);
  const solids = await solidsHere();
  const end = performance.now() + asked.seconds * 1000;
  const isEnough = () => performance.now() > end;
  const told = refusing(() => interferences(solved, solids, { ...modelOptions(asked), isEnough }));
  return { told, moved: [] };
}
