import { useState } from 'preact/hooks';
import { type LoanDaysView, loanDaysView, type ToolView } from '../../shared/loans/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { useResource } from '../resource.ts';
import { dateOf, dayWord, moment } from '../time.ts';
import { Button } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { FormFailure } from '../ui/formFailure.tsx';
import { Shown } from '../ui/shown.tsx';
import { useCommand } from '../useCommand.ts';
import { collectable, dueAfter } from './loanDays.ts';

const words = t.loans;

export interface ReserveFormProps {
  tool: Pick<ToolView, 'machineId' | 'name' | 'timeZone'>;
  /** The date on the workshop's wall. */
  today: string;
  onDone: () => void;
}

/** Two rows of chips: the day on which it is collected, the day on which it is due. */
export function ReserveForm(props: ReserveFormProps) {
  const days = useResource(`/api/tools/${props.tool.machineId}/days`, loanDaysView, [
    `calendar-${props.tool.machineId}`,
  ]);
  return <Shown resource={days}>{(shown) => <Days {...props} view={shown} />}</Shown>;
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

function Days({ tool, today, onDone, view }: ReserveFormProps & { view: LoanDaysView }) {
  const { machineId, name, timeZone } = tool;
  const starts = collectable(view).map(({ collect }) => collect);
  const [chosenStart, setStart] = useState<string | null>(null);
  const [chosenEnd, setEnd] = useState<string | null>(null);
  const { busy, failure, give, clear } = useCommand({ failures: 'page' });
  const start = chosenStart !== null && starts.includes(chosenStart) ? chosenStart : starts[0];
  if (start === undefined) return <p>{words.noDays}</p>;
  const dues = dueAfter(view, start);
  const end = chosenEnd !== null && dues.includes(chosenEnd) ? chosenEnd : (dues[1] ?? dues[0]);
  const chip = (at: string) => ({ value: at, label: capitalised(dayWord(dateOf(at), today)) });
  const reserve = () => {
    if (end === undefined) return;
    give({
      method: 'post',
      path: `/api/machines/${machineId}/bookings`,
      body: { start: new Date(start).toISOString(), end: new Date(end).toISOString() },
      done: words.reserved(name, moment(start, today)),
      after: onDone,
    });
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        reserve();
      }}
    >
      <Chips
        label={words.from}
        value={start}
        options={starts.map(chip)}
        onValue={(value) => {
          clear();
          setStart(value);
        }}
      />
      {end === undefined ? (
        <p role="status">{words.noDue}</p>
      ) : (
        <>
          <Chips
            label={words.until}
            value={end}
            options={dues.map(chip)}
            onValue={(value) => {
              clear();
              setEnd(value);
            }}
          />
          <p role="status">{words.plan(moment(start, today), moment(end, today))}</p>
          <FormFailure failure={failure} timeZone={timeZone} />
          <Button kind="main" type="submit" busy={busy}>
            {words.reserve}
          </Button>
        </>
      )}
    </form>
  );
}
