import './builds.css';
import { useState } from 'preact/hooks';
import type { BuildView } from '../../shared/builds/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/buildTexts.ts';
import { quantityInWords } from '../designs/figures.ts';
import { deferred } from '../frame/deferred.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';

const IntoService = deferred(async () => (await import('./intoService.tsx')).IntoService);
const words = t.buildEnd;

/** What came of a completed build: each thing with its story, its label, and the way into service. */
export function BuiltThings({ build }: { build: BuildView }) {
  const { thingList, product, produced, workshop, forBuild, insider } = build;
  const [serving, setServing] = useState<{ itemId: string; name: string } | null>(null);
  return (
    <div class="stack">
      {forBuild && (
        <div class="buttons">
          <ButtonLink href={addressOf.build(forBuild.buildId)}>{words.onWith(forBuild.name)}</ButtonLink>
        </div>
      )}
      {thingList.length > 0 && (
        <ul class="rows made-things">
          {thingList.map(({ itemId, name, serial, code, inService }) => (
            <li key={itemId}>
              <span class="name">
                <strong>{name}</strong>
                <span class="small">
                  {serial ?? words.waiting} {code && <span class="mono">{code}</span>}
                </span>
              </span>
              <span class="buttons">
                {serial !== null && insider && !inService && (
                  <Button label={words.intoServiceOf(name)} onPress={() => setServing({ itemId, name })}>
                    {words.intoService}
                  </Button>
                )}
                {inService && (
                  <ButtonLink href={addressOf.machine(itemId)}>{t.things.openMachine}</ButtonLink>
                )}
                <ButtonLink href={addressOf.thingLabel(itemId)} label={words.labelOf(name)}>
                  {words.label}
                </ButtonLink>
                <ButtonLink href={addressOf.thing(itemId)}>{words.story}</ButtonLink>
              </span>
            </li>
          ))}
        </ul>
      )}
      {product && workshop && (
        <p>
          {words.onShelf(quantityInWords(produced ?? product.quantity, product.unit), product.name)}{' '}
          <a href={addressOf.stock(workshop.workshopId, product.materialId)}>{words.toShelf}</a>
        </p>
      )}
      {thingList.length === 0 && product === null && <p class="soft">{words.nothingMade}</p>}
      {serving && <IntoService {...serving} onClose={() => setServing(null)} />}
    </div>
  );
}
