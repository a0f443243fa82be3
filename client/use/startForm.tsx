import { useState } from 'preact/hooks';
import type { MachineView } from '../../shared/machines/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { SafetyCard } from '../machines/safetyCard.tsx';
import { duration, moment } from '../time.ts';
import { AskForm } from '../ui/askForm.tsx';
import { Chips } from '../ui/chips.tsx';
import { CheckField } from '../ui/field.tsx';
import { useCommand } from '../useCommand.ts';

const words = t.use;
const MINUTE = 60_000;
const LENGTHS = [15, 30, 60, 120, 240];
const USUAL = 60;
const AS_LONG = 'asLong';

export interface StartFormProps {
  machine: Pick<
    MachineView,
    'machineId' | 'name' | 'timeZone' | 'rules' | 'dangers' | 'protection' | 'emergencyStop'
  >;
  /** The booking that is started; null walks up. */
  bookingId: string | null;
  /** Of a walk-up: how long it is free for the viewer, wall time with its offset; null: no end in sight. */
  freeUntil: string | null;
  /** The workshop's own date. */
  today: string;
  /** The session belongs to this build, and to this step of it: one start tells both. */
  withinBuild?: { buildId: string; step: string | null };
  /** The card stands above already. */
  withoutCard?: boolean;
  onDone: () => void;
}

/** What is asked before a machine is started: somebody else in the room, and until when. */
export function StartForm(props: StartFormProps) {
  const { machine, bookingId, freeUntil, today, withinBuild, withoutCard = false, onDone } = props;
  const { machineId, name, timeZone, rules } = machine;
  const lengths = useState(() => lengthsWithin(freeUntil, rules.maximumDurationMinutes, Date.now()))[0];
  const [length, setLength] = useState(
    String(lengths.filter((minutes) => minutes <= USUAL).at(-1) ?? AS_LONG),
  );
  const [accompanied, setAccompanied] = useState(false);
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const asked =
    bookingId !== null ? { bookingId } : length === AS_LONG ? {} : { until: untilIn(Number(length)) };
  return (
    <AskForm
      submitLabel={words.start}
      kind="main"
      busy={busy}
      failure={failure}
      timeZone={timeZone}
      onSubmit={() =>
        give({
          method: 'post',
          path: `/api/machines/${machineId}/use/start`,
          body: { ...asked, ...(accompanied ? { accompanied } : {}), ...withinBuild },
          done: words.started(name),
          after: onDone,
        })
      }
    >
      {!withoutCard && <SafetyCard machine={machine} />}
      {bookingId === null && (
        <Chips
          label={words.howLong}
          value={length}
          options={[
            ...lengths.map((minutes) => ({ value: String(minutes), label: duration(minutes) })),
            ...(freeUntil ? [{ value: AS_LONG, label: words.asLong(moment(freeUntil, today)) }] : []),
          ]}
          onValue={setLength}
        />
      )}
      {rules.neverAlone && (
        <>
          <p>{words.neverAlone}</p>
          <CheckField label={words.somebodyHere} checked={accompanied} onChange={setAccompanied} />
        </>
      )}
    </AskForm>
  );
}

/** To the whole minute, so that a second press asks for the same. */
const untilIn = (minutes: number) =>
  new Date(Math.floor(Date.now() / MINUTE) * MINUTE + minutes * MINUTE).toISOString();

/** The usual lengths that fit into what is free and allowed, minutes. */
function lengthsWithin(freeUntil: string | null, longest: number | null, now: number): number[] {
  const free = freeUntil === null ? Number.POSITIVE_INFINITY : (Date.parse(freeUntil) - now) / MINUTE;
  return LENGTHS.filter((minutes) => minutes <= free && minutes <= (longest ?? Number.POSITIVE_INFINITY));
}
