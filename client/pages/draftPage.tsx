import { t } from '../catalogue/designTexts.ts';
import { EmptyState } from '../ui/emptyState.tsx';
import { PageFrame } from '../ui/page.tsx';

/** Drawn while it is being built. */
export function DraftPage() {
  return (
    <PageFrame title={t.draft.one}>
      <EmptyState text={t.draft.one} />
    </PageFrame>
  );
}
