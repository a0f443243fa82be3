import { type BookingView, machineCalendarView } from '../../shared/bookings/views.ts';
import type { CommandReply } from '../../shared/commandReply.ts';
import { get } from '../api.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { showToast } from '../ui/toasts.ts';
import type { BookingAct } from './acts.ts';
import { calendarPath } from './calendarResource.ts';

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

/**
 * The same for a new booking: one that waits for somebody's word is asked for, not yours yet. Reads the booking, because
 * the reply does not tell; where that fails, it says what it knows.
 */
export const tellPlaced = async (
  machine: { machineId: string; name: string },
  date: string,
  when: string,
  reply: CommandReply,
  undone: () => void,
): Promise<void> => {
  const calendar = await get(calendarPath(machine.machineId, date, 1), machineCalendarView).catch(() => null);
  const placed = calendar?.bookings.find(({ bookingId }) => bookingId === reply.id);
  if (placed?.status === 'pending')
    showToast(t.waiting.askedFor(machine.name, when), { undo: reply.undo, undone });
  else tellDone('place', machine.name, when, reply, undone);
};

/** Who holds a booking, as the viewer may know it. */
export const holderInWords = (booking: Pick<BookingView, 'mine' | 'holder'>): string => {
  if (booking.mine) return t.timeline.yours;
  return booking.holder?.name ?? t.timeline.booked;
};
