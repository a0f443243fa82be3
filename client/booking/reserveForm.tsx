import './booking.css';
import { useEffect, useState } from 'preact/hooks';
import type { z } from 'zod';
import { reservationReply } from '../../shared/bookings/commands.ts';
import { commandWith } from '../api.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { RequestFailed } from '../problem.ts';
import { addDays } from '../time/wall.ts';
import { instantOf } from '../time/zone.ts';
import { AskForm } from '../ui/askForm.tsx';
import { ManyChips } from '../ui/chips.tsx';
import { TextField } from '../ui/field.tsx';
import { slotInWords } from '../ui/objections.tsx';
import { TimeField } from '../ui/timeField.tsx';
import { showToast } from '../ui/toasts.ts';

const words = t.waiting.reserve;
/** Quiet before the server is asked, milliseconds. */
const DELAY = 300;
type Reply = z.infer<typeof reservationReply>;

export interface ReserveFormProps {
  workshopId: string;
  timeZone: string;
  /** The date that it begins with. */
  date: string;
  machines: readonly { machineId: string; name: string }[];
  onDone: () => void;
}

/** Machines, a time and what for; before it is sent, the bookings that lie in that time are told. */
export function ReserveForm({ workshopId, timeZone, date: first, machines, onDone }: ReserveFormProps) {
  const [machineIds, setMachineIds] = useState<string[]>([]);
  const [date, setDate] = useState(first);
  const [from, setFrom] = useState('18:00');
  const [until, setUntil] = useState('20:00');
  const [purpose, setPurpose] = useState('');
  const [answer, setAnswer] = useState<{ of: string; hit: Reply['hit'] } | null>(null);
  const [failure, setFailure] = useState<RequestFailed | null>(null);
  const [busy, setBusy] = useState(false);
  const path = `/api/workshops/${workshopId}/reservations`;
  // An end at or before the start is on the next day.
  const endDate = until > from ? date : addDays(date, 1);
  const asInstant = (day: string, time: string) => new Date(instantOf(day, time, timeZone)).toISOString();
  const send = async (to: string, what: string): Promise<Reply | null> => {
    const body = {
      machineIds,
      start: asInstant(date, from),
      end: asInstant(endDate, until),
      purpose: what,
    };
    try {
      const reply = await commandWith('post', to, body, reservationReply);
      setFailure(null);
      return reply;
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      setFailure(error);
      return null;
    }
  };
  const of = [...machineIds, date, from, until].join(' ');
  useEffect(() => {
    if (machineIds.length === 0 || date === '') return;
    let isShown = true;
    const timer = setTimeout(async () => {
      // What for changes nothing of what it hits.
      const reply = await send(`${path}?dryRun=true`, words.purpose);
      if (isShown && reply) setAnswer({ of, hit: reply.hit });
    }, DELAY);
    return () => {
      isShown = false;
      clearTimeout(timer);
    };
  }, [of]);
  const hit = answer?.of === of ? answer.hit : null;
  const nameOf = (machineId: string) =>
    machines.find((machine) => machine.machineId === machineId)?.name ?? t.machines.one;
  const submit = async () => {
    setBusy(true);
    const reply = await send(path, purpose);
    setBusy(false);
    if (!reply) return;
    showToast(words.done);
    onDone();
  };
  return (
    <AskForm
      submitLabel={words.submit}
      kind="main"
      busy={busy || machineIds.length === 0}
      failure={failure}
      timeZone={timeZone}
      onSubmit={submit}
    >
      <p class="soft">{words.text}</p>
      <ManyChips
        label={words.machines}
        values={machineIds}
        options={machines.map(({ machineId, name }) => ({ value: machineId, label: name }))}
        onValues={setMachineIds}
      />
      <TextField label={words.day} type="date" required value={date} onValue={setDate} />
      <div class="fields-2">
        <TimeField label={words.from} value={from} onValue={setFrom} />
        <TimeField label={words.until} value={until} onValue={setUntil} />
      </div>
      <TextField label={words.purpose} required maxLength={500} value={purpose} onValue={setPurpose} />
      {hit && (
        <div role="status">
          <p>{words.hits(hit.length)}</p>
          <ul>
            {hit.map(({ machineId, bookingId, start, end }) => (
              <li key={bookingId}>{words.hit(nameOf(machineId), slotInWords({ start, end }, timeZone))}</li>
            ))}
          </ul>
        </div>
      )}
    </AskForm>
  );
}
