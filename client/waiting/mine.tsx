import '../use/use.css';
import type { BookingView, HoldView, MyWaitingView, WaitView } from '../../shared/bookings/views.ts';
import { addressOf } from '../addresses.ts';
import { whenInWords } from '../bookings/bookingRow.tsx';
import { t } from '../catalogue/workshopTexts.ts';
import { todayIn } from '../time/zone.ts';
import { dateOf, dayWord, duration, moment, shortDate, spanIn } from '../time.ts';
import { Button } from '../ui/button.tsx';
import { PageSection } from '../ui/page.tsx';
import { Plate } from '../ui/plate.tsx';
import { State } from '../ui/state.tsx';
import { useCommand } from '../useCommand.ts';

const words = t.waiting;

export interface MineProps {
  waiting: MyWaitingView;
  now: number;
  onChanged: () => void;
}

/** What is held for me, first of all; below it who asks me to supervise. */
export function HeldForMe({ waiting, now, onChanged }: MineProps) {
  const { held, supervisionAsked } = waiting;
  return (
    <>
      {held.length > 0 && (
        <PageSection title={words.held}>
          {held.map((hold) => (
            <Held key={hold.holdId} hold={hold} now={now} onChanged={onChanged} />
          ))}
        </PageSection>
      )}
      {supervisionAsked.length > 0 && (
        <PageSection title={words.asked}>
          <ul class="rows">
            {supervisionAsked.map((booking) => (
              <Asked key={booking.bookingId} booking={booking} now={now} onChanged={onChanged} />
            ))}
          </ul>
        </PageSection>
      )}
    </>
  );
}

function Held({ hold, now, onChanged }: { hold: HoldView; now: number; onChanged: () => void }) {
  const { busy, give } = useCommand({ failures: 'toast' });
  const { machineId, machineName, holdId, start, end, until, timeZone } = hold;
  const today = todayIn(timeZone, now);
  const when = t.time.moment(dayWord(dateOf(start), today), spanIn(start, end, timeZone));
  return (
    <div class="held-row">
      <Plate name={machineName} href={addressOf.machine(machineId)} />
      <p class="when">{when}</p>
      <State kind="soon">{words.heldUntil(moment(until, today))}</State>
      <div class="buttons">
        <Button
          kind="main"
          busy={busy}
          label={words.of(words.take, machineName, when)}
          onPress={() =>
            give({
              method: 'post',
              path: `/api/machines/${machineId}/bookings`,
              body: { start: new Date(start).toISOString(), end: new Date(end).toISOString(), holdId },
              done: words.taken(machineName, when),
              after: onChanged,
            })
          }
        >
          {words.take}
        </Button>
        <Button
          busy={busy}
          label={words.of(words.decline, machineName, when)}
          onPress={() =>
            give({
              method: 'post',
              path: `/api/machines/${machineId}/holds/${holdId}/decline`,
              body: {},
              done: words.declined,
              after: onChanged,
            })
          }
        >
          {words.decline}
        </Button>
      </div>
    </div>
  );
}

function Asked({ booking, now, onChanged }: { booking: BookingView; now: number; onChanged: () => void }) {
  const { busy, give } = useCommand({ failures: 'toast' });
  const { machineId, machineName, bookingId, holder, revision } = booking;
  const when = whenInWords(booking, now);
  const answer = (act: 'confirm' | 'decline', done: string) =>
    give({
      method: 'post',
      path: `/api/machines/${machineId}/bookings/${bookingId}/${act}`,
      body: {},
      ifMatch: revision,
      done,
      after: onChanged,
    });
  return (
    <li class="session-row">
      <div>
        <Plate name={machineName} size="small" href={addressOf.machine(machineId)} /> {when}
        <p>{words.askedBy(holder?.name ?? t.words.formerMember)}</p>
      </div>
      <div class="buttons">
        <Button
          busy={busy}
          label={words.of(words.agree, machineName, when)}
          onPress={() => answer('confirm', words.agreed)}
        >
          {words.agree}
        </Button>
        <Button
          kind="quiet"
          busy={busy}
          label={words.of(words.no, machineName, when)}
          onPress={() => answer('decline', words.refused)}
        >
          {words.no}
        </Button>
      </div>
    </li>
  );
}

/** What I wait for, and how many are before me. */
export function Waits({ waiting, now, onChanged }: MineProps) {
  if (waiting.waiting.length === 0) return null;
  return (
    <PageSection title={words.title}>
      <ul class="rows">
        {waiting.waiting.map((wait) => (
          <OneWait key={wait.waitId} wait={wait} now={now} onChanged={onChanged} />
        ))}
      </ul>
    </PageSection>
  );
}

function OneWait({ wait, now, onChanged }: { wait: WaitView; now: number; onChanged: () => void }) {
  const { busy, give } = useCommand({ failures: 'toast' });
  const { machineId, machineName, waitId, from, to, minutes, ahead, timeZone } = wait;
  const today = todayIn(timeZone, now);
  const isOneDay = dateOf(from) === dateOf(new Date(Date.parse(to) - 1).toISOString());
  const when = isOneDay
    ? t.time.moment(dayWord(dateOf(from), today), spanIn(from, to, timeZone))
    : t.time.span(shortDate(dateOf(from)), shortDate(dateOf(to)));
  return (
    <li class="session-row">
      <div>
        <Plate name={machineName} size="small" href={addressOf.machine(machineId)} />{' '}
        {words.wish(duration(minutes), when)}
        <p class="soft">{words.ahead(ahead)}</p>
      </div>
      <Button
        kind="quiet"
        busy={busy}
        label={words.of(words.leave, machineName, when)}
        onPress={() =>
          give({
            method: 'post',
            path: `/api/machines/${machineId}/waiting/${waitId}/leave`,
            body: {},
            done: words.left(machineName),
            after: onChanged,
          })
        }
      >
        {words.leave}
      </Button>
    </li>
  );
}
