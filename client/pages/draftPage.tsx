import { t } from '../catalogue/designTexts.ts';
import { DraftEditor } from '../designs/draft/editor.tsx';
import type { PageProps } from '../routes.ts';

/** A draft: everything about a design that can be written, saved by itself. */
export function DraftPage({ params, query }: PageProps) {
  const draftId = params.draftId ?? '';
  return <DraftEditor key={draftId} draftId={draftId} first={query.section ?? ''} title={t.draft.one} />;
}
