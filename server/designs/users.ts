import type { ViewsReader } from '../views/reader.ts';

/** Designs that are told of one new revision; more use it than anybody looks after. */
const MOST = 2000;

/** Designs whose newest revision names an older revision than this one in its own parts list. */
export function designsUsing(views: ViewsReader, designId: string, revision: number): string[] {
  const sql = `select distinct designRevisions.designId as designId
    from designPins
    join designRevisions on designRevisions.version = designPins.pinning
    join designs on designs.designId = designRevisions.designId and designs.latest = designRevisions.number
    where designPins.pinnedDesign = ? and designPins.pinnedRevision < ?
    order by designRevisions.designId limit ${MOST}`;
  return views.ask({ designId: 'text' }, sql, designId, revision).map((row) => row.designId);
}
