import { folderOf, nameOf, type TreeFile } from './tree.ts';

/** The files of one design within what was brought; paths as the design has them. */
export interface FolderOfDesign {
  /** Of its folder; empty for the top. */
  name: string;
  /** Its path in what was brought, with a slash at its end; empty for the top. */
  at: string;
  files: TreeFile[];
  /** The path of its manifest among its files; null where it has none. */
  manifest: string | null;
  /** Other manifests stand in the same folder. */
  shared: boolean;
}

/**
 * The designs of what was brought: one for each manifest, else one of all. A folder with a manifest of its own belongs
 * to no other design; several manifests in one folder share its files.
 * @param manifests paths of distinct manifests, the outermost first.
 */
export function designsIn(files: readonly TreeFile[], manifests: readonly string[]): FolderOfDesign[] {
  if (manifests.length === 0) return [{ name: '', at: '', files: [...files], manifest: null, shared: false }];
  const roots = [...new Set(manifests.map((path) => withSlash(folderOf(path))))].sort(
    (one, other) => other.length - one.length,
  );
  const byRoot = new Map<string, TreeFile[]>(roots.map((root) => [root, []]));
  for (const file of files) {
    const root = roots.find((each) => file.path.startsWith(each));
    if (root !== undefined) byRoot.get(root)?.push({ ...file, path: file.path.slice(root.length) });
  }
  return manifests.map((path) => {
    const at = withSlash(folderOf(path));
    const shared = manifests.some((other) => other !== path && withSlash(folderOf(other)) === at);
    return {
      name: nameOf(at.slice(0, -1)),
      at,
      files: byRoot.get(at) ?? [],
      manifest: path.slice(at.length),
      shared,
    };
  });
}

const withSlash = (folder: string): string => (folder === '' ? '' : `${folder}/`);
