import type { BookingStatus, BookingView } from '../../shared/bookings/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { todayIn } from '../time/zone.ts';
import { moment } from '../time.ts';
import { State, type StateKind } from '../ui/state.tsx';

const kinds: Record<BookingStatus, StateKind> = {
  pending: 'soon',
  placed: 'yours',
  started: 'yours',
  completed: 'closed',
  cancelled: 'closed',
  declined: 'closed',
  lapsed: 'closed',
  missed: 'taken',
};

/** The booking is no more: its time is free for others. */
export const isGone = ({ status }: Pick<BookingView, 'status'>) =>
  status === 'cancelled' || status === 'declined' || status === 'lapsed';

/** What has become of a booking, as a shape and words; nothing for one that simply stands. */
export function BookingState({ booking, now }: { booking: BookingView; now: number }) {
  const { status, awaits, answerBy, timeZone, late, estimated } = booking;
  if (status === 'placed' || (status === 'completed' && !estimated)) return null;
  const word =
    status === 'pending' && answerBy
      ? t.use.awaitsUntil(
          t.words.and(awaits.map((what) => t.use.awaits[what])),
          moment(answerBy, todayIn(timeZone, now)),
        )
      : status === 'cancelled' && late
        ? t.use.late
        : status === 'completed'
          ? t.use.estimated
          : t.use.statuses[status];
  return <State kind={kinds[status]}>{word}</State>;
}
