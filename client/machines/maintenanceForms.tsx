import { useState } from 'preact/hooks';
import type { PlanView } from '../../shared/machines/careViews.ts';
import type { MaintenanceInterval } from '../../shared/machines/events.ts';
import type { MachineView } from '../../shared/machines/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { AskForm } from '../ui/askForm.tsx';
import { Chips } from '../ui/chips.tsx';
import { SelectField, TextArea, TextField } from '../ui/field.tsx';
import { mistakeAt } from '../ui/formFailure.tsx';
import { useCommand } from '../useCommand.ts';

const words = t.care.maintenance;

interface FormProps {
  machine: Pick<MachineView, 'machineId' | 'name' | 'timeZone' | 'meters'>;
  onDone: () => void;
}

/** A plan by hours of use, by a meter that the machine has, or by the calendar. */
export function PlanForm({ machine, today, onDone }: FormProps & { today: string }) {
  const { machineId, meters, timeZone } = machine;
  const [name, setName] = useState('');
  const [by, setBy] = useState<MaintenanceInterval['by']>('calendar');
  const [every, setEvery] = useState({ hours: '40', meter: '1000', calendar: '90' });
  const [meter, setMeter] = useState(meters[0]?.name ?? '');
  const [minutes, setMinutes] = useState('60');
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const amount = Number(every[by]);
  const intervals = {
    hours: { by, hours: amount },
    meter: { by, meter, amount },
    calendar: { by, days: Math.round(amount), from: today },
  };
  const submit = async () => {
    const reply = await give({
      method: 'post',
      path: `/api/machines/${machineId}/maintenance-plans`,
      body: { name, interval: intervals[by], durationMinutes: Math.round(Number(minutes)) },
      done: words.added(name),
    });
    if (reply) onDone();
  };
  const ways: { value: MaintenanceInterval['by']; label: string }[] = [
    { value: 'calendar', label: words.byCalendar },
    { value: 'hours', label: words.byHours },
    ...(meters.length > 0 ? [{ value: 'meter' as const, label: words.byMeter }] : []),
  ];
  const asked = { hours: words.hours, meter: words.amount, calendar: words.days };
  return (
    <AskForm
      submitLabel={words.submit}
      onSubmit={submit}
      busy={busy}
      failure={failure}
      timeZone={timeZone}
      kind="main"
    >
      <TextField
        label={words.name}
        required
        maxLength={80}
        value={name}
        error={mistakeAt(failure, 'name')}
        onValue={setName}
      />
      <Chips label={words.by} value={by} options={ways} onValue={setBy} />
      {by === 'meter' && (
        <SelectField
          label={words.meter}
          value={meter}
          options={meters.map((each) => ({ value: each.name, label: `${each.name} (${each.unit})` }))}
          onValue={setMeter}
        />
      )}
      <TextField
        label={asked[by]}
        type="number"
        inputMode="decimal"
        min={1}
        step={by === 'calendar' ? 1 : 'any'}
        required
        value={every[by]}
        onValue={(value) => setEvery({ ...every, [by]: value })}
      />
      <TextField
        label={words.length}
        type="number"
        inputMode="numeric"
        min={5}
        max={14400}
        required
        value={minutes}
        error={mistakeAt(failure, 'durationMinutes')}
        onValue={setMinutes}
      />
    </AskForm>
  );
}

/** That it has been done: how long it took and, where it goes by one, what the meter reads. */
export function MaintenanceDoneForm({ machine, plan, onDone }: FormProps & { plan: PlanView }) {
  const { planId, name, interval, revision, durationMinutes } = plan;
  const [minutes, setMinutes] = useState(String(durationMinutes));
  const [reading, setReading] = useState(plan.reading === null ? '' : String(plan.reading));
  const [note, setNote] = useState('');
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const submit = async () => {
    const reply = await give({
      method: 'post',
      path: `/api/machines/${machine.machineId}/maintenance-plans/${planId}/done`,
      body: {
        minutes: Math.round(Number(minutes)),
        ...(interval.by === 'meter' ? { reading: Number(reading) } : {}),
        ...(note.trim() ? { note } : {}),
      },
      ifMatch: revision,
      done: words.doneToast(name),
    });
    if (reply) onDone();
  };
  return (
    <AskForm
      submitLabel={words.done}
      onSubmit={submit}
      busy={busy}
      failure={failure}
      timeZone={machine.timeZone}
      kind="main"
    >
      {interval.by === 'meter' && (
        <TextField
          label={words.reading(interval.meter)}
          type="number"
          inputMode="decimal"
          min={plan.reading ?? 0}
          step="any"
          required
          value={reading}
          onValue={setReading}
        />
      )}
      <TextField
        label={words.minutes}
        type="number"
        inputMode="numeric"
        min={0}
        required
        value={minutes}
        onValue={setMinutes}
      />
      <TextArea label={`${words.note} (${t.words.optional})`} value={note} onValue={setNote} />
    </AskForm>
  );
}
