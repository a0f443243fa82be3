import './drawing.css';
import { useMemo, useState } from 'preact/hooks';
import { type LineageView, lineageView } from '../../../shared/designs/lineageViews.ts';
import { t } from '../../catalogue/designTexts.ts';
import { deferred } from '../../frame/deferred.tsx';
import { useResource } from '../../resource.ts';
import { PageSection } from '../../ui/page.tsx';
import { Shown } from '../../ui/shown.tsx';
import { DrawnOrListed } from './drawnOrListed.tsx';
import { familyOf } from './family.ts';
import { FamilyList } from './familyList.tsx';

const words = t.lineage.graph;
// What lays graphs out is large; a telephone shows the list.
const FamilyDrawing = deferred(async () => (await import('./familyDrawing.tsx')).FamilyDrawing);

/** Where a design comes from and what became of it: drawn, and as a list. */
export function LineageSection({ designId }: { designId: string }) {
  const lineage = useResource(`/api/designs/${designId}/lineage`, lineageView, [`design-${designId}`]);
  return (
    <PageSection title={words.title}>
      <Shown resource={lineage}>
        {(view) =>
          view.designs.length > 1 ? <Family view={view} here={designId} /> : <p class="soft">{words.alone}</p>
        }
      </Shown>
    </PageSection>
  );
}

function Family({ view, here }: { view: LineageView; here: string }) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const branches = useMemo(() => familyOf(view, here, opened), [view, here, opened]);
  const open = (designId: string) => setOpened(new Set(opened).add(designId));
  const props = { branches, here, onOpen: open };
  return (
    <>
      <DrawnOrListed
        drawing={() => <FamilyDrawing view={view} {...props} />}
        drawLabel={words.drawing}
        list={<FamilyList {...props} />}
        listLabel={words.list}
      />
      {view.cut && <p class="soft">{words.cut}</p>}
    </>
  );
}
