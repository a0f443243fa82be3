import { t } from '../catalogue/buildTexts.ts';
import { PageFrame } from '../ui/page.tsx';

export function ShelfPage() {
  return <PageFrame title={t.shelf.title}>{null}</PageFrame>;
}
