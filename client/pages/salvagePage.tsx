import { t } from '../catalogue/buildTexts.ts';
import { PageFrame } from '../ui/page.tsx';

export function SalvagePage() {
  return <PageFrame title={t.shelf.title}>{null}</PageFrame>;
}
