import type { OverrideRequest } from '../../shared/bookings/commands.ts';
import type { Objection } from '../../shared/bookings/rules.ts';
import type { BookingView } from '../../shared/bookings/views.ts';
import type { CommandReply } from '../../shared/commandReply.ts';
import type { Interval } from '../../shared/time.ts';
import { command, tryOut } from '../api.ts';
import { failureText } from '../failureText.ts';
import { RequestFailed } from '../problem.ts';

/** What is needed of a booking to give a command about it. */
export type KnownBooking = Pick<BookingView, 'bookingId' | 'machineId' | 'revision'>;

/** What some bookings have besides a time. */
export interface PlacingExtras {
  /** For somebody else (stewards, trainers). */
  memberId?: string;
  /** Under whose eyes. */
  supervisorId?: string;
  override?: OverrideRequest;
}

/** A command of a person about a booking. Instants are milliseconds since 1970. */
export type BookingAct =
  | ({ act: 'place'; machineId: string; start: number; end: number; purpose: string } & PlacingExtras)
  | { act: 'move' | 'resize'; booking: KnownBooking; start: number; end: number }
  | { act: 'correct'; booking: KnownBooking; start: number; end: number; note: string }
  | { act: 'cancel' | 'reinstate'; booking: KnownBooking };

/** What became of a command, or would become of it. */
export type Verdict =
  | { verdict: 'accepted'; reply: CommandReply }
  | { verdict: 'allowed' }
  | { verdict: 'refused'; objections: Objection[]; nearest: Interval | null }
  /** Somebody changed the booking meanwhile: read it again. */
  | { verdict: 'stale'; sentence: string }
  | { verdict: 'failed'; sentence: string };

interface CommandRequest {
  path: string;
  body: Record<string, unknown>;
  ifMatch: number | null;
}

/** The request that an act becomes. */
export const requestOf = (act: BookingAct): CommandRequest => {
  if (act.act === 'place') {
    const times = timesOf(act);
    const { memberId, supervisorId, override } = act;
    const purpose = act.purpose.trim();
    const body = {
      ...times,
      ...(purpose === '' ? {} : { purpose }),
      ...(memberId === undefined ? {} : { memberId }),
      ...(supervisorId === undefined ? {} : { supervisorId }),
      ...(override === undefined ? {} : { override }),
    };
    return { path: `/api/machines/${act.machineId}/bookings`, body, ifMatch: null };
  }
  const { machineId, bookingId, revision } = act.booking;
  const path = `/api/machines/${machineId}/bookings/${bookingId}/${act.act}`;
  return { path, body: bodyOf(act), ifMatch: revision };
};

const timesOf = ({ start, end }: { start: number; end: number }) => ({
  start: new Date(start).toISOString(),
  end: new Date(end).toISOString(),
});

const bodyOf = (act: Exclude<BookingAct, { act: 'place' }>): Record<string, string> => {
  switch (act.act) {
    case 'move':
    case 'resize':
      return timesOf(act);
    case 'correct': {
      const note = act.note.trim();
      return note === '' ? timesOf(act) : { ...timesOf(act), note };
    }
    case 'cancel':
    case 'reinstate':
      return {};
  }
};

/** Gives the command once; a repeat after a lost connection carries the same id. Never throws for what the server said. */
export const giveAct = async (act: BookingAct): Promise<Verdict> => {
  const { path, body, ifMatch } = requestOf(act);
  try {
    return { verdict: 'accepted', reply: await command('post', path, body, { ifMatch }) };
  } catch (error) {
    return verdictOf(error);
  }
};

/** Asks what stands against it and writes nothing. */
export const tryAct = async (act: BookingAct): Promise<Verdict> => {
  const { path, body, ifMatch } = requestOf(act);
  try {
    await tryOut('post', path, body, { ifMatch });
    return { verdict: 'allowed' };
  } catch (error) {
    return verdictOf(error);
  }
};

const verdictOf = (error: unknown): Verdict => {
  if (!(error instanceof RequestFailed)) throw error;
  const { objections, nearest } = error;
  if (error.kind === 'refused') return { verdict: 'refused', objections, nearest };
  const sentence = failureText(error);
  if (error.kind === 'precondition-failed') return { verdict: 'stale', sentence };
  return { verdict: 'failed', sentence };
};
