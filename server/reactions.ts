import type { Reaction } from './reactions/reaction.ts';

/** Every context's reactions. */
export const reactions: readonly Reaction[] = [];
