import '../bookings/bookingRow.css';
import type { LoanView } from '../../shared/loans/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { todayIn } from '../time/zone.ts';
import { moment } from '../time.ts';
import { Button } from '../ui/button.tsx';
import { Plate } from '../ui/plate.tsx';
import { State } from '../ui/state.tsx';
import { useCommand } from '../useCommand.ts';
import { KitLine } from './kitContents.tsx';

const words = t.loans;

/** One of my loans or reservations: when it is due, and the one thing to do about it. */
export function LoanRow({ loan, now, onChanged }: { loan: LoanView; now: number; onChanged: () => void }) {
  const { booking, tool, overdue, renewedUntil, waitedFor } = loan;
  const { busy, give } = useCommand({ failures: 'toast' });
  const { machineId, bookingId, status, start, end, marks, revision } = booking;
  const today = todayIn(tool.timeZone, now);
  const path = `/api/machines/${machineId}/bookings/${bookingId}`;
  const isOut = status === 'started';
  const due = moment(end, today);
  const renew = () =>
    renewedUntil &&
    give({
      method: 'post',
      path: `${path}/extend`,
      body: { end: renewedUntil },
      ifMatch: revision,
      done: words.renewed(tool.name, moment(renewedUntil, today)),
      after: onChanged,
    });
  const cancel = () =>
    give({
      method: 'post',
      path: `${path}/cancel`,
      body: {},
      ifMatch: revision,
      done: words.cancelled(tool.name),
      after: onChanged,
    });
  return (
    <li class="booking-row">
      <div class="when">
        <State kind={overdue ? 'soon' : isOut ? 'yours' : 'free'}>
          {overdue ? words.wasDue(due) : isOut ? words.due(due) : words.collect(moment(start, today), due)}
        </State>
      </div>
      <div class="where">
        <Plate name={tool.name} href={addressOf.machine(machineId)} size="small" />
        <span class="soft">{tool.workshopName}</span>
        <KitLine tool={tool} />
        {isOut && waitedFor && <span class="soft">{words.waitedFor}</span>}
      </div>
      {isOut && renewedUntil && (
        <Button busy={busy} label={words.renewFor(tool.name, moment(renewedUntil, today))} onPress={renew}>
          {words.renew}
        </Button>
      )}
      {!isOut && (
        <Button busy={busy} label={words.cancelOf(tool.name)} onPress={cancel}>
          {words.cancel}
        </Button>
      )}
      {marks.length > 0 && (
        <div class="marks">
          <State kind="soon">{t.words.and(marks.map((rule) => t.words.marks[rule]))}</State>
        </div>
      )}
    </li>
  );
}
