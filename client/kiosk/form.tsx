import { useState } from 'preact/hooks';
import type { FaultSeverity } from '../../shared/machines/events.ts';
import type { MachineSummary } from '../../shared/machines/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { SafetyCard } from '../machines/safetyCard.tsx';
import { instantOf, wallIn } from '../time/zone.ts';
import { duration, timeOf } from '../time.ts';
import { Button } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { CheckField } from '../ui/field.tsx';
import { PageSection } from '../ui/page.tsx';

const words = t.devices.kiosk;
const MINUTE = 60_000;
const LENGTHS = [30, 60, 120, 240];
/** How many beginnings are offered today, each half an hour after the one before. */
const BEGINNINGS = 8;
const SEVERITIES: FaultSeverity[] = ['worksStill', 'outOfOrder', 'unsafe'];

export interface KioskTask {
  what: 'start' | 'book' | 'fault';
  machine: MachineSummary;
}

export interface KioskFormProps {
  task: KioskTask;
  busy: boolean;
  onGive: (path: string, body: object, done: string) => void;
  onBack: () => void;
}

/** The few things that are asked: how long, from when, what is wrong. */
export function KioskForm({ task: { what, machine }, busy, onGive, onBack }: KioskFormProps) {
  const { machineId, name, timeZone, availability, rules } = machine;
  const longest = rules.maximumDurationMinutes ?? Number.POSITIVE_INFINITY;
  const lengths = LENGTHS.filter((minutes) => minutes <= longest);
  const [length, setLength] = useState(String(lengths[1] ?? lengths[0] ?? longest));
  const beginnings = useState(() => laterToday(Date.now(), timeZone))[0];
  const [from, setFrom] = useState(beginnings[0] ?? '');
  const [accompanied, setAccompanied] = useState(false);
  const [severity, setSeverity] = useState<FaultSeverity>('worksStill');
  const later = (start: number) => new Date(start + Number(length) * MINUTE).toISOString();
  const isOwn = availability.answer === 'yours';
  const press = () => {
    const machinePath = `/api/machines/${machineId}`;
    if (what === 'fault') return onGive(`${machinePath}/faults`, { severity }, words.reported(name));
    if (what === 'book') {
      const body = { start: from, end: later(Date.parse(from)) };
      return onGive(`${machinePath}/bookings`, body, words.placed(name));
    }
    const how = isOwn
      ? { bookingId: availability.bookingId }
      : { until: later(Math.floor(Date.now() / MINUTE) * MINUTE) };
    return onGive(
      `${machinePath}/use/start`,
      accompanied ? { ...how, accompanied } : how,
      words.started(name),
    );
  };
  const title = { start: words.start, book: words.book, fault: words.fault }[what];
  return (
    <PageSection title={`${title}: ${name}`}>
      {what === 'start' && <SafetyCard machine={machine} />}
      {what === 'book' && (
        <Chips
          label={words.from}
          value={from}
          options={beginnings.map((value) => ({ value, label: timeOf(value) }))}
          onValue={setFrom}
        />
      )}
      {what !== 'fault' && !(what === 'start' && isOwn) && (
        <Chips
          label={words.length}
          value={length}
          options={lengths.map((minutes) => ({ value: String(minutes), label: duration(minutes) }))}
          onValue={setLength}
        />
      )}
      {what === 'start' && rules.neverAlone && (
        <CheckField label={words.accompanied} checked={accompanied} onChange={setAccompanied} />
      )}
      {what === 'fault' && (
        <Chips
          label={words.fault}
          quiet
          value={severity}
          options={SEVERITIES.map((value) => ({ value, label: t.care.severities[value] }))}
          onValue={setSeverity}
        />
      )}
      <div class="buttons">
        <Button kind="main" busy={busy} onPress={press}>
          {title}
        </Button>
        <Button kind="quiet" onPress={onBack}>
          {words.back}
        </Button>
      </div>
    </PageSection>
  );
}

/** The next half hours of the workshop's own day, with their offsets. */
function laterToday(now: number, timeZone: string): string[] {
  const half = 30 * MINUTE;
  const first = Math.ceil(now / half) * half;
  const wallOf = (instant: number) => wallIn(new Date(instant).toISOString(), timeZone);
  const today = wallOf(now).date;
  return Array.from({ length: BEGINNINGS }, (_, index) => wallOf(first + index * half))
    .filter(({ date }) => date === today)
    .map(({ date, time }) => instantOf(date, time, timeZone));
}
