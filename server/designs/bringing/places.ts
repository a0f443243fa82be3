import { folderOf, type TreeFile } from './tree.ts';

/** Finds the files that a text means by its addresses. */
export class Places {
  readonly #exact: ReadonlySet<string>;
  readonly #folded: ReadonlyMap<string, string>;

  constructor(files: readonly Pick<TreeFile, 'path'>[]) {
    this.#exact = new Set(files.map(({ path }) => path));
    this.#folded = new Map(files.map(({ path }) => [path.toLowerCase(), path]));
  }

  /** The path of the file that an address in a text means; null where it means none of these. */
  find(address: string, inFile: string): string | null {
    const plain = decoded(address.replace(/[?#].*$/s, ''));
    if (plain === '') return null;
    const hosted = HOSTED.map((pattern) => pattern.exec(plain)?.[1]).find((path) => path !== undefined);
    if (hosted === undefined && /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(plain)) return null;
    const paths =
      hosted !== undefined
        ? [hosted]
        : plain.startsWith('/')
          ? [plain.slice(1)]
          : // Some texts are written as if they stood at the top.
            [joined(folderOf(inFile), plain), joined('', plain)];
    for (const path of paths) {
      if (path === null) continue;
      if (this.#exact.has(path)) return path;
      const found = this.#folded.get(path.toLowerCase());
      if (found !== undefined) return found;
    }
    return null;
  }
}

/** Addresses under which forges show a file of a repository. */
const HOSTED: readonly RegExp[] = [
  /^https?:\/\/[^/]+\/[^/]+\/[^/]+\/(?:-\/)?(?:blob|raw)\/(?:branch\/)?[^/]+\/(.+)$/,
  /^https?:\/\/raw\.[^/]+\/[^/]+\/[^/]+\/(?:refs\/heads\/)?[^/]+\/(.+)$/,
];

function joined(folder: string, path: string): string | null {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
