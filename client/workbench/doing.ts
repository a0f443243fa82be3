import type { DraftContent } from '../../shared/designs/content.ts';

/** Makes ids and remembers them, so that what a gesture made can be chosen. */
export function newIds(make: () => string) {
  const made = new Set<string>();
  return {
    next(): string {
      const id = make();
      made.add(id);
      return id;
    },
    ofInstances: (content: Pick<DraftContent, 'instances'> | undefined): string[] =>
      (content?.instances ?? []).flatMap(({ id }) => (made.has(id) ? [id] : [])),
  };
}
