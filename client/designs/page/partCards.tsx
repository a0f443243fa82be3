import { t } from '../../catalogue/designTexts.ts';
import { massOf, priceOf, quantityInWords } from '../figures.ts';
import { PartDetails, type PartListProps } from './partWords.tsx';

const words = t.designPage.parts;
const DEEPEST = 4;

/** A parts list where there is no room for a table. */
export function PartCards({ lines, design, view }: PartListProps) {
  return (
    <ul class="part-cards">
      {lines.map(({ line, level, inside }) => (
        <li key={line.id} data-level={Math.min(level, DEEPEST)}>
          <p>
            {level > 0 && <span class="only-heard">{words.level(level + 1)}</span>}
            <span>{quantityInWords(line.quantity, line.unit, line.written)}</span>{' '}
            <strong>{line.name}</strong>
          </p>
          <p class="soft small">
            {[
              t.draft.words.sources[line.source],
              massOf(line),
              priceOf(line),
              inside > 0 ? words.inside(inside) : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <PartDetails line={line} design={design} view={view} />
        </li>
      ))}
    </ul>
  );
}
