import { t } from '../catalogue/designTexts.ts';
import { EmptyState } from '../ui/emptyState.tsx';
import { PageFrame } from '../ui/page.tsx';

/** Drawn while it is being built. */
export function DesignsPage() {
  return (
    <PageFrame title={t.designs.title}>
      <EmptyState text={t.designs.title} />
    </PageFrame>
  );
}
