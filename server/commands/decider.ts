import type { Objection } from '../../shared/bookings/rules.ts';
import type { Interval } from '../../shared/time.ts';

/** What a decider's `evolve` learns of a recorded event besides its type and data. */
export interface Recorded {
  /** Revision of the event in its stream. */
  revision: number;
  /** When it was decided, UTC milliseconds since 1970. */
  at: number;
}

/** Accepted with events (none: nothing to do, nothing is written), or refused with every rule that stands. */
export type Decision<Event> =
  | { outcome: 'accepted'; events: Event[] }
  | { outcome: 'refused'; objections: Objection[]; nearest: Interval | null };

/**
 * The rulebook of one kind of stream: pure, without clock, chance or I/O. What it needs from outside comes as `facts`.
 * State must survive `JSON.parse(JSON.stringify(state))`: it is kept in snapshots.
 */
export interface Decider<State, Command, Event, Facts> {
  /** Category of its streams, the part before the first hyphen: `calendar`. */
  category: string;
  /** Raised whenever the state's shape or `evolve` changes: snapshots are keyed by it. */
  version: number;
  initialState: State;
  evolve(state: State, event: Event, recorded: Recorded): State;
  decide(command: Command, state: State, facts: Facts): Decision<Event>;
}

export const accepted = <Event>(...events: Event[]): Decision<Event> => ({ outcome: 'accepted', events });

export const refused = (
  ...objections: Objection[]
): { outcome: 'refused'; objections: Objection[]; nearest: null } => ({
  outcome: 'refused',
  objections,
  nearest: null,
});
