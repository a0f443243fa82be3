import type { Comparison, OneSide } from '../../../shared/models/compare/compareModels.ts';
import type { Model } from '../../../shared/models/model.ts';
import { DENSITIES } from '../../../shared/modules/materials.ts';

/** Red, green and blue of what came and what went, told apart in lightness too. */
export const ADDED = [0.36, 0.6, 0.2] as const;
export const REMOVED = [0.86, 0.36, 0.1] as const;

/** The node above all that is in both, or was only looked for among the new. */
export const STAYED = 'stayed';

/** One model of what is different: all of the newer one to be ghosted, and in it what came and what went. */
export function differenceModel(after: Model, { added, removed }: Comparison, name: string): Model {
  const whole: Model = {
    parts: [],
    occurrences: [],
    nodes: [{ id: '', name, parent: -1, instance: null, line: null, step: null }],
  };
  put(whole, after, STAYED, null);
  put(whole, added.model, 'added', ADDED);
  put(whole, removed.model, 'removed', REMOVED);
  return whole;
}

/** Puts a model below a node of its own. */
function put(
  whole: Model,
  { parts, occurrences, nodes }: Model,
  id: string,
  colour: typeof ADDED | typeof REMOVED | null,
) {
  const [firstPart, firstNode] = [whole.parts.length, whole.nodes.length];
  for (const part of parts) whole.parts.push(colour ? { ...part, colour } : part);
  for (const [index, node] of nodes.entries())
    whole.nodes.push({
      ...node,
      id: index === 0 ? id : `${id}/${node.id}`,
      parent: index === 0 ? 0 : node.parent + firstNode,
    });
  for (const { part, matrix, node } of occurrences)
    whole.occurrences.push({ part: part + firstPart, matrix, node: node + firstNode });
}

/** A part with what of it came or went. */
export interface ChangedPart {
  name: string;
  times: number;
  /** Cubic millimetres and kilograms of all of them; the mass null where no material is known. */
  volume: number;
  mass: number | null;
}

/** What came, or went, by the names of parts; the most first. */
export function changedParts({ model }: OneSide): ChangedPart[] {
  const byName = new Map<string, ChangedPart>();
  for (const { part, node } of model.occurrences) {
    const own = model.parts[part];
    const name = model.nodes[node]?.name || own?.name || '';
    const before = byName.get(name) ?? { name, times: 0, volume: 0, mass: 0 };
    const volume = own?.volume ?? 0;
    const mass = own?.material ? volume * DENSITIES[own.material] : null;
    byName.set(name, {
      name,
      times: before.times + 1,
      volume: before.volume + volume,
      mass: mass === null || before.mass === null ? null : before.mass + mass,
    });
  }
  return [...byName.values()].toSorted((one, other) => other.volume - one.volume);
}
