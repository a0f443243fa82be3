import { t } from '../catalogue/designTexts.ts';
import { EmptyState } from '../ui/emptyState.tsx';
import { PageFrame } from '../ui/page.tsx';

/** Drawn while it is being built. */
export function SuggestPage() {
  return (
    <PageFrame title={t.lineage.suggest}>
      <EmptyState text={t.lineage.suggest} />
    </PageFrame>
  );
}
