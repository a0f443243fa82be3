import { whereUsedView } from '../../../shared/designs/listViews.ts';
import { addressOf } from '../../addresses.ts';
import { speakOfBuilds } from '../../catalogue/buildTexts.ts';
import { t } from '../../catalogue/designTexts.ts';
import { deferred } from '../../frame/deferred.tsx';
import { useResource } from '../../resource.ts';
import { EmptyState } from '../../ui/emptyState.tsx';
import { PageSection } from '../../ui/page.tsx';
import { Shown } from '../../ui/shown.tsx';
import { quantityInWords } from '../figures.ts';
import type { SectionProps } from './useDesign.ts';

const words = t.designPage.used;
const DesignFigures = deferred(async () => {
  await speakOfBuilds();
  return (await import('../../network/designFigures.tsx')).DesignFigures;
});

/** Designs of which this one is a part, the nearest first; then the things that were made of it. */
export function Used({ design }: SectionProps) {
  return (
    <>
      <InDesigns design={design} />
      <DesignFigures designId={design.designId} />
    </>
  );
}

function InDesigns({ design }: Pick<SectionProps, 'design'>) {
  const view = useResource(`/api/designs/${design.designId}/where-used`, whereUsedView);
  return (
    <PageSection title={words.title}>
      <Shown resource={view}>
        {({ uses, cut }) => (
          <>
            {uses.length === 0 && <EmptyState text={words.none} />}
            <ul class="rows">
              {uses.map(({ by, revision, quantity, level }) => (
                <li key={`${by.designId}-${by.revision}-${revision}-${level}`}>
                  <a href={addressOf.design(by.designId)}>{by.title}</a>
                  <p class="soft small">
                    {words.line(quantityInWords(quantity, 'piece'), revision)}
                    {level > 1 && ` · ${words.deeper(level)}`}
                  </p>
                </li>
              ))}
            </ul>
            {cut && <p class="soft">{words.cut}</p>}
          </>
        )}
      </Shown>
    </PageSection>
  );
}
