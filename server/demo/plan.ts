import type { BookingRules } from '../../shared/machines/bookingRules.ts';
import type { Meter, Origin } from '../../shared/machines/events.ts';
import type { Danger, MachineKind } from '../../shared/machines/words.ts';
import type { Joining, MembershipKind } from '../../shared/roles.ts';
import type { Place } from '../../shared/workshops/events.ts';
import type { OpeningHours, WeeklyOpening } from '../../shared/workshops/openingHours.ts';

// How a workshop of the demo region is written down. People, competences and machines are named by short words.

/** One machine, and how its people usually book it. */
export interface MachinePlan {
  key: string;
  name: string;
  kind: MachineKind;
  maker: string | null;
  model: string | null;
  /** Competences by their word. */
  requires?: readonly string[];
  /** Default: those of its kind. */
  dangers?: readonly Danger[];
  capacity?: number;
  /** Machines of the workshop without which it does not run, by their word; they stand before it. */
  dependsOn?: readonly string[];
  meters?: readonly Meter[];
  tier?: 'workshop' | 'region';
  origin?: Origin;
  area?: string;
  emergencyStop?: string;
  /** It was not there from the beginning: a build of the story makes it and puts it into service. */
  madeInStory?: true;
  /** Where it asks for something else than its kind usually does. */
  rules?: Partial<BookingRules>;
  usual: {
    /** Bookings on an average day. */
    perDay: number;
    /** Lengths to choose from, in hours. */
    hours: readonly number[];
    /** Wall-clock hours between which they start. */
    between: readonly [from: number, to: number];
  };
  purposes: readonly string[];
}

/** A tool or kit that is lent by the day. */
export interface ToolPlan {
  key: string;
  name: string;
  maker: string | null;
  model: string | null;
  area: string;
  origin?: Origin;
  /** The person whose it is, where a member lends it. */
  lentBy?: string;
  /** Of a kit; `tool` is the word of a piece that is a tool of its own. */
  contents?: readonly { name: string; quantity: number; tool: string | null }[];
}

/** Somebody in the region. The two who stand for the demo's sign-ins have their own addresses. */
export interface PersonPlan {
  key: string;
  name: string;
  email?: string;
}

/** When somebody came in, counted in days before today; `asks`: still waits for an answer. */
export interface ComingPlan {
  person: string;
  as: MembershipKind | 'asks';
  daysAgo: number;
  message?: string;
}

export interface WorkshopPlan {
  key: string;
  name: string;
  place: Place;
  timeZone: string;
  joining: Joining;
  openingHours: Omit<OpeningHours, 'holidays'>;
  /** Every year, month and day: `12-25`. */
  holidays: readonly { date: string; name: string }[];
  foundedDaysAgo: number;
  founder: string;
  competences: readonly { key: string; name: string; trainer: string }[];
  coming: readonly ComingPlan[];
  offices: readonly { person: string; role: 'host' | 'steward' }[];
  /** Confirmed by the competence's trainer; `untilDay` counts from today. */
  inducted: readonly { person: string; competence: string; untilDay?: number }[];
  machines: readonly MachinePlan[];
}

/** The same opening on several weekdays; 1 is Monday. */
export const on = (weekdays: readonly number[], opens: string, closes: string): WeeklyOpening[] =>
  weekdays.map((weekday) => ({ weekday, opens, closes }));

export const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7] as const;
