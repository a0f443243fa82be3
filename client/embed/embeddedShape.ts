import { revisionView } from '../../shared/designs/designViews.ts';
import type { PinnedRevision } from '../../shared/designs/partLines.ts';
import { addressOfFile } from '../../shared/files/kinds.ts';
import type { Model } from '../../shared/models/model.ts';
import { credentialsHere, get } from '../api.ts';
import { modelOfContent } from '../assemblies/modelOfContent.ts';
import { CannotBeDone } from '../models/done.ts';
import type { Models } from '../models/models.ts';

/** What is shown: what stands in a revision's model, or one of its files. */
export interface EmbeddedShape extends PinnedRevision {
  file: { fileId: string; name: string } | null;
}

export interface Shown {
  model: Model;
  title: string;
  /** Ids of its steps, first to last. */
  steps: string[];
}

/**
 * Reads what is shown, and puts it together in a worker.
 * @throws {CannotBeDone} where there is no such model or none can be made; `RequestFailed`.
 */
export async function readShape({ designId, revision, file }: EmbeddedShape, models: Models): Promise<Shown> {
  const { content } = await get(`/api/designs/${designId}/revisions/${revision}`, revisionView);
  if (!content) throw new CannotBeDone('withdrawn');
  const { title } = content;
  if (file) {
    const bytes = await bytesOf(file.fileId);
    const { model } = await models.ask('read', { bytes, name: file.name }, { moved: [bytes] });
    if (!model) throw new CannotBeDone('unexpected');
    return { model, title, steps: [] };
  }
  const model = await modelOfContent(content, models);
  return { model, title, steps: content.steps.map(({ id }) => id) };
}

async function bytesOf(fileId: string): Promise<ArrayBuffer> {
  const answer = await fetch(addressOfFile(fileId), { credentials: credentialsHere() }).catch(() => null);
  if (!answer?.ok) throw new CannotBeDone('offline');
  return answer.arrayBuffer();
}
