import type { BookingRule } from '../../shared/bookings/rules.ts';
import type { BookingRules } from '../../shared/machines/bookingRules.ts';
import type { MachineKind } from '../../shared/machines/words.ts';
import type { OpeningHours } from '../../shared/workshops/openingHours.ts';
import { type Booking, occupies } from './agenda.ts';
import type { Calendar } from './calendar.ts';

/** A stretch of time that somebody asks for, `[start, end)` in UTC milliseconds. */
export interface Slot {
  start: number;
  end: number;
  memberId: string;
  /** The booking that is being changed; it does not count against itself. Null for a new one. */
  change: { to: 'placed' | 'reinstated'; booking: Booking } | null;
  /** Competent, and asked: the holder works under their eyes. */
  supervisorId?: string | null;
  /** It begins at once, together with its start. */
  walkUp?: boolean;
  /** A loan that gets longer. */
  renewal?: boolean;
  /** Rules that somebody entitled has set aside for it. */
  setAside?: readonly BookingRule[];
  /** A booking that stands, as it is: only whether later facts are against it. */
  reconsidered?: boolean;
}

/** Whether a booking of one's own gets shorter without taking any time that it did not have: quotas are not asked about that. */
export const onlyShrinks = ({ start, end, memberId, change, reconsidered }: Slot): boolean =>
  change !== null &&
  change.booking.memberId === memberId &&
  !reconsidered &&
  change.to === 'placed' &&
  start >= change.booking.start &&
  end <= change.booking.end &&
  occupies(change.booking);

/** The id of the booking that does not count against itself. */
export const itself = ({ change }: Slot): string | null => change?.booking.bookingId ?? null;

export interface MachineFacts {
  name: string;
  kind: MachineKind;
  rules: BookingRules;
  /** False when retired or not yet registered. */
  inService: boolean;
  capacity: number;
  mayRunUnattended: boolean;
  requiredCompetences: { competenceId: string; name: string }[];
  /** Names of what is read when its use ends. */
  meters: string[];
}

/** Which of the workshop's hours a person may come in; several roles add up. */
export type HoursKey = Exclude<keyof OpeningHours, 'holidays'>;

/** What a person is at the machine's workshop. Instants in UTC milliseconds. */
export interface HolderFacts {
  /** Null for one who is no member; `until` null while nobody ends it. */
  membership: { until: number | null } | null;
  /** From booking this machine (from borrowing, where it is lent). */
  pausedUntil: number | null;
  /** From starting anything. */
  startsPausedUntil: number | null;
  hours: HoursKey[];
  /** By competence id: when it expires, null for never. */
  competences: Record<string, number | null>;
  /** Tools and kits of this workshop that they have or have reserved, this machine's left out. */
  loansElsewhere: number;
}

/** Time in which something that the machine depends on is out. Milliseconds; `until` infinite while nobody knows. */
export interface DependencyOut {
  name: string;
  from: number;
  until: number;
  /** Default: it is out of order. `piece`: it belongs to this kit and is lent without it; `kit`: this belongs to it. */
  lentAs?: 'piece' | 'kit';
}

/** Who gives the command, where a member does: whether they may set rules aside, and which competences they train. */
export interface GiverFacts {
  memberId: string;
  isSteward: boolean;
  /** No other steward could answer instead. */
  isOnlySteward: boolean;
  isHost: boolean;
  teaches: string[];
}

/** All that deciding needs from outside the calendar. Gathered from other contexts: whatever rests on it is convergent. */
export interface CalendarFacts {
  now: number;
  machine: MachineFacts;
  workshop: { timeZone: string; openingHours: OpeningHours };
  /** By member id: everybody whose booking is decided on. */
  holders: Record<string, HolderFacts>;
  dependenciesOut: DependencyOut[];
  /** Null for a reaction, a timer, the operator. */
  giver: GiverFacts | null;
}

/** Why a slot cannot be had. `whenever`: at no other time either. The sentence is made only where it is read. */
export interface Stands {
  message(): string;
  whenever: boolean;
}

/** Instants at which something gets out of the way (`opens`) or into it (`closes`). */
export interface Edges {
  opens: number[];
  closes: number[];
}

/** One rule of the rulebook. One without `edges` does not depend on when the slot starts. */
export interface Rule {
  name: BookingRule;
  /** What stands against the slot, or null. */
  against(slot: Slot, calendar: Calendar, facts: CalendarFacts): Stands | null;
  /**
   * Every edge inside `[from, to]` at which the answer of `against` may change. The nearest allowed slot starts where
   * something opens or ends where something closes.
   */
  edges?(
    slot: Slot,
    calendar: Calendar,
    facts: CalendarFacts,
    window: { from: number; to: number },
  ): Partial<Edges>;
}

export const holderOf = (slot: Slot, facts: CalendarFacts): HolderFacts =>
  facts.holders[slot.memberId] ?? STRANGER;

/** Nobody here knows them: they may come in when visitors may. */
export const STRANGER: HolderFacts = {
  membership: null,
  pausedUntil: null,
  startsPausedUntil: null,
  hours: ['visitor'],
  competences: {},
  loansElsewhere: 0,
};

export const stands = (message: () => string): Stands => ({ message, whenever: false });
export const standsWhenever = (message: () => string): Stands => ({ message, whenever: true });
