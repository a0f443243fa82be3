import { t } from '../catalogue/designTexts.ts';
import { EmptyState } from '../ui/emptyState.tsx';
import { PageFrame } from '../ui/page.tsx';

/** Drawn while it is being built. */
export function BringPage() {
  return (
    <PageFrame title={t.draft.bring}>
      <EmptyState text={t.draft.bring} />
    </PageFrame>
  );
}
