import { t } from '../../catalogue/designTexts.ts';
import { massOf, priceOf, quantityInWords } from '../figures.ts';
import { PartDetails, type PartListProps } from './partWords.tsx';

const words = t.designPage.parts;
/** Deeper levels are not pushed in further. */
const DEEPEST = 6;

/** A parts list on a wide screen and on paper. */
export function PartTable({ lines, design, view }: PartListProps) {
  return (
    <table class="part-table">
      <thead>
        <tr>
          <th scope="col">{words.part}</th>
          <th scope="col" data-number>
            {words.quantity}
          </th>
          <th scope="col">{words.source}</th>
          <th scope="col" data-number>
            {words.mass}
          </th>
          <th scope="col">{words.price}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ line, level, inside }) => (
          <tr key={line.id} data-assembly={inside > 0 || undefined}>
            <th scope="row" data-level={Math.min(level, DEEPEST)}>
              {level > 0 && <span class="only-heard">{words.level(level + 1)}</span>}
              {line.name}
              <div class="details">
                <PartDetails line={line} design={design} view={view} />
              </div>
            </th>
            <td data-number>{quantityInWords(line.quantity, line.unit, line.written)}</td>
            <td>{t.draft.words.sources[line.source]}</td>
            <td data-number>{massOf(line)}</td>
            <td>{priceOf(line)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
