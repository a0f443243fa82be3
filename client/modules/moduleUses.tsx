import { designList } from '../../shared/designs/catalogueViews.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/designTexts.ts';
import { DesignRow } from '../designs/list/designRow.tsx';
import { useResource } from '../resource.ts';
import { PageSection } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';

/** Published designs that are made with a module. */
export function ModuleUses({ module }: { module: string }) {
  const asked = { module };
  const found = useResource(`/api/designs?${new URLSearchParams(asked)}`, designList);
  const words = t.modules;
  return (
    <PageSection title={words.uses}>
      <Shown resource={found}>
        {({ designs, next }) => (
          <>
            {designs.length === 0 && <p class="soft">{words.noUses}</p>}
            <ul class="rows">
              {designs.map((card) => (
                <DesignRow key={card.designId} card={card} />
              ))}
            </ul>
            {next !== null && (
              <p>
                <a href={addressOf.designsWith(asked)}>{words.allUses}</a>
              </p>
            )}
          </>
        )}
      </Shown>
    </PageSection>
  );
}
