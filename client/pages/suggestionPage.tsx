import { t } from '../catalogue/designTexts.ts';
import { EmptyState } from '../ui/emptyState.tsx';
import { PageFrame } from '../ui/page.tsx';

/** Drawn while it is being built. */
export function SuggestionPage() {
  return (
    <PageFrame title={t.lineage.suggestion}>
      <EmptyState text={t.lineage.suggestion} />
    </PageFrame>
  );
}
