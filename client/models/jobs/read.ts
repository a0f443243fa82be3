import { buffersOf } from '../../../shared/models/model.ts';
import { CannotBeRead } from '../../../shared/models/read/findings.ts';
import { type ReadModel, type ReadOptions, readModel } from '../../../shared/models/read/readModel.ts';
import { CannotBeDone, type Done } from '../done.ts';

/** Reads a file of any format: a model or a drawing, and what was noticed. Kinds of refusals are those of `CannotBeRead`. */
export async function read(asked: {
  bytes: ArrayBuffer;
  name: string;
  options?: Omit<ReadOptions, 'openOcct'>;
}): Promise<Done<ReadModel>> {
  try {
    const told = await readModel(asked.bytes, asked.name, {
      ...asked.options,
      openOcct: async (anew) => (await import('../occt.ts')).occtHere(anew),
    });
    return { told, moved: told.model ? buffersOf(told.model) : [] };
  } catch (error) {
    if (error instanceof CannotBeRead) throw new CannotBeDone(error.kind, error.said);
    throw error;
  }
}

/** Loads the reader of solids ahead, for a page that knows that a STEP file is coming. */
export async function warmSolidReader(): Promise<Done<null>> {
  const { occtHere } = await import('../occt.ts');
  await occtHere();
  return { told: null, moved: [] };
}
