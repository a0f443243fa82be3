import { t } from '../catalogue/designTexts.ts';
import { EmptyState } from '../ui/emptyState.tsx';
import { PageFrame } from '../ui/page.tsx';

/** Drawn while it is being built. */
export function RelationsPage() {
  return (
    <PageFrame title={t.lineage.machines}>
      <EmptyState text={t.lineage.machines} />
    </PageFrame>
  );
}
