import type { DraftContent } from '../../shared/designs/content.ts';
import { addressOfFile } from '../../shared/files/kinds.ts';
import type { Model } from '../../shared/models/model.ts';
import { credentialsHere } from '../api.ts';
import { CannotBeDone } from '../models/done.ts';
import type { Models } from '../models/models.ts';
import { fileKey } from './fileKey.ts';

/** Bytes of files, and of the meshes in them, that one page holds, more or less: what lies beyond is not read. */
const MOST_BYTES = 600_000_000;

/** Models in a design's own files, each read once for its content and unit. */
export class ReadFiles {
  readonly #read = new Map<string, Model | null>();
  #bytes = 0;

  /** By `fileKey`, the models that stand in a content. A file that cannot be read or fetched is missing. */
  async modelsOf(content: DraftContent, models: Models): Promise<Record<string, Model>> {
    const idOf = new Map(content.files.map(({ path, fileId }) => [path, fileId] as const));
    const found: Record<string, Model> = {};
    const placed = content.instances.flatMap(({ of, alternatives }) => [
      of,
      ...alternatives.map((each) => each.of),
    ]);
    for (const of of placed) {
      const fileId = of.kind === 'file' ? idOf.get(of.path) : undefined;
      if (of.kind !== 'file' || fileId === undefined || Object.hasOwn(found, fileKey(of))) continue;
      const key = `${fileId} ${of.unit}`;
      if (!this.#read.has(key) && this.#bytes < MOST_BYTES) await this.#readOne(key, fileId, of, models);
      const model = this.#read.get(key);
      if (model) found[fileKey(of)] = model;
    }
    return found;
  }

  async #readOne(
    key: string,
    fileId: string,
    { path, unit }: { path: string; unit: 'mm' | 'cm' | 'm' | 'in' | 'ft' },
    models: Models,
  ): Promise<void> {
    const bytes = await bytesOf(fileId);
    if (!bytes) return;
    this.#bytes += bytes.byteLength;
    try {
      const { model } = await models.ask(
        'read',
        { bytes, name: path, options: { unit } },
        { moved: [bytes] },
      );
      // Shapes that are drawn are kept by these: another file under the same path has others.
      const parts = model?.parts.map((part) => ({ ...part, key: `${fileId} ${part.key}` }));
      for (const { mesh } of parts ?? []) {
        this.#bytes += mesh.positions.byteLength + mesh.triangles.byteLength;
      }
      this.#read.set(key, model && parts ? { ...model, parts } : null);
    } catch (error) {
      if (!(error instanceof CannotBeDone)) throw error;
      if (error.kind !== 'ended') this.#read.set(key, null);
    }
  }
}

/** Null where it could not be fetched. */
async function bytesOf(fileId: string): Promise<ArrayBuffer | null> {
  try {
    const answer = await fetch(addressOfFile(fileId), { credentials: credentialsHere() });
    return answer.ok ? await answer.arrayBuffer() : null;
  } catch {
    return null;
  }
}
