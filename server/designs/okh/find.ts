/** Whether a file is called as manifests are: `okh.yml`, `okh-loom.toml`, `loom.okh.yaml`; or stands with others, `okh/loom.yml`. */
export const isManifestName = (path: string): boolean =>
  /(^|\/)(okh([-_.][^/]*)?|[^/]+[-_.]okh)\.(ya?ml|toml|json)$/i.test(path) ||
  /(^|\/)okh\/[^/]+\.(ya?ml|toml)$/i.test(path);

const familyRank = (path: string): number => (/\.toml$/i.test(path) ? 0 : 1);
const depthOf = (path: string): number => path.split('/').length;
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
const stem = (path: string): string => path.toLowerCase().replace(/\.(ya?ml|toml|json)$/, '');

/**
 * Paths of manifests among a folder's, the outermost first. Of two that differ only in their ending, the TOML comes
 * first: the newer family says more.
 */
export function manifestsIn(paths: Iterable<string>): string[] {
  return [...paths]
    .filter(isManifestName)
    .sort(
      (one, other) =>
        depthOf(one) - depthOf(other) || familyRank(one) - familyRank(other) || compare(one, other),
    );
}

/** Manifests that describe one thing each: of two families of the same one in a folder, only the first is taken. */
export function distinctManifests(paths: Iterable<string>): string[] {
  const seen = new Set<string>();
  return manifestsIn(paths).filter((path) => {
    const name = `${folderOf(path)}${stem(path.slice(folderOf(path).length))}`;
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
