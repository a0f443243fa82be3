import type { Objection } from '../../shared/bookings/rules.ts';
import type { Interval } from '../../shared/time.ts';
import type { Actor, CommandDefinition, FreeText } from './definition.ts';

export interface Accepted {
  outcome: 'accepted';
  stream: string;
  /** Event ids, revision and position of the last event; the original ones where the command was repeated. */
  eventIds: string[];
  revision: number;
  position: bigint;
  /** Whether this commandId had been carried out before. */
  repeated: boolean;
  /** Whether this process's views have passed `position` (else the reply is 202). */
  seen: boolean;
}

/** What became of a command. Only trouble with the store is an exception. */
export type Outcome =
  | Accepted
  | { outcome: 'refused'; objections: Objection[]; nearest: Interval | null }
  /** A dry run that would have been accepted. */
  | { outcome: 'wouldBeAccepted' }
  /** `If-Match` does not name the entity's revision. */
  | { outcome: 'stale'; current: number | null }
  /** The same commandId came with other content. */
  | { outcome: 'commandIdReused' }
  /** Others kept writing to this stream: nothing was written, try again. */
  | { outcome: 'contended' };

/** How a command is given to the handler. */
export interface GivenCommand<Command> {
  command: Command;
  actor: Actor;
  commandId: string;
  /** Revision from `If-Match`, where the command changes an existing entity. */
  ifMatch?: number;
  /** Decide and answer, but write nothing. */
  dryRun?: boolean;
  texts?: FreeText[];
}

/** Gives commands and tells what became of them. */
export interface CommandHandler {
  handle<Command, State, Event extends { type: string; data: object }, Facts>(
    definition: CommandDefinition<Command, State, Event, Facts>,
    given: GivenCommand<Command>,
  ): Promise<Outcome>;
}
