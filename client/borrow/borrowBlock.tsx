import '../machines/answerBlock.css';
import { useState } from 'preact/hooks';
import { type LoanView, myLoansView, type ToolView, toolView } from '../../shared/loans/views.ts';
import type { MachineView } from '../../shared/machines/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { SafetyCard } from '../machines/safetyCard.tsx';
import { useResource } from '../resource.ts';
import { me } from '../session.ts';
import { dateOf } from '../time.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Shown } from '../ui/shown.tsx';
import { State } from '../ui/state.tsx';
import { ZoneLine } from '../ui/zoneLine.tsx';
import { KitContents, KitLine } from './kitContents.tsx';
import { LoanRow } from './loanRow.tsx';
import { OwnTool } from './ownTool.tsx';
import { ReserveForm } from './reserveForm.tsx';
import { ReturnForm } from './returnForm.tsx';
import { TakeForm } from './takeForm.tsx';
import { toolInWords } from './toolState.ts';

const words = t.loans;

export interface BorrowBlockProps {
  machine: MachineView;
  /** The workshop's own date. */
  today: string;
  now: number;
  onChanged: () => void;
}

/** Whether a tool is in, and what one can do about it: what stands above the buttons on its page. */
export function BorrowBlock(props: BorrowBlockProps) {
  const { machineId } = props.machine;
  const topics = [`machine-${machineId}`, `calendar-${machineId}`];
  const tool = useResource(`/api/tools/${machineId}`, toolView, topics);
  const loans = useResource(me.value ? '/api/me/loans' : null, myLoansView, topics);
  const mine = [...(loans.value.value?.out ?? []), ...(loans.value.value?.reserved ?? [])];
  const changed = () => {
    tool.refetch();
    loans.refetch();
    props.onChanged();
  };
  return (
    <Shown resource={tool}>
      {(shown) => (
        <Block
          {...props}
          tool={shown}
          loans={mine.filter(({ booking }) => booking.machineId === machineId)}
          onChanged={changed}
        />
      )}
    </Shown>
  );
}

type Asking = 'reserve' | 'take' | 'return';

function Block({
  machine,
  tool,
  loans,
  today,
  now,
  onChanged,
}: BorrowBlockProps & { tool: ToolView; loans: readonly LoanView[] }) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const { machineId, name, state, timeZone } = tool;
  const { kind, line } = toolInWords(tool, today, now);
  const out = loans.find(({ booking }) => booking.status === 'started');
  const mayTake = state === 'in' && me.value;
  const done = () => {
    setAsking(null);
    onChanged();
  };
  const reserved = loans.find(({ booking }) => booking.status === 'placed' && dateOf(booking.start) <= today);
  return (
    <section class="answer" data-state={kind} aria-label={words.title}>
      <p class="line">
        <State kind={kind}>{line}</State>
      </p>
      <KitLine tool={tool} />
      {mayTake && <SafetyCard machine={machine} />}
      {loans.length > 0 && (
        <ul class="rows">
          {loans.map((loan) => (
            <LoanRow key={loan.booking.bookingId} loan={loan} now={now} onChanged={onChanged} />
          ))}
        </ul>
      )}
      <div class="buttons">
        {!me.value && (
          <ButtonLink kind="main" href={addressOf.signIn(addressOf.machine(machineId))}>
            {t.frame.signIn}
          </ButtonLink>
        )}
        {out && (
          <Button kind="main" onPress={() => setAsking('return')}>
            {words.bringBack}
          </Button>
        )}
        {mayTake && (
          <Button kind="main" onPress={() => setAsking('take')}>
            {words.takeNow}
          </Button>
        )}
        {me.value && state !== 'atHome' && (
          <Button onPress={() => setAsking('reserve')}>{words.reserve}</Button>
        )}
        {tool.lentByMe && <OwnTool tool={tool} onChanged={onChanged} />}
      </div>
      <ZoneLine timeZone={timeZone} now={now} />
      {tool.contents.length > 0 && (
        <div>
          <p>{words.kit.holds}</p>
          <KitContents tool={tool} />
        </div>
      )}
      {asking === 'reserve' && (
        <Dialog title={words.reserveTitle(name)} onClose={() => setAsking(null)}>
          <ReserveForm tool={tool} today={today} onDone={done} />
        </Dialog>
      )}
      {asking === 'take' && (
        <Dialog title={words.takeTitle(name)} onClose={() => setAsking(null)}>
          <TakeForm tool={tool} today={today} now={now} reserved={reserved ?? null} onDone={done} />
        </Dialog>
      )}
      {asking === 'return' && out && (
        <Dialog title={words.return.title(name)} onClose={() => setAsking(null)}>
          <ReturnForm
            tool={tool}
            path={`/api/machines/${machineId}/bookings/${out.booking.bookingId}/stop`}
            body={{}}
            ifMatch={out.booking.revision}
            onDone={done}
          />
        </Dialog>
      )}
    </section>
  );
}
