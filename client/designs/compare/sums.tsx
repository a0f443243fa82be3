import type { RollUp } from '../../../shared/designs/listViews.ts';
import { t } from '../../catalogue/designTexts.ts';
import { PageSection } from '../../ui/page.tsx';
import type { Sum } from '../figures.ts';
import { sumPairs } from './difference.ts';

const words = t.lineage;

/** Mass, cost and count before and after, each with how far it is known. */
export function Sums({ before, after }: { before: RollUp; after: RollUp }) {
  return (
    <PageSection title={words.sums}>
      <table class="compare-sums">
        <thead>
          <tr>
            <td />
            <th scope="col">{words.before}</th>
            <th scope="col">{words.after}</th>
            <th scope="col">{words.difference}</th>
          </tr>
        </thead>
        <tbody>
          {sumPairs(before, after).map(({ label, before: one, after: other, difference }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <SumCell sum={one} label={words.before} />
              <SumCell sum={other} label={words.after} />
              <td data-label={difference ? words.difference : undefined} class="mono">
                {difference}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </PageSection>
  );
}

function SumCell({ sum, label }: { sum: Sum | null; label: string }) {
  return (
    <td data-label={label}>
      <span class="mono">{sum?.value ?? words.unknown}</span>
      {sum?.note && <span class="soft small"> {sum.note}</span>}
    </td>
  );
}
