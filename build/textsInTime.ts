import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { takesTexts } from './takesTexts.ts';

/** Of each list of pages: the catalogues that they wait for. */
const WAITED: Readonly<Record<string, readonly string[]>> = {
  'routes.ts': ['workshopTexts.ts'],
  'designRoutes.ts': ['designTexts.ts'],
  'buildRoutes.ts': ['buildTexts.ts'],
};
const CATALOGUES = ['workshopTexts.ts', 'designTexts.ts', 'buildTexts.ts'];

const pagesOf = (list: string) =>
  Array.from(readFileSync(list, 'utf8').matchAll(/import\('\.\/(pages\/[^']+)'\)/g), ([, page = '']) => page);

/**
 * Lets no build pass in which a page loads a file that takes texts which the page has not waited for: modules take theirs
 * when they are loaded, and a module can stand in one file with what such a page needs.
 * @param client the folder of the lists of pages.
 */
export function textsInTime(client: string): Plugin {
  return {
    name: 'texts-in-time',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = new Map(
        Object.values(bundle).flatMap((file) =>
          file.type === 'chunk' ? [[file.fileName, file] as const] : [],
        ),
      );
      const loadedWith = (fileName: string, seen = new Set<string>()): Set<string> => {
        if (!seen.has(fileName)) {
          seen.add(fileName);
          for (const next of chunks.get(fileName)?.imports ?? []) loadedWith(next, seen);
        }
        return seen;
      };
      for (const [list, waited] of Object.entries(WAITED)) {
        const pages = pagesOf(join(client, list)).map((page) => join(client, page));
        for (const catalogue of CATALOGUES.filter((each) => !waited.includes(each))) {
          const takes = takesTexts(catalogue);
          for (const { fileName, facadeModuleId } of chunks.values()) {
            if (facadeModuleId === null || !pages.includes(facadeModuleId)) continue;
            for (const file of loadedWith(fileName)) {
              const early = chunks.get(file)?.moduleIds.find(takes);
              if (early)
                this.error(
                  `${facadeModuleId} loads ${early}, which takes ${catalogue}: it has not come then.`,
                );
            }
          }
        }
      }
    },
  };
}
