import { type LoanView, myLoansView } from '../../shared/loans/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { useResource } from '../resource.ts';
import { PageSection } from '../ui/page.tsx';
import { LoanRow } from './loanRow.tsx';

const SOON = 48 * 3_600_000;

/** What I have borrowed, and what I collect soon; nothing where there is none. */
export function LoansToday({ topics, now }: { topics: readonly string[]; now: number }) {
  const loans = useResource('/api/me/loans', myLoansView, topics);
  const view = loans.value.value;
  if (!view) return null;
  const isSoon = ({ booking }: LoanView) => Date.parse(booking.start) - now < SOON;
  const shown = [...view.out, ...view.reserved.filter(isSoon)];
  if (shown.length === 0) return null;
  return (
    <PageSection title={t.loans.mine} action={<a href={addressOf.borrow}>{t.loans.title}</a>}>
      <ul class="rows">
        {shown.map((loan) => (
          <LoanRow key={loan.booking.bookingId} loan={loan} now={now} onChanged={loans.refetch} />
        ))}
      </ul>
    </PageSection>
  );
}
