import { escaped } from './markup.ts';

/** A design, and one of its revisions; null: whichever is the newest then. */
export interface NamedRevision {
  designId: string;
  revision: number | null;
}

/** CSS pixels of a frame that shows a design, where nobody wishes another size. */
export const USUAL_FRAME = { width: 720, height: 540 };

/** The path of the page of a design. */
export const designPath = ({ designId, revision }: NamedRevision): string =>
  `/designs/${designId}${revision === null ? '' : `/revisions/${revision}`}`;

/** The HTML that shows a design in another site's page. @param origin of this program. */
export function frameCode(origin: string, of: NamedRevision, title: string, size = USUAL_FRAME): string {
  const address = escaped(`${origin}/embed${designPath(of)}`);
  return `<iframe src="${address}" width="${size.width}" height="${size.height}" title="${escaped(title)}" loading="lazy" referrerpolicy="no-referrer" allowfullscreen></iframe>`;
}
