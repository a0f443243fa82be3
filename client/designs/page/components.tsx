import './parts.css';
import { type ComponentsView, type CutList, componentsView } from '../../../shared/designs/listViews.ts';
import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/designTexts.ts';
import { useResource } from '../../resource.ts';
import { PageSection } from '../../ui/page.tsx';
import { Shown } from '../../ui/shown.tsx';
import { lengthInWords, massInWords, moneyInWords, quantityInWords, specificationOf } from '../figures.ts';

const words = t.designPage.parts;
const MOST = 1000;

/** Every part of the whole once, through all levels and designs, and what is cut from which stock. */
export function Components({ path }: { path: string }) {
  const view = useResource(path, componentsView);
  return (
    <Shown resource={view}>
      {({ components, cuts, missing }) => (
        <>
          <PageSection title={words.all}>
            {missing.length > 0 && (
              <p class="note" data-tone="soon">
                {words.missing}
              </p>
            )}
            <ul class="rows">
              {components.slice(0, MOST).map((component, index) => (
                <Component key={index} component={component} />
              ))}
            </ul>
          </PageSection>
          {cuts.length > 0 && (
            <PageSection title={words.cuts}>
              <Cuts cuts={cuts} />
            </PageSection>
          )}
        </>
      )}
    </Shown>
  );
}

function Component({ component }: { component: ComponentsView['components'][number] }) {
  const { name, quantity, unit, source, mass, cost, of } = component;
  const line = [
    specificationOf(component),
    t.draft.words.sources[source],
    mass === null ? '' : massInWords(mass),
    cost === null ? '' : moneyInWords(cost.amount, cost.currency),
    component.in.map(({ title }) => title).join(', '),
  ];
  return (
    <li>
      <span>{quantityInWords(quantity, unit)}</span>{' '}
      {of ? <a href={addressOf.revision(of.designId, of.revision)}>{name}</a> : <strong>{name}</strong>}
      <p class="soft small">{line.filter(Boolean).join(' · ')}</p>
    </li>
  );
}

export function Cuts({ cuts }: { cuts: CutList }) {
  return (
    <ul class="rows">
      {cuts.map(({ stock, total, pieces }) => (
        <li key={stock}>
          <strong>{words.cutTotal(stock, lengthInWords(total))}</strong>
          <ul>
            {pieces.map(({ name, length, count }) => (
              <li key={`${name}-${length}`}>{words.cutPiece(count, lengthInWords(length), name)}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
