import type { ViewsReader } from '../views/reader.ts';
import type { LineageLinks } from './ancestry.ts';
import { designById } from './queries.ts';
import { designSuggestions } from './talkTables.ts';

/** Links between revisions as the views know them; each design is asked for once. */
export function lineageLinks(views: ViewsReader): LineageLinks {
  const adopted = new Map<string, ReturnType<LineageLinks['adoptedWhole']>>();
  const look = (designId: string) =>
    views
      .all(designSuggestions, "where designId = ? and status = 'adopted'", designId)
      .flatMap(({ fromDesign, fromRevision, inRevision }) =>
        inRevision === null ? [] : [{ from: { designId: fromDesign, revision: fromRevision }, inRevision }],
      );
  return {
    forkedFrom: (designId) => designById(views, designId)?.forkedFrom ?? null,
    adoptedWhole: (designId) => {
      const found = adopted.get(designId) ?? look(designId);
      adopted.set(designId, found);
      return found;
    },
  };
}
