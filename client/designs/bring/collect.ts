import { filePath } from '../../../shared/designs/fileRoles.ts';

/** A file and its place in what is brought. */
export interface Found {
  path: string;
  file: File;
}

/** Files that are sent in one go, at most: as the server takes them. */
export const MOST_FILES = 5000;

/** Nobody needs these, and a repository's own store has thousands of them. */
const JUNK =
  /(^|\/)(\.git|node_modules|__MACOSX|\.svn|\.hg)(\/|$)|(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/;

/** Those that are worth sending, and how many are not. Paths that a design cannot have are among the latter. */
export function worthSending(found: readonly Found[]): { files: Found[]; leftOut: number } {
  const files = found.filter(({ path }) => !JUNK.test(path) && filePath.safeParse(path).success);
  return { files, leftOut: found.length - files.length };
}

/** Files that were chosen: those of a folder keep their place in it. */
export const chosenFiles = (files: Iterable<File>): Found[] =>
  [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));

/** Everything that was dropped, folders with all that is in them. */
export async function droppedFiles(transfer: DataTransfer): Promise<Found[]> {
  // What is dropped can be asked for only now, before anything is awaited.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (entries.length === 0) return chosenFiles(transfer.files);
  const found: Found[] = [];
  for (const entry of entries) await walk(entry, found);
  return found;
}

const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

async function walk(entry: FileSystemEntry, found: Found[]): Promise<void> {
  const path = entry.fullPath.replace(/^\//, '');
  if (found.length > MOST_FILES || JUNK.test(path)) return;
  if (isFile(entry)) {
    found.push({ path, file: await new Promise<File>((take, fail) => entry.file(take, fail)) });
    return;
  }
  if (!isDirectory(entry)) return;
  const reader = entry.createReader();
  // A browser tells a hundred at a time, and none at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((take, fail) => reader.readEntries(take, fail));
    if (some.length === 0) return;
    for (const each of some) await walk(each, found);
  }
}

/** What a folder of files is called: its top folder, where all are in one. */
export function nameOf(found: readonly Found[]): string {
  const tops = new Set(found.map(({ path }) => (path.includes('/') ? path.split('/')[0] : '')));
  const [only] = tops;
  return (tops.size === 1 && only ? only : (found[0]?.path ?? '')).slice(0, 200);
}
