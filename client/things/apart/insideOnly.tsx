import type { TakingApart } from '../../../shared/items/views.ts';
import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { quantityInWords } from '../../designs/figures.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { keyOf } from './countedParts.tsx';

const words = t.takingApart;

/** What is inside, for somebody who may not take it apart: to be read, with nothing to press that would be refused. */
export function InsideOnly({ apart: { itemId, parts, untracked } }: { apart: TakingApart }) {
  return (
    <>
      <p>{words.mayNot}</p>
      <ul class="rows">
        {parts.map((part) => (
          <li key={part.itemId}>
            <a href={addressOf.thing(part.itemId)}>{part.name}</a>
          </li>
        ))}
        {untracked.map((part) => (
          <li key={keyOf(part)}>
            {part.name} <span class="soft">{quantityInWords(part.quantity, part.unit)}</span>
          </li>
        ))}
      </ul>
      <div class="buttons">
        <ButtonLink href={addressOf.thing(itemId)}>{words.done}</ButtonLink>
      </div>
    </>
  );
}
