import type { ReadManifest } from '../okh/manifest.ts';
import type { FoundManifest } from './manifests.ts';
import { folderOf, nameOf, type TreeFile } from './tree.ts';

/** The files of one design within what was brought; paths as the design has them. */
export interface FolderOfDesign {
  /** Of its folder; empty for the top. */
  name: string;
  files: TreeFile[];
  /** Its manifest, with its path among the files; null where it has none. */
  manifest: { path: string; read: ReadManifest } | null;
}

/**
 * The designs of what was brought: one for each manifest, else one of all. A folder with a manifest of its own belongs
 * to no other design; of several manifests in one folder, each has what it names and what none of the others names.
 * @param manifests the outermost first.
 */
export function designsIn(files: readonly TreeFile[], manifests: readonly FoundManifest[]): FolderOfDesign[] {
  if (manifests.length === 0) return [{ name: '', files: [...files], manifest: null }];
  const roots = [...new Set(manifests.map(({ path }) => withSlash(folderOf(path))))].sort(
    (one, other) => other.length - one.length,
  );
  const byRoot = new Map<string, TreeFile[]>(roots.map((root) => [root, []]));
  for (const file of files) {
    const root = roots.find((each) => file.path.startsWith(each));
    if (root !== undefined) byRoot.get(root)?.push({ ...file, path: file.path.slice(root.length) });
  }
  return manifests.map(({ path, read }) => {
    const root = withSlash(folderOf(path));
    const others = manifests.filter(
      (other) => other.path !== path && withSlash(folderOf(other.path)) === root,
    );
    const own = new Set(read.files.map((file) => file.path));
    const foreign = new Set(
      others.flatMap((other) => [nameOf(other.path), ...other.read.files.map((file) => file.path)]),
    );
    return {
      name: nameOf(root.slice(0, -1)),
      files: (byRoot.get(root) ?? []).filter((file) => own.has(file.path) || !foreign.has(file.path)),
      manifest: { path: nameOf(path), read },
    };
  });
}

const withSlash = (folder: string): string => (folder === '' ? '' : `${folder}/`);
