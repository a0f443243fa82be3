import type { AskedAssembly } from '../models/jobs/assemble.ts';
import type { Workbench } from './bench.ts';

/** What the worker needs to put a bench's model together; null where there is nothing yet. */
export function assemblyToSend(bench: Workbench, files: AskedAssembly['files']): AskedAssembly | null {
  const content = bench.content.peek();
  if (!content) return null;
  const { title, licence, parameters, instances, mates, parts } = content;
  const designs = bench.designs
    .below(content)
    .map(({ pin, content: inner }) => [`${pin.designId}/${pin.revision}`, inner] as const);
  return {
    content: { title, licence, parameters, instances, mates, parts },
    designs: Object.fromEntries(designs),
    choices: {},
    files,
  };
}
