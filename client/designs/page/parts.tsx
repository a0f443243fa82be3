import './parts.css';
import { useState } from 'preact/hooks';
import { t } from '../../catalogue/designTexts.ts';
import { deferred } from '../../frame/deferred.tsx';
import { useMedia } from '../../timeline/useMedia.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/emptyState.tsx';
import { PageSection } from '../../ui/page.tsx';
import { sumsOf } from '../figures.ts';
import { treeOf } from '../partsTree.ts';
import { PartCards } from './partCards.tsx';
import { PartTable } from './partTable.tsx';
import type { SectionProps } from './useDesign.ts';

const words = t.designPage.parts;
const WIDE = '(min-width: 900px)';
/** Lines drawn at first, and with each press. */
const PAGE_OF_LINES = 200;
const Components = deferred(async () => (await import('./components.tsx')).Components);

/** The parts list through its levels, with its sums; the flat list and the cuts come with a press. */
export function Parts({ design, view }: SectionProps) {
  const isWide = useMedia(WIDE);
  const [shown, setShown] = useState(PAGE_OF_LINES);
  const [flat, setFlat] = useState(false);
  const { content, designId, revision } = view;
  if (!content) return null;
  const lines = treeOf(content.parts);
  const props = { lines: lines.slice(0, shown), design, view };
  const csv = `/api/designs/${designId}/revisions/${revision}/parts.csv`;
  return (
    <>
      <PageSection
        title={words.title}
        action={
          lines.length > 0 && (
            <ButtonLink kind="quiet" href={csv} download>
              {words.csv}
            </ButtonLink>
          )
        }
      >
        {lines.length === 0 ? (
          <EmptyState text={words.none} />
        ) : (
          <>
            <Sums view={view} />
            {isWide ? <PartTable {...props} /> : <PartCards {...props} />}
          </>
        )}
        {lines.length > shown && (
          <Button wide onPress={() => setShown(shown + PAGE_OF_LINES)}>
            {t.words.more}
          </Button>
        )}
      </PageSection>
      {content.modules.length > 0 && (
        <PageSection title={words.modules}>
          <ul class="rows">
            {content.modules.map(({ id, module, quantity, parameters }) => (
              <li key={id}>
                {t.quantities.pieces(String(quantity))} {module}{' '}
                <span class="soft mono small">
                  {Object.entries(parameters)
                    .map(([name, value]) => `${name} ${value}`)
                    .join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </PageSection>
      )}
      {lines.length > 0 &&
        (flat ? (
          <Components path={`/api/designs/${designId}/revisions/${revision}/components`} />
        ) : (
          <div>
            <Button onPress={() => setFlat(true)}>{words.all}</Button>
          </div>
        ))}
    </>
  );
}

/** The sums of a whole list, each with how much of it is known. */
export function Sums({ view }: Pick<SectionProps, 'view'>) {
  return (
    <dl class="design-sums">
      {sumsOf(view.rollUp).map(({ label, value, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <span class="mono">{value}</span>
            {note && <span class="soft small">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
