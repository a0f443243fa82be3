import type { AssemblySources } from '../../../shared/assemblies/assembly.ts';
import { solve } from '../../../shared/assemblies/solve.ts';
import type { DraftContent } from '../../../shared/designs/content.ts';
import type { Contradiction } from '../../../shared/designs/contradictionView.ts';

/** How many things stand against a design's model: the workbench says which, and why. */
export function modelProblems(
  content: Pick<DraftContent, 'parameters' | 'instances' | 'mates'>,
  sources: AssemblySources,
): Contradiction[] {
  if (content.instances.length === 0) return [];
  const { length } = solve(content, sources).problems;
  if (length === 0) return [];
  const sentence =
    length === 1
      ? 'One thing stands against the model: the workbench says what.'
      : `${length} things stand against the model: the workbench says what.`;
  return [{ kind: 'modelProblems', sentence, at: [['instances']], values: [String(length)] }];
}
