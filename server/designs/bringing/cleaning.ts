import { filePath } from '../../../shared/designs/fileRoles.ts';
import type { Remarks } from './tree.ts';

const JUNK: readonly RegExp[] = [
  /(^|\/)\.(git|svn|hg|idea|vscode|vs|venv|cache|pytest_cache)\//,
  /(^|\/)(__MACOSX|__pycache__|node_modules)\//,
  /(^|\/)(\.DS_Store|\._[^/]*|\.directory|Thumbs\.db|desktop\.ini|\.gitkeep|\.git)$/i,
  /\.(FCStd1|FCBak|bak|tmp|swp|blend1|lck|pyc|kicad_sch-bak|kicad_pcb-bak|dsn~)$/i,
  /~$|(^|\/)(~\$|\.~lock\.)[^/]*$/,
  /(^|\/)fp-info-cache$/,
];

/** Whether a program or a system left it behind, and nobody would miss it. */
export const isJunk = (path: string): boolean => JUNK.some((pattern) => pattern.test(path));

/** A path as the design may have it; null for one that leads out of the folder or cannot be written. */
export function cleanPath(path: string): string | null {
  const slashed = path.replaceAll('\\', '/').replace(/^(\.\/)+/, '');
  const read = filePath.safeParse(slashed.normalize('NFC'));
  return read.success ? read.data : null;
}

/** The paths that are taken, each once: junk, doubtful paths and repeats are left out with a remark. */
export class Paths {
  readonly #taken = new Map<string, string>();
  readonly #remarks: Remarks;
  #junk = 0;

  constructor(remarks: Remarks) {
    this.#remarks = remarks;
  }

  /** @returns the path under which it is taken; null where it is left out. */
  admit(given: string): string | null {
    const path = cleanPath(given);
    if (path === null) {
      this.#remarks.add('lost', printable(given), 'Its path leads out of the folder, or cannot be written.');
      return null;
    }
    if (isJunk(path)) {
      this.#junk += 1;
      return null;
    }
    const folded = path.toLowerCase();
    const other = this.#taken.get(folded);
    if (other !== undefined) {
      const sentence = `Its name differs from ${other} by capitals at most: only the first was taken.`;
      this.#remarks.add('lost', path, sentence);
      return null;
    }
    this.#taken.set(folded, path);
    return path;
  }

  /** To be called once, when all were seen. */
  tellJunk(): void {
    if (this.#junk === 0) return;
    const what = this.#junk === 1 ? '1 file' : `${this.#junk} files`;
    this.#remarks.add(
      'lost',
      '',
      `Left out: ${what} that programs leave behind (back-ups, caches, settings).`,
    );
  }
}

/** A path that may be shown, whatever it holds. */
export const printable = (path: string): string =>
  path
    .toWellFormed()
    .replaceAll(/\p{Cc}/gu, '�')
    .slice(0, 200);

/** Without the one folder that holds all: its name, and the files as they stand in it. */
export function unwrapped<File extends { path: string }>(
  files: readonly File[],
): { top: string | null; files: File[] } {
  const tops = new Set(files.map(({ path }) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '')));
  const [top = ''] = tops;
  if (tops.size !== 1 || top === '') return { top: null, files: [...files] };
  const inner = files.map((file) => ({ ...file, path: file.path.slice(top.length + 1) }));
  const deeper = unwrapped(inner);
  return { top: deeper.top ?? top, files: deeper.files };
}
