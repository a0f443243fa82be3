import type { BringRemark } from '../../../shared/designs/bringingViews.ts';
import type { DraftContent } from '../../../shared/designs/content.ts';
import type { FileRole } from '../../../shared/designs/fileRoles.ts';

export type Family = 'okh-v1' | 'okh-losh';

/** What YAML and TOML both can say, once dates are words. */
export type Plain = null | boolean | number | string | Plain[] | PlainTable;
export interface PlainTable {
  [key: string]: Plain;
}

/** A file of the design that a manifest names. Whether it is there, whoever has the folder knows. */
export interface NamedFile {
  path: string;
  role: FileRole;
  /** What a picture shows; may be empty. */
  words: string;
}

/** What a manifest says. */
export interface ReadManifest {
  kind: 'read';
  family: Family;
  /** What it says, and nothing else. Files are named beside it, for their bytes are not here. */
  content: Partial<Omit<DraftContent, 'files'>>;
  files: NamedFile[];
  remarks: BringRemark[];
  /** It was written by this program and says all of the design: nothing else needs to be guessed. */
  complete: boolean;
  /** Files beside it that only retell it: to be left out when it comes back. */
  leaveOut: string[];
}

/** A manifest that cannot be read, with the reason as a sentence. */
export interface UnreadableManifest {
  kind: 'unreadable';
  sentence: string;
}

/** The field that carries what the format has no place for, when a design of ours leaves. */
export const OWN_FIELD = 'commonwright';
