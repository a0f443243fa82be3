import './shelf.css';
import type { SalvageList } from '../../shared/items/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/buildTexts.ts';
import { lengthTold } from '../measures/lengthUnits.ts';
import { livesInWords } from '../things/words.ts';
import { numberInWords } from '../time.ts';
import { State } from '../ui/state.tsx';

const words = t.salvage;
type SalvageRowView = SalvageList['things'][number];

/** `12 km away`, `Here`; with an unknown distance said so where one asked from somewhere. */
export function distanceInWords(kilometres: number | null): string {
  if (kilometres === null) return words.unknownDistance;
  if (kilometres < 0.5) return words.here;
  return words.away(numberInWords(Math.round(kilometres)));
}

/** `Shaft 31.75 mm, 254 mm long` */
function fitInWords({ fits, lengthMillimetres }: SalvageRowView): string {
  const kind = fits?.kind ? t.quantities.interfaces[fits.kind] : '';
  const size = fits?.millimetres ? lengthTold(fits.millimetres) : '';
  const long = lengthMillimetres === null ? '' : words.long(lengthTold(lengthMillimetres));
  return [words.fits(kind, size), long].filter(Boolean).join(', ');
}

export interface SalvageRowProps {
  thing: SalvageRowView;
  /** Whether one looks from somewhere: else no distance is told. */
  hasNear: boolean;
}

/** A recovered part: what it fits, how good it is, how far away. */
export function SalvageRow({ thing, hasNear }: SalvageRowProps) {
  const { itemId, name, workshop, shelf, grade, kilometres, inside, isFitted } = thing;
  const where = [workshop?.name, shelf].filter(Boolean).join(', ') || words.unknownPlace;
  return (
    <li class="stock-row salvage-row">
      <div class="what">
        <a class="name" href={addressOf.thing(itemId)}>
          {name}
        </a>
        <span>{fitInWords(thing)}</span>
        <span class="soft small">
          {[grade && t.things.grades[grade], livesInWords(thing), thing.material].filter(Boolean).join(' · ')}
        </span>
        <span class="soft small">{where}</span>
      </div>
      {hasNear && <div class="many">{distanceInWords(kilometres)}</div>}
      {isFitted && (
        <div class="wide">
          <State kind="taken">{inside ? words.isFitted(inside.name) : words.isFittedSomewhere}</State>
        </div>
      )}
    </li>
  );
}
