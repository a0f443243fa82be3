import type { MyWork } from '../../shared/work/views.ts';
import { t } from '../catalogue/buildTexts.ts';
import { duration } from '../time.ts';
import { PageSection } from '../ui/page.tsx';

const words = t.work;
const FEW_MONTHS = 12;

/** `November 2026` of `2026-11`. */
const monthInWords = (month: string): string => {
  const [year = '', number = '1'] = month.split('-');
  return `${t.time.longMonths[Number(number) - 1] ?? month} ${year}`;
};

/** One's own sums, by month and by kind. They are nobody else's. */
export function WorkSums({ byKind, byMonth }: Pick<MyWork, 'byKind' | 'byMonth'>) {
  const sum = byKind.reduce((minutes, each) => minutes + each.minutes, 0);
  return (
    <div class="fields-2">
      <PageSection title={words.byKind}>
        <dl class="work-sums">
          {byKind.map(({ kind, minutes }) => (
            <div key={kind}>
              <dt>{words.kinds[kind]}</dt>
              <dd class="mono">{duration(minutes)}</dd>
            </div>
          ))}
          <div>
            <dt>{words.sum}</dt>
            <dd class="mono">{duration(sum)}</dd>
          </div>
        </dl>
      </PageSection>
      <PageSection title={words.byMonth}>
        <dl class="work-sums">
          {byMonth.slice(0, FEW_MONTHS).map(({ month, minutes }) => (
            <div key={month}>
              <dt>{monthInWords(month)}</dt>
              <dd class="mono">{duration(minutes)}</dd>
            </div>
          ))}
        </dl>
      </PageSection>
    </div>
  );
}
