import type { BookingView } from '../../shared/bookings/views.ts';
import type { CommandReply } from '../../shared/commandReply.ts';
import { t } from '../catalogue/text.ts';
import { showToast } from '../ui/toasts.ts';
import type { BookingAct } from './acts.ts';

/** Says what has happened, with Undo for ten seconds. `when` is the booking's time in words. */
export const tellDone = (
  act: BookingAct['act'],
  machineName: string,
  when: string,
  reply: CommandReply,
  undone: () => void,
): void => {
  showToast(t.booking.done[act](machineName, when), { undo: reply.undo, undone });
};

/** Who holds a booking, as the viewer may know it. */
export const holderInWords = (booking: Pick<BookingView, 'mine' | 'holder'>): string => {
  if (booking.mine) return t.timeline.yours;
  return booking.holder?.name ?? t.timeline.booked;
};
