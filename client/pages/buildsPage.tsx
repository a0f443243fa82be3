import { t } from '../catalogue/buildTexts.ts';
import { PageFrame } from '../ui/page.tsx';

/** What is being built, and what was. */
export function BuildsPage() {
  return <PageFrame title={t.builds.title}>{null}</PageFrame>;
}
