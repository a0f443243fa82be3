/** A file of the design that a text may show or link to. */
export interface ProseFile {
  path: string;
  fileId: string;
}

export type Target =
  /** Another site, or a mail. */
  | { to: 'elsewhere'; href: string }
  | { to: 'file'; file: ProseFile }
  /** A heading of the same text, by its slug. */
  | { to: 'heading'; slug: string };

const OPEN_SCHEMES = ['http:', 'https:', 'mailto:'];

/** Names are compared as one reads them: `./img/a%20b.JPG` is `img/a b.jpg`. */
function cleanPath(path: string): string {
  const bare = path.replace(/[?#].*$/s, '');
  let read = bare;
  try {
    read = decodeURIComponent(bare);
  } catch {
    // A per cent sign that stands for itself.
  }
  const parts: string[] = [];
  for (const part of read.replaceAll('\\', '/').split('/'))
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  return parts.join('/').toLowerCase();
}

const fileAt = (path: string, files: readonly ProseFile[]) => {
  const wanted = cleanPath(path);
  return wanted === ''
    ? undefined
    : (files.find((file) => cleanPath(file.path) === wanted) ??
        // A text that stood in a folder of its own names its neighbours without it.
        files.find((file) => cleanPath(file.path).endsWith(`/${wanted}`)));
};

/** Where a link in a text leads; null: nowhere, and then it is no link. Only http(s), mail, files and headings are. */
export function targetOf(url: string, files: readonly ProseFile[]): Target | null {
  const address = url.trim();
  if (address.startsWith('#')) return { to: 'heading', slug: slugOf(address.slice(1)) };
  if (URL.canParse(address)) {
    const { protocol, href } = new URL(address);
    return OPEN_SCHEMES.includes(protocol) ? { to: 'elsewhere', href } : null;
  }
  const file = fileAt(address, files);
  return file ? { to: 'file', file } : null;
}

/** The name of a heading in addresses: `Cut list, tubes` is `cut-list-tubes`. */
export function slugOf(heading: string): string {
  const words = heading.normalize('NFKC').toLowerCase().slice(0, 120);
  return words
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s+/g, '-');
}
