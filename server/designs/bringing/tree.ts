import type { Readable } from 'node:stream';
import type { BringRemark } from '../../../shared/designs/bringingViews.ts';
import type { FileType } from '../../../shared/files/kinds.ts';

/** A file that was brought, already in the file store. Its path is relative to the folder, with forward slashes. */
export interface TreeFile {
  path: string;
  fileId: string;
  type: FileType;
  bytes: number;
}

/** The files of a folder, however they came, and a bounded way into them. */
export interface Tree {
  /** The name of the folder, the archive or the repository. */
  name: string;
  /** Where it can be had: a Git address; else null. */
  origin: string | null;
  files: readonly TreeFile[];
  /** The first bytes of a file, at most so many; null where it has gone. */
  start(file: TreeFile, most: number): Promise<Buffer | null>;
  /** All of a file, piece by piece; null where it has gone. Whoever asks reads it to its end or destroys it. */
  stream(file: TreeFile): Promise<Readable | null>;
}

/** Remarks of one bringing; more of one kind than anybody reads are counted instead. */
export class Remarks {
  readonly #list: BringRemark[] = [];
  #untold = 0;

  add(kind: BringRemark['kind'], at: string, sentence: string): void {
    if (this.#list.length < MOST_REMARKS) this.#list.push({ kind, at: at.slice(0, 400), sentence });
    else this.#untold += 1;
  }

  all(): BringRemark[] {
    if (this.#untold === 0) return [...this.#list];
    const sentence = `${this.#untold} more remarks are not shown.`;
    return [...this.#list, { kind: 'kept', at: '', sentence }];
  }
}
const MOST_REMARKS = 300;

export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
/** In lower case, without the dot; empty where there is none. */
export const extensionOf = (path: string): string => /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
/** Its name without the extension. */
export const stemOf = (path: string): string => nameOf(path).replace(/\.[^.]+$/, '');

/** Text as people save it: UTF-8, UTF-16 with its mark, or else Latin-1. Null for what holds zero bytes. */
export function textOf(bytes: Buffer): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** A file's text, at most so many bytes of it; null for what is none. */
export async function readText(
  tree: Tree,
  file: TreeFile,
  most: number,
): Promise<{ text: string; cut: boolean } | null> {
  const bytes = await tree.start(file, most);
  const text = bytes === null ? null : textOf(bytes);
  return text === null ? null : { text: text.replaceAll(/\r\n?/g, '\n'), cut: file.bytes > most };
}
