import type { SQLOutputValue } from 'node:sqlite';
import type { DraftContent } from '../../../shared/designs/content.ts';
import type { DraftHead, Publishing } from './drafts.ts';

type Row = Record<string, SQLOutputValue>;

/** What lists show of a content. */
export const shownOf = (content: DraftContent) => ({
  title: content.title,
  picture: content.files.find(({ role }) => role === 'picture')?.fileId ?? null,
});

export const baseColumns = (base: DraftHead['base']) => ({
  baseDesign: base?.designId ?? null,
  baseRevision: base?.revision ?? null,
  baseContentId: base?.contentId ?? null,
});

const textOrNull = (value: SQLOutputValue | undefined): string | null =>
  value == null ? null : String(value);

/** A draft without its content, from its row. */
export function headOf(row: Row): DraftHead {
  const [forkDesign, baseDesign] = [textOrNull(row.forkDesign), textOrNull(row.baseDesign)];
  return {
    draftId: String(row.draftId),
    owner: String(row.owner),
    version: Number(row.version),
    title: String(row.title),
    picture: textOrNull(row.picture),
    designId: textOrNull(row.designId),
    forkOf: forkDesign === null ? null : { designId: forkDesign, revision: Number(row.forkRevision) },
    base:
      baseDesign === null
        ? null
        : { designId: baseDesign, revision: Number(row.baseRevision), contentId: String(row.baseContentId) },
    savedAt: Number(row.savedAt),
  };
}

export const publishingFrom = (row: Row): Publishing => ({
  draftId: String(row.draftId),
  memberId: String(row.memberId),
  commandId: String(row.commandId),
  version: Number(row.version),
  command: JSON.parse(String(row.command)),
});
