import { revisionNumber } from '../../shared/designs/partLines.ts';
import { designPath, type NamedRevision } from '../../shared/embed/frame.ts';
import { designId } from '../../shared/identifiers.ts';

const PAGE = /^(?:\/embed)?\/designs\/([^/]+)(?:\/revisions\/([^/]+))?(?:\/(?!revisions)[a-z]+)?\/?$/;

/** The design that the page at a path is about, whether it is there or not; null for other pages. */
export function designOfPath(path: string, askedRevision: string | null = null): NamedRevision | null {
  const [, id, number = askedRevision] = PAGE.exec(path) ?? [];
  const read = designId.safeParse(id);
  if (!read.success) return null;
  if (number === null) return { designId: read.data, revision: null };
  const revision = revisionNumber.safeParse(/^[1-9]\d{0,9}$/.test(number) ? Number(number) : null);
  return revision.success ? { designId: read.data, revision: revision.data } : null;
}

/** The design of an address of ours, as somebody copied it from their browser; null for any other. */
export function designOfAddress(address: string, publicOrigin: string): NamedRevision | null {
  const url = URL.parse(address);
  const isOurs = url && /^https?:$/.test(url.protocol) && url.host === new URL(publicOrigin).host;
  return isOurs ? designOfPath(url.pathname, url.searchParams.get('revision')) : null;
}

export const pageAddress = (publicOrigin: string, of: NamedRevision) => `${publicOrigin}${designPath(of)}`;
