import { useState } from 'preact/hooks';
import type { Availability, MachineView } from '../../shared/machines/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { FoldedSafety } from '../machines/safetyCard.tsx';
import { useResource } from '../resource.ts';
import { moment } from '../time.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { State } from '../ui/state.tsx';
import { bookingList } from '../views.ts';
import { Extend } from './extend.tsx';
import { PersonChoice } from './personChoice.tsx';
import { Stop } from './stop.tsx';
import { TimeLeft } from './timeLeft.tsx';

const words = t.use;

export interface InUseProps {
  machine: MachineView;
  session: Extract<Availability, { answer: 'inUse' }>;
  today: string;
  onChanged: () => void;
}

/** My running session: the time left, who is next, longer, Stop, and handing it over. */
export function InUse({ machine, session, today, onChanged }: InUseProps) {
  const [handing, setHanding] = useState(false);
  const { machineId, name, timeZone } = machine;
  const mine = useResource('/api/me/bookings', bookingList, [`calendar-${machineId}`]);
  const booking = mine.value.value?.bookings.find(({ bookingId }) => bookingId === session.bookingId);
  const changed = () => {
    mine.refetch();
    onChanged();
  };
  return (
    <section class="answer" data-state="yours" aria-label={words.title}>
      <State kind="yours">{words.title}</State>
      <TimeLeft until={session.until} today={today} />
      <p>{nextInWords(session, today)}</p>
      {booking && (
        <>
          <Extend booking={booking} today={today} seen={session.next?.start} onChanged={changed} />
          <Stop
            machine={machine}
            booking={booking}
            isOver={session.overrun}
            today={today}
            onStopped={changed}
          >
            <Button onPress={() => setHanding(true)}>{words.handOver}</Button>
          </Stop>
        </>
      )}
      <FoldedSafety machine={machine} />
      {handing && booking && (
        <Dialog title={`${words.handOver}: ${name}`} onClose={() => setHanding(false)}>
          <PersonChoice
            machineId={machineId}
            timeZone={timeZone}
            text={words.handOverText}
            submitLabel={words.handOver}
            ask={(person) => ({
              method: 'post',
              path: `/api/machines/${machineId}/bookings/${booking.bookingId}/hand-over`,
              body: { memberId: person.memberId },
              ifMatch: booking.revision,
              done: words.handedOver(person.name),
              after: () => {
                setHanding(false);
                changed();
              },
            })}
          />
        </Dialog>
      )}
    </section>
  );
}

function nextInWords({ next }: InUseProps['session'], today: string): string {
  if (!next) return words.nobodyNext;
  const when = moment(next.start, today);
  return next.name === null ? words.nextSomebody(when) : words.next(next.name, when);
}
