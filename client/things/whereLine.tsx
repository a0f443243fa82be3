import { Fragment } from 'preact';
import type { PlaceOfThing } from '../../shared/items/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/buildTexts.ts';

const words = t.things.where;
const GONE: readonly string[] = ['consumed', 'scrapped', 'split', 'neverWas'];

/** Where it is, from the nearest outwards: in the cylinder group, in the press, in Riverside Workshop, rack 2. */
export function WhereLine({ place }: { place: PlaceOfThing }) {
  const { status, inside, workshop, shelf } = place;
  if (GONE.includes(status)) return <p class="where-line">{words.gone}</p>;
  if (inside.length === 0 && workshop === null) return <p class="where-line">{shelf ?? words.unknown}</p>;
  return (
    <p class="where-line">
      {inside.map(({ itemId, name }) => (
        <Fragment key={itemId}>
          {words.in} <a href={addressOf.thing(itemId)}>{name}</a>
          <span aria-hidden="true"> › </span>
        </Fragment>
      ))}
      {workshop && (
        <>
          {words.in} <a href={addressOf.workshop(workshop.workshopId)}>{workshop.name}</a>
        </>
      )}
      {shelf && inside.length === 0 && <span>, {shelf}</span>}
    </p>
  );
}
