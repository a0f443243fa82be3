import { type MachineCalendarView, machineCalendarView } from '../../shared/bookings/views.ts';
import { calendarPath } from '../booking/calendarResource.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { useResource } from '../resource.ts';
import { addDays } from '../time/wall.ts';
import { Button } from '../ui/button.tsx';
import { useCommand } from '../useCommand.ts';

const words = t.use;
/** A session that was forgotten may have begun days ago. */
const DAYS_BACK = 6;

export interface EndOtherProps {
  machineId: string;
  /** The session that has run over. */
  bookingId: string;
  today: string;
  onEnded: () => void;
}

/** Ends the session of somebody whose time is over, when nobody is there: whoever is next may. */
export function EndOther({ machineId, bookingId, today, onEnded }: EndOtherProps) {
  const { busy, give } = useCommand({ failures: 'toast' });
  const calendar = useResource(
    calendarPath(machineId, addDays(today, -DAYS_BACK), DAYS_BACK + 1),
    machineCalendarView,
    [`calendar-${machineId}`],
  );
  const revision = revisionOf(calendar.value.value, bookingId);
  if (revision === undefined) return null;
  return (
    <div class="stack">
      <p>{words.endOtherText}</p>
      <div class="buttons">
        <Button
          busy={busy}
          onPress={() =>
            give({
              method: 'post',
              path: `/api/machines/${machineId}/bookings/${bookingId}/stop`,
              body: {},
              ifMatch: revision,
              done: words.otherEnded,
              after: onEnded,
            })
          }
        >
          {words.endOther}
        </Button>
      </div>
    </div>
  );
}

const revisionOf = (calendar: MachineCalendarView | undefined, bookingId: string) =>
  calendar?.bookings.find((booking) => booking.bookingId === bookingId)?.revision;
