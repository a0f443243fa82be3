import { useState } from 'preact/hooks';
import { type LoanDaysView, type LoanView, loanDaysView, type ToolView } from '../../shared/loans/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { useResource } from '../resource.ts';
import { nowIn } from '../time/zone.ts';
import { dateOf, dayWord, moment } from '../time.ts';
import { Button } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { FormFailure } from '../ui/formFailure.tsx';
import { Shown } from '../ui/shown.tsx';
import { useCommand } from '../useCommand.ts';
import { dueAfter } from './loanDays.ts';

const words = t.loans;

export interface TakeFormProps {
  tool: Pick<ToolView, 'machineId' | 'name' | 'timeZone'>;
  today: string;
  now: number;
  /** One's own reservation for today: it is collected. */
  reserved: LoanView | null;
  onDone: () => void;
}

/** Where nobody sits at a desk: one takes it along, and says until when. */
export function TakeForm(props: TakeFormProps) {
  const days = useResource(`/api/tools/${props.tool.machineId}/days`, loanDaysView);
  return <Shown resource={days}>{(view) => <Choose {...props} view={view} />}</Shown>;
}

function Choose({ tool, today, now, reserved, view, onDone }: TakeFormProps & { view: LoanDaysView }) {
  const { machineId, name, timeZone } = tool;
  const [chosen, setChosen] = useState<string | null>(null);
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const dues = reserved ? [reserved.booking.end] : dueAfter(view, nowIn(timeZone, now));
  const end = chosen !== null && dues.includes(chosen) ? chosen : (dues[1] ?? dues[0]);
  if (end === undefined) return <p>{words.noDue}</p>;
  const how = reserved ? { bookingId: reserved.booking.bookingId } : { until: new Date(end).toISOString() };
  return (
    <div class="stack">
      {!reserved && (
        <Chips
          label={words.until}
          value={end}
          options={dues.map((at) => ({ value: at, label: dayWord(dateOf(at), today) }))}
          onValue={setChosen}
        />
      )}
      <p role="status">{words.due(moment(end, today))}</p>
      <FormFailure failure={failure} timeZone={timeZone} />
      <Button
        kind="main"
        busy={busy}
        onPress={() =>
          give({
            method: 'post',
            path: `/api/machines/${machineId}/use/start`,
            body: how,
            done: words.taken(name, moment(end, today)),
            after: onDone,
          })
        }
      >
        {words.takeNow}
      </Button>
    </div>
  );
}
