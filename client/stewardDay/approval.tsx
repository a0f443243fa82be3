import '../machines/care.css';
import type { BookingView } from '../../shared/bookings/views.ts';
import { addressOf } from '../addresses.ts';
import { whenInWords } from '../bookings/bookingRow.tsx';
import { t } from '../catalogue/workshopTexts.ts';
import { Button } from '../ui/button.tsx';
import { Plate } from '../ui/plate.tsx';
import { useCommand } from '../useCommand.ts';

const words = t.care.day;

/** A booking that waits for a steward's word, with both answers. */
export function Approval({
  booking,
  now,
  onChanged,
}: {
  booking: BookingView;
  now: number;
  onChanged: () => void;
}) {
  const { busy, give } = useCommand({ failures: 'toast' });
  const { machineId, machineName, bookingId, holder, purpose, revision } = booking;
  const answer = (act: 'confirm' | 'decline', done: string) =>
    give({
      method: 'post',
      path: `/api/machines/${machineId}/bookings/${bookingId}/${act}`,
      body: {},
      ifMatch: revision,
      done,
      after: onChanged,
    });
  const who = holder?.name ?? t.words.formerMember;
  return (
    <li class="care-row">
      <div>
        <Plate name={machineName} size="small" href={addressOf.machine(machineId)} /> {who},{' '}
        {whenInWords(booking, now)} {purpose && <span class="soft">{purpose}</span>}
      </div>
      <div class="buttons">
        <Button
          busy={busy}
          label={`${words.approve}: ${who}, ${machineName}`}
          onPress={() => answer('confirm', words.approved)}
        >
          {words.approve}
        </Button>
        <Button
          kind="quiet"
          busy={busy}
          label={`${words.decline}: ${who}, ${machineName}`}
          onPress={() => answer('decline', words.declined)}
        >
          {words.decline}
        </Button>
      </div>
    </li>
  );
}
