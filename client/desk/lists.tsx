import { useState } from 'preact/hooks';
import type { LoanView, ToolView, WorkshopLoansView } from '../../shared/loans/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { todayIn } from '../time/zone.ts';
import { moment } from '../time.ts';
import { Button } from '../ui/button.tsx';
import { ManyChips } from '../ui/chips.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FormFailure } from '../ui/formFailure.tsx';
import { PageSection } from '../ui/page.tsx';
import { Plate } from '../ui/plate.tsx';
import { useCommand } from '../useCommand.ts';

const words = t.loans.desk;
const LISTS = ['overdue', 'dueToday', 'collectToday', 'out'] as const;

export interface ListsProps {
  loans: WorkshopLoansView;
  now: number;
  onTakeBack: (tool: ToolView) => void;
  onChanged: () => void;
}

/** What the workshop has lent, the most urgent first, and the kits that somebody has to look for. */
export function Lists({ loans, now, onTakeBack, onChanged }: ListsProps) {
  const [counting, setCounting] = useState<ToolView | null>(null);
  const isQuiet = LISTS.every((list) => loans[list].length === 0);
  return (
    <>
      {isQuiet && <p class="soft">{words.quiet}</p>}
      {LISTS.filter((list) => loans[list].length > 0).map((list) => (
        <PageSection key={list} title={words.counted(words[list], loans[list].length)}>
          <ul class="rows">
            {loans[list].map((loan) => (
              <Row key={loan.booking.bookingId} loan={loan} now={now} onTakeBack={onTakeBack} />
            ))}
          </ul>
        </PageSection>
      ))}
      {loans.incomplete.length > 0 && (
        <PageSection title={words.counted(words.incomplete, loans.incomplete.length)}>
          <ul class="rows">
            {loans.incomplete.map((tool) => (
              <li key={tool.machineId} class="care-row">
                <div>
                  <Plate name={tool.name} size="small" /> {t.loans.kit.lacks(t.words.and(tool.missing))}
                </div>
                <Button onPress={() => setCounting(tool)}>{t.loans.kit.count}</Button>
              </li>
            ))}
          </ul>
        </PageSection>
      )}
      {counting && (
        <Dialog title={counting.name} onClose={() => setCounting(null)}>
          <CountKit
            tool={counting}
            onDone={() => {
              setCounting(null);
              onChanged();
            }}
          />
        </Dialog>
      )}
    </>
  );
}

function Row({
  loan,
  now,
  onTakeBack,
}: {
  loan: LoanView;
  now: number;
  onTakeBack: (tool: ToolView) => void;
}) {
  const { booking, tool } = loan;
  const today = todayIn(tool.timeZone, now);
  const isOut = booking.status === 'started';
  return (
    <li class="care-row">
      <div>
        <Plate name={tool.name} size="small" /> {booking.holder?.name ?? t.words.formerMember}{' '}
        <span class={isOut ? 'soft desk-due' : 'soft'}>
          {isOut
            ? moment(booking.end, today)
            : t.loans.collect(moment(booking.start, today), moment(booking.end, today))}
        </span>
      </div>
      {isOut && (
        <Button label={words.takeBackOf(tool.name)} onPress={() => onTakeBack(tool)}>
          {words.takeBack}
        </Button>
      )}
    </li>
  );
}

/** What of a kit is missing as it lies there: found pieces are unticked. */
function CountKit({ tool, onDone }: { tool: ToolView; onDone: () => void }) {
  const [missing, setMissing] = useState<string[]>(tool.missing);
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const count = () =>
    give({
      method: 'post',
      path: `/api/machines/${tool.machineId}/kit-check`,
      body: { missing },
      done: t.loans.kit.counted(tool.name),
      after: onDone,
    });
  return (
    <div class="stack">
      <ManyChips
        label={t.loans.kit.notThere}
        values={missing}
        options={tool.contents.map(({ name }) => ({ value: name, label: name }))}
        onValues={setMissing}
      />
      <FormFailure failure={failure} timeZone={tool.timeZone} />
      <Button kind="main" busy={busy} onPress={count}>
        {t.words.save}
      </Button>
    </div>
  );
}
