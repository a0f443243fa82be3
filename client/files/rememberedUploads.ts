const KEY = 'uploads';
/** Older ones have been swept away by the server. */
const MOST = 200;

/** The same file chosen again is known by what a browser tells of it. */
const nameOf = ({ name, size, lastModified }: File): string => `${size}:${lastModified}:${name}`;

/** Under which id this file began to be sent in, in this browser; null where it did not. */
export const rememberedUpload = (file: File): string | null =>
  read().find(([name]) => name === nameOf(file))?.[1] ?? null;

export function rememberUpload(file: File, uploadId: string): void {
  write([...without(file), [nameOf(file), uploadId]]);
}

export function forgetUpload(file: File): void {
  write(without(file));
}

const without = (file: File) => read().filter(([name]) => name !== nameOf(file));

type Entry = [name: string, uploadId: string];

const isEntry = (value: unknown): value is Entry =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');

function read(): Entry[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isEntry) : [];
  } catch {
    // A browser that keeps nothing begins anew.
    return [];
  }
}

function write(entries: Entry[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(entries.slice(-MOST)));
  } catch {
    // As above.
  }
}
