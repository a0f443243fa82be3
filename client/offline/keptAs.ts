/** How something is called while it waits: as it is told once it is done. */
export const keptAs = (done: string): string => done.replace(/\.$/, '');
