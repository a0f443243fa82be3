import { filesBelow, fingerprint } from './durable.ts';
import type { Findings } from './findings.ts';
import { type OnProgress, unheard } from './progress.ts';
import { storedFilesIn } from './storedFiles.ts';

/** What the log says of files. */
export interface FilesOfLog {
  named: ReadonlySet<string>;
  withdrawn: ReadonlySet<string>;
}

export interface VerifiedFiles {
  files: number;
  bytes: number;
  /** Of those that events name. */
  named: number;
  withdrawn: number;
}

/** Reads every file once and compares its hash with its name; and looks for each file that an event names. */
export async function verifyFiles(
  folder: string,
  { named, withdrawn }: FilesOfLog,
  findings: Findings,
  onProgress: OnProgress = unheard,
): Promise<VerifiedFiles> {
  const files = await storedFilesIn(folder);
  let bytes = 0;
  let done = 0;
  for (const [id, path] of files) {
    try {
      const found = await fingerprint(path);
      bytes += found.bytes;
      if (found.sha256 !== id)
        findings.add(`The file ${id} is damaged: its content has the SHA-256 ${found.sha256}.`);
    } catch (error) {
      // Withdrawn, or swept away, while this looks.
      const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      if (!isGone)
        findings.add(`The file ${id} cannot be read: ${error instanceof Error ? error.message : error}.`);
    }
    onProgress({ what: 'reading files', done: ++done, total: files.size });
  }
  const strays = (await filesBelow(folder)).length - files.size;
  if (strays > 0) findings.add(`${folder} holds ${strays} other files, which the program did not put there.`);
  for (const id of named) {
    if (!files.has(id) && !withdrawn.has(id)) findings.add(`The file ${id}, which events name, is missing.`);
  }
  return { files: files.size, bytes, named: named.size, withdrawn: withdrawn.size };
}
