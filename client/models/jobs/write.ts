import type { Model } from '../../../shared/models/model.ts';
import type { Choice } from '../../../shared/models/write/chosenNodes.ts';
import type { WrittenFormat } from '../../../shared/models/write/writeModel.ts';
import { CannotBeDone, type Done } from '../done.ts';

/** A file of a model, or of some of its nodes, or of a step. `empty`, `tooLarge`, `notFinite` say why there is none. */
export async function write(asked: {
  model: Model;
  format: WrittenFormat;
  choice: Choice;
}): Promise<Done<Uint8Array<ArrayBuffer>>> {
  const [{ writeModel }, { NotWritten }] = await Promise.all([
    import('../../../shared/models/write/writeModel.ts'),
    import('../../../shared/models/write/notWritten.ts'),
  ]);
  try {
    const bytes = writeModel(asked.model, asked.format, asked.choice);
    return { told: bytes, moved: [bytes.buffer] };
  } catch (error) {
    throw error instanceof NotWritten ? new CannotBeDone(error.kind, error.said) : error;
  }
}
