import { Fragment } from 'preact';
import type { PlaceOfThing } from '../../shared/items/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/buildTexts.ts';

const words = t.things.where;
const Outwards = () => (
  <>
    <span class="only-heard">, {words.in}</span>
    <span aria-hidden="true"> › </span>
  </>
);
const GONE: readonly string[] = ['consumed', 'scrapped', 'split', 'neverWas'];

/** Where it is, from the nearest outwards: in the cylinder group, in the press, in Riverside Workshop, rack 2. */
export function WhereLine({ place }: { place: PlaceOfThing }) {
  const { status, inside, workshop, shelf } = place;
  if (GONE.includes(status)) return <p class="where-line">{words.gone}</p>;
  if (inside.length === 0 && workshop === null) return <p class="where-line">{shelf ?? words.unknown}</p>;
  return (
    <p class="where-line">
      {words.in}{' '}
      {inside.map(({ itemId, name }, index) => (
        <Fragment key={itemId}>
          {index > 0 && <Outwards />}
          <a href={addressOf.thing(itemId)}>{name}</a>
        </Fragment>
      ))}
      {workshop && inside.length > 0 && <Outwards />}
      {workshop && <a href={addressOf.workshop(workshop.workshopId)}>{workshop.name}</a>}
      {shelf && inside.length === 0 && <span>, {shelf}</span>}
    </p>
  );
}
