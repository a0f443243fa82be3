import type { Decider } from './decider.ts';

/** Who gives a command, as its events will name them. */
export type Actor =
  | { kind: 'member'; memberId: string }
  /** Somebody without a name: signed out, or telling of a near miss. */
  | { kind: 'nobody' }
  | { kind: 'operator' }
  | { kind: 'reaction'; name: string }
  | { kind: 'timer'; name: string };

/** The moment and the giver of a command: all that is not in the command itself. */
export interface Occasion {
  actor: Actor;
  /** UTC milliseconds since 1970. */
  now: number;
}

/** A free text of a command: it goes to accounts, and the event holds its id. */
export interface FreeText {
  id: string;
  kind: string;
  body: string;
  /** The member whom it speaks about, if not its author: erased with either. */
  subject?: string;
}

/**
 * One command of a context: its stream, where its facts come from, and which entity an `If-Match` speaks of.
 * Free texts never stand in the command: it names them by id.
 */
export interface CommandDefinition<Command, State, Event, Facts> {
  /** Imperative: `PlaceBooking`. */
  type: string;
  decider: Decider<State, Command, Event, Facts>;
  stream(command: Command): string;
  /** Gathered anew at each attempt; `state` tells which facts are needed. */
  facts(command: Command, occasion: Occasion, state: State): Facts | Promise<Facts>;
  /** Revision of the last event that touched the entity of this command; undefined where there is none yet. */
  entityRevision?(state: State, command: Command): number | undefined;
}
