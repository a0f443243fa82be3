import { t } from '../catalogue/workshopTexts.ts';
import { server } from '../session.ts';
import { PageFrame } from '../ui/page.tsx';
import { FoundAnother } from '../workshops/foundAnother.tsx';
import { FoundFirst } from '../workshops/foundFirst.tsx';

const words = t.account.found;

/** The first visit of a new server; later the founding of further workshops. */
export function FoundPage() {
  const first = server.value?.founded === false;
  return (
    <PageFrame title={first ? words.title : words.anotherTitle}>
      {first ? <FoundFirst /> : <FoundAnother />}
    </PageFrame>
  );
}
