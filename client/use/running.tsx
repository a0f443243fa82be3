import './use.css';
import type { BookingView } from '../../shared/bookings/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { todayIn } from '../time/zone.ts';
import { moment } from '../time.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { PageSection } from '../ui/page.tsx';
import { Plate } from '../ui/plate.tsx';
import { useCommand } from '../useCommand.ts';
import { TimeLeft } from './timeLeft.tsx';

const words = t.use;

export interface RunningProps {
  sessions: readonly BookingView[];
  now: number;
  onChanged: () => void;
}

/** The machines that I am using, each with Stop; one whose stop was forgotten is asked about. */
export function Running({ sessions, now, onChanged }: RunningProps) {
  if (sessions.length === 0) return null;
  return (
    <PageSection title={words.title}>
      {sessions.map((booking) => (
        <Session key={booking.bookingId} booking={booking} now={now} onChanged={onChanged} />
      ))}
    </PageSection>
  );
}

function Session({ booking, now, onChanged }: { booking: BookingView; now: number; onChanged: () => void }) {
  const { busy, give } = useCommand({ failures: 'toast' });
  const { machineId, machineName, bookingId, end, timeZone, revision } = booking;
  const today = todayIn(timeZone, now);
  const isOver = Date.parse(end) <= now;
  const stop = (body: { at?: string }) =>
    give({
      method: 'post',
      path: `/api/machines/${machineId}/bookings/${bookingId}/stop`,
      body,
      ifMatch: revision,
      done: t.words.stopped(machineName),
      after: onChanged,
      keepAs: t.words.stopKept(machineName),
    });
  return (
    <div class="next">
      <Plate name={machineName} href={addressOf.machine(machineId)} />
      <TimeLeft until={end} today={today} />
      {isOver && <p>{words.forgotten}</p>}
      <div class="buttons">
        {isOver && (
          <Button kind="main" busy={busy} onPress={() => stop({ at: new Date(end).toISOString() })}>
            {words.endedThen(moment(end, today))}
          </Button>
        )}
        <Button kind={isOver ? 'plain' : 'main'} busy={busy} onPress={() => stop({})}>
          {isOver ? words.stillAtIt : words.stop}
        </Button>
        <ButtonLink href={addressOf.machine(machineId)} label={`${words.open}: ${machineName}`}>
          {words.open}
        </ButtonLink>
      </div>
    </div>
  );
}
