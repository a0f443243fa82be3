import { distinctManifests, isManifestName } from '../okh/find.ts';
import type { ReadManifest } from '../okh/manifest.ts';
import { readManifest } from '../okh/read.ts';
import { extensionOf, nameOf, type Remarks, type Tree, type TreeFile, textOf } from './tree.ts';

/** A manifest that was found, and what it says. */
export interface FoundManifest {
  path: string;
  read: ReadManifest;
}

const MOST_BYTES = 10_000_001;
/** Files of other names that are looked into. */
const MOST_SNIFFED = 300;
const SNIFFED_BYTES = 20_000;

/**
 * The manifests of a folder, the outermost first: by their names, and by what they say where people named them for the
 * thing. One that cannot be read is told.
 */
export async function manifestsOf(
  tree: Tree,
  { remarks, signal }: { remarks: Remarks; signal: AbortSignal },
): Promise<FoundManifest[]> {
  const sniffed = new Set<string>();
  const others = tree.files.filter(
    ({ path }) => ['yml', 'yaml', 'toml'].includes(extensionOf(path)) && !isManifestName(path),
  );
  for (const file of others.slice(0, MOST_SNIFFED)) {
    const start = await tree.start(file, SNIFFED_BYTES);
    if (start && isLikely(textOf(start) ?? '')) sniffed.add(file.path);
  }
  const byName = distinctManifests(tree.files.map(({ path }) => path));
  const depth = (path: string) => path.split('/').length;
  const paths = [...byName, ...sniffed].sort((one, other) => depth(one) - depth(other));
  const found: FoundManifest[] = [];
  for (const path of paths) {
    signal.throwIfAborted();
    const file = tree.files.find((each) => each.path === path);
    const read = file && (await readFrom(tree, file));
    if (!read) continue;
    if (read.kind === 'read') found.push({ path, read });
    else remarks.add('lost', path, read.sentence);
  }
  return found;
}

async function readFrom(tree: Tree, file: TreeFile): Promise<ReturnType<typeof readManifest> | null> {
  const bytes = await tree.start(file, MOST_BYTES);
  return bytes && readManifest(bytes, nameOf(file.path));
}

/** The fields that only manifests have together. */
const isLikely = (text: string): boolean =>
  /^okhv\s*[=:]/m.test(text) ||
  (/^(title|name)\s*[:=]/m.test(text) &&
    /^licen[sc]e\s*[:=]/m.test(text) &&
    /^(licensor|manifest-author|project-link|documentation-home|development-stage|intended-use)\s*[:=]/m.test(
      text,
    ));
