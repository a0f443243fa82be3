import type { Contradiction } from '../../../shared/designs/contradictionView.ts';
import { t } from '../../catalogue/designTexts.ts';

const words = t.designPage;
const MOST = 12;

/** What does not fit together within a design: calm, with both values; nothing is refused for it. */
export function Contradictions({ contradictions }: { contradictions: readonly Contradiction[] }) {
  // A newer part is told where the part stands.
  const told = contradictions.filter(({ kind }) => kind !== 'newerSubDesign');
  if (told.length === 0) return null;
  return (
    <aside class="note" data-tone="soon" aria-label={words.contradiction.title}>
      <p>
        <strong>{words.contradiction.title}</strong>
      </p>
      <ul>
        {told.slice(0, MOST).map(({ kind, values, at }) => (
          <li key={`${kind}-${at.join()}-${values.join()}`}>
            {words.contradiction.line(words.contradictions[kind], t.words.and([...new Set(values)]))}
          </li>
        ))}
      </ul>
    </aside>
  );
}
