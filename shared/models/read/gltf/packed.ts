import { type JsonObject, listIn, objectIn } from './json.ts';

/** Takes apart what a bufferView keeps packed. @throws {CannotBeRead} */
export type Unpack = (packed: Uint8Array, how: JsonObject) => Uint8Array;

/** How a view or a buffer is packed by meshoptimizer, by either name of the extension; null: it is not. */
export function packedIn(extensions: unknown): JsonObject | null {
  const { EXT_meshopt_compression: first, KHR_meshopt_compression: second } = objectIn(extensions);
  return first === undefined && second === undefined ? null : objectIn(first ?? second);
}

/** Whether any view of a file is packed so. */
export const hasPacked = (json: JsonObject): boolean =>
  listIn(json.bufferViews).some((view) => packedIn(objectIn(view).extensions) !== null);
