import type { AssemblyView } from '../../shared/assemblies/assemblyView.ts';
import type { DesignContent } from '../../shared/designs/content.ts';
import type { Contradiction } from '../../shared/designs/contradictionView.ts';
import type { PinnedRevision } from '../../shared/designs/partLines.ts';

/** What contradicts itself in a draft, and what stands against publishing it. */
export interface DraftFindings {
  contradictions: Contradiction[];
  modelProblems: Contradiction[];
  /** Sentences. */
  hindrances: string[];
}

/** What the thread is to reckon: everything that it needs comes with it. */
export interface ReckoningOrder {
  what: 'draft' | 'assembly';
  /** The content as JSON: a text goes from thread to thread quicker than what it says. */
  content: string;
  /** Every revision that stands in it, at any level. */
  designs: (PinnedRevision & { content: DesignContent })[];
}

export type Reckoned = { what: 'draft'; found: DraftFindings } | { what: 'assembly'; view: AssemblyView };
