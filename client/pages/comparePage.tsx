import { t } from '../catalogue/designTexts.ts';
import { EmptyState } from '../ui/emptyState.tsx';
import { PageFrame } from '../ui/page.tsx';

/** Drawn while it is being built. */
export function ComparePage() {
  return (
    <PageFrame title={t.lineage.compare}>
      <EmptyState text={t.lineage.compare} />
    </PageFrame>
  );
}
