import { useState } from 'preact/hooks';
import { type IdleCapacityView, idleCapacityView } from '../../shared/availability/idle.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { IdleTable } from '../idle/idleTable.tsx';
import { type Measure, measures, whole } from '../idle/shares.ts';
import { useResource } from '../resource.ts';
import type { PageProps } from '../routes.ts';
import { numberInWords, shortDate } from '../time.ts';
import { Chips } from '../ui/chips.tsx';
import { EmptyState } from '../ui/emptyState.tsx';
import { SelectField } from '../ui/field.tsx';
import { PageFrame } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';

const words = t.idle;
const WEEKS = [1, 4, 12, 26];

/** How a workshop's machines were taken, by hour of the week. */
export function IdlePage({ params }: PageProps) {
  const [weeks, setWeeks] = useState(4);
  const path = `/api/workshops/${params.workshopId ?? ''}/idle-capacity?weeks=${weeks}`;
  const idle = useResource(path, idleCapacityView);
  const view = idle.value.value;
  return (
    <PageFrame
      title={words.title(view?.workshopName ?? t.workshops.one)}
      line={view && words.line(shortDate(view.from, view.to), shortDate(view.to))}
    >
      <Chips
        label={words.weeks}
        value={String(weeks)}
        options={WEEKS.map((count) => ({ value: String(count), label: words.weekCount(count) }))}
        onValue={(value) => setWeeks(Number(value))}
      />
      <Shown resource={idle}>
        {(shown) => (shown.machines.length === 0 ? <EmptyState text={words.none} /> : <Hours view={shown} />)}
      </Shown>
    </PageFrame>
  );
}

function Hours({ view }: { view: IdleCapacityView }) {
  const [machineId, setMachine] = useState('');
  const [measure, setMeasure] = useState<Measure>('free');
  const chosen = view.machines.find((machine) => machine.machineId === machineId);
  const machines = chosen ? [chosen] : view.machines;
  const { openHours, freePercent } = whole(machines);
  return (
    <div class="stack">
      {view.machines.length > 1 && (
        <SelectField
          label={words.machine}
          value={machineId}
          options={[
            { value: '', label: words.all },
            ...view.machines.map((machine) => ({ value: machine.machineId, label: machine.name })),
          ]}
          onValue={setMachine}
        />
      )}
      <Chips
        label={words.what}
        value={measure}
        options={measures.map((value) => ({ value, label: words[value] }))}
        onValue={setMeasure}
      />
      <p>{words.whole(freePercent, numberInWords(openHours))}</p>
      <IdleTable
        machines={machines}
        measure={measure}
        caption={words.caption(words[measure], chosen?.name ?? words.all)}
      />
    </div>
  );
}
