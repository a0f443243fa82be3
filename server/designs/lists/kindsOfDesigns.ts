import type { ViewsReader } from '../../views/reader.ts';
import { singleCodes } from './kindCodes.ts';

const row = { designId: 'text', kinds: 'text?', uses: 'text' } as const;
const NEWEST = `select designRevisions.designId as designId, kinds, uses from designs
  cross join designRevisions on version = designs.designId || ':' || latest`;

/**
 * What stands in the newest parts list of every design: the codes of its parts, and the designs that it pins. Null where
 * its content is gone.
 */
export function kindsOfDesigns(views: ViewsReader): { designId: string; parts: Set<string> | null }[] {
  return views.ask(row, NEWEST).map(({ designId, kinds, uses }) => {
    if (kinds === null) return { designId, parts: null };
    const pinned: string[] = JSON.parse(uses);
    const designs = pinned.map((version) => version.slice(0, version.lastIndexOf(':')));
    return { designId, parts: new Set([...singleCodes(kinds), ...designs]) };
  });
}
