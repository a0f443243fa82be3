import { t } from '../catalogue/designTexts.ts';
import { EmptyState } from '../ui/emptyState.tsx';
import { PageFrame } from '../ui/page.tsx';

/** Drawn while it is being built. */
export function DraftsPage() {
  return (
    <PageFrame title={t.draft.title}>
      <EmptyState text={t.draft.title} />
    </PageFrame>
  );
}
