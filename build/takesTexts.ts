import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** What a source imports of ours when it is loaded; types alone are no part of the program. */
const importedBy = (file: string, source: string) =>
  Array.from(source.matchAll(/^(?:import|export) (?!type )[^;']*?'(\.[^']+\.tsx?)'/gm), ([, path = '']) =>
    resolve(file, '..', path),
  );

/**
 * Whether a module of ours, or anything that is loaded with it, takes its texts of a catalogue: such a module must not
 * stand in one file with what pages load that have not waited for that catalogue.
 * @param catalogue the file's name: `workshopTexts.ts`.
 */
export function takesTexts(catalogue: string): (file: string) => boolean {
  const taking = new RegExp(
    String.raw`^import \{[^}]*\bt\b[^}]*\} from '[^']*/${catalogue.replace('.', '\\.')}'`,
    'm',
  );
  const loaded = new Map<string, { takes: boolean; imports: string[] }>();
  const read = (file: string) => {
    const known = loaded.get(file);
    if (known) return known;
    const source = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const told = { takes: taking.test(source), imports: importedBy(file, source) };
    loaded.set(file, told);
    return told;
  };
  return (file) => {
    const seen = new Set<string>();
    const asked = [file];
    for (let next = asked.pop(); next !== undefined; next = asked.pop()) {
      if (seen.has(next) || !/[\\/]client[\\/].*\.tsx?$/.test(next)) continue;
      seen.add(next);
      const { takes, imports } = read(next);
      if (takes) return true;
      asked.push(...imports);
    }
    return false;
  };
}
