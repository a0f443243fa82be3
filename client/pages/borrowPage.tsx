import './machinesPage.css';
import { useState } from 'preact/hooks';
import { type MyLoansView, myLoansView, type ToolView, toolList } from '../../shared/loans/views.ts';
import { LoanRow } from '../borrow/loanRow.tsx';
import { OwnTool } from '../borrow/ownTool.tsx';
import { ReserveForm } from '../borrow/reserveForm.tsx';
import { ToolRow } from '../borrow/toolRow.tsx';
import { t } from '../catalogue/workshopTexts.ts';
import { useNow } from '../clock.ts';
import { useResource } from '../resource.ts';
import { myWorkshops } from '../session.ts';
import { todayIn } from '../time/zone.ts';
import { Button } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/emptyState.tsx';
import { TextField } from '../ui/field.tsx';
import { PageFrame, PageSection } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';

const words = t.loans;
const topicsOf = (tools: readonly ToolView[] | undefined) =>
  (tools ?? []).flatMap(({ machineId }) => [`machine-${machineId}`, `calendar-${machineId}`]);

/** My loans, then the tools and kits of all workshops, those of my own first. */
export function BorrowPage() {
  const tools = useResource('/api/tools', toolList, (view) => topicsOf(view?.tools));
  // Any of them may have been lent to the viewer just now, at the desk.
  const loans = useResource('/api/me/loans', myLoansView, topicsOf(tools.value.value?.tools));
  const refetch = () => {
    loans.refetch();
    tools.refetch();
  };
  const now = useNow(refetch);
  return (
    <PageFrame title={words.title} line={words.line}>
      <Shown resource={loans}>{(view) => <Mine loans={view} now={now} onChanged={refetch} />}</Shown>
      <PageSection title={words.tools}>
        <Shown resource={tools}>{(view) => <Tools tools={view.tools} now={now} onChanged={refetch} />}</Shown>
      </PageSection>
    </PageFrame>
  );
}

interface MineProps {
  loans: MyLoansView;
  now: number;
  onChanged: () => void;
}

function Mine({ loans, now, onChanged }: MineProps) {
  const all = [...loans.out, ...loans.reserved];
  return (
    <>
      <PageSection title={words.mine}>
        {all.length === 0 ? (
          <p class="soft">{words.noLoans}</p>
        ) : (
          <ul class="rows">
            {all.map((loan) => (
              <LoanRow key={loan.booking.bookingId} loan={loan} now={now} onChanged={onChanged} />
            ))}
          </ul>
        )}
      </PageSection>
      {loans.lent.length > 0 && (
        <PageSection title={words.own}>
          <ul class="rows">
            {loans.lent.map((tool) => (
              <ToolRow key={tool.machineId} tool={tool} now={now} showWorkshop>
                <OwnTool tool={tool} onChanged={onChanged} />
              </ToolRow>
            ))}
          </ul>
        </PageSection>
      )}
    </>
  );
}

interface ToolsProps {
  tools: readonly ToolView[];
  now: number;
  onChanged: () => void;
}

function Tools({ tools, now, onChanged }: ToolsProps) {
  const [search, setSearch] = useState('');
  const [only, setOnly] = useState<'all' | 'in'>('all');
  const [reserving, setReserving] = useState<ToolView | null>(null);
  if (tools.length === 0) return <EmptyState text={words.none} />;
  const mine = new Set(myWorkshops.value.map(({ workshopId }) => workshopId));
  const near = ({ workshopId }: ToolView) => (mine.has(workshopId) ? 0 : 1);
  const sought = search.trim().toLowerCase();
  const fits = (tool: ToolView) =>
    (only === 'all' || tool.state === 'in') &&
    [tool.name, tool.maker, tool.model, tool.labelCode, ...tool.contents.map(({ name }) => name)].some(
      (text) => text?.toLowerCase().includes(sought),
    );
  const found = tools.filter(fits).sort((one, other) => near(one) - near(other));
  const several = new Set(tools.map(({ workshopId }) => workshopId)).size > 1;
  return (
    <>
      <search aria-label={words.filters} class="stack">
        <Chips
          label={words.show}
          quiet
          value={only}
          options={[
            { value: 'all', label: words.all },
            { value: 'in', label: words.freeNow },
          ]}
          onValue={setOnly}
        />
        <TextField label={words.search} type="search" value={search} maxLength={80} onValue={setSearch} />
      </search>
      <p class="count-line" role="status">
        {words.count(tools.filter(({ state }) => state === 'in').length, tools.length)}
      </p>
      {found.length === 0 && (
        <EmptyState text={words.noneFits}>
          <Button
            onPress={() => {
              setSearch('');
              setOnly('all');
            }}
          >
            {words.clear}
          </Button>
        </EmptyState>
      )}
      <ul class="rows">
        {found.map((tool) => (
          <ToolRow key={tool.machineId} tool={tool} now={now} showWorkshop={several}>
            {tool.state !== 'atHome' && (
              <Button label={words.reserveTitle(tool.name)} onPress={() => setReserving(tool)}>
                {words.reserve}
              </Button>
            )}
          </ToolRow>
        ))}
      </ul>
      {reserving && (
        <Dialog title={words.reserveTitle(reserving.name)} onClose={() => setReserving(null)}>
          <ReserveForm
            tool={reserving}
            today={todayIn(reserving.timeZone, now)}
            onDone={() => {
              setReserving(null);
              onChanged();
            }}
          />
        </Dialog>
      )}
    </>
  );
}
