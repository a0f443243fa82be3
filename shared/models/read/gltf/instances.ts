import { refused } from '../findings.ts';
import type { Accessors } from './accessors.ts';
import { type JsonObject, objectIn } from './json.ts';

/** The extension by which one node stands many times; see the Khronos registry of glTF extensions. */
export const INSTANCING = 'EXT_mesh_gpu_instancing';

/**
 * Where the mesh of a node stands within it, as nodes of their own say it. Null: once, as usual.
 * @throws {CannotBeRead}
 */
export function instancesOf(node: JsonObject, accessors: Accessors, most: number): JsonObject[] | null {
  const instancing = objectIn(node.extensions)[INSTANCING];
  if (instancing === undefined) return null;
  const attributes = objectIn(objectIn(instancing).attributes);
  const told = (
    [
      ['translation', 'TRANSLATION', 3],
      ['rotation', 'ROTATION', 4],
      ['scale', 'SCALE', 3],
    ] as const
  ).flatMap(([key, name, width]) => {
    const index = attributes[name];
    if (index === undefined) return [];
    if (accessors.count(index) > most) throw refused('tooManyOccurrences', { most });
    const { values, count, width: found } = accessors.read(index);
    if (found !== width) throw refused('badReference', { what: name, number: found });
    return [{ key, values, count, width }];
  });
  const [first] = told;
  if (!first) return null;
  const count = Math.min(...told.map((each) => each.count));
  return Array.from({ length: count }, (_, at) =>
    Object.fromEntries(
      told.map(({ key, values, width }) => [key, [...values.subarray(at * width, (at + 1) * width)]]),
    ),
  );
}
