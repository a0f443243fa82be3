import { Readable } from 'node:stream';
import canonicalize from 'canonicalize';
import { LRUCache } from 'lru-cache';
import { type DesignContent, ledOn } from '../../shared/designs/content.ts';
import type { FileStore } from '../files/store.ts';
import { HttpProblem } from '../http/problem.ts';
import type { Contents } from '../views/projection.ts';

/** Contents of revisions: written once, read often, never changed. */
export interface DesignContents {
  /** What a revision says; null where its bytes were withdrawn. Do not change it: others read the same object. */
  read(contentId: string): DesignContent | null;
  /**
   * Keeps a content as canonical JSON (RFC 8785): the same content has the same id everywhere.
   * @throws {HttpProblem} file-withdrawn
   */
  write(content: DesignContent): Promise<string>;
}

/** Publishing asks for the id of a content, and writes it right after: it is spelt out once. */
const spelt = new WeakMap<DesignContent, string>();

/** Characters that a content has, more or less: told without writing it out. */
function roughSize({ parts, steps, instances, mates, files, story }: DesignContent): number {
  let entries = parts.length + steps.length + instances.length + mates.length + files.length;
  for (const { alternatives } of instances) entries += alternatives.length;
  return 1000 + 300 * entries + story.length;
}

/** A content as it is kept, by RFC 8785. It must not be changed afterwards. */
export function canonicalText(content: DesignContent): string {
  const text = spelt.get(content) ?? canonicalize(content);
  if (text === undefined) throw new Error('The content of a design cannot be written as JSON.');
  spelt.set(content, text);
  return text;
}

/** Characters of JSON that are kept unfolded: some hundred middling designs. */
const KEPT_CHARACTERS = 40_000_000;

/** @param isWithdrawn whether a content was withdrawn: it is not read from memory either, and not written again. */
export function designContents(
  contents: Contents,
  files: Pick<FileStore, 'take' | 'claim'>,
  isWithdrawn: (contentId: string) => boolean = () => false,
): DesignContents {
  const known = new LRUCache<string, DesignContent>({
    maxSize: KEPT_CHARACTERS,
    sizeCalculation: roughSize,
  });
  return {
    read: (contentId) => {
      if (isWithdrawn(contentId)) return null;
      const kept = known.get(contentId);
      if (kept) return kept;
      const content = contentFrom(contents.read(contentId));
      if (content) known.set(contentId, content);
      return content;
    },
    write: async (content) => {
      const { fileId } = await files.take(
        Readable.from([Buffer.from(canonicalText(content))]),
        async (whole) => {
          if (isWithdrawn(whole.fileId)) throw new HttpProblem('file-withdrawn');
        },
      );
      return fileId;
    },
  };
}

/** A content as today's release knows it, from what was once written; null for nothing. Older formats are led on here. */
export function contentFrom(json: unknown): DesignContent | null {
  if (typeof json !== 'object' || json === null || !('format' in json)) return null;
  // It was checked by its schema before it was written, and its name vouches for its bytes.
  return ledOn(json as DesignContent);
}
