import '../desk/desk.css';
import '../machines/care.css';
import { useState } from 'preact/hooks';
import { type ToolView, type WorkshopLoansView, workshopLoansView } from '../../shared/loans/views.ts';
import { ReturnForm } from '../borrow/returnForm.tsx';
import { t } from '../catalogue/workshopTexts.ts';
import { useNow } from '../clock.ts';
import { Counter } from '../desk/counter.tsx';
import { Lists } from '../desk/lists.tsx';
import { useDesk } from '../desk/useDesk.ts';
import { FaultReport } from '../machines/faultReport.tsx';
import { useResource } from '../resource.ts';
import type { PageProps } from '../routes.ts';
import { ScanCamera } from '../scanning/scanCamera.tsx';
import { ScanField } from '../scanning/scanField.tsx';
import { todayIn } from '../time/zone.ts';
import { Dialog } from '../ui/dialog.tsx';
import { PageFrame } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';

const words = t.loans;
/** Whoever serves at the desk may take a tool out of service. */
const AT_THE_DESK = ['machine.declareOutage', 'machine.lockAsUnsafe'];

const topicsOf = (view: WorkshopLoansView | undefined) =>
  view
    ? [...view.overdue, ...view.dueToday, ...view.out, ...view.collectToday].map(
        ({ tool }) => `calendar-${tool.machineId}`,
      )
    : [];

/** Scan the person, scan the tools, done; back is scan and "fine". */
export function DeskPage({ params }: PageProps) {
  const workshopId = params.workshopId ?? '';
  const loans = useResource(`/api/workshops/${workshopId}/loans`, workshopLoansView, topicsOf);
  const now = useNow(loans.refetch);
  const desk = useDesk(workshopId, loans.refetch);
  const [broken, setBroken] = useState<ToolView | null>(null);
  const view = loans.value.value;
  const { returning } = desk;
  return (
    <PageFrame title={view ? words.desk.title(view.workshopName) : words.desk.one}>
      <div class="stack">
        <ScanField
          label={words.desk.field}
          go={words.desk.go}
          busy={desk.busy}
          turn={desk.turn}
          onCode={desk.scan}
        />
        <ScanCamera onCode={desk.scan} />
        <Counter desk={desk} now={now} />
      </div>
      <Shown resource={loans}>
        {(shown) => <Lists loans={shown} now={now} onTakeBack={desk.takeBack} onChanged={loans.refetch} />}
      </Shown>
      {returning && (
        <Dialog title={words.return.title(returning.name)} onClose={desk.doneReturning}>
          <ReturnForm
            key={returning.machineId}
            tool={returning}
            path={`/api/workshops/${workshopId}/desk/take-back`}
            body={{ machineId: returning.machineId }}
            today={todayIn(returning.timeZone, now)}
            onDone={(condition) => {
              desk.doneReturning();
              if (condition === 'damaged') setBroken(returning);
            }}
          />
        </Dialog>
      )}
      {broken && (
        <Dialog title={words.return.fault(broken.name)} onClose={() => setBroken(null)}>
          <FaultReport
            machine={{ ...broken, allowedActions: AT_THE_DESK }}
            onReported={() => setBroken(null)}
          />
        </Dialog>
      )}
    </PageFrame>
  );
}
