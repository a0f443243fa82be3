import type { DesignContent, DraftContent } from '../../shared/designs/content.ts';
import type { PinnedRevision } from '../../shared/designs/partLines.ts';
import type { Workbench } from './bench.ts';

/** What the worker needs to put a bench's model together. */
export interface AssemblyToSend {
  assembly: Pick<DraftContent, 'parameters' | 'instances' | 'mates' | 'parts' | 'title'>;
  designs: { pin: PinnedRevision; content: DesignContent }[];
}

/** Null where there is nothing yet. */
export function assemblyToSend(bench: Workbench): AssemblyToSend | null {
  const content = bench.content.peek();
  if (!content) return null;
  const { parameters, instances, mates, parts, title } = content;
  return { assembly: { parameters, instances, mates, parts, title }, designs: bench.designs.below(content) };
}
