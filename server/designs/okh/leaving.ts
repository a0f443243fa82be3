import type { DraftContent } from '../../../shared/designs/content.ts';
import type { PlainTable } from './manifest.ts';

/** Who built a design, as far as manifests tell it. */
export interface Built {
  /** Somebody made one; somebody did who is at home elsewhere than the design. */
  made: boolean;
  independently: boolean;
  /** Each build, for the field of ours. */
  replications: PlainTable[];
}

/** A revision that leaves in an exchange format. */
export interface Leaving {
  content: DraftContent;
  revision: number;
  /** Where the design is read: stands for a repository where it has none. */
  url: string;
  /** Names of those who published it, where its content names nobody. */
  authors: readonly string[];
  /** Who built it, as Markdown; null or left out: nobody has. */
  replications?: string | null;
  /** The same for the manifests; left out: nobody asks. */
  built?: Built;
  /** Paths of files that are written beside the manifest and only retell it. */
  beside: { partsList?: string; instructions?: string; readme?: string; others: readonly string[] };
}
