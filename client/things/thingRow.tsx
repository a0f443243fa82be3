import './thing.css';
import type { ThingRow as ThingRowView } from '../../shared/items/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/buildTexts.ts';
import { Tally } from './tally.tsx';
import { livesInWords } from './words.ts';

const words = t.things;

/** A thing in a list: what, where, and how often it lived. */
export function ThingRow({ thing }: { thing: ThingRowView }) {
  const { itemId, name, code, serial, workshop, shelf, inside, grade, status, lives, isMachine } = thing;
  const where = inside
    ? `${words.where.in} ${inside.name}`
    : [workshop?.name, shelf].filter(Boolean).join(', ');
  return (
    <li class="thing-row">
      <a href={addressOf.thing(itemId)}>
        {name}
        {serial && <>, {words.label.serial(serial)}</>}
      </a>
      <span class="small thing-line">
        {code && <span class="thing-code">{code}</span>}
        <span class="soft">
          {[
            isMachine && status === 'loose' ? words.isMachine : words.states[status],
            where,
            grade && words.grades[grade],
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {lives > 0 && <Tally count={lives} word={livesInWords({ lives, status })} />}
      </span>
    </li>
  );
}
