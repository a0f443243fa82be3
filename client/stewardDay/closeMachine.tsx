import { useState } from 'preact/hooks';
import { t } from '../catalogue/workshopTexts.ts';
import { OutageForm } from '../machines/outageForm.tsx';
import { useResource } from '../resource.ts';
import { SelectField } from '../ui/field.tsx';
import { Shown } from '../ui/shown.tsx';
import { machineList } from '../views.ts';

const words = t.care.day;

/** A machine chosen by name, and why it is closed. */
export function CloseMachine({ workshopId, onDone }: { workshopId: string; onDone: () => void }) {
  const machines = useResource(`/api/machines?workshop=${workshopId}`, machineList);
  const [machineId, setMachineId] = useState('');
  const all = machines.value.value?.machines ?? [];
  const chosen = all.find((machine) => machine.machineId === machineId) ?? all[0];
  return (
    <Shown resource={machines}>
      {() =>
        chosen ? (
          <div class="stack">
            <SelectField
              label={words.which}
              value={chosen.machineId}
              options={all.map((machine) => ({ value: machine.machineId, label: machine.name }))}
              onValue={setMachineId}
            />
            <OutageForm key={chosen.machineId} machine={chosen} onDone={onDone} />
          </div>
        ) : (
          <p>{t.machines.list.none}</p>
        )
      }
    </Shown>
  );
}
