import { t } from '../catalogue/designTexts.ts';
import { EmptyState } from '../ui/emptyState.tsx';
import { PageFrame } from '../ui/page.tsx';

/** Drawn while it is being built. */
export function ManualPage() {
  return (
    <PageFrame title={t.designs.one}>
      <EmptyState text={t.designs.one} />
    </PageFrame>
  );
}
