import { workshopView } from '../../shared/workshops/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { Kiosks } from '../devices/kiosks.tsx';
import { Readers } from '../devices/readers.tsx';
import { useResource } from '../resource.ts';
import type { PageProps } from '../routes.ts';
import { PageFrame, PageSection } from '../ui/page.tsx';

const words = t.devices;

/** For stewards: boxes that read badges, and shared tablets. */
export function DevicesPage({ params }: PageProps) {
  const workshopId = params.workshopId ?? '';
  const workshop = useResource(`/api/workshops/${workshopId}`, workshopView, [`workshop-${workshopId}`]);
  const view = workshop.value.value;
  return (
    <PageFrame title={view ? words.titleOf(view.name) : words.title}>
      <PageSection title={words.readers}>
        <Readers workshopId={workshopId} />
      </PageSection>
      <PageSection title={words.kiosks}>
        <Kiosks workshopId={workshopId} />
      </PageSection>
    </PageFrame>
  );
}
